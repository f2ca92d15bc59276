import fc from 'fast-check';
import { amountsOf, sumOf } from './arithmetic.ts';
import { Refusal } from './expected.ts';
import type { ModelLine, ModelOrder, ModelShop } from './model-shop.ts';
import { dueBackOf } from './order-money.ts';
import { creditOf, returnedOf } from './return-oracles.ts';
import { discountNo, lineWish, payPlans, priceableOf, seldom, sentLines, sentTenders } from './sale-wish.ts';
import { anyPick, asking, deed, inTheOffice, orderIn, pickOf, type Step } from './step.ts';

const dispositions = ['restock', 'restock', 'damaged', 'lost', 'not-returned'] as const;
const reasons = ['unwanted', 'faulty', 'wrong-item'] as const;

const lineWishes = fc.array(
  fc.record({
    pick: anyPick,
    /** In tenths of what is left; eleven are more than there is. */
    part: fc.integer({ min: 1, max: 11 }),
    disposition: fc.constantFrom(...dispositions),
    reason: fc.constantFrom(...reasons),
    giveMoneyBack: fc.oneof(
      { weight: 9, arbitrary: fc.constant(true) },
      { weight: 1, arbitrary: fc.constant(false) },
    ),
  }),
  { minLength: 1, maxLength: 3 },
);
type LineWishes = typeof lineWishes extends fc.Arbitrary<infer T> ? T : never;

function wantedBack(shop: ModelShop, order: ModelOrder, wishes: LineWishes) {
  const left = new Map(
    order.lines.map((line) => [line, line.quantity - returnedOf(shop, order, line.lineNo)] as const),
  );
  const leftOf = (line: ModelLine): number => left.get(line) ?? 0;
  return wishes.flatMap(({ pick, part, disposition, reason, giveMoneyBack }) => {
    const line = pickOf(order.lines, pick, (one) => leftOf(one) > 0);
    if (!line) return [];
    const some = Math.ceil((leftOf(line) * Math.min(part, 10)) / 10);
    const whole = line.product?.isMeasured ? some : Math.ceil(some / 1000) * 1000;
    const quantity = part === 11 ? leftOf(line) + 1000 : Math.max(1, whole);
    left.set(line, leftOf(line) - quantity);
    return [{ lineNo: line.lineNo, quantity, disposition, reason, giveMoneyBack }];
  });
}

type Wanted = Parameters<typeof creditOf>[2];

/** What the window shows that the goods come to; anything, where it would not get so far. */
function shownCredit(shop: ModelShop, order: ModelOrder, lines: ReturnType<typeof wantedBack>): number {
  try {
    return creditOf(shop, order, lines as unknown as Wanted);
  } catch (error) {
    if (error instanceof Refusal) return 0;
    throw error;
  }
}

const returned = asking(
  'return',
  {
    pick: anyPick,
    wishes: lineWishes,
    cashNow: fc.boolean(),
    tenderId: seldom(fc.constantFrom(1, 2, 3), 1),
    isSpread: fc.boolean(),
    off: fc.oneof({ weight: 9, arbitrary: fc.constant(0) }, { weight: 1, arbitrary: fc.constant(1) }),
  },
  (shop, { pick, wishes, cashNow, tenderId, isSpread, off }) => {
    const order = orderIn(shop, pick, 'delivered');
    if (!order) return null;
    const lines = wantedBack(shop, order, wishes);
    if (lines.length === 0) return null;
    const expectedCredit = shownCredit(shop, order, lines) + off;
    const last = order.payments.at(-1);
    const amount = dueAfter(shop, order, expectedCredit);
    const isShared = isSpread || !last || amount === 0;
    const refunds = isShared ? [] : [{ paymentNo: last.paymentNo, tenderId, amount, reference: '' }];
    return deed('returns.create', {
      orderId: order.id,
      lines,
      note: '',
      refunds,
      cashNow,
      expectedCredit,
      exchange: null,
    });
  },
);

const exchange = asking(
  'exchange',
  {
    pick: anyPick,
    wishes: lineWishes,
    lines: fc.array(lineWish, { minLength: 1, maxLength: 2 }),
    orderDiscount: fc.nat(5),
    plan: fc.constantFrom(...payPlans),
    cashNow: fc.boolean(),
    acceptsWarning: fc.boolean(),
  },
  (shop, { pick, wishes, lines: bought, orderDiscount: choice, plan, cashNow, acceptsWarning }) => {
    const order = orderIn(shop, pick, 'delivered');
    if (!order) return null;
    const lines = wantedBack(shop, order, wishes);
    if (lines.length === 0) return null;
    const expectedCredit = shownCredit(shop, order, lines);
    const sold = sentLines(shop, { lines: bought, custom: null });
    const priceable = priceableOf(shop, sold);
    const base = sumOf(amountsOf(priceable, null, shop.pricesIncludeTax), (one) => one.gross - one.discount);
    const orderDiscount = discountNo(choice, base);
    const amounts = amountsOf(priceable, orderDiscount, shop.pricesIncludeTax);
    const expectedTotal = sumOf(amounts, (one) => one.net + one.tax);
    const due = dueAfter(shop, order, expectedCredit);
    const rest = Math.max(0, expectedTotal - due);
    const isShort = ['later', 'part-card', 'part-cash'].includes(plan) && pick % 4 !== 0;
    const tenders = sentTenders(rest, shop.coin, isShort ? 'card' : plan);
    const oversellAccepted = acceptsWarning ? shop.products.map((product) => product.id) : [];
    const on = { lines: sold, orderDiscount, tenders, expectedTotal, oversellAccepted };
    return deed('returns.create', {
      orderId: order.id,
      lines,
      note: '',
      refunds: [],
      cashNow,
      expectedCredit,
      exchange: on,
    });
  },
);

/** What is due back when so much more is taken off an order. */
function dueAfter(shop: ModelShop, order: ModelOrder, credit: number): number {
  order.credited += credit;
  const due = dueBackOf(shop, order);
  order.credited -= credit;
  return due;
}

const withoutReceipt = asking(
  'return without receipt',
  {
    pick: anyPick,
    count: fc.integer({ min: 1, max: 3000 }),
    part: fc.integer({ min: 0, max: 11 }),
    disposition: fc.constantFrom(...dispositions),
    tenderId: fc.constantFrom(1, 1, 2, 3, 4),
  },
  (shop, { pick, count, part, disposition, tenderId }) => {
    const product = pickOf(shop.products, pick);
    if (!product) return null;
    const quantity = product.isMeasured ? count : ((count % 3) + 1) * 1000;
    const unitPrice = part === 11 ? product.price + 1 : Math.floor((product.price * part) / 10);
    const line = { productId: product.id, quantity, unitPrice, reason: 'unwanted' as const, disposition };
    const reference = tenderId === 1 ? '' : 'R1';
    return deed('returns.createWithoutReceipt', {
      lines: [line],
      customerId: null,
      tenderId,
      reference,
      note: '',
    });
  },
  inTheOffice,
);

/** Goods that come back. */
export const returnSteps: readonly (readonly [weight: number, step: fc.Arbitrary<Step>])[] = [
  [5, returned],
  [3, exchange],
  [1, withoutReceipt],
];
