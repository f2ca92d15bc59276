import { allocate, roundShares } from './allocate.ts';
import { type Money, money, sumMoney } from './money.ts';
import type { Rate } from './rate.ts';
import { mulDivRounded } from './round.ts';

/** One tax that a product bears: "VAT" at 200 000 (20 %). Several add up ("CGST" + "SGST"); none compounds. */
export type Tax = { readonly name: string; readonly rate: Rate };

/** A tax and what it came to. */
export type TaxAmount = { readonly name: string; readonly rate: Rate; readonly amount: Money };

const million = 1_000_000;

/**
 * The tax on an amount, rounded once for all its taxes together.
 *
 * Included: amount − round(amount ÷ (1 + Σ rates)), so that net and tax add up to what the label says.
 * On top: round(amount × Σ rates).
 */
export function taxOn(amount: Money, rateSum: number, pricesIncludeTax: boolean): Money {
  if (rateSum === 0) return money(0);
  if (!pricesIncludeTax) return money(mulDivRounded(amount, rateSum, million));
  return money(amount - mulDivRounded(amount, million, million + rateSum));
}

export function sumRates(taxes: readonly Tax[]): number {
  let sum = 0;
  for (const tax of taxes) {
    if (tax.rate < 0) throw new RangeError(`${tax.name} is below zero`);
    sum += tax.rate;
  }
  return sum;
}

/** The parts of a tax that its several rates make, by largest remainder: their sum is `tax`. */
export function splitTax(tax: Money, taxes: readonly Tax[]): readonly Money[] {
  if (taxes.length === 1) return [tax];
  return allocate(
    tax,
    taxes.map((one) => one.rate),
  );
}

/**
 * Tax of several lines with the same taxes, rounded once on their sum and given back to the lines.
 *
 * Returns for each line the amounts of each tax. Their sums by tax are what the order shows, and no line
 * is further than two units from its own exact tax.
 */
export function taxTogether(
  amounts: readonly Money[],
  taxes: readonly Tax[],
  pricesIncludeTax: boolean,
): readonly (readonly Money[])[] {
  const rateSum = sumRates(taxes);
  const parts = splitTax(taxOn(sumMoney(amounts), rateSum, pricesIncludeTax), taxes);
  const divisor = pricesIncludeTax ? million + rateSum : million;
  const columns = taxes.map((tax, index) =>
    roundShares(amounts, tax.rate, divisor, money(parts[index] ?? 0)),
  );
  return amounts.map((_, line) => columns.map((column) => money(column[line] ?? 0)));
}
