import { AppError } from '../../../shared/contract/errors.ts';
import type { Parsed } from '../../../shared/contract/index.ts';
import { looksLikeCardNumber } from '../../../shared/domain/card-number.ts';
import { addMoney, subtractMoney, zeroMoney } from '../../../shared/domain/money.ts';
import type { RefundCause } from '../../../shared/domain/refund-state.ts';
import { goodwillShare } from '../../../shared/domain/taken-off.ts';
import type { CommandContext, CommandHandler } from '../../app/context.ts';
import type { ReadDb } from '../../database/connection.ts';
import { balanceOf, type OrderRecord, requireOrder } from '../orders/order-record.ts';
import { creditedForGoods, creditOrder } from './credit-order.ts';
import { openRefunds } from './open-refunds.ts';
import { liveRefunds } from './pending-refunds.ts';
import { requireRefund } from './refund-record.ts';

type Input = Parsed<'refunds.open'>;

/**
 * Opens a refund by hand: of what is due back, or as goodwill, which takes the amount off the order first. Either
 * way no more goes back than is due then: goodwill lowers what is still to be paid before it hands out money.
 */
export const openRefund: CommandHandler<'refunds.open'> = (ctx, input) => {
  const { orderId, paymentNo, tenderId, amount, reason, cashNow } = input;
  if (looksLikeCardNumber(reason)) throw new AppError('card-number-in-text');
  const order = requireOrder(ctx.db, orderId);
  if (amount === 0 || order.paid === 0) throw new AppError('nothing-to-refund');
  const cause = input.goodwill ? giveGoodwill(ctx, order, input) : requireDue(ctx, order, input);
  const wish = { paymentNo, tenderId, amount, reference: '' };
  const { refundIds } = openRefunds(ctx, { orderId, cause, isGiven: input.goodwill, reason, cashNow }, [
    wish,
  ]);
  const { id: refundId, state, rounding } = requireRefund(ctx.db, refundIds[0] ?? 0);
  ctx.note(`refund ${refundId}`, { orderId, cause, state, amount, rounding });
  return { refundId, state, amount, rounding };
};

/** @throws AppError `nothing-to-refund`, `refund-above-due`. */
function requireDue({ db }: CommandContext, order: OrderRecord, { amount }: Input): RefundCause {
  const { dueBack } = balanceOf(db, order);
  if (dueBack === 0) throw new AppError('nothing-to-refund');
  if (amount > dueBack) throw new AppError('refund-above-due', { dueBack });
  return order.status === 'cancelled' ? 'cancel' : whyDue(db, order);
}

/** What is due for goods that came back is named so before goodwill, and goodwill before what an edit left. */
function whyDue(db: ReadDb, { id, credited }: OrderRecord): RefundCause {
  const forGoods = creditedForGoods(db, id);
  if (forGoods > liveRefunds(db, id, 'return')) return 'return';
  return credited - forGoods > liveRefunds(db, id, 'goodwill') ? 'goodwill' : 'edit';
}

/**
 * Takes goodwill off the order, within what the person may take off it in all.
 * @throws AppError `discount-above-limit`, `nothing-to-refund` where the order costs nothing any more,
 * `refund-above-due` where the goodwill is not all paid for yet.
 */
function giveGoodwill(ctx: CommandContext, order: OrderRecord, { amount }: Input): RefundCause {
  const { owed, dueBack } = balanceOf(ctx.db, order);
  if (owed === 0) throw new AppError('nothing-to-refund');
  if (amount > owed) throw new AppError('refund-above-due', { dueBack });
  requireWithinCeiling(ctx, order, amount);
  creditOrder(ctx, order.id, amount);
  const after = balanceOf(ctx.db, requireOrder(ctx.db, order.id));
  if (amount > after.dueBack) throw new AppError('refund-above-due', { dueBack: after.dueBack });
  return 'goodwill';
}

/** Goodwill is a discount that is given later: with all that was taken off before it counts against the ceiling. */
function requireWithinCeiling(
  { db, actor }: CommandContext,
  order: OrderRecord,
  amount: Input['amount'],
): void {
  if (actor.kind !== 'staff' || actor.rights.has('discount-any')) return;
  const ceiling = actor.rights.has('discount') ? actor.discountCeiling : 0;
  const earlier = subtractMoney(order.credited, creditedForGoods(db, order.id));
  const given = addMoney(earlier > 0 ? earlier : zeroMoney, amount);
  if (goodwillShare(order, given) > ceiling) throw new AppError('discount-above-limit', { ceiling });
}
