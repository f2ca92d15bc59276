import { type Money, money } from './money.ts';

/** What an order came to, and what rounding to coins added to it. */
export type RoundedTotal = { readonly total: Money; readonly rounding: Money };

/**
 * What a return takes off its order: the worth of the goods and, where with them all of the order's goods have come
 * back with their money, its cash rounding. All returns of an order together never take off more than its total, and
 * exactly that when everything is back.
 *
 * `before` and `worth` are the worth of the lines that money was given back for, earlier and now.
 */
export function returnCredit(order: RoundedTotal, before: Money, worth: Money): Money {
  return money(creditedFor(order, before + worth) - creditedFor(order, before));
}

function creditedFor({ total, rounding }: RoundedTotal, worth: number): number {
  return worth >= total - rounding ? total : Math.min(worth, total);
}
