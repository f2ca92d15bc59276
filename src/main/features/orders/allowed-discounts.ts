import { AppError } from '../../../shared/contract/errors.ts';
import { discountShare } from '../../../shared/domain/discount.ts';
import { type Money, subtractMoney } from '../../../shared/domain/money.ts';
import type { PricedOrder } from '../../../shared/domain/pricing.ts';
import { percent, type Rate } from '../../../shared/domain/rate.ts';
import type { CommandContext } from '../../app/context.ts';
import type { EditedLines } from './edited-lines.ts';
import type { OrderRecord } from './order-record.ts';

/** A share of a price that is taken off, and the share that was taken off before. */
type Share = { readonly now: Rate; readonly before: Rate };

type Discounted = Pick<OrderRecord, 'subtotal' | 'lineDiscount' | 'orderDiscount' | 'orderDiscountRate'>;

/**
 * An edit gives no discount beyond what the person may give. What somebody else gave stays, as long as its share of
 * the price does not grow: an amount off a large order must not become most of a small one.
 * @throws AppError `discount-above-limit`.
 */
export function requireAllowedEdit(
  ctx: CommandContext,
  order: OrderRecord,
  { kept }: EditedLines,
  priced: PricedOrder,
): void {
  const lines = priced.lines.map((line, index): Share => {
    const row = kept[index]?.row;
    const before = row ? (row.discountRate ?? discountShare(row.gross, row.discount)) : percent(0);
    return { now: discountShare(line.gross, line.discount), before };
  });
  const before = order.orderDiscountRate ?? orderShare(order);
  requireWithinCeiling(ctx, [...lines, { now: orderShare(priced), before }]);
}

/** The same for goodwill, when an order comes to cost less. @throws AppError `discount-above-limit`. */
export function requireAllowedGoodwill(ctx: CommandContext, order: OrderRecord, total: Money): void {
  const share = (whole: Money): Rate => discountShare(whole, order.credited);
  requireWithinCeiling(ctx, [{ now: share(total), before: share(order.total) }]);
}

function orderShare(order: Pick<Discounted, 'subtotal' | 'lineDiscount' | 'orderDiscount'>): Rate {
  return discountShare(subtractMoney(order.subtotal, order.lineDiscount), order.orderDiscount);
}

function requireWithinCeiling({ actor }: CommandContext, shares: readonly Share[]): void {
  if (actor.kind !== 'staff' || actor.rights.has('discount-any')) return;
  const ceiling = actor.rights.has('discount') ? actor.discountCeiling : 0;
  if (shares.some(({ now, before }) => now > Math.max(ceiling, before))) {
    throw new AppError('discount-above-limit', { ceiling });
  }
}
