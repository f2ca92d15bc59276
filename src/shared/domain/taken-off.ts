import { discountShare, sharesTogether } from './discount.ts';
import { addMoney, type Money } from './money.ts';
import type { PricedLine, PricedOrder } from './pricing.ts';
import type { Rate } from './rate.ts';

/**
 * How much of a price is taken off in all, to be held against a person's ceiling: a discount on a line, the order's
 * discount on what that left, and goodwill afterwards count together. What rounding adds to each of them alone does
 * not count, so that any one of them may come to the whole ceiling.
 */

type Discounts = Pick<PricedOrder, 'subtotal' | 'lineDiscount' | 'orderDiscount'>;

/** The order's own discount, on what the discounts of its lines left. */
export function orderDiscountShare({ subtotal, lineDiscount, orderDiscount }: Discounts): Rate {
  return discountShare((subtotal - lineDiscount) as Money, orderDiscount);
}

/** What is taken off a line: its own discount, and its part of the order's (`ofOrder`: `orderDiscountShare`). */
export function lineDiscountShare(
  { gross, discount, orderDiscount }: Pick<PricedLine, 'gross' | 'discount' | 'orderDiscount'>,
  ofOrder: Rate,
): Rate {
  const own = discountShare(gross, discount);
  if (orderDiscount === 0) return own;
  // The odd unit of the order's discount falls on some line: that line is not above what the order is.
  return lesser(discountShare(gross, addMoney(discount, orderDiscount)), sharesTogether(own, ofOrder));
}

/** An order as it was placed: what was taken off it, and what it cost then. */
type Placed = Discounts & {
  readonly total: Money;
  /** As the shop file has it: 1 where the subtotal holds tax, as the total always does. */
  readonly pricesIncludeTax: number;
};

/** What is taken off an order with goodwill, which is taken off what the order costs with its discounts. */
export function goodwillShare(order: Placed, goodwill: Money): Rate {
  const discounts = addMoney(order.lineDiscount, order.orderDiscount);
  const together = sharesTogether(
    discountShare(order.subtotal, discounts),
    discountShare(order.total, goodwill),
  );
  if (order.pricesIncludeTax !== 1) return together;
  return lesser(discountShare(order.subtotal, addMoney(discounts, goodwill)), together);
}

function lesser(a: Rate, b: Rate): Rate {
  return a < b ? a : b;
}
