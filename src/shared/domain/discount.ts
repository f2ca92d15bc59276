import { type Money, money, zeroMoney } from './money.ts';
import { type Rate, rate, wholeRate } from './rate.ts';
import { mulDivRounded } from './round.ts';

/** Taken off a line or an order: an amount (never negative), or a share of the price up to the whole. */
export type Discount =
  | { readonly kind: 'amount'; readonly amount: Money }
  | { readonly kind: 'percent'; readonly rate: Rate };

/**
 * What a discount takes off `base`: never more than the base, never less than nothing, and for a returned
 * line (negative base) exactly minus what it takes off the sold one.
 */
export function discountOn(base: Money, discount: Discount | null): Money {
  if (discount === null || base === 0) return zeroMoney;
  if (discount.kind === 'percent') {
    const share = Math.min(Math.max(discount.rate, 0), wholeRate);
    return money(mulDivRounded(base, share, wholeRate));
  }
  const size = Math.min(Math.max(discount.amount, 0), Math.abs(base));
  return money(base < 0 ? -size : size);
}

/**
 * The least share that takes so much off a base, for the seller's ceiling: what a percentage comes to by rounding
 * never counts as more than that percentage (10 % of 0.05 is 0.01).
 */
export function discountShare(base: Money, taken: Money): Rate {
  if (base === 0 || taken === 0) return 0 as Rate;
  const size = BigInt(Math.abs(base)) * 2n;
  const share = (BigInt(Math.abs(taken) * 2 - 1) * BigInt(wholeRate) + size - 1n) / size;
  return Number(share) as Rate;
}

/** Two shares as one: the second is taken off what the first left. Rounded up. */
export function sharesTogether(first: Rate, second: Rate): Rate {
  return rate(first + second - Number((BigInt(first) * BigInt(second)) / BigInt(wholeRate)));
}
