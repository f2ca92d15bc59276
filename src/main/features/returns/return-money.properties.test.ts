import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addProduct, line } from '../../../../test/support/builders.ts';
import { checkEachCommand, checkShop } from '../../../../test/support/check-shop.ts';
import { createOpenShop, type TestApp } from '../../../../test/support/create-test-app.ts';
import { bringBack } from '../../../../test/support/return-builder.ts';
import type { Input, Output } from '../../../shared/contract/index.ts';
import type { Discount } from '../../../shared/domain/discount.ts';
import { type Money, money } from '../../../shared/domain/money.ts';
import { priceOrder } from '../../../shared/domain/pricing.ts';
import { type Quantity, quantity } from '../../../shared/domain/quantity.ts';
import { percent, type Rate } from '../../../shared/domain/rate.ts';
import { dispositions } from '../../../shared/domain/return-line.ts';
import type { Tax } from '../../../shared/domain/tax.ts';

/** Any sale, brought back in any pieces, in shops of every kind. What must come out is told here in BigInt. */

const taxClasses: readonly (readonly Tax[])[] = [
  [{ name: 'VAT', rate: percent(20) }],
  [
    { name: 'CGST', rate: percent(9) },
    { name: 'SGST', rate: 25_000 as Rate },
  ],
  [],
];

const discount: fc.Arbitrary<Discount | null> = fc.oneof(
  fc.constant(null),
  fc.nat(250).map((amount) => ({ kind: 'amount' as const, amount: money(amount) })),
  fc.integer({ min: 0, max: 900_000 }).map((rate) => ({ kind: 'percent' as const, rate: rate as Rate })),
);

const sale = fc.record({
  pricesIncludeTax: fc.boolean(),
  taxRounding: fc.constantFrom('line' as const, 'order' as const),
  coin: fc.constantFrom(0, 5, 10),
  cardShare: fc.constantFrom(0, 40, 100),
  orderDiscount: discount,
  lines: fc.array(
    fc.record({
      price: fc.oneof(fc.integer({ min: 1, max: 30 }), fc.integer({ min: 1, max: 5000 })),
      pieces: fc.integer({ min: 1, max: 5 }),
      taxClass: fc.nat(2),
      discount,
    }),
    { minLength: 1, maxLength: 3 },
  ),
});
type Sale = typeof sale extends fc.Arbitrary<infer T> ? T : never;

const step = fc.record({
  lineNo: fc.integer({ min: 1, max: 3 }),
  pieces: fc.integer({ min: 1, max: 3 }),
  disposition: fc.constantFrom(...dispositions),
  giveMoneyBack: fc.boolean(),
});
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;

async function openShop({ pricesIncludeTax, taxRounding, coin }: Sale): Promise<TestApp> {
  const classes = taxClasses.map((rates, index) => {
    return { name: `Class ${index}`, isDefault: index === 0, rates: [...rates] };
  });
  const test = await createOpenShop({ pricesIncludeTax, taxClasses: classes });
  test.file.transaction((db) => db.statement('UPDATE shop SET taxRounding = ?').run(taxRounding));
  await test.ask('shop.update', { cashRounding: money(coin) });
  return test;
}

/** Sells it at the counter, partly by card, the rest in coins. */
async function sell(test: TestApp, draft: Sale): Promise<void> {
  const { lines, orderDiscount, pricesIncludeTax, taxRounding } = draft;
  const placed = lines.map((one) => {
    const productId = addProduct(test, { price: one.price, stock: 100, taxClassId: one.taxClass + 1 });
    return line(productId, one.pieces, one.price, { discount: one.discount });
  });
  const priced = priceOrder({
    lines: placed.map((one, index) => ({ ...one, taxes: taxClasses[lines[index]?.taxClass ?? 0] ?? [] })),
    ...{ orderDiscount, pricesIncludeTax, taxRounding },
  });
  const card = Math.trunc((priced.total * draft.cardShare) / 100);
  const rest = priced.total - card;
  const tenders = [
    ...(card > 0 ? [{ tenderId: 2, amount: money(card), reference: 'A1' }] : []),
    ...(rest > 0 ? [{ tenderId: 1, amount: money(rest + 50), reference: '' }] : []),
  ];
  const counter = { cartId: 'cart-1', kind: 'counter' as const, customerId: null, delivery: null, note: '' };
  const input: Input<'orders.place'> = {
    ...counter,
    lines: placed,
    orderDiscount,
    tenders,
    oversellAccepted: [],
    expectedTotal: priced.total,
  };
  await test.ask('orders.place', input);
}

/** The part of an amount that so many more pieces are: round(a × after ÷ sold) − round(a × before ÷ sold). */
function partOf(amount: Money, sold: Quantity, before: number, after: number): number {
  const whole = (count: number) => (2n * BigInt(amount) * BigInt(count) + BigInt(sold)) / (2n * BigInt(sold));
  return Number(whole(after) - whole(before));
}

type Order = Output<'orders.get'>;
/** What came back of each line, and what was given back for it. */
type Known = { readonly returned: number[]; readonly given: number[]; credited: number };

