import { type Money, money } from '../../../shared/domain/money.ts';
import { divideRounded, mulDivRounded } from '../../../shared/domain/round.ts';

/** How a currency prices a sample shop: its decimals, and its level (thousandths per euro, see the catalogue). */
export type PriceLevel = { readonly exponent: number; readonly level: number };

/** The level of a currency, one to one where the catalogue does not know it. */
export function priceLevel(
  levels: Readonly<Record<string, number>>,
  currency: string,
  exponent: number,
): PriceLevel {
  return { exponent, level: (Object.hasOwn(levels, currency) ? levels[currency] : undefined) ?? 1000 };
}

/** An amount of euro cents in the shop's currency, to its minor unit. For costs, which nobody reads on a tag. */
export function sampleCost(cents: number, { exponent, level }: PriceLevel): Money {
  return money(mulDivRounded(cents * 10 ** exponent, level, 100_000));
}

/**
 * A price as a shop of that currency would write it on a tag: 3.50 € is 4.00 $, 510 ¥ or 203 ₹.
 *
 * Steps of a twentieth of the leading digit's place, but of at least the small coin there (about 8 cents'
 * worth). The euro prices are already so, and stay.
 */
export function samplePrice(cents: number, price: PriceLevel): Money {
  const exact = sampleCost(cents, price);
  if (price.level === 1000 && price.exponent === 2) return exact;
  const coin = smallCoin(price);
  const step = Math.max(coin, Math.floor(10 ** (String(exact).length - 1) / 20), 1);
  return money(Math.max(divideRounded(exact, step), 1) * step);
}

/** The coin (1, 5, 10, 50, … minor units) nearest to 8 cents' worth, by ratio. */
function smallCoin(price: PriceLevel): number {
  const target = Math.max(sampleCost(8, price), 1);
  let coin = 1;
  for (let power = 1; power <= target; power *= 10) {
    for (const candidate of [power, power * 5, power * 10]) {
      if (ratio(candidate, target) < ratio(coin, target)) coin = candidate;
    }
  }
  return coin;
}

function ratio(a: number, b: number): number {
  return a > b ? a / b : b / a;
}
