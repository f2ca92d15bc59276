import fc from 'fast-check';
import type { Input } from '../../src/shared/contract/index.ts';
import { amountsOf, inCoins, type ModelDiscount, type Priceable, sumOf } from './arithmetic.ts';
import { type ModelOrder, type ModelProduct, type ModelShop, todayOf } from './model-shop.ts';
import type { SentTender } from './take-tenders.ts';

type Place = Input<'orders.place'>;
export type SentLine = Place['lines'][number];

/** What is wrong with a sale. */
const flaws = [
  'gone',
  'price',
  'total',
  'zero',
  'fraction',
  'card-over',
  'no-reference',
  'underpaid',
  'past',
  'half',
] as const;
type Flaw = (typeof flaws)[number];

export const payPlans = [
  'cash',
  'cash-more',
  'card',
  'card-and-cash',
  'two-cash',
  'later',
  'part-card',
  'part-cash',
] as const;
export type PayPlan = (typeof payPlans)[number];

/** Once in so many and one times; otherwise null. */
export function seldom<T>(arbitrary: fc.Arbitrary<T>, times: number): fc.Arbitrary<T | null> {
  return fc.oneof({ weight: times, arbitrary: fc.constant(null) }, { weight: 1, arbitrary });
}

export type LineWish = { readonly pick: number; readonly count: number; readonly discount: number };
export const lineWish: fc.Arbitrary<LineWish> = fc.record({
  pick: fc.nat(20),
  count: fc.integer({ min: 1, max: 5000 }),
  discount: fc.nat(5),
});

export type SaleWish = {
  readonly kind: ModelOrder['kind'];
  readonly lines: readonly LineWish[];
  readonly custom: number | null;
  readonly orderDiscount: number;
  readonly plan: PayPlan;
  readonly flaw: Flaw | null;
  readonly acceptsWarning: boolean;
  readonly days: number;
};

export const anySale: fc.Arbitrary<SaleWish> = fc.record({
  kind: fc.constantFrom('counter', 'pickup', 'delivery', 'delivery'),
  lines: fc.array(lineWish, { minLength: 1, maxLength: 3 }),
  custom: seldom(fc.integer({ min: 0, max: 5000 }), 4),
  orderDiscount: fc.nat(5),
  plan: fc.constantFrom(...payPlans),
  flaw: seldom(fc.constantFrom(...flaws), 7),
  acceptsWarning: fc.boolean(),
  days: fc.constantFrom(0, 0, 1, 2),
});

/** A discount that a cashier may give by itself; several numbers mean none. */
export function discountNo(choice: number, base: number): ModelDiscount | null {
  if (choice === 1) return { kind: 'percent', rate: 77_700 };
  if (choice === 2) return { kind: 'percent', rate: 100_000 };
  if (choice === 3) return { kind: 'amount', amount: Math.floor(base / 20) };
  return null;
}

/** The lines of a wish as the till would send them for the shop as it stands. */
export function sentLines(
  shop: ModelShop,
  { lines, custom }: Pick<SaleWish, 'lines' | 'custom'>,
): SentLine[] {
  const ofProducts = lines.flatMap((wish): SentLine[] => {
    const product = shop.products[wish.pick % Math.max(1, shop.products.length)];
    return product ? [sentLine(product, wish)] : [];
  });
  const price = custom ?? (ofProducts.length === 0 ? 100 : null);
  return price === null
    ? ofProducts
    : [...ofProducts, asSent({ productId: null, unitPrice: price, quantity: 1000 })];
}

function sentLine(product: ModelProduct, { count, discount }: LineWish): SentLine {
  const quantity = product.isMeasured ? count : ((count % 5) + 1) * 1000;
  const gross = Math.floor((product.price * quantity) / 1000);
  return asSent({
    productId: product.id,
    unitPrice: product.price,
    quantity,
    discount: discountNo(discount, gross),
  });
}

function asSent(line: object): SentLine {
  const rest = {
    name: 'As the till names it',
    priceOverridden: false,
    discount: null,
    note: '',
    taxClassId: null,
  };
  return { ...rest, ...line } as unknown as SentLine;
}

