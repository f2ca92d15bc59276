import { AppError } from '../../../shared/contract/errors.ts';
import type { Output, Parsed } from '../../../shared/contract/index.ts';
import { nextOnTheWay, type OrderStatus } from '../../../shared/domain/order-status.ts';
import type { CommandContext, CommandHandler } from '../../app/context.ts';
import { advanceOrder, notAllowed } from './advance-order.ts';
import { balanceOf, requireOrder } from './order-record.ts';

type Input = Parsed<'orders.advanceMany'>;
type Outcome = Output<'orders.advanceMany'>;

/** Moves several orders on in one transaction. Whatever refuses an order does so before anything of it is written. */
export const advanceMany: CommandHandler<'orders.advanceMany'> = (ctx, input) => {
  const advanced: Outcome['advanced'] = [];
  const refused: Outcome['refused'] = [];
  for (const wish of input.orders) {
    try {
      advanced.push({ orderId: wish.orderId, status: advanceNext(ctx, wish, input) });
    } catch (thrown) {
      if (!(thrown instanceof AppError)) throw thrown;
      refused.push({ orderId: wish.orderId, code: thrown.code, details: thrown.details ?? {} });
    }
  }
  ctx.note(`${advanced.length} orders`, { advanced, refused: refused.map((one) => one.orderId) });
  return { advanced, refused };
};

/** @throws AppError `not-found`, `status-move-not-allowed`, `forbidden`, `not-fully-paid`. */
function advanceNext(
  ctx: CommandContext,
  { orderId, from }: Input['orders'][number],
  { to: wanted, leaveUnpaid }: Input,
): OrderStatus {
  const order = requireOrder(ctx.db, orderId);
  const to = wanted ?? nextOnTheWay(order.kind, order.status);
  if (order.status !== from || to === null) throw notAllowed(from, to, order.status);
  const { open } = balanceOf(ctx.db, order);
  if (to === 'delivered' && open > 0 && !leaveUnpaid) throw new AppError('not-fully-paid', { open });
  advanceOrder(ctx, order, to);
  return to;
}
