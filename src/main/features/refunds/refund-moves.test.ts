import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { addProduct, counterSale, line } from '../../../../test/support/builders.ts';
import { checkShop } from '../../../../test/support/check-shop.ts';
import {
  createOpenShop,
  nextRequestId,
  owner,
  type TestApp,
} from '../../../../test/support/create-test-app.ts';
import { back, bringBack } from '../../../../test/support/return-builder.ts';
import { money } from '../../../shared/domain/money.ts';
import { nextRefundStates, type RefundState, refundStates } from '../../../shared/domain/refund-state.ts';
import { query } from '../../database/query.ts';

let test: TestApp;
beforeEach(async () => {
  test = await createOpenShop();
});
afterEach(async () => {
  expect(checkShop(test.file.read, Buffer.alloc(32, 2))).toEqual([]);
  await test.close();
});

const cash = 1;
const card = 2;
const upi = 3;

const order = (orderId = 1) => test.ask('orders.get', { orderId });
const refund = async (refundId = 1) => (await order()).refunds.find((one) => one.refundId === refundId);

/** An order of 10.00 paid by card, of which 4.00 came back and await their refund. */
async function awaitingRefund(): Promise<void> {
  const mug = addProduct(test, { name: 'Mug', price: 200, stock: 10 });
  const tenders = [{ tenderId: card, amount: money(1000), reference: 'A1' }];
  await test.ask('orders.place', counterSale([line(mug, 5, 200)], { tenders }));
  await test.ask('returns.create', bringBack(1, [back(1, 2)], 400));
}

const initiate = (refundId = 1, tenderId: number | null = null, reference = '') =>
  test.ask('refunds.initiate', { refundId, tenderId, reference });
const settle = (refundId = 1, reference = '') => test.ask('refunds.settle', { refundId, reference });
const fail = (refundId = 1, reason = 'card expired') => test.ask('refunds.fail', { refundId, reason });
const voidIt = (refundId = 1) => test.ask('refunds.void', { refundId, reason: 'kept it' });

