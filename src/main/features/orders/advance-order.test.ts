import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  advance,
  cancelling,
  cardTender,
  closeSound,
  deliveryOf,
  stepOf,
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

function ledger() {
  return test.file.read.all(
    query
      .selectFrom('stockMovements')
      .select(['type', 'onHandChange', 'reservedChange', 'sourceRound', 'unitCost', 'staffId'])
      .where('productId', '=', productId)
      .where('sourceType', '=', 'order')
      .orderBy('movementNo'),
  );
}

describe('advancing an order', () => {
  it('takes the goods off the shelf when they leave the shop, once', async () => {
    const orderId = await placed();
    expect(stock()).toEqual({ onHand: 10_000, reserved: 2000 });
    await advance(test, orderId, ['received', 'shipped']);
    expect(stock()).toEqual({ onHand: 8000, reserved: 0 });
    await advance(test, orderId, ['shipped', 'in-transit']);
    await advance(test, orderId, ['in-transit', 'delivered']);
    expect(stock()).toEqual({ onHand: 8000, reserved: 0 });
    expect(
      ledger().map(({ type, onHandChange, reservedChange }) => [type, onHandChange, reservedChange]),
    ).toEqual([
      ['reserve', 0, 2000],
      ['sale', -2000, -2000],
    ]);
    expect(ledger()[1]).toMatchObject({ unitCost: 120, staffId: 1 });
  });

  it('keeps who moved it when, and the moment of delivery', async () => {
    const orderId = await placed();
    test.now += 60_000;
    await advance(test, orderId, ['received', 'in-transit']);
    test.now += 60_000;
    await advance(test, orderId, ['in-transit', 'delivered']);
    const detail = await order(orderId);
    expect(detail).toMatchObject({
      status: 'delivered',
      deliveredAt: test.now,
      paymentStatus: 'unpaid',
      open: 700,
    });
    expect(detail.undoUntil).toBe(test.now + 900_000);
    expect(detail.events.slice(1)).toMatchObject([
      {
        kind: 'status',
        staffName: 'Olga Owner',
        at: test.now - 60_000,
        details: { from: 'received', to: 'in-transit' },
      },
      {
        kind: 'status',
        staffName: 'Olga Owner',
        at: test.now,
        details: { from: 'in-transit', to: 'delivered' },
      },
    ]);
  });

  it('asks for the money on delivery, all of it, or the word that it stays open', async () => {
    const orderId = await placed();
    const step = stepOf(orderId, ['received', 'delivered'], { leaveUnpaid: false });
    expect(await test.refused('orders.advance', step)).toEqual({
      code: 'not-fully-paid',
      details: { open: 700 },
    });
    const part = { ...step, tenders: [tender(500)] };
    expect(await test.refused('orders.advance', part)).toEqual({
      code: 'not-fully-paid',
      details: { open: 200 },
    });
    expect(await order(orderId)).toMatchObject({ status: 'received', paid: 0 });
    expect(stock()).toEqual({ onHand: 10_000, reserved: 2000 });
    const all = { ...step, tenders: [tender(200, cardTender), tender(600)] };
    expect(await test.ask('orders.advance', all)).toEqual({
      status: 'delivered',
      total: 700,
      open: 0,
      refundAwaiting: 0,
      refundedInCash: 0,
      change: 100,
    });
    const detail = await order(orderId);
    expect(detail).toMatchObject({ paid: 700, paymentStatus: 'paid' });
    expect(detail.payments).toMatchObject([
      { paymentNo: 1, amount: 200, reference: 'ref 1', refundable: 200 },
      { paymentNo: 2, amount: 500, change: 100 },
    ]);
    expect(detail.events.map((event) => event.kind)).toEqual(['placed', 'paid', 'paid', 'status']);
  });

  it('takes a part on delivery where the rest stays open', async () => {
    const orderId = await placed();
    const tenders = [tender(300)];
    expect(await advance(test, orderId, ['received', 'delivered'], { tenders })).toMatchObject({ open: 400 });
    expect(await order(orderId)).toMatchObject({ paymentStatus: 'part-paid', open: 400 });
  });

  it('needs no tender for what is paid, and takes none', async () => {
    const orderId = await placed({ tenders: [tender(700)] });
    const step = stepOf(orderId, ['received', 'delivered'], { leaveUnpaid: false });
    expect((await test.refused('orders.advance', { ...step, tenders: [tender(100)] })).code).toBe(
      'too-much-paid',
    );
    expect(await test.ask('orders.advance', { ...step, tenders: [] })).toMatchObject({
      status: 'delivered',
      open: 0,
    });
  });

  it('answers the same request as before, and moves nothing twice', async () => {
    const orderId = await placed();
    const step = stepOf(orderId, ['received', 'shipped'], { tenders: [tender(700)], leaveUnpaid: false });
    const requestId = nextRequestId();
    const first = await test.app.ask(owner, 'orders.advance', step, requestId);
    expect(await test.app.ask(owner, 'orders.advance', step, requestId)).toEqual(first);
    expect((await test.refused('orders.advance', step)).code).toBe('status-move-not-allowed');
    expect(await order(orderId)).toMatchObject({ paid: 700, status: 'shipped' });
    expect(ledger()).toHaveLength(2);
  });

  it('refuses an order that is not there', async () => {
    const step = stepOf(99, ['received', 'shipped'], { leaveUnpaid: true });
    expect((await test.refused('orders.advance', step)).code).toBe('not-found');
  });
});