/** What the window would show for lines: priced by the model, at the prices that were sent. */
export function priceableOf(shop: ModelShop, lines: readonly SentLine[]): readonly Priceable[] {
  return lines.map(({ productId, unitPrice, quantity, discount }) => {
    const rate =
      productId === null ? 200_000 : (shop.products.find((one) => one.id === productId)?.rate ?? 0);
    return { unitPrice, quantity, discount, rate };
  });
}

/** Who pays what; cash that settles the rest is counted in coins. */
export function sentTenders(total: number, coin: number, plan: PayPlan): SentTender[] {
  const coins = inCoins(total, coin) || total;
  const card = (tenderId: number, amount: number): SentTender => ({ tenderId, amount, reference: 'A1' });
  const cash = (amount: number): SentTender => ({ tenderId: 1, amount, reference: '' });
  const third = Math.floor(total / 3);
  const half = Math.floor(coins / 2);
  const plans: Readonly<Record<PayPlan, readonly SentTender[]>> = {
    later: [],
    cash: [cash(coins)],
    'cash-more': [cash(coins + 500)],
    card: [card(2, total)],
    'card-and-cash': [
      card(3, Math.floor(total / 2)),
      cash(inCoins(total - Math.floor(total / 2), coin) || total),
    ],
    'two-cash': [cash(half), cash(coins - half)],
    'part-card': [card(2, third)],
    'part-cash': [cash(third)],
  };
  return total === 0 ? [] : plans[plan].filter((one) => one.amount > 0);
}

/** A wish as the till sends it, flaw and all. */
export function saleInput(shop: ModelShop, wish: SaleWish, cartId: string): Place {
  const lines = sentLines(shop, wish);
  const priceable = priceableOf(shop, lines);
  const before = amountsOf(priceable, null, shop.pricesIncludeTax);
  const orderDiscount = discountNo(
    wish.orderDiscount,
    sumOf(before, (one) => one.gross - one.discount),
  );
  const amounts = amountsOf(priceable, orderDiscount, shop.pricesIncludeTax);
  const total = sumOf(amounts, (one) => one.net + one.tax);
  const isCounter = wish.kind === 'counter';
  const plan = isCounter && ['later', 'part-card', 'part-cash'].includes(wish.plan) ? 'cash' : wish.plan;
  const input = {
    ...{ cartId, lines, orderDiscount, kind: wish.kind, customerId: null, note: '' },
    delivery: isCounter
      ? null
      : { name: 'Ada', phone: '', address: 'Low Road 1', date: dayAfter(shop, wish.days) },
    tenders: sentTenders(total, shop.coin, plan),
    expectedTotal: total,
    oversellAccepted: wish.acceptsWarning ? shop.products.map((product) => product.id) : [],
  } as unknown as Place;
  return spoil(input, wish.flaw, total);
}

/** A business date so many days on, yyyymmdd. */
function dayAfter(shop: ModelShop, days: number): number {
  return todayOf({ ...shop, now: shop.now + days * 86_400_000 });
}

function spoil(input: Place, flaw: Flaw | null, total: number): Place {
  const [first, ...rest] = input.lines;
  if (!first) throw new Error('a sale of nothing');
  const line = (change: object) => ({ ...input, lines: [{ ...first, ...change }, ...rest] });
  const tender = (tenderId: number, amount: number, reference: string) => ({
    ...input,
    tenders: amount === 0 ? [] : [{ tenderId, amount, reference }],
  });
  const spoilt: Readonly<Record<Flaw, () => object>> = {
    gone: () => line({ productId: 9999 }),
    zero: () => line({ quantity: 0 }),
    fraction: () => line({ quantity: first.quantity + 500 }),
    price: () => line({ unitPrice: first.unitPrice + 1 }),
    half: () => line({ discount: { kind: 'percent', rate: 600_000 } }),
    total: () => ({ ...input, expectedTotal: total + 1 }),
    past: () => ({ ...input, delivery: input.delivery && { ...input.delivery, date: 20200101 } }),
    'card-over': () => tender(2, total + 1, 'A1'),
    'no-reference': () => tender(2, Math.max(1, total), ''),
    underpaid: () => tender(1, Math.floor(total / 2), ''),
  };
  return flaw === null ? input : (spoilt[flaw]() as Place);
}
