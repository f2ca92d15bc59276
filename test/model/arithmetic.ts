/** Arithmetic of the model's own, in BigInt: no code of the application. All numbers are whole. */

/** a × b ÷ c, half away from zero; c above zero. */
export function share(a: number, b: number, c: number): number {
  const product = BigInt(a) * BigInt(b);
  const size = product < 0n ? -product : product;
  const rounded = (2n * size + BigInt(c)) / (2n * BigInt(c));
  return Number(product < 0n ? -rounded : rounded);
}

/** Divides by largest remainder; of equal ones the earlier gets the unit. */
export function divide(total: number, weights: readonly number[]): readonly number[] {
  const sum = weights.reduce((all, one) => all + one, 0);
  if (sum === 0) return weights.map(() => 0);
  const parts = weights.map((weight, index) => {
    const product = BigInt(total) * BigInt(weight);
    return { index, whole: Number(product / BigInt(sum)), rest: Number(product % BigInt(sum)) };
  });
  let left = total - parts.reduce((all, one) => all + one.whole, 0);
  for (const part of parts.toSorted((a, b) => b.rest - a.rest || a.index - b.index)) {
    if (left === 0) break;
    part.whole += 1;
    left -= 1;
  }
  return parts.map((part) => part.whole);
}

/** An amount in coins. */
export function inCoins(amount: number, coin: number): number {
  return coin <= 1 ? amount : share(amount, 1, coin) * coin;
}

export type ModelDiscount =
  | { readonly kind: 'percent'; readonly rate: number }
  | { readonly kind: 'amount'; readonly amount: number };

export function discountOf(base: number, discount: ModelDiscount | null): number {
  if (discount === null) return 0;
  return discount.kind === 'percent'
    ? share(base, discount.rate, 1_000_000)
    : Math.min(discount.amount, base);
}

/** What is priced: thousandths at a price, less a discount, with a tax. */
export type Priceable = {
  readonly unitPrice: number;
  readonly quantity: number;
  readonly discount: ModelDiscount | null;
  readonly rate: number;
};

export type Amounts = {
  readonly gross: number;
  readonly discount: number;
  readonly orderDiscount: number;
  readonly net: number;
  readonly tax: number;
};

/** What each line comes to. */
export function amountsOf(
  lines: readonly Priceable[],
  orderDiscount: ModelDiscount | null,
  pricesIncludeTax: boolean,
): readonly Amounts[] {
  const own = lines.map(({ unitPrice, quantity, discount }) => {
    const gross = share(unitPrice, quantity, 1000);
    return { gross, discount: discountOf(gross, discount) };
  });
  const left = own.map(({ gross, discount }) => gross - discount);
  const base = left.reduce((all, one) => all + one, 0);
  const shares = divide(discountOf(base, orderDiscount), left);
  return own.map(({ gross, discount }, index) => {
    const given = shares[index] ?? 0;
    const amount = gross - discount - given;
    const rate = lines[index]?.rate ?? 0;
    const tax = pricesIncludeTax
      ? amount - share(amount, 1_000_000, 1_000_000 + rate)
      : share(amount, rate, 1_000_000);
    return { gross, discount, orderDiscount: given, net: pricesIncludeTax ? amount - tax : amount, tax };
  });
}

export function sumOf<T>(items: readonly T[], pick: (item: T) => number): number {
  return items.reduce((sum, item) => sum + pick(item), 0);
}
