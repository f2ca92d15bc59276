import fc from 'fast-check';
import { expect, it } from 'vitest';
import { addProduct, counterSale, line } from '../../../../test/support/builders.ts';
import { checkEachCommand, checkShop } from '../../../../test/support/check-shop.ts';
import { createOpenShop, type TestApp } from '../../../../test/support/create-test-app.ts';
import { back, bringBack, stockAndCost } from '../../../../test/support/return-builder.ts';
import type { Input } from '../../../shared/contract/index.ts';
import { money } from '../../../shared/domain/money.ts';

const cash = 1;
const card = 2;

/** One swap: so many pieces of an earlier order, for so many of a new price, paid on top in cash or by card. */
const swap = fc.record({
  order: fc.nat(9),
  pieces: fc.integer({ min: 1, max: 2 }),
  price: fc.integer({ min: 1, max: 3000 }),
  newPieces: fc.integer({ min: 1, max: 3 }),
  byCard: fc.boolean(),
});
type Swap = typeof swap extends fc.Arbitrary<infer T> ? T : never;

const shopDay = fc.record({
  price: fc.integer({ min: 1, max: 2000 }),
  pieces: fc.integer({ min: 2, max: 4 }),
  cardShare: fc.constantFrom(0, 30, 100),
  coin: fc.constantFrom(0, 5),
  swaps: fc.array(swap, { minLength: 1, maxLength: 4 }),
});

async function swapGoods(test: TestApp, { order, pieces, price, newPieces, byCard }: Swap): Promise<void> {
  const { items } = await test.ask('orders.list', everyOrder);
  const { id: orderId } = items[order % items.length] ?? { id: 1 };
  const sold = (await test.ask('orders.get', { orderId })).lines[0];
  const left = ((sold?.quantity ?? 0) - (sold?.returned ?? 0)) / 1000;
  if (!sold || left < pieces) return;
  const whole = sold.quantity === sold.returned + pieces * 1000;
  const worth = partOf(sold, pieces) + (whole ? await roundingLeft(test, orderId) : 0);
  const productId = addProduct(test, { name: 'New', price, stock: 100 });
  const total = price * newPieces;
  const rest = Math.max(0, total - worth);
  const tender = byCard
    ? { tenderId: card, amount: money(rest) }
    : { tenderId: cash, amount: money(rest + 20) };
  const exchange = {
    lines: [line(productId, newPieces, price)],
    orderDiscount: null,
    tenders: rest === 0 ? [] : [{ ...tender, reference: 'A9' }],
    expectedTotal: money(total),
    oversellAccepted: [],
  };
  const done = await test.ask('returns.create', bringBack(orderId, [back(1, pieces)], worth, { exchange }));
  expect(done.exchanged).toBe(Math.min(worth, total));
  expect(stockAndCost(test, productId)).toMatchObject({ onHand: (100 - newPieces) * 1000 });
}

const everyOrder: Input<'orders.list'> = {
  ...{ text: '', fromDate: null, toDate: null, customerId: null, cursor: null, limit: 100 },
  status: 'all',
  kind: 'all',
};

/** Without discounts each piece is worth its price. */
function partOf(sold: { readonly total: number; readonly quantity: number }, pieces: number): number {
  return (sold.total * pieces * 1000) / sold.quantity;
}

async function roundingLeft(test: TestApp, orderId: number): Promise<number> {
  const { total, credited, lines } = await test.ask('orders.get', { orderId });
  const out = (lines[0]?.quantity ?? 0) - (lines[0]?.returned ?? 0);
  return total - credited - ((lines[0]?.total ?? 0) * out) / (lines[0]?.quantity ?? 1);
}

/** What the shop keeps of each order is what the order costs; exchange value cancels itself out. */
async function expectBalanced(test: TestApp): Promise<void> {
  const { items } = await test.ask('orders.list', everyOrder);
  let exchangedIn = 0;
  let exchangedOut = 0;
  for (const { id: orderId } of items) {
    const order = await test.ask('orders.get', { orderId });
    const sentBack = order.refunds.reduce((sum, one) => sum + one.amount, 0);
    expect(order).toMatchObject({ open: 0, dueBack: 0 });
    expect(order.paid - sentBack).toBe(order.total - order.credited);
    for (const one of order.payments) if (one.tenderName === 'Exchange') exchangedIn += one.amount;
    for (const one of order.refunds) if (one.tenderName === 'Exchange') exchangedOut += one.amount;
  }
  expect(exchangedIn).toBe(exchangedOut);
}

it('any chain of exchanges balances every order in it', async () => {
  const property = fc.asyncProperty(shopDay, async ({ price, pieces, cardShare, coin, swaps }) => {
    const test = await createOpenShop();
    try {
      await test.ask('shop.update', { cashRounding: money(coin) });
      const productId = addProduct(test, { price, stock: 100 });
      const byCard = Math.trunc((price * pieces * cardShare) / 100);
      const inCash = price * pieces - byCard;
      const tenders = [
        ...(byCard > 0 ? [{ tenderId: card, amount: money(byCard), reference: 'A1' }] : []),
        ...(inCash > 0 ? [{ tenderId: cash, amount: money(inCash + 20), reference: '' }] : []),
      ];
      await test.ask('orders.place', counterSale([line(productId, pieces, price)], { tenders }));
      for (const one of swaps) await swapGoods(test, one);
      await expectBalanced(test);
      expect(checkShop(test.file.read, Buffer.alloc(32, 2))).toEqual([]);
      expect(checkEachCommand(test.file.read)).toEqual([]);
    } finally {
      await test.close();
    }
  });
  await fc.assert(property, { numRuns: 50 });
});
