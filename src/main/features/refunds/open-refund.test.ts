import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { addProduct, counterSale, line } from '../../../../test/support/builders.ts';
import { checkShop } from '../../../../test/support/check-shop.ts';
import { createOpenShop, type TestApp } from '../../../../test/support/create-test-app.ts';
import { back, bringBack } from '../../../../test/support/return-builder.ts';
import type { Input } from '../../../shared/contract/index.ts';
import { calendarDate } from '../../../shared/domain/calendar.ts';
import { money } from '../../../shared/domain/money.ts';
import type { Caller } from '../../app/create-app.ts';

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

const order = (orderId = 1) => test.ask('orders.get', { orderId });

async function sell(price = 1000, tenderId = cash): Promise<void> {
  const mug = addProduct(test, { name: 'Mug', price, stock: 10 });
  const tenders = [{ tenderId, amount: money(price), reference: 'A1' }];
  await test.ask('orders.place', counterSale([line(mug, 1, price)], { tenders }));
}

function opening(amount: number, change: Partial<Input<'refunds.open'>> = {}): Input<'refunds.open'> {
  const base = {
    orderId: 1,
    paymentNo: 1,
    tenderId: null,
    goodwill: true,
    reason: 'scratched',
    cashNow: true,
  };
  return { ...base, amount: money(amount), ...change };
}

async function signIn(role: 'cashier' | 'manager'): Promise<Caller> {
  const caller: Caller = { kind: 'window', windowId: 3 };
  const { staffId } = await test.ask('staff.add', { name: 'Carl', role, pin: '730184' });
  await test.ask('session.signIn', { staffId, pin: '730184' }, caller);
  return caller;
}

describe('goodwill', () => {
  it('takes money off the order and hands it out', async () => {
    await sell();
    expect(await test.ask('refunds.open', opening(80))).toEqual({
      refundId: 1,
      state: 'settled',
      amount: 80,
      rounding: 0,
    });
    const sold = await order();
    expect(sold).toMatchObject({
      credited: 80,
      refunded: 80,
      dueBack: 0,
      open: 0,
      paymentStatus: 'part-refunded',
    });
    expect(sold.refunds).toMatchObject([{ cause: 'goodwill', reason: 'scratched', staffName: 'Olga Owner' }]);
  });

  it('waits in the queue by card, or where the customer is not there', async () => {
    await sell(1000, card);
    expect(await test.ask('refunds.open', opening(80))).toMatchObject({ state: 'awaiting' });
    expect(await test.ask('refunds.open', opening(80, { tenderId: cash, cashNow: false }))).toMatchObject({
      state: 'awaiting',
    });
    expect(await order()).toMatchObject({ credited: 160, refundPending: 160, dueBack: 0 });
  });

  it('stays within what the person may take off in all, whoever gave the earlier part', async () => {
    await sell();
    const cashier = await signIn('cashier');
    const limit = { code: 'discount-above-limit', details: { ceiling: 100_000 } };
    expect(await test.refused('refunds.open', opening(101), cashier)).toMatchObject(limit);
    await test.ask('refunds.open', opening(60));
    expect(await test.refused('refunds.open', opening(41), cashier)).toMatchObject(limit);
    await test.ask('refunds.open', opening(40), cashier);
    expect(await test.refused('refunds.open', opening(1), cashier)).toMatchObject(limit);
    expect(await test.ask('refunds.open', opening(500))).toMatchObject({ amount: 500 });
  });

  it('counts against the limit though its refund was voided, for it stays taken off', async () => {
    await sell(1000, card);
    const cashier = await signIn('cashier');
    await test.ask('refunds.open', opening(100), cashier);
    await test.ask('refunds.void', { refundId: 1, reason: 'wrong card' });
    expect((await test.refused('refunds.open', opening(1), cashier)).code).toBe('discount-above-limit');
    const anew = opening(100, { goodwill: false, tenderId: cash });
    expect(await test.ask('refunds.open', anew, cashier)).toMatchObject({ state: 'settled' });
    expect(await order()).toMatchObject({ credited: 100, refunded: 100, dueBack: 0 });
  });

  it('that the bank sent back may go another way, once', async () => {
    await sell(1000, card);
    await test.ask('refunds.open', opening(100));
    await test.ask('refunds.initiate', { refundId: 1, tenderId: null, reference: '' });
    await test.ask('refunds.fail', { refundId: 1, reason: 'card lost' });
    await test.ask('refunds.open', opening(100, { goodwill: false, tenderId: cash }));
    expect(await order()).toMatchObject({ credited: 100, refunded: 100, dueBack: 0 });
    const again = { refundId: 1, tenderId: null, reference: '' };
    expect((await test.refused('refunds.initiate', again)).code).toBe('refund-above-payment');
  });

  it('is not counted as such where goods came back', async () => {
    await sell();
    const mug = addProduct(test, { price: 500, stock: 10 });
    await test.ask('orders.place', counterSale([line(mug, 2, 500)]));
    await test.ask('returns.create', bringBack(2, [back(1, 1)], 500));
    const cashier = await signIn('cashier');
    expect(await test.ask('refunds.open', opening(100, { orderId: 2 }), cashier)).toMatchObject({
      amount: 100,
    });
  });

  it('is never more than the order still costs', async () => {
    await sell();
    expect((await test.refused('refunds.open', opening(1001))).code).toBe('refund-above-due');
    await test.ask('refunds.open', opening(1000));
    expect((await test.refused('refunds.open', opening(1))).code).toBe('nothing-to-refund');
  });

  it('lowers what is still to be paid before it hands out money', async () => {
    const mug = addProduct(test, { price: 1000, stock: 10 });
    const delivery = { name: 'Ana', phone: '1', address: '2 Low St', date: calendarDate(20261122) };
    const tenders = [{ tenderId: cash, amount: money(950), reference: '' }];
    await test.ask(
      'orders.place',
      counterSale([line(mug, 1, 1000)], { kind: 'delivery', delivery, tenders }),
    );
    expect(await test.refused('refunds.open', opening(80))).toMatchObject({
      code: 'refund-above-due',
      details: { dueBack: 30 },
    });
    expect(await order()).toMatchObject({ credited: 0 });
  });
});