describe('advancing several orders', () => {
  it('moves those that can go, and names those that stay', async () => {
    const [first, paid, unpaid, cancelled] = [
      await placed(),
      await placed({ kind: 'pickup', tenders: [tender(700)] }),
      await placed({ kind: 'pickup' }),
      await placed(),
    ];
    await test.ask('orders.cancel', cancelling(cancelled));
    const from = 'received' as const;
    const orders = [first, paid, unpaid, cancelled, 99].map((orderId) => ({ orderId, from }));
    const outcome = await test.ask('orders.advanceMany', { orders, to: null, leaveUnpaid: false });
    expect(outcome).toEqual({
      advanced: [
        { orderId: first, status: 'shipped' },
        { orderId: paid, status: 'delivered' },
      ],
      refused: [
        { orderId: unpaid, code: 'not-fully-paid', details: { open: 700 } },
        {
          orderId: cancelled,
          code: 'status-move-not-allowed',
          details: { from: 'received', to: null, status: 'cancelled' },
        },
        { orderId: 99, code: 'not-found', details: { what: 'order', orderId: 99 } },
      ],
    });
    expect(stock()).toEqual({ onHand: 6000, reserved: 2000 });
    const again = await test.ask('orders.advanceMany', { orders, to: null, leaveUnpaid: false });
    expect(again.advanced).toEqual([]);
    expect(stock()).toEqual({ onHand: 6000, reserved: 2000 });
  });

  it('goes where the person says, never to cancelled', async () => {
    const orders = [{ orderId: await placed(), from: 'received' as const }];
    const never = await test.ask('orders.advanceMany', { orders, to: 'cancelled', leaveUnpaid: true });
    expect(never.refused).toMatchObject([{ code: 'status-move-not-allowed' }]);
    const sent = await test.ask('orders.advanceMany', { orders, to: 'delivered', leaveUnpaid: true });
    expect(sent.advanced).toEqual([{ orderId: 1, status: 'delivered' }]);
  });
});

describe('a delivery by the timer', () => {
  it('names nobody and leaves the money open', async () => {
    const orderId = await placed();
    await advance(test, orderId, ['received', 'in-transit']);
    test.now += 4 * 86_400_000;
    const run = () => test.ask('timer.run', { cause: 'manual' });
    expect(await run()).toMatchObject({ delivered: 1 });
    const detail = await order(orderId);
    expect(detail).toMatchObject({ status: 'delivered', deliveredAt: test.now, open: 700 });
    expect(detail.events.at(-1)).toMatchObject({
      kind: 'status',
      staffName: null,
      details: { from: 'in-transit', to: 'delivered' },
    });
    expect(await run()).toMatchObject({ delivered: 0 });
    expect((await order(orderId)).events).toHaveLength(3);
    expect(stock()).toEqual({ onHand: 8000, reserved: 0 });
  });
});
