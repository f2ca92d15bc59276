import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  advance,
  cancelling,
  cardTender,
  cashTender,
  deliveryOf,
  signInEverybody,
  tender,
} from '../../../../test/support/after-placing.ts';
import { addProduct, line } from '../../../../test/support/builders.ts';
import { checkEachCommand, checkShop } from '../../../../test/support/check-shop.ts';
import {
  createOpenShop,
  nextRequestId,
  owner,
  type TestApp,
} from '../../../../test/support/create-test-app.ts';
import { money } from '../../../shared/domain/money.ts';
import { query } from '../../database/query.ts';

let test: TestApp;
let productId: number;
beforeEach(async () => {
  test = await createOpenShop();
  productId = addProduct(test, { stock: 10, cost: 120 });
});
afterEach(async () => {
  expect(checkShop(test.file.read, Buffer.alloc(32, 2))).toEqual([]);
  expect(checkEachCommand(test.file.read)).toEqual([]);
  await test.close();
});

function stock() {
  const stored = query.selectFrom('productStock').select(['onHand', 'reserved']);
  return test.file.read.get(stored.where('productId', '=', productId));
}

async function placed(change: Parameters<typeof deliveryOf>[1] = {}): Promise<number> {
  return (await test.ask('orders.place', deliveryOf([line(productId, 2, 350)], change))).orderId;
}

const order = (orderId: number) => test.ask('orders.get', { orderId });