describe('a refund of what is due back', () => {
  it('is refused where nothing is due, or more than that', async () => {
    await sell(1000, card);
    const due = (amount: number, change = {}) => opening(amount, { goodwill: false, ...change });
    expect((await test.refused('refunds.open', due(1))).code).toBe('nothing-to-refund');
    expect((await test.refused('refunds.open', due(0))).code).toBe('nothing-to-refund');
    await test.ask('returns.create', bringBack(1, [back(1, 1)], 1000));
    await test.ask('refunds.void', { refundId: 1, reason: 'card lost' });
    expect(await test.refused('refunds.open', due(1001))).toMatchObject({
      code: 'refund-above-due',
      details: { dueBack: 1000 },
    });
    expect(await test.refused('refunds.open', due(10, { paymentNo: 2 }))).toMatchObject({
      code: 'refund-above-payment',
      details: { refundable: 0 },
    });
    expect((await test.refused('refunds.open', due(10, { tenderId: 99 }))).code).toBe('tender-gone');
    const number = due(10, { reason: '4111 1111 1111 1111' });
    expect((await test.refused('refunds.open', number)).code).toBe('card-number-in-text');
    await test.ask('refunds.open', due(400, { tenderId: cash }));
    await test.ask('refunds.open', due(600));
    expect(await order()).toMatchObject({ refunded: 400, refundPending: 600, dueBack: 0 });
  });

  it('of a cancelled order is all of it', async () => {
    const mug = addProduct(test, { price: 1000, stock: 10 });
    const delivery = { name: 'Ana', phone: '1', address: '2 Low St', date: calendarDate(20261122) };
    await test.ask('orders.place', counterSale([line(mug, 1, 1000)], { kind: 'delivery', delivery }));
    const cancelled = { orderId: 1, reason: 'other', note: '', refundCashNow: false } as const;
    await test.ask('orders.cancel', cancelled);
    expect((await test.refused('refunds.open', opening(10))).code).toBe('nothing-to-refund');
    await test.ask('refunds.void', { refundId: 1, reason: 'by bank then' });
    await test.ask('refunds.open', opening(1000, { goodwill: false }));
    expect(await order()).toMatchObject({ refunded: 1000, dueBack: 0, paymentStatus: 'refunded' });
    expect((await order()).refunds.map((one) => one.cause)).toEqual(['cancel', 'cancel']);
  });

  it('is named after what it is due for, though there was goodwill too', async () => {
    const mug = addProduct(test, { price: 1000, stock: 10 });
    const delivery = { name: 'Ana', phone: '1', address: '2 Low St', date: calendarDate(20261122) };
    const lines = [line(mug, 1, 1000), line(mug, 2, 1000)];
    const tenders = [{ tenderId: card, amount: money(3000), reference: 'A1' }];
    await test.ask('orders.place', counterSale(lines, { kind: 'delivery', delivery, tenders }));
    await test.ask('refunds.open', opening(100));
    const fewer = { reason: 'out-of-stock', note: '', refundCashNow: false } as const;
    await test.ask('orders.cancelLines', { orderId: 1, revision: 0, lineNos: [2], ...fewer });
    await test.ask('refunds.void', { refundId: 2, reason: 'by bank then' });
    await test.ask('refunds.open', opening(2000, { goodwill: false }));
    expect((await order()).refunds.map((one) => one.cause)).toEqual(['goodwill', 'edit', 'edit']);
  });
});