/** What a step comes to: the lines' parts, and the rounding with the last of the value. */
function creditOf(
  order: Order,
  known: Known,
  lineIndex: number,
  pieces: number,
  giveMoneyBack: boolean,
): number {
  const sold = order.lines[lineIndex];
  if (!sold) throw new Error('no such line');
  const before = known.returned[lineIndex] ?? 0;
  const part = giveMoneyBack ? partOf(sold.total, sold.quantity, before, before + pieces * 1000) : 0;
  known.returned[lineIndex] = before + pieces * 1000;
  known.given[lineIndex] = (known.given[lineIndex] ?? 0) + part;
  const given = known.given.reduce((sum, one) => sum + one, 0);
  const goods = order.total - order.rounding;
  const shouldBe = given === goods ? order.total : Math.min(given, order.total);
  const credit = shouldBe - known.credited;
  known.credited = shouldBe;
  return credit;
}

async function bringBackStep(test: TestApp, order: Order, known: Known, wanted: Step): Promise<void> {
  const index = (wanted.lineNo - 1) % order.lines.length;
  const sold = order.lines[index];
  const left = ((sold?.quantity ?? 0) - (known.returned[index] ?? 0)) / 1000;
  const pieces = Math.min(wanted.pieces, left);
  if (pieces === 0) return;
  const credit = creditOf(order, known, index, pieces, wanted.giveMoneyBack);
  const { disposition, giveMoneyBack } = wanted;
  const goods = { lineNo: index + 1, quantity: quantity(pieces * 1000), reason: 'other' as const };
  const input = bringBack(order.id, [{ ...goods, disposition, giveMoneyBack }], credit);
  const done = await test.ask('returns.create', input);
  expect(done.credited).toBe(credit);
}

function sum(values: readonly number[]): number {
  return values.reduce((all, value) => all + value, 0);
}

/** What must hold after each step, whatever came back. */
async function expectSound(test: TestApp, known: Known): Promise<Order> {
  const order = await test.ask('orders.get', { orderId: 1 });
  expect(order.credited).toBe(known.credited);
  expect(sum(order.refunds.map((one) => one.amount))).toBe(known.credited);
  for (const payment of order.payments) {
    const of = order.refunds.filter((one) => one.paymentNo === payment.paymentNo);
    expect(sum(of.map((one) => one.amount))).toBeLessThanOrEqual(payment.amount);
  }
  for (const sold of order.lines) {
    const back = order.returns.flatMap((one) => one.lines.filter((each) => each.orderLineNo === sold.lineNo));
    expect(sum(back.map((one) => one.total))).toBeLessThanOrEqual(sold.total);
    expect(sum(back.map((one) => one.tax))).toBeLessThanOrEqual(sold.tax);
  }
  expect(order.dueBack).toBe(0);
  return order;
}

async function inShop(draft: Sale, work: (test: TestApp, order: Order) => Promise<void>): Promise<void> {
  const test = await openShop(draft);
  try {
    await sell(test, draft);
    await work(test, await test.ask('orders.get', { orderId: 1 }));
    expect(checkShop(test.file.read, Buffer.alloc(32, 2))).toEqual([]);
    expect(checkEachCommand(test.file.read)).toEqual([]);
  } finally {
    await test.close();
  }
}

const newKnown = (order: Order): Known => {
  return { returned: order.lines.map(() => 0), given: order.lines.map(() => 0), credited: 0 };
};

describe('any sale that comes back in any pieces', () => {
  it('gives back the running whole of each line, never more than was paid', async () => {
    const property = fc.asyncProperty(sale, fc.array(step, { minLength: 1, maxLength: 6 }), (draft, steps) =>
      inShop(draft, async (test, order) => {
        const known = newKnown(order);
        for (const one of steps) {
          await bringBackStep(test, order, known, one);
          await expectSound(test, known);
        }
      }),
    );
    await fc.assert(property, { numRuns: 60 });
  });

  it('gives back exactly what was paid once all of it is back, each tax and every coin', async () => {
    const property = fc.asyncProperty(sale, fc.array(step, { maxLength: 5 }), (draft, steps) =>
      inShop(draft, async (test, order) => {
        const known = newKnown(order);
        const rest = order.lines.map(({ lineNo }) => ({
          lineNo,
          pieces: 5,
          disposition: 'restock' as const,
        }));
        for (const one of [...steps, ...rest]) {
          await bringBackStep(test, order, known, { ...one, giveMoneyBack: true });
        }
        const back = await expectSound(test, known);
        expect(back.credited).toBe(order.total);
        expect(sum(back.refunds.map((one) => one.amount))).toBe(order.paid);
        expect(sum(back.returns.map((one) => one.tax))).toBe(order.tax);
        expect(sum(back.returns.map((one) => one.rounding))).toBe(order.rounding);
        expectCoins(back, draft.coin);
        for (const tax of order.taxes) expect(taxGivenBack(test, tax.name)).toBe(tax.amount);
      }),
    );
    await fc.assert(property, { numRuns: 60 });
  });
});

/** What was handed out is coins, and in all what the cash payment was. */
function expectCoins(order: Order, coin: number): void {
  const inCash = order.refunds.filter((one) => one.tenderKind === 'cash');
  const paidInCash = sum(order.payments.filter((one) => one.tenderKind === 'cash').map((one) => one.amount));
  const handedOut = inCash.map((one) => one.amount + one.rounding);
  if (coin > 0) for (const one of handedOut) expect(one % coin).toBe(0);
  expect(Math.abs(sum(handedOut) - paidInCash)).toBeLessThanOrEqual(coin / 2);
}

function taxGivenBack(test: TestApp, name: string): number {
  const found = test.file.read
    .statement(
      `SELECT ifnull(sum(value ->> 'amount'), 0) AS amount FROM returnLines, json_each(taxes) WHERE value ->> 'name' = ?`,
    )
    .get(name) as { amount: number };
  return found.amount;
}
