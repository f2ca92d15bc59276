import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  advance,
  cancelling,
  cardTender,
  cashTender,
  deliveryOf,
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

async function placed(change: Parameters<typeof deliveryOf>[1] = {}): Promise<number> {
  return (await test.ask('orders.place', deliveryOf([line(productId, 2, 350)], change))).orderId;
}

const order = (orderId: number) => test.ask('orders.get', { orderId });

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
    const step = { orderId, from: 'received', to: 'delivered', tenders: [], leaveUnpaid: false } as const;
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
    const step = { orderId, from: 'received', to: 'delivered', leaveUnpaid: false } as const;
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
    const step = {
      orderId,
      from: 'received',
      to: 'shipped',
      tenders: [tender(700)],
      leaveUnpaid: false,
    } as const;
    const requestId = nextRequestId();
    const first = await test.app.ask(owner, 'orders.advance', step, requestId);
    expect(await test.app.ask(owner, 'orders.advance', step, requestId)).toEqual(first);
    expect((await test.refused('orders.advance', step)).code).toBe('status-move-not-allowed');
    expect(await order(orderId)).toMatchObject({ paid: 700, status: 'shipped' });
    expect(ledger()).toHaveLength(2);
  });

  it('refuses an order that is not there', async () => {
    const step = { orderId: 99, from: 'received', to: 'shipped', tenders: [], leaveUnpaid: true } as const;
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

describe('undoing a delivery', () => {
  const undo = (orderId: number) => ({ orderId, reason: 'Left at the wrong door' });

  it('puts the order where it stood, and keeps goods that were under way out of the shop', async () => {
    const orderId = await placed();
    await advance(test, orderId, ['received', 'shipped']);
    await advance(test, orderId, ['shipped', 'delivered'], { tenders: [tender(700)] });
    test.now += 900_000;
    expect(await test.ask('orders.undoDelivered', undo(orderId))).toMatchObject({
      status: 'shipped',
      open: 0,
    });
    const detail = await order(orderId);
    expect(detail).toMatchObject({ revision: 1, deliveredAt: null, undoUntil: null, paid: 700 });
    expect(detail.events.at(-1)).toMatchObject({
      kind: 'status',
      details: { from: 'delivered', to: 'shipped', undo: true, reason: 'Left at the wrong door' },
    });
    expect(stock()).toEqual({ onHand: 8000, reserved: 0 });
  });

  it('promises handed-over goods again, any number of times', async () => {
    const orderId = await placed();
    for (const round of [1, 2, 3]) {
      await advance(test, orderId, ['received', 'delivered']);
      expect(stock()).toEqual({ onHand: 8000, reserved: 0 });
      expect(await test.ask('orders.undoDelivered', undo(orderId))).toMatchObject({ status: 'received' });
      expect(stock()).toEqual({ onHand: 10_000, reserved: 2000 });
      expect(await order(orderId)).toMatchObject({ revision: round });
    }
    await advance(test, orderId, ['received', 'shipped']);
    await test.ask('orders.cancel', cancelling(orderId));
    expect(stock()).toEqual({ onHand: 10_000, reserved: 0 });
  });

  it('is too late after a quarter of an hour', async () => {
    const orderId = await placed();
    await advance(test, orderId, ['received', 'delivered']);
    const until = test.now + 900_000;
    test.now = until + 1;
    expect(await test.refused('orders.undoDelivered', undo(orderId))).toEqual({
      code: 'undo-too-late',
      details: { until },
    });
  });

  it('never undoes what was returned from, nor keeps a card number', async () => {
    const orderId = await placed({ tenders: [tender(700)] });
    await advance(test, orderId, ['received', 'delivered']);
    const reason = 'Paid with 4111 1111 1111 1111';
    expect((await test.refused('orders.undoDelivered', { orderId, reason })).code).toBe(
      'card-number-in-text',
    );
    await test.ask('returns.create', {
      orderId,
      lines: [
        {
          lineNo: 1,
          quantity: 1000 as never,
          reason: 'unwanted',
          disposition: 'restock',
          giveMoneyBack: true,
        },
      ],
      note: '',
      refunds: [],
      cashNow: true,
      expectedCredit: money(350),
      exchange: null,
    });
    expect((await test.refused('orders.undoDelivered', undo(orderId))).code).toBe('has-returns');
    expect(await order(orderId)).toMatchObject({ status: 'delivered', undoUntil: null, dueBack: 0 });
  });
});

describe('taking money later', () => {
  const take = (orderId: number, tenders: readonly ReturnType<typeof tender>[], expectedOpen: number) => ({
    orderId,
    tenders: [...tenders],
    expectedOpen: money(expectedOpen),
  });

  it('takes a deposit, another part and the rest', async () => {
    const orderId = await placed();
    expect(await test.ask('payments.take', take(orderId, [tender(100)], 700))).toMatchObject({ open: 600 });
    expect(await test.ask('payments.take', take(orderId, [tender(250, cardTender)], 600))).toMatchObject({
      open: 350,
    });
    expect(await test.ask('payments.take', take(orderId, [tender(400)], 350))).toMatchObject({
      open: 0,
      change: 50,
    });
    const { payments, paymentStatus } = await order(orderId);
    expect(paymentStatus).toBe('paid');
    expect(payments.map((one) => [one.paymentNo, one.tenderId, one.amount])).toEqual([
      [1, cashTender, 100],
      [2, cardTender, 250],
      [3, cashTender, 350],
    ]);
  });

  it('takes it for a delivered order too, and refuses what does not fit', async () => {
    const orderId = await placed();
    await advance(test, orderId, ['received', 'delivered']);
    const refuse = async (wish: ReturnType<typeof take>) => (await test.refused('payments.take', wish)).code;
    expect(await test.refused('payments.take', take(orderId, [tender(500)], 600))).toEqual({
      code: 'amount-changed',
      details: { open: 700 },
    });
    expect(await refuse(take(orderId, [tender(701, cardTender)], 700))).toBe('too-much-paid');
    expect(await refuse(take(orderId, [{ ...tender(700, cardTender), reference: '' }], 700))).toBe(
      'reference-missing',
    );
    const card = { ...tender(700, cardTender), reference: '4111111111111111' };
    expect(await refuse(take(orderId, [card], 700))).toBe('card-number-in-text');
    expect(await refuse(take(orderId, [tender(700, 99)], 700))).toBe('tender-gone');
    await test.ask('payments.take', take(orderId, [tender(700)], 700));
    expect(await test.refused('payments.take', take(orderId, [tender(1)], 700))).toEqual({
      code: 'nothing-to-pay',
      details: { open: 0 },
    });
    const gone = await placed();
    await test.ask('orders.cancel', cancelling(gone));
    expect(await refuse(take(gone, [tender(700)], 700))).toBe('order-cancelled');
    expect(await refuse(take(99, [tender(700)], 700))).toBe('not-found');
  });

  it('rounds to coins only where the last of it is paid in cash', async () => {
    await test.ask('shop.update', { cashRounding: money(5) });
    const odd = addProduct(test, { price: 333, stock: 10 });
    const { orderId } = await test.ask('orders.place', deliveryOf([line(odd, 1, 333)]));
    expect(await test.ask('payments.take', take(orderId, [tender(100)], 333))).toMatchObject({
      open: 233,
      total: 333,
    });
    expect(await test.ask('payments.take', take(orderId, [tender(240)], 233))).toMatchObject({
      open: 0,
      total: 335,
      change: 5,
    });
    expect(await order(orderId)).toMatchObject({ rounding: 2, total: 335, paid: 335, paymentStatus: 'paid' });
  });
});
