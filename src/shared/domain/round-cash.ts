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

/**
 * What is handed out for amounts that go back in cash from one order, in coins that exist. All of it is rounded as one
 * sum: `roundedBefore` is what rounding added to what the order handed out earlier (may be negative).
 */
export function handOut(amounts: readonly Money[], roundedBefore: number, increment: number): Money {
  let rounding = roundedBefore;
  let handedOut = 0;
  for (const amount of amounts) {
    const coins = Math.max(0, roundCash(money(amount - rounding), increment));
    rounding += coins - amount;
    handedOut += coins;
  }
  return money(handedOut);
}
