import { AppError } from '../../../shared/contract/errors.ts';
import { looksLikeCardNumber } from '../../../shared/domain/card-number.ts';
import { rightForMove } from '../../../shared/domain/order-status.ts';
import type { CommandHandler } from '../../app/context.ts';
import { notAllowed } from './advance-order.ts';
import { cancelAndRefund } from './cancel-and-refund.ts';
import { requireOrder } from './order-record.ts';
import { requireRight } from './require-right.ts';

/**
 * Cancels an order once: a second time is refused, by whatever request. What was reserved is released, what had left
 * comes back on the shelf, and whatever the shop holds of the customer's money is opened as refunds.
 */
export const cancelOrder: CommandHandler<'orders.cancel'> = (ctx, input) => {
  const { orderId, reason, note, refundCashNow: cashNow } = input;
  if (looksLikeCardNumber(note)) throw new AppError('card-number-in-text');
  const order = requireOrder(ctx.db, orderId);
  const right = rightForMove(order.status, 'cancelled');
  if (right === null) throw notAllowed(order.status, 'cancelled', order.status);
  requireRight(ctx, right);
  const details = note === '' ? { reason } : { reason, note };
  return cancelAndRefund(ctx, order, { details, note, cashNow });
};
