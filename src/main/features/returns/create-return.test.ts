import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { addProduct, counterSale, line } from '../../../../test/support/builders.ts';
import { checkShop } from '../../../../test/support/check-shop.ts';
import { createOpenShop, type TestApp } from '../../../../test/support/create-test-app.ts';
import { back, bringBack, handedOver } from '../../../../test/support/return-builder.ts';
import { calendarDate } from '../../../shared/domain/calendar.ts';
import { money } from '../../../shared/domain/money.ts';
import { quantity } from '../../../shared/domain/quantity.ts';

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

/** Three mugs for 10.00 and a cake for 5.00, both with 20 % in the price. */
async function sellMugs(change: Parameters<typeof counterSale>[1] = {}) {
  const mug = addProduct(test, { name: 'Mug', price: 400, cost: 150, stock: 10 });
  const cake = addProduct(test, { name: 'Cake', price: 500, cost: 200, stock: 10 });
  const off = { kind: 'amount' as const, amount: money(200) };
  const sale = counterSale([line(mug, 3, 400, { discount: off }), line(cake, 1, 500)], change);
  const { orderId } = await test.ask('orders.place', sale);
  return { orderId, mug, cake };
}

const byCard = { tenders: [{ tenderId: card, amount: money(1500), reference: 'A1' }] };

