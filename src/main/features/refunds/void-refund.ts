import type { CommandHandler } from '../../app/context.ts';
import { moveRefund } from './move-refund.ts';
import { requireRefund } from './refund-record.ts';

/** It will not go back this way. What it was for stays due and can be refunded another way. */
export const voidRefund: CommandHandler<'refunds.void'> = (ctx, { refundId, reason }) => {
  const refund = requireRefund(ctx.db, refundId);
  const moved = moveRefund(ctx, refund, { to: 'voided', reason });
  ctx.note(`refund ${refundId}`, { orderId: refund.orderId, reason, ...moved });
  return moved;
};
