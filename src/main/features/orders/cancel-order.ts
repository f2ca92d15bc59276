import { AppError } from '../../../shared/contract/errors.ts';
import { looksLikeCardNumber } from '../../../shared/domain/card-number.ts';
import type { CommandHandler } from '../../app/context.ts';
import { callOffOrder } from './call-off-order.ts';
import { requireOrder } from './order-record.ts';
import { standingOf } from './standing-of.ts';

/** Cancels an order once, for a reason: a second time is refused, by whatever request. */
export const cancelOrder: CommandHandler<'orders.cancel'> = (ctx, input) => {
  const { orderId, reason, note, refundCashNow: cashNow } = input;
  if (looksLikeCardNumber(note)) throw new AppError('card-number-in-text');
  const order = requireOrder(ctx.db, orderId);
  const { awaiting, inCash } = callOffOrder(ctx, order, { reason, note, cashNow });
  ctx.note(`order ${orderId}`, { reason, from: order.status, awaiting, inCash });
  return standingOf(ctx.db, orderId, { refundAwaiting: awaiting, refundedInCash: inCash });
};
