import { type Money, money, zeroMoney } from './money.ts';
import { type Rate, wholeRate } from './rate.ts';
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

/** The share that a discount takes off a base, for the seller's ceiling; rounded to a part per million. */
export function discountShare(base: Money, taken: Money): Rate {
  return (base === 0 ? 0 : mulDivRounded(taken, wholeRate, base)) as Rate;
}
