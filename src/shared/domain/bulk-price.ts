import { type Money, money, mostMoney } from './money.ts';
import { divideRounded, mulDivRounded } from './round.ts';

/** To the nearest price that ends so: `ending` more than a multiple of `step`, both in minor units, `ending` < `step`. */
export type PriceRounding = { readonly step: Money; readonly ending: Money };

/** How many prices change at once: by a signed share (parts per million) or by a signed amount (minor units). */
export type PriceChange =
  | { readonly kind: 'price-percent'; readonly rate: number; readonly rounding: PriceRounding | null }
  | { readonly kind: 'price-amount'; readonly amount: number; readonly rounding: PriceRounding | null };

/** What becomes of one price; where it cannot change it is the price as it was. */
export type ChangedPrice = {
  readonly outcome: 'change' | 'same' | 'below-zero' | 'too-large';
  readonly price: Money;
};

/**
 * One price of a bulk edit, in the shop's one rounding. No price falls below zero or leaves what a price may be:
 * such a product stays as it is. What comes to nothing is free and not rounded up to an ending.
 */
export function changedPrice(price: Money, change: PriceChange): ChangedPrice {
  const raw = price + differenceOf(price, change);
  if (raw < 0) return { outcome: 'below-zero', price };
  const rounded = raw === 0 ? 0 : roundTo(raw, change.rounding);
  if (rounded > mostMoney) return { outcome: 'too-large', price };
  return { outcome: rounded === price ? 'same' : 'change', price: money(rounded) };
}

function differenceOf(price: Money, change: PriceChange): number {
  return change.kind === 'price-amount' ? change.amount : mulDivRounded(price, change.rate, 1_000_000);
}

/** The nearest price with the ending, the higher of two, and never one below zero. */
function roundTo(price: number, rounding: PriceRounding | null): number {
  if (rounding === null) return price;
  const { step, ending } = rounding;
  // Half away from zero: below the first ending it would lead under zero, so that ending is the nearest there is.
  return ending + Math.max(0, divideRounded(price - ending, step)) * step;
}
