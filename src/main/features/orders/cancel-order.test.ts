import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  advance,
  cancelling,
  cardTender,
  cashTender,
  closeSound,
  deliveryOf,
  stockOf,
  tender,
} from '../../../../test/support/after-placing.ts';
import { addProduct, line } from '../../../../test/support/builders.ts';
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
afterEach(() => closeSound(test));

const stock = () => stockOf(test, productId);

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
