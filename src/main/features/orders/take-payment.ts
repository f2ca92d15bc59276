import { AppError } from '../../../shared/contract/errors.ts';
import type { CommandHandler } from '../../app/context.ts';
import { balanceOf, requireOrder } from './order-record.ts';
import { standingOf } from './standing-of.ts';
import { takePayments } from './take-payments.ts';

/** Takes a deposit, a part, or all that is open, for whoever saw that much open. */
export const takePayment: CommandHandler<'payments.take'> = (ctx, { orderId, tenders, expectedOpen }) => {
  const order = requireOrder(ctx.db, orderId);
  if (order.status === 'cancelled') throw new AppError('order-cancelled');
  const { open } = balanceOf(ctx.db, order);
  if (open === 0) throw new AppError('nothing-to-pay', { open });
  if (open !== expectedOpen) throw new AppError('amount-changed', { open });
  const change = takePayments(ctx, orderId, tenders);
  const standing = standingOf(ctx.db, orderId, { change });
  ctx.note(`order ${orderId}`, { open, left: standing.open });
  return standing;
};
