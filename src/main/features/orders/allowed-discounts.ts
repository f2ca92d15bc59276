import { AppError } from '../../../shared/contract/errors.ts';
import { discountShare, sharesTogether } from '../../../shared/domain/discount.ts';
import type { PricedOrder } from '../../../shared/domain/pricing.ts';
import { percent, type Rate } from '../../../shared/domain/rate.ts';
import { goodwillShare, lineDiscountShare, orderDiscountShare } from '../../../shared/domain/taken-off.ts';
import type { CommandContext } from '../../app/context.ts';
import type { EditedLines } from './edited-lines.ts';
import type { OrderRecord } from './order-record.ts';

/** A share of a price that is taken off, and the share that was taken off before. */
type Share = { readonly now: Rate; readonly before: Rate };

/**
 * An edit gives no discount beyond what the person may give, the order's discount included. What somebody else gave
 * stays, as long as its share of the price does not grow: an amount off a large order must not become most of a small
 * one.
 * @throws AppError `discount-above-limit`.
 */
export function requireAllowedEdit(
  ctx: CommandContext,
  order: OrderRecord,
  { kept }: EditedLines,
  priced: PricedOrder,
): void {
  const ofOrder: Share = {
    now: orderDiscountShare(priced),
    before: order.orderDiscountRate ?? orderDiscountShare(order),
  };
  const ofLines = priced.lines.flatMap((line, index): readonly Share[] => {
    const row = kept[index]?.row;
    const before = row ? (row.discountRate ?? discountShare(row.gross, row.discount)) : percent(0);
    return [
      { now: discountShare(line.gross, line.discount), before },
      { now: lineDiscountShare(line, ofOrder.now), before: sharesTogether(before, ofOrder.before) },
    ];
  });
  requireWithinCeiling(ctx, [...ofLines, ofOrder]);
}

/**
 * The same for goodwill, when an order comes to cost less. Where its share grows, what is taken off in all counts.
 * @throws AppError `discount-above-limit`.
 */
export function requireAllowedGoodwill(
  ctx: CommandContext,
  order: OrderRecord,
  after: Pick<PricedOrder, 'subtotal' | 'lineDiscount' | 'orderDiscount' | 'total'>,
): void {
  const { credited, pricesIncludeTax } = order;
  const alone: Share = {
    now: discountShare(after.total, credited),
    before: discountShare(order.total, credited),
  };
  if (alone.now <= alone.before) return;
  const inAll: Share = {
    now: goodwillShare({ ...after, pricesIncludeTax }, credited),
    before: goodwillShare(order, credited),
  };
  requireWithinCeiling(ctx, [alone, inAll]);
}

function requireWithinCeiling({ actor }: CommandContext, shares: readonly Share[]): void {
  if (actor.kind !== 'staff' || actor.rights.has('discount-any')) return;
  const ceiling = actor.rights.has('discount') ? actor.discountCeiling : 0;
  if (shares.some(({ now, before }) => now > Math.max(ceiling, before))) {
    throw new AppError('discount-above-limit', { ceiling });
  }
}
