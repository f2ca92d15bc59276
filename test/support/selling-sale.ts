import fc from 'fast-check';
import type { Input } from '../../src/shared/contract/index.ts';
import {
  amountsOf,
  inCoins,
  type ModelDiscount,
  type ModelLine,
  type ModelOrder,
  type ModelPayment,
  type ShopModel,
  shortOf,
} from './selling-model.ts';

/** What is wrong with a sale that must be refused. */
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
] as const;
const plans = [
  'cash',
  'cash-more',
  'card',
  'card-and-cash',
  'two-cash',
  'later',
  'part-card',
  'part-cash',
] as const;

export type SaleWish = {
  readonly kind: ModelOrder['kind'];
  readonly seller: 'owner' | 'cashier';
  readonly lines: readonly { readonly pick: number; readonly count: number; readonly discount: number }[];
  readonly custom: number | null;
  readonly orderDiscount: number;
  readonly plan: (typeof plans)[number];
  readonly flaw: (typeof flaws)[number] | null;
  readonly acceptsWarning: boolean;
};

export const anySale: fc.Arbitrary<SaleWish> = fc.record({
  kind: fc.constantFrom('counter', 'counter', 'pickup', 'delivery'),
  seller: fc.constantFrom('owner', 'cashier'),
  lines: fc.array(
    fc.record({ pick: fc.nat(20), count: fc.integer({ min: 1, max: 5000 }), discount: fc.nat(5) }),
    { minLength: 1, maxLength: 4 },
  ),
  custom: fc.option(fc.integer({ min: 0, max: 5000 }), { nil: null, freq: 4 }),
  orderDiscount: fc.nat(5),
  plan: fc.constantFrom(...plans),
  flaw: fc.option(fc.constantFrom(...flaws), { nil: null, freq: 3 }),
  acceptsWarning: fc.boolean(),
});

/** A discount that a cashier may give; several numbers mean none. */
function discountNo(choice: number, base: number): ModelDiscount | null {
  if (choice === 1) return { kind: 'percent', rate: 77_700 };
  if (choice === 2) return { kind: 'percent', rate: 100_000 };
  if (choice === 3) return { kind: 'amount', amount: Math.floor(base / 20) };
  return null;
}

function linesOf(shop: ShopModel, wish: SaleWish): readonly ModelLine[] {
  const lines = wish.lines.flatMap(({ pick, count, discount }): ModelLine[] => {
    const product = shop.products[pick % Math.max(1, shop.products.length)];
    if (!product) return [];
    const quantity = product.isMeasured ? count : ((count % 5) + 1) * 1000;
    const { price: unitPrice, rate } = product;
    const gross = Math.floor((unitPrice * quantity) / 1000);
    return [{ product, unitPrice, quantity, discount: discountNo(discount, gross), rate }];
  });
  const custom = { product: null, quantity: 1000, discount: null, rate: 200_000 };
  const isBare = lines.length === 0;
  const price = wish.custom ?? (isBare ? 100 : null);
  return price === null ? lines : [...lines, { ...custom, unitPrice: price }];
}

type Tenders = { readonly payments: readonly ModelPayment[]; readonly rounding: number };

/** Who pays what: cash is rounded to coins where it settles the rest. */
function tendersOf(total: number, coin: number, { plan, kind }: SaleWish): Tenders {
  const payment = (tenderId: number, amount: number, change = 0) => ({ tenderId, amount, change });
  const coins = inCoins(total, coin);
  const paidIn = (payments: ModelPayment[], rounding = 0): Tenders => ({
    payments: payments.filter((one) => one.amount > 0),
    rounding,
  });
  if (total === 0) return paidIn([]);
  const isLater = kind !== 'counter';
  if (isLater && plan === 'later') return paidIn([]);
  if (isLater && plan === 'part-card') return paidIn([payment(2, Math.floor(total / 3))]);
  if (isLater && plan === 'part-cash') return paidIn([payment(1, Math.floor(total / 3))]);
  if (plan === 'card') return paidIn([payment(2, total)]);
  if (plan === 'cash-more') return paidIn([payment(1, coins, 500)], coins - total);
  if (plan === 'card-and-cash') {
    const card = Math.floor(total / 2);
    const rest = inCoins(total - card, coin);
    return paidIn([payment(3, card), payment(1, rest)], rest - (total - card));
  }
  const first = plan === 'two-cash' ? Math.floor(coins / 2) : 0;
  return paidIn([payment(1, first), payment(1, coins - first)], coins - total);
}

