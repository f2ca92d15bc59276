import { type Money, money, sumMoney } from './money.ts';
import { splitTax, sumRates, type Tax, type TaxAmount, taxOn } from './tax.ts';

export type TaxExample = {
  /** Before tax. */
  readonly net: Money;
  readonly taxes: readonly TaxAmount[];
  /** What the customer pays. */
  readonly total: Money;
};

/** What one item of a price comes to, as the till prices it; amounts in minor units. */
export function taxExample(price: Money, taxes: readonly Tax[], pricesIncludeTax: boolean): TaxExample {
  const tax = taxOn(price, sumRates(taxes), pricesIncludeTax);
  const parts = splitTax(tax, taxes);
  const net = pricesIncludeTax ? money(price - tax) : price;
  return {
    net,
    taxes: taxes.map((one, index) => ({ ...one, amount: parts[index] ?? money(0) })),
    total: sumMoney([net, tax]),
  };
}