describe('a refund by card', () => {
  beforeEach(awaitingRefund);

  it('goes from awaiting by initiated to settled, and counts when it is settled', async () => {
    test.now += 60_000;
    expect(await initiate(1, null, 'R-77')).toEqual({ state: 'initiated', amount: 400, rounding: 0 });
    expect(await order()).toMatchObject({ refunded: 0, refundPending: 400, paymentStatus: 'refund-due' });
    const initiatedAt = test.now;
    test.now += 60_000;
    expect(await settle()).toEqual({ state: 'settled', amount: 400, rounding: 0 });
    expect(await order()).toMatchObject({ refunded: 400, refundPending: 0, paymentStatus: 'part-refunded' });
    expect(await refund()).toMatchObject({ reference: 'R-77', initiatedAt, settledAt: test.now });
    const told = (await order()).events
      .filter((event) => event.kind === 'refund')
      .map((event) => event.details);
    expect(told).toEqual(
      ['awaiting', 'initiated', 'settled'].map((state) => ({
        refundId: 1,
        state,
        tender: 'Card',
        amount: 400,
      })),
    );
  });

  it('fails with a reason, is due again, and can be initiated anew', async () => {
    await initiate();
    expect(await fail()).toMatchObject({ state: 'failed' });
    expect(await order()).toMatchObject({ refunded: 0, refundPending: 0, dueBack: 400 });
    expect(await refund()).toMatchObject({ reason: 'card expired' });
    expect((await order()).events.at(-1)?.details).toMatchObject({ state: 'failed', reason: 'card expired' });
    await initiate();
    expect(await order()).toMatchObject({ refundPending: 400, dueBack: 0 });
    await settle(1, 'R-78');
    expect(await refund()).toMatchObject({ state: 'settled', reference: 'R-78' });
  });

  it('is voided, and what it was for stays due and goes back another way', async () => {
    expect(await voidIt()).toMatchObject({ state: 'voided' });
    expect(await order()).toMatchObject({ dueBack: 400, refundPending: 0 });
    const anew = { orderId: 1, paymentNo: 1, tenderId: cash, amount: money(400), goodwill: false };
    const opened = await test.ask('refunds.open', { ...anew, reason: 'in cash then', cashNow: true });
    expect(opened).toMatchObject({ refundId: 2, state: 'settled', amount: 400, rounding: 0 });
    expect(await order()).toMatchObject({ dueBack: 0, refunded: 400 });
    expect(await refund(2)).toMatchObject({ cause: 'return', reason: 'in cash then', tenderName: 'Cash' });
  });

  it('may go back by another tender, in cash at once', async () => {
    expect(await initiate(1, cash)).toEqual({ state: 'settled', amount: 400, rounding: 0 });
    expect(await order()).toMatchObject({ refunded: 400 });
    expect(await refund()).toMatchObject({ tenderName: 'Cash', initiatedAt: test.now, settledAt: test.now });
  });

  it('may go back by another tender to a bank', async () => {
    expect(await initiate(1, upi, 'U-1')).toMatchObject({ state: 'initiated' });
    expect(await refund()).toMatchObject({ tenderName: 'UPI', reference: 'U-1' });
  });

  it('goes back by a tender that is no longer offered, but only where it came by that', async () => {
    test.file.transaction((db) =>
      db.run(query.updateTable('tenders').set({ archivedAt: test.now }).where('id', 'in', [card, upi])),
    );
    const other = { refundId: 1, tenderId: upi, reference: '' };
    expect((await test.refused('refunds.initiate', other)).code).toBe('tender-gone');
    expect((await test.refused('refunds.initiate', { ...other, tenderId: 99 })).code).toBe('tender-gone');
    expect(await initiate()).toMatchObject({ state: 'initiated' });
  });

  it('comes to life again only while it is still due', async () => {
    await initiate();
    await fail();
    const instead = { orderId: 1, paymentNo: 1, tenderId: cash, amount: money(100), goodwill: false };
    await test.ask('refunds.open', { ...instead, reason: 'a part in cash', cashNow: true });
    const refusal = { code: 'refund-above-payment', details: { paymentNo: 1, refundable: 300 } };
    const again = { refundId: 1, tenderId: null, reference: '' };
    expect(await test.refused('refunds.initiate', again)).toMatchObject(refusal);
    expect(await test.refused('refunds.settle', { refundId: 1, reference: '' })).toMatchObject(refusal);
    await voidIt();
    expect(await order()).toMatchObject({ dueBack: 300, refunded: 100 });
  });

  it('never carries a card number', async () => {
    const number = '4111 1111 1111 1111';
    const refused = [
      await test.refused('refunds.initiate', { refundId: 1, tenderId: null, reference: number }),
      await test.refused('refunds.settle', { refundId: 1, reference: number }),
      await test.refused('refunds.void', { refundId: 1, reason: number }),
    ];
    await initiate();
    refused.push(await test.refused('refunds.fail', { refundId: 1, reason: number }));
    expect(refused.map((one) => one.code)).toEqual(Array(4).fill('card-number-in-text'));
  });

  it('is settled once, however often it is sent or pressed', async () => {
    await initiate();
    const input = { refundId: 1, reference: '' };
    const requestId = nextRequestId();
    const first = await test.app.ask(owner, 'refunds.settle', input, requestId);
    expect(await test.app.ask(owner, 'refunds.settle', input, requestId)).toEqual(first);
    expect(await test.refused('refunds.settle', input)).toMatchObject({
      code: 'refund-move-not-allowed',
      details: { state: 'settled' },
    });
    expect(await order()).toMatchObject({ refunded: 400 });
  });

  it('is not there', async () => {
    expect((await test.refused('refunds.settle', { refundId: 9, reference: '' })).code).toBe('not-found');
  });
});