export type Sale = {
  readonly input: Input<'orders.place'>;
  readonly order: ModelOrder;
  /** The refusal that must come, or null. */
  readonly refusal: string | null;
};

/** A wish as it is sent to the shop as it stands, and what must come of it. */
export function saleOf(shop: ShopModel, wish: SaleWish, today: number, cartId: string): Sale {
  const lines = linesOf(shop, wish);
  const before = amountsOf(lines, null, shop.pricesIncludeTax);
  const base = before.reduce((all, one) => all + one.gross - one.discount, 0);
  const orderDiscount = discountNo(wish.orderDiscount, base);
  const amounts = amountsOf(lines, orderDiscount, shop.pricesIncludeTax);
  const total = amounts.reduce((all, one) => all + one.net + one.tax, 0);
  const { payments, rounding } = tendersOf(total, shop.coin, wish);
  const short = shortOf(lines);
  const input = {
    cartId,
    kind: wish.kind,
    lines: lines.map((line) => ({
      productId: line.product?.id ?? null,
      name: 'As the till names it',
      quantity: line.quantity,
      unitPrice: line.unitPrice,
      priceOverridden: false,
      discount: line.discount,
      note: '',
      taxClassId: null,
    })),
    orderDiscount,
    customerId: null,
    delivery: wish.kind === 'counter' ? null : { name: 'Ada', phone: '', address: 'Low Road 1', date: today },
    tenders: payments.map(({ tenderId, amount, change }) => ({
      tenderId,
      amount: amount + change,
      reference: tenderId === 1 ? '' : 'A1',
    })),
    expectedTotal: total,
    note: '',
    oversellAccepted: wish.acceptsWarning ? short.map((product) => product.id) : [],
  } as unknown as Input<'orders.place'>;
  const spoilt = spoil(input, wish, total);
  const isBlocked = wish.seller === 'cashier' && short.some((product) => product.policy === 'block');
  const stock = isBlocked
    ? 'out-of-stock'
    : short.length > 0 && !wish.acceptsWarning
      ? 'stock-warning'
      : null;
  const refusal = spoilt.isFirst ? spoilt.code : (stock ?? spoilt.code);
  const order = { kind: wish.kind, date: today, lines, amounts, rounding, total: total + rounding, payments };
  return { input: spoilt.input, order, refusal };
}

type Spoilt = {
  readonly input: Input<'orders.place'>;
  readonly code: string | null;
  /** Found before the stock is looked at. */
  readonly isFirst: boolean;
};

function spoil(input: Input<'orders.place'>, { flaw }: SaleWish, total: number): Spoilt {
  const [first, ...rest] = input.lines;
  if (!first) throw new Error('a sale of nothing');
  const line = (change: object): Input<'orders.place'> =>
    ({ ...input, lines: [{ ...first, ...change }, ...rest] }) as Input<'orders.place'>;
  const tender = (tenderId: number, amount: number, reference: string): Input<'orders.place'> =>
    ({ ...input, tenders: amount === 0 ? [] : [{ tenderId, amount, reference }] }) as Input<'orders.place'>;
  const early = (code: string, changed: Input<'orders.place'>): Spoilt => ({
    input: changed,
    code,
    isFirst: true,
  });
  const late = (code: string, changed: Input<'orders.place'>): Spoilt => ({
    input: changed,
    code,
    isFirst: false,
  });
  if (flaw === 'gone') return early('product-gone', line({ productId: 9999 }));
  if (flaw === 'zero') return early('quantity-not-positive', line({ quantity: 0 }));
  if (flaw === 'price' && first.productId !== null)
    return early('price-changed', line({ unitPrice: first.unitPrice + 1 }));
  if (flaw === 'total') {
    const expectedTotal = (total + 1) as (typeof input)['expectedTotal'];
    return early('price-changed', { ...input, expectedTotal });
  }
  if (flaw === 'past' && input.delivery) {
    const delivery = { ...input.delivery, date: 20200101 as (typeof input.delivery)['date'] };
    return early('delivery-date-in-past', { ...input, delivery });
  }
  if (flaw === 'card-over') return late('too-much-paid', tender(2, total + 1, 'A1'));
  if (flaw === 'no-reference') return late('reference-missing', tender(2, Math.max(1, total), ''));
  if (flaw === 'underpaid' && input.kind === 'counter' && total > 0)
    return late('not-fully-paid', tender(1, Math.floor(total / 2), ''));
  return { input, code: null, isFirst: false };
}
