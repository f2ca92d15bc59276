import { type Money, money } from './money.ts';
import { divideRounded } from './round.ts';

/**
 * An amount as it can be paid in coins: to the nearest `increment` minor units (5 in Switzerland), half
 * away from zero. An increment of 0 or 1 rounds nothing.
 */
export function roundCash(amount: Money, increment: number): Money {
  if (!Number.isSafeInteger(increment) || increment < 0) throw new RangeError(`no increment: ${increment}`);
  return increment <= 1 ? amount : money(divideRounded(amount, increment) * increment);
}

/** What rounding adds to the amount (may be negative): a figure of its own on the receipt and Z report. */
export function cashRounding(amount: Money, increment: number): Money {
  return money(roundCash(amount, increment) - amount);
}
