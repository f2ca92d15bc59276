import type { CommandHandler } from '../../app/context.ts';
import { moveRefund } from './move-refund.ts';
import { requireRefund } from './refund-record.ts';

/** The bank has sent it back. What it was for is due again: it can be initiated anew, or voided. */
export const failRefund: CommandHandler<'refunds.fail'> = (ctx, { refundId, reason }) => {
  const refund = requireRefund(ctx.db, refundId);
  const moved = moveRefund(ctx, refund, { to: 'failed', reason });
  ctx.note(`refund ${refundId}`, { orderId: refund.orderId, reason, ...moved });
  return moved;
};