describe('a return', () => {
  it('gives back what one of three cost, in cash, and says so everywhere', async () => {
    const { orderId } = await sellMugs();
    const done = await test.ask('returns.create', bringBack(orderId, [back(1, 1)], 333));
    expect(done).toEqual({
      returnId: 1,
      exchangeOrderId: null,
      credited: 333,
      exchanged: 0,
      refundedInCash: 333,
      refundAwaiting: 0,
      paid: 0,
      change: 0,
    });
    const sold = await order();
    expect(sold).toMatchObject({ credited: 333, refunded: 333, dueBack: 0, open: 0 });
    expect(sold.lines.map((one) => one.returned)).toEqual([1000, 0]);
    expect(sold.returns).toMatchObject([{ total: 333, net: 277, tax: 56, rounding: 0, lineCount: 1 }]);
    expect(sold.refunds).toMatchObject([
      { cause: 'return', state: 'settled', amount: 333, returnId: 1, paymentNo: 1, tenderName: 'Cash' },
    ]);
    expect(sold.events.slice(2).map(({ kind, details }) => ({ kind, details }))).toEqual([
      { kind: 'return', details: { returnId: 1, total: 333, exchangeOrderId: null } },
      { kind: 'refund', details: { refundId: 1, state: 'settled', tender: 'Cash', amount: 333 } },
    ]);
  });

  it('is exact over any sequence, down to the last cent', async () => {
    const { orderId } = await sellMugs();
    for (const [index, credit] of [333, 334, 333].entries()) {
      const done = await test.ask('returns.create', bringBack(orderId, [back(1, 1)], credit));
      expect(done).toMatchObject({ returnId: index + 1, refundedInCash: credit });
    }
    await test.ask('returns.create', bringBack(orderId, [back(2, 1)], 500));
    const sold = await order();
    expect(sold).toMatchObject({ credited: 1500, refunded: 1500, paymentStatus: 'refunded', dueBack: 0 });
    expect(sold.returns.reduce((sum, one) => sum + one.tax, 0)).toBe(sold.tax);
  });

  it('waits in the queue where the money went by card', async () => {
    const { orderId } = await sellMugs(byCard);
    const done = await test.ask('returns.create', bringBack(orderId, [back(1, 3)], 1000));
    expect(done).toMatchObject({ credited: 1000, refundedInCash: 0, refundAwaiting: 1000 });
    const sold = await order();
    expect(sold).toMatchObject({ refunded: 0, refundPending: 1000, dueBack: 0, paymentStatus: 'refund-due' });
    expect(sold.refunds).toMatchObject([{ state: 'awaiting', tenderName: 'Card', reason: 'unwanted' }]);
  });

  it('keeps cash for later where the customer is not there', async () => {
    const { orderId } = await sellMugs();
    const later = bringBack(orderId, [back(2, 1)], 500, { cashNow: false });
    expect(await test.ask('returns.create', later)).toMatchObject({ refundedInCash: 0, refundAwaiting: 500 });
  });

  it('gives back as wished, by another tender too, and exactly what is due', async () => {
    const tenders = [
      { tenderId: cash, amount: money(600), reference: '' },
      { tenderId: card, amount: money(900), reference: 'A1' },
    ];
    const { orderId } = await sellMugs({ tenders });
    const wish = (paymentNo: number, amount: number, tenderId: number | null = null) => {
      return { paymentNo, tenderId, amount: money(amount), reference: '' };
    };
    const back1000 = (...refunds: ReturnType<typeof wish>[]) =>
      bringBack(orderId, [back(1, 3)], 1000, { refunds });
    expect(await test.refused('returns.create', back1000(wish(1, 600)))).toMatchObject({
      code: 'refund-not-complete',
      details: { dueBack: 1000 },
    });
    expect(await test.refused('returns.create', back1000(wish(2, 900), wish(1, 101)))).toMatchObject({
      code: 'refund-above-due',
      details: { dueBack: 1000 },
    });
    expect(await test.refused('returns.create', back1000(wish(1, 700), wish(2, 300)))).toMatchObject({
      code: 'refund-above-payment',
      details: { paymentNo: 1, refundable: 600 },
    });
    expect((await test.refused('returns.create', back1000(wish(1, 1000, 99)))).code).toBe(
      'refund-above-payment',
    );
    expect((await test.refused('returns.create', back1000(wish(1, 100), wish(2, 900, 99)))).code).toBe(
      'tender-gone',
    );
    const done = await test.ask('returns.create', back1000(wish(1, 100), wish(2, 900, cash), wish(1, 0)));
    expect(done).toMatchObject({ refundedInCash: 1000, refundAwaiting: 0 });
    expect((await order()).payments.map((one) => one.refundable)).toEqual([500, 0]);
  });

  it('shares over the payments, newest first', async () => {
    const tenders = [
      { tenderId: cash, amount: money(600), reference: '' },
      { tenderId: card, amount: money(900), reference: 'A1' },
    ];
    const { orderId } = await sellMugs({ tenders });
    const done = await test.ask('returns.create', bringBack(orderId, [back(1, 3)], 1000));
    expect(done).toMatchObject({ refundAwaiting: 900, refundedInCash: 100 });
  });

  it('takes goods without money, and never pays for them with later ones', async () => {
    const { orderId } = await sellMugs();
    const kept = bringBack(orderId, [back(1, 1, { giveMoneyBack: false })], 0);
    expect(await test.ask('returns.create', kept)).toMatchObject({ credited: 0, refundedInCash: 0 });
    const rest = bringBack(orderId, [back(1, 2), back(2, 1)], 334 + 333 + 500);
    expect(await test.ask('returns.create', rest)).toMatchObject({ refundedInCash: 1167 });
    expect(await order()).toMatchObject({ credited: 1167, total: 1500, paymentStatus: 'part-refunded' });
  });

  it('gives the rounding to coins back with the last of the goods', async () => {
    await test.ask('shop.update', { cashRounding: money(5) });
    const mug = addProduct(test, { name: 'Mug', price: 334, stock: 10 });
    const sale = counterSale([line(mug, 2, 334)], {
      expectedTotal: money(668),
      tenders: [{ tenderId: cash, amount: money(670), reference: '' }],
    });
    expect(await test.ask('orders.place', sale)).toMatchObject({ total: 670, paid: 670 });
    expect(await test.ask('returns.create', bringBack(1, [back(1, 1)], 334))).toMatchObject({
      refundedInCash: 335,
    });
    expect(await test.ask('returns.create', bringBack(1, [back(1, 1)], 336))).toMatchObject({
      refundedInCash: 335,
    });
    const sold = await order();
    expect(sold.returns.map((one) => one.rounding)).toEqual([0, 2]);
    expect(sold).toMatchObject({ refunded: 670, credited: 670, paymentStatus: 'refunded' });
  });

  it('lowers what is owed where nothing was paid yet', async () => {
    const mug = addProduct(test, { price: 400, stock: 10 });
    const delivery = { name: 'Ana', phone: '1', address: '2 Low St', date: calendarDate(20261122) };
    const tenders = [{ tenderId: cash, amount: money(300), reference: '' }];
    const placed = counterSale([line(mug, 2, 400)], { kind: 'delivery', delivery, tenders });
    await test.ask('orders.place', placed);
    await test.ask('orders.advance', handedOver(1));
    expect(await test.ask('returns.create', bringBack(1, [back(1, 1)], 400))).toMatchObject({
      credited: 400,
      refundedInCash: 0,
      refundAwaiting: 0,
    });
    expect(await order()).toMatchObject({ open: 100, dueBack: 0, paymentStatus: 'part-paid' });
    const rest = await test.ask('returns.create', bringBack(1, [back(1, 1)], 400));
    expect(rest).toMatchObject({ credited: 400, refundedInCash: 300 });
    expect(await order()).toMatchObject({ open: 0, dueBack: 0, refunded: 300 });
  });

  it('gives back with the goods what an earlier refund left due', async () => {
    const { orderId } = await sellMugs(byCard);
    await test.ask('returns.create', bringBack(orderId, [back(1, 1)], 333));
    await test.ask('refunds.void', { refundId: 1, reason: 'card lost' });
    const refunds = [{ paymentNo: 1, tenderId: cash, amount: money(833), reference: '' }];
    const done = await test.ask('returns.create', bringBack(orderId, [back(2, 1)], 500, { refunds }));
    expect(done).toMatchObject({ credited: 500, refundedInCash: 833 });
    expect(await order()).toMatchObject({ credited: 833, refunded: 833, dueBack: 0 });
  });

  it('leaves out goodwill that was given before', async () => {
    const { orderId } = await sellMugs();
    const goodwill = {
      orderId,
      paymentNo: 1,
      tenderId: null,
      amount: money(100),
      goodwill: true,
      cashNow: true,
    };
    await test.ask('refunds.open', { ...goodwill, reason: 'scratched' });
    await test.ask('returns.create', bringBack(orderId, [back(1, 3)], 1000));
    const last = bringBack(orderId, [back(2, 1)], 400);
    expect(await test.ask('returns.create', last)).toMatchObject({ credited: 400, refundedInCash: 400 });
    expect(await order()).toMatchObject({ credited: 1500, refunded: 1500, dueBack: 0 });
  });

  it('takes a part of what is measured', async () => {
    const cheese = addProduct(test, { name: 'Cheese', price: 2190, unit: 'kg', stock: 5 });
    await test.ask('orders.place', counterSale([line(cheese, 1, 2190, { quantity: quantity(355) })]));
    const some = back(1, 0, { quantity: quantity(100) });
    expect(await test.ask('returns.create', bringBack(1, [some], 219))).toMatchObject({ credited: 219 });
  });
});
