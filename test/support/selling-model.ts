/**
 * What a shop with one tax should be after each sale, told by arithmetic of its own (BigInt, no code of the
 * application), in plain maps.
 */
export type ModelProduct = {
  readonly id: number;
  price: number;
  readonly policy: 'block' | 'warn' | 'allow';
  readonly tracked: boolean;
  readonly rate: number;
  readonly isMeasured: boolean;
  onHand: number;
  reserved: number;
};

export type ModelDiscount =
  | { readonly kind: 'percent'; readonly rate: number }
  | { readonly kind: 'amount'; readonly amount: number };

export type ModelLine = {
  readonly product: ModelProduct | null;
  readonly unitPrice: number;
  readonly quantity: number;
  readonly discount: ModelDiscount | null;
  readonly rate: number;
};

export type ModelAmounts = {
  readonly gross: number;
  readonly discount: number;
  readonly orderDiscount: number;
  readonly net: number;
  readonly tax: number;
};

export type ModelPayment = { readonly tenderId: number; readonly amount: number; readonly change: number };

export type ModelOrder = {
  readonly kind: 'counter' | 'pickup' | 'delivery';
  readonly date: number;
  readonly lines: readonly ModelLine[];
  readonly amounts: readonly ModelAmounts[];
  readonly rounding: number;
  readonly total: number;
  readonly payments: readonly ModelPayment[];
};

/** a × b ÷ c of numbers not below zero, half up. */
function share(a: number, b: number, c: number): number {
  return Number((2n * BigInt(a) * BigInt(b) + BigInt(c)) / (2n * BigInt(c)));
}

function discountOf(base: number, discount: ModelDiscount | null): number {
  if (discount === null) return 0;
  return discount.kind === 'percent'
    ? share(base, discount.rate, 1_000_000)
    : Math.min(discount.amount, base);
}

/** Divides by largest remainder; of equal ones the earlier gets the unit. */
function divide(total: number, weights: readonly number[]): readonly number[] {
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

/** What each line comes to. */
export function amountsOf(
  lines: readonly ModelLine[],
  orderDiscount: ModelDiscount | null,
  pricesIncludeTax: boolean,
): readonly ModelAmounts[] {
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

/** An amount in coins; what rounds to nothing stays as it is. */
export function inCoins(amount: number, coin: number): number {
  if (coin <= 1) return amount;
  const rounded = share(amount, 1, coin) * coin;
  return rounded === 0 ? amount : rounded;
}

/** The shop as it should be. */
export type ShopModel = {
  readonly pricesIncludeTax: boolean;
  readonly products: ModelProduct[];
  /** By number, which is the place in it plus one. */
  readonly orders: ModelOrder[];
  readonly heldCarts: Set<string>;
  openCart: string | null;
  coin: number;
  carts: number;
};

export function emptyShop(pricesIncludeTax: boolean): ShopModel {
  return {
    pricesIncludeTax,
    products: [],
    orders: [],
    heldCarts: new Set(),
    openCart: null,
    coin: 0,
    carts: 0,
  };
}

/** Products of which these lines want more than there is. */
export function shortOf(lines: readonly ModelLine[]): readonly ModelProduct[] {
  const wanted = new Map<ModelProduct, number>();
  for (const { product, quantity } of lines) {
    if (product) wanted.set(product, (wanted.get(product) ?? 0) + quantity);
  }
  return [...wanted]
    .filter(
      ([product, most]) =>
        product.tracked && product.policy !== 'allow' && most > product.onHand - product.reserved,
    )
    .map(([product]) => product);
}

/** Books an order: counter sales leave the shelf, the others reserve. */
export function book(shop: ShopModel, order: ModelOrder): void {
  shop.orders.push(order);
  for (const { product, quantity } of order.lines) {
    if (!product) continue;
    if (order.kind === 'counter') product.onHand -= quantity;
    else product.reserved += quantity;
  }
}
