import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  advance,
  cancelling,
  closeSound,
  deliveryOf,
  invoice,
  signInEverybody,
  stockOf,
  tender,
} from '../../../../test/support/after-placing.ts';
import { addProduct, line } from '../../../../test/support/builders.ts';
import { createOpenShop, type TestApp } from '../../../../test/support/create-test-app.ts';
import { money } from '../../../shared/domain/money.ts';

let test: TestApp;
let productId: number;
beforeEach(async () => {
  test = await createOpenShop();
  productId = addProduct(test, { stock: 10, cost: 120 });
});
afterEach(() => closeSound(test));

const stock = () => stockOf(test, productId);

const order = (orderId: number) => test.ask('orders.get', { orderId });

describe('cancelling single lines', () => {
  const other = { name: 'Mug' };

  async function twoLines(change: Parameters<typeof deliveryOf>[1] = {}): Promise<number> {
    const mug = addProduct(test, { name: 'Mug', price: 999, stock: 5 });
    const lines = [line(productId, 2, 350), line(mug, 1, 999, other), line(null, 1, 120, { name: 'Card' })];
    return (await test.ask('orders.place', deliveryOf(lines, change))).orderId;
  }

  const cancelLines = (orderId: number, lineNos: readonly number[], change: object = {}) => ({
    ...{
      orderId,
      revision: 0,
      lineNos: [...lineNos],
      reason: 'out-of-stock' as const,
      note: '',
      refundCashNow: false,
    },
    ...change,
  });

  it('gives back exactly what the line was sold for, and leaves the others as they were', async () => {
    const orderDiscount = { kind: 'amount', amount: money(100) } as const;
    const tenders = [tender(1719)];
    const orderId = await twoLines({ orderDiscount, tenders });
    const before = await order(orderId);
    const standing = await test.ask('orders.cancelLines', cancelLines(orderId, [2]));
    const after = await order(orderId);
    const gone = before.lines[1]?.total ?? 0;
    expect(standing).toMatchObject({
      status: 'received',
      total: before.total - gone,
      refundAwaiting: gone,
      open: 0,
    });
    expect(after.lines).toEqual(before.lines.filter((one) => one.lineNo !== 2));
    expect(after).toMatchObject({
      revision: 1,
      lineCount: 2,
      paymentStatus: 'refund-due',
      refundPending: gone,
    });
    expect(after.orderDiscount).toBe(before.orderDiscount - (before.lines[1]?.orderDiscount ?? 0));
    expect(after.refunds).toMatchObject([{ cause: 'edit', amount: gone, state: 'awaiting' }]);
    expect(after.events.find((event) => event.kind === 'edited')?.details).toMatchObject({
      revision: 1,
      reason: 'out-of-stock',
      changes: [{ name: 'Mug', from: 1000, to: 0 }],
      total: { from: before.total, to: before.total - gone },
    });
  });

  it('hands cash out now, and releases what was reserved', async () => {
    const orderId = await twoLines({ tenders: [tender(1819)] });
    const standing = await test.ask('orders.cancelLines', cancelLines(orderId, [1], { refundCashNow: true }));
    expect(standing).toMatchObject({ refundedInCash: 700, refundAwaiting: 0 });
    expect(stock()).toEqual({ onHand: 10_000, reserved: 0 });
    await test.ask('orders.cancel', cancelling(orderId, { refundCashNow: true }));
    expect(await order(orderId)).toMatchObject({ refunded: 1819, paymentStatus: 'refunded' });
  });

  it('leaves nothing due of what was never paid', async () => {
    const orderId = await twoLines({ tenders: [tender(200)] });
    expect(await test.ask('orders.cancelLines', cancelLines(orderId, [2]))).toMatchObject({
      open: 620,
      refundAwaiting: 0,
    });
  });

  it('keeps the last line, for the order is cancelled then', async () => {
    const orderId = await twoLines();
    expect((await test.refused('orders.cancelLines', cancelLines(orderId, [1, 2, 3]))).code).toBe(
      'nothing-left',
    );
    await test.ask('orders.cancelLines', cancelLines(orderId, [3, 1]));
    const last = cancelLines(orderId, [2], { revision: 1 });
    expect((await test.refused('orders.cancelLines', last)).code).toBe('nothing-left');
  });

  it('refuses what somebody changed, invoiced or sent meanwhile', async () => {
    const orderId = await twoLines();
    const refuse = async (wish: ReturnType<typeof cancelLines>) => test.refused('orders.cancelLines', wish);
    expect((await refuse(cancelLines(orderId, [7]))).code).toBe('not-found');
    const note = '4111-1111-1111-1111';
    expect((await refuse(cancelLines(orderId, [1], { note }))).code).toBe('card-number-in-text');
    await test.ask('orders.cancelLines', cancelLines(orderId, [1]));
    expect(await refuse(cancelLines(orderId, [1]))).toEqual({
      code: 'order-changed',
      details: { revision: 1 },
    });
    invoice(test, orderId);
    expect(await refuse(cancelLines(orderId, [2], { revision: 1 }))).toEqual({
      code: 'already-invoiced',
      details: { invoiceNumber: '1' },
    });
    await advance(test, orderId, ['received', 'shipped']);
    expect(await refuse(cancelLines(orderId, [2], { revision: 1 }))).toEqual({
      code: 'order-not-editable',
      details: { status: 'shipped' },
    });
  });

  it('never leaves less than goodwill took off, nor makes it too large a part', async () => {
    const { cashier } = await signInEverybody(test);
    const orderId = await twoLines({ tenders: [tender(1819)] });
    const opening = { orderId, paymentNo: 1, tenderId: null, goodwill: true, cashNow: true, reason: 'Late' };
    await test.ask('refunds.open', { ...opening, amount: money(150) });
    const wish = cancelLines(orderId, [1, 2]);
    expect(await test.refused('orders.cancelLines', wish)).toMatchObject({
      code: 'nothing-left',
      details: { credited: 150 },
    });
    const most = cancelLines(orderId, [2]);
    expect((await test.refused('orders.cancelLines', most, cashier)).code).toBe('discount-above-limit');
    expect(await test.ask('orders.cancelLines', most)).toMatchObject({ total: 820, refundAwaiting: 999 });
  });
});