describe('cancelling an order', () => {
  it('releases what was reserved and owes nothing', async () => {
    const orderId = await placed();
    test.now += 60_000;
    expect(await test.ask('orders.cancel', cancelling(orderId, { note: 'Rang up' }))).toEqual({
      status: 'cancelled',
      total: 700,
      open: 0,
      refundAwaiting: 0,
      refundedInCash: 0,
      change: 0,
    });
    expect(stock()).toEqual({ onHand: 10_000, reserved: 0 });
    const detail = await order(orderId);
    expect(detail).toMatchObject({
      cancelledAt: test.now,
      paymentStatus: 'unpaid',
      open: 0,
      dueBack: 0,
      refunds: [],
    });
    expect(detail.events.at(-1)).toMatchObject({
      kind: 'status',
      details: { from: 'received', to: 'cancelled', reason: 'customer-changed-mind', note: 'Rang up' },
    });
  });

  it('opens a refund for each payment, by the way that it came', async () => {
    const orderId = await placed({ tenders: [tender(300), tender(400, cardTender)] });
    expect(await test.ask('orders.cancel', cancelling(orderId))).toMatchObject({ refundAwaiting: 700 });
    const detail = await order(orderId);
    expect(detail).toMatchObject({
      paymentStatus: 'refund-due',
      refundPending: 700,
      dueBack: 0,
      refunded: 0,
    });
    expect(detail.refunds).toMatchObject([
      { paymentNo: 2, tenderId: cardTender, amount: 400, state: 'awaiting', cause: 'cancel' },
      { paymentNo: 1, tenderId: cashTender, amount: 300, state: 'awaiting', cause: 'cancel' },
    ]);
    expect(detail.payments.map((one) => one.refundable)).toEqual([0, 0]);
  });

  it('hands cash out at once where the customer stands there, in coins', async () => {
    await test.ask('shop.update', { cashRounding: money(5) });
    const odd = addProduct(test, { price: 333, stock: 5 });
    const sale = deliveryOf([line(odd, 1, 333)], { tenders: [tender(233, cardTender), tender(100)] });
    const { orderId } = await test.ask('orders.place', sale);
    const standing = await test.ask('orders.cancel', cancelling(orderId, { refundCashNow: true }));
    expect(standing).toMatchObject({ refundAwaiting: 233, refundedInCash: 100 });
    expect(await order(orderId)).toMatchObject({
      refunded: 100,
      refundPending: 233,
      paymentStatus: 'refund-due',
    });
    const { refundId } = (await order(orderId)).refunds.find((one) => one.state === 'awaiting') ?? {
      refundId: 0,
    };
    await test.ask('refunds.settle', { refundId, reference: '' });
    expect(await order(orderId)).toMatchObject({ paymentStatus: 'refunded', refundPending: 0 });
  });

  it('brings goods back on the shelf that had left, at what they cost', async () => {
    const orderId = await placed({ tenders: [tender(700)] });
    await advance(test, orderId, ['received', 'in-transit']);
    expect(stock()).toEqual({ onHand: 8000, reserved: 0 });
    await test.ask('orders.cancel', cancelling(orderId, { reason: 'cannot-deliver' }));
    expect(stock()).toEqual({ onHand: 10_000, reserved: 0 });
    const back = test.file.read.get(
      query.selectFrom('stockMovements').selectAll().where('type', '=', 'customer-return'),
    );
    expect(back).toMatchObject({ onHandChange: 2000, unitCost: 120, sourceType: 'order', reversalOf: 3 });
  });

  it('gives stock and money back once, however often it is asked', async () => {
    const orderId = await placed({ tenders: [tender(700)] });
    await advance(test, orderId, ['received', 'shipped']);
    const requestId = nextRequestId();
    const cancel = () => test.app.ask(owner, 'orders.cancel', cancelling(orderId), requestId);
    const first = await cancel();
    expect(await cancel()).toEqual(first);
    expect(await test.refused('orders.cancel', cancelling(orderId))).toEqual({
      code: 'status-move-not-allowed',
      details: { from: 'cancelled', to: 'cancelled', status: 'cancelled' },
    });
    expect(stock()).toEqual({ onHand: 10_000, reserved: 0 });
    expect((await order(orderId)).refunds).toHaveLength(1);
  });

  it('takes up what a bank sent back, so that it is sent once', async () => {
    const orderId = await placed({ tenders: [tender(700, cardTender)] });
    const opening = {
      orderId,
      paymentNo: 1,
      tenderId: null,
      amount: money(70),
      goodwill: true,
      cashNow: false,
    };
    const { refundId } = await test.ask('refunds.open', { ...opening, reason: 'Late' });
    await test.ask('refunds.initiate', { refundId, tenderId: null, reference: 'R1' });
    await test.ask('refunds.fail', { refundId, reason: 'Card expired' });
    expect(await test.ask('orders.cancel', cancelling(orderId))).toMatchObject({ refundAwaiting: 700 });
    expect((await order(orderId)).refunds).toMatchObject([
      { refundId, state: 'voided' },
      { amount: 700, state: 'awaiting' },
    ]);
  });

  it('leaves what is on its way on its way', async () => {
    const orderId = await placed({ tenders: [tender(700, cardTender)] });
    const opening = {
      orderId,
      paymentNo: 1,
      tenderId: null,
      amount: money(70),
      goodwill: true,
      cashNow: false,
    };
    const { refundId } = await test.ask('refunds.open', { ...opening, reason: 'Late' });
    await test.ask('refunds.initiate', { refundId, tenderId: null, reference: 'R1' });
    expect(await test.ask('orders.cancel', cancelling(orderId))).toMatchObject({ refundAwaiting: 630 });
    expect(await order(orderId)).toMatchObject({ refundPending: 700, dueBack: 0 });
  });

  it('never keeps a card number, and knows its orders', async () => {
    const orderId = await placed();
    const note = 'Card 4111 1111 1111 1111';
    expect((await test.refused('orders.cancel', cancelling(orderId, { note }))).code).toBe(
      'card-number-in-text',
    );
    expect((await test.refused('orders.cancel', cancelling(99))).code).toBe('not-found');
  });
});

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
    test.file.transaction((db) =>
      db.run(
        query
          .insertInto('invoices')
          .values({ orderId, at: test.now, businessDate: 20261122 as never, staffId: 1 }),
      ),
    );
    expect(await refuse(cancelLines(orderId, [2], { revision: 1 }))).toEqual({
      code: 'already-invoiced',
      details: { invoiceNumber: 1 },
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