describe('the moves of a refund', () => {
  beforeEach(awaitingRefund);

  const ways: Readonly<Record<RefundState, () => Promise<unknown>>> = {
    awaiting: async () => undefined,
    initiated: () => initiate(),
    settled: () => settle(),
    failed: () => initiate().then(() => fail()),
    voided: () => voidIt(),
  };
  const moves = {
    initiated: ['refunds.initiate', { refundId: 1, tenderId: null, reference: '' }],
    settled: ['refunds.settle', { refundId: 1, reference: '' }],
    failed: ['refunds.fail', { refundId: 1, reason: 'x' }],
    voided: ['refunds.void', { refundId: 1, reason: 'x' }],
  } as const;
  const cells = refundStates.flatMap((from) =>
    (Object.keys(moves) as (keyof typeof moves)[]).map((to) => ({ from, to })),
  );

  it.each(cells)('from $from to $to are as the table says', async ({ from, to }) => {
    await ways[from]();
    const [call, input] = moves[to];
    if (nextRefundStates(from).includes(to)) {
      expect(await test.ask(call, input as never)).toMatchObject({ state: to });
    } else {
      expect(await test.refused(call, input as never)).toMatchObject({
        code: 'refund-move-not-allowed',
        details: { state: from },
      });
    }
  });

  it('stand in the database as they stand here', () => {
    const rows = test.file.read.all(query.selectFrom('refundMoves').select(['fromState', 'toState']));
    const listed = refundStates.flatMap((from) => nextRefundStates(from).map((to) => `${from} ${to}`));
    expect(rows.map((row) => `${row.fromState} ${row.toState}`).toSorted()).toEqual(listed.toSorted());
  });

  it('cannot be made behind the back of the calls', () => {
    const set = (state: RefundState) => () =>
      test.file.transaction((db) => db.run(query.updateTable('refunds').set({ state }).where('id', '=', 1)));
    expect(set('failed')).toThrow('a refund cannot change its state this way');
  });
});

describe('several refunds at once', () => {
  it('go on their way, each by its own tender; those that cannot are named and stay', async () => {
    await awaitingRefund();
    const mug = addProduct(test, { price: 300, stock: 5 });
    await test.ask('orders.place', counterSale([line(mug, 1, 300)]));
    await test.ask('returns.create', bringBack(2, [back(1, 1)], 300, { cashNow: false }));
    await test.ask('returns.create', bringBack(1, [back(1, 1)], 200));
    await voidIt(3);
    const done = await test.ask('refunds.initiateMany', { refundIds: [1, 2, 3, 9, 1] });
    expect(done).toEqual({
      moved: [
        { refundId: 1, state: 'initiated' },
        { refundId: 2, state: 'settled' },
      ],
      refused: [
        { refundId: 3, code: 'refund-move-not-allowed' },
        { refundId: 9, code: 'not-found' },
      ],
    });
    expect(await order(2)).toMatchObject({ refunded: 300, paymentStatus: 'refunded' });
  });
});

describe('cash', () => {
  it('is handed out in coins, and all of one order as one sum', async () => {
    await test.ask('shop.update', { cashRounding: money(5) });
    const sweet = addProduct(test, { name: 'Sweet', price: 3, stock: 100 });
    const tenders = [{ tenderId: cash, amount: money(30), reference: '' }];
    await test.ask('orders.place', counterSale([line(sweet, 10, 3)], { tenders }));
    const handedOut = [];
    for (let piece = 0; piece < 10; piece += 1) {
      const done = await test.ask('returns.create', bringBack(1, [back(1, 1)], 3));
      handedOut.push(done.refundedInCash);
    }
    expect(handedOut.reduce((sum, one) => sum + one, 0)).toBe(30);
    expect(handedOut.every((one) => one % 5 === 0)).toBe(true);
    expect(handedOut.slice(0, 3)).toEqual([5, 0, 5]);
  });

  it('is rounded when it is settled later, too', async () => {
    await test.ask('shop.update', { cashRounding: money(5) });
    await awaitingRefund();
    const odd = addProduct(test, { price: 333, stock: 5 });
    const tenders = [{ tenderId: card, amount: money(333), reference: 'A2' }];
    await test.ask('orders.place', counterSale([line(odd, 1, 333)], { tenders }));
    await test.ask('returns.create', bringBack(2, [back(1, 1)], 333));
    expect(await initiate(2, cash)).toEqual({ state: 'settled', amount: 333, rounding: 2 });
    expect(await order(2)).toMatchObject({ refunded: 333, dueBack: 0 });
  });
});
