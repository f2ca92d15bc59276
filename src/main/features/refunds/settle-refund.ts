import type { CommandHandler } from '../../app/context.ts';
import { moveRefund } from './move-refund.ts';
import { requireRefund } from './refund-record.ts';

/** The money has arrived: from now on it counts as given back. */
export const settleRefund: CommandHandler<'refunds.settle'> = (ctx, { refundId, reference }) => {
  const refund = requireRefund(ctx.db, refundId);
  const moved = moveRefund(ctx, refund, { to: 'settled', reference });
  ctx.note(`refund ${refundId}`, { orderId: refund.orderId, ...moved });
  return moved;
};
