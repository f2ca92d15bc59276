import { type Money, money } from './money.ts';

/** What an order came to, what rounding to coins added to it, and what was taken off it since. */
export type CreditedOrder = { readonly total: Money; readonly rounding: Money; readonly credited: Money };

/**
 * What a return takes off its order: the worth of the goods and, where with them all of the order's goods have come
 * back with their money, its cash rounding. Never more than the order still costs: goodwill that was given for goods
 * is not given back with them again.
 *
 * `before` and `worth` are the worth of the lines that money was given back for, earlier and now. All returns of an
 * order without goodwill take off its total exactly when everything is back.
 */
export function returnCredit(order: CreditedOrder, before: Money, worth: Money): Money {
  const credit = creditedFor(order, before + worth) - creditedFor(order, before);
  return money(Math.min(credit, Math.max(0, order.total - order.credited)));
}

function creditedFor({ total, rounding }: CreditedOrder, worth: number): number {
  return worth >= total - rounding ? total : Math.min(worth, total);
}
