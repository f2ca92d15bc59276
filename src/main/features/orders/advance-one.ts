import { AppError } from '../../../shared/contract/errors.ts';
import type { CommandHandler } from '../../app/context.ts';
import { advanceOrder, notAllowed } from './advance-order.ts';
import { requireOrder } from './order-record.ts';
import { standingOf } from './standing-of.ts';
import { takePayments } from './take-payments.ts';

/**
 * Moves an order on from where the person saw it. Delivering it settles what is open, with tenders or with the word
 * that it stays unpaid. Money handed over at an earlier step counts as well.
 */
export const advanceOne: CommandHandler<'orders.advance'> = (ctx, input) => {
  const { orderId, from, to, tenders, leaveUnpaid } = input;
  const order = requireOrder(ctx.db, orderId);
  if (order.status !== from) throw notAllowed(from, to, order.status);
  const change = takePayments(ctx, orderId, tenders);
  advanceOrder(ctx, order, to);
  const standing = standingOf(ctx.db, orderId, { change });
  if (to === 'delivered' && standing.open > 0 && !leaveUnpaid) {
    throw new AppError('not-fully-paid', { open: standing.open });
  }
  ctx.note(`order ${orderId}`, { from, to, open: standing.open });
  return standing;
};
