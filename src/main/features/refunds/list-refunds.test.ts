import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { addProduct, counterSale, line } from '../../../../test/support/builders.ts';
import { checkShop } from '../../../../test/support/check-shop.ts';
import { createOpenShop, type TestApp } from '../../../../test/support/create-test-app.ts';
import { back, bringBack, handedOver } from '../../../../test/support/return-builder.ts';
import type { Input } from '../../../shared/contract/index.ts';
import { calendarDate } from '../../../shared/domain/calendar.ts';
import { money } from '../../../shared/domain/money.ts';
import { pieces } from '../../../shared/domain/quantity.ts';
import { compile } from '../../database/query.ts';

let test: TestApp;
beforeEach(async () => {
  test = await createOpenShop();
});
afterEach(async () => {
  expect(checkShop(test.file.read, Buffer.alloc(32, 2))).toEqual([]);
  await test.close();
});

const card = 2;
const upi = 3;

type State = Input<'refunds.list'>['state'];
const list = (state: State, cursor: string | null = null, limit = 50) =>
  test.ask('refunds.list', { state, cursor, limit });

const idsOf = async (state: State) => (await list(state)).items.map((one) => one.refundId);

/** Refunds 1 to 6, a minute apart: settled, failed, initiated, voided, awaiting, settled a day later. */
async function sixRefunds(): Promise<void> {
  const mug = addProduct(test, { name: 'Mug', price: 200, stock: 10 });
  const tenders = [{ tenderId: card, amount: money(2000), reference: 'A1' }];
  await test.ask('orders.place', counterSale([line(mug, 10, 200)], { tenders }));
  for (let piece = 0; piece < 6; piece += 1) {
    test.now += 60_000;
    await test.ask('returns.create', bringBack(1, [back(1, 1)], 200));
  }
  for (const refundId of [1, 2, 3, 6])
    await test.ask('refunds.initiate', { refundId, tenderId: null, reference: '' });
  await test.ask('refunds.settle', { refundId: 1, reference: '' });
  await test.ask('refunds.fail', { refundId: 2, reason: 'card expired' });
  await test.ask('refunds.void', { refundId: 4, reason: 'kept it' });
  test.now += 86_400_000;
  await test.ask('refunds.settle', { refundId: 6, reference: '' });
}

describe('the queue of refunds', () => {
  it('has what somebody must do something about, oldest first, by state too', async () => {
    await sixRefunds();
    expect(await idsOf('open')).toEqual([2, 3, 5]);
    expect(await idsOf('awaiting')).toEqual([5]);
    expect(await idsOf('initiated')).toEqual([3]);
    expect(await idsOf('failed')).toEqual([2]);
    expect(await idsOf('voided')).toEqual([4]);
  });

  it('shows settled ones newest first', async () => {
    await sixRefunds();
    expect(await idsOf('settled')).toEqual([6, 1]);
  });

  it.each(['open', 'settled'] as const)('is walked by key, page by page (%s)', async (state) => {
    await sixRefunds();
    const walked = [];
    let cursor: string | null = null;
    do {
      const page: Awaited<ReturnType<typeof list>> = await list(state, cursor, 1);
      walked.push(...page.items.map((one) => one.refundId));
      cursor = page.next;
    } while (cursor !== null);
    expect(walked).toEqual(await idsOf(state));
  });

  it('takes no cursor of another list', async () => {
    await sixRefunds();
    const { next } = await list('open', null, 1);
    const wrong = { state: 'settled' as const, cursor: next, limit: 1 };
    expect((await test.refused('refunds.list', wrong)).code).toBe('invalid-input');
    expect((await test.refused('refunds.list', { ...wrong, cursor: 'x' })).code).toBe('invalid-input');
  });

  it('tells whose it is: of the order, of its delivery, of a return without a receipt', async () => {
    const mug = addProduct(test, { price: 200, stock: 20 });
    const person = { email: '', address: '', note: '' };
    const { customerId } = await test.ask('customers.create', { name: 'Rosa', phone: '555-9', ...person });
    const tenders = [{ tenderId: card, amount: money(200), reference: 'A1' }];
    await test.ask('orders.place', counterSale([line(mug, 1, 200)], { customerId, tenders }));
    const delivery = { name: 'Ana', phone: '555-1', address: '2 Low St', date: calendarDate(20261122) };
    const sent = counterSale([line(mug, 1, 200)], { kind: 'delivery', delivery, tenders });
    await test.ask('orders.place', sent);
    await test.ask('orders.advance', handedOver(2));
    for (const orderId of [1, 2]) await test.ask('returns.create', bringBack(orderId, [back(1, 1)], 200));
    const goods = { productId: mug, quantity: pieces(1), unitPrice: money(150), reason: 'faulty' as const };
    await test.ask('returns.createWithoutReceipt', {
      lines: [{ ...goods, disposition: 'restock' }],
      ...{ customerId, tenderId: upi, reference: 'U-1', note: '' },
    });
    expect((await list('open')).items).toMatchObject([
      { orderId: 1, customerId, customerName: 'Rosa', customerPhone: '555-9', placedAt: test.now },
      { orderId: 2, customerId: null, customerName: 'Ana', customerPhone: '555-1' },
      {
        ...{ orderId: null, paymentNo: null, returnId: 3, amount: 150, tenderName: 'UPI', reference: 'U-1' },
        ...{ customerId, customerName: 'Rosa', customerPhone: '555-9', placedAt: null },
      },
    ]);
  });

  it('tells what rounding to coins added to what the order handed out before', async () => {
    await test.ask('shop.update', { cashRounding: money(5) });
    const sweet = addProduct(test, { price: 102, stock: 20 });
    const inCash = (amount: number) => [{ tenderId: 1, amount: money(amount), reference: '' }];
    await test.ask('orders.place', counterSale([line(sweet, 3, 102)], { tenders: inCash(305) }));
    await test.ask('orders.place', counterSale([line(sweet, 1, 102)], { tenders: inCash(100) }));
    await test.ask('returns.create', bringBack(1, [back(1, 1)], 102));
    const later = { cashNow: false };
    await test.ask('returns.create', bringBack(1, [back(1, 1)], 102, later));
    await test.ask('returns.create', bringBack(2, [back(1, 1)], 100, later));
    expect((await list('awaiting')).items).toMatchObject([
      { orderId: 1, roundedBefore: -2 },
      { orderId: 2, roundedBefore: 0 },
    ]);
  });

  it('is read from its index, not from all refunds there ever were', async () => {
    const statements: string[] = [];
    const { read } = test.file;
    const all = read.all.bind(read);
    const watched: typeof all = (built) => {
      statements.push(compile(built).sql);
      return all(built);
    };
    Object.assign(read, { all: watched });
    for (const state of ['open', 'initiated', 'settled'] as const) await list(state);
    const plans = statements.filter((one) => one.includes('refund.')).map(planOf);
    expect(plans.map((plan) => /refunds(Open|Settled)/.exec(plan)?.[0])).toEqual([
      'refundsOpen',
      'refundsOpen',
      'refundsSettled',
    ]);
    expect(plans.join()).not.toContain('TEMP B-TREE');
  });
});

function planOf(statement: string): string {
  const values = statement.match(/\?/g)?.map(() => 1) ?? [];
  return JSON.stringify(test.file.read.statement(`EXPLAIN QUERY PLAN ${statement}`).all(...values));
}
