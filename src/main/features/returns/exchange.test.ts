import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { addProduct, counterSale, line } from '../../../../test/support/builders.ts';
import { checkShop } from '../../../../test/support/check-shop.ts';
import { createOpenShop, type TestApp } from '../../../../test/support/create-test-app.ts';
import { back, bringBack, handedOver, stockAndCost } from '../../../../test/support/return-builder.ts';
import { signInAs } from '../../../../test/support/stock-builder.ts';
import type { Input } from '../../../shared/contract/index.ts';
import { calendarDate } from '../../../shared/domain/calendar.ts';
import { money } from '../../../shared/domain/money.ts';
import { percent } from '../../../shared/domain/rate.ts';
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

const order = (orderId: number) => test.ask('orders.get', { orderId });
type Exchange = NonNullable<Input<'returns.create'>['exchange']>;

function newGoods(lines: Exchange['lines'], expectedTotal: number, change: Partial<Exchange> = {}): Exchange {
  const base = { lines, orderDiscount: null, tenders: [], oversellAccepted: [] };
  return { ...base, expectedTotal: money(expectedTotal), ...change };
}

/** Two shirts for 20.00 each, sold as the change says. */
async function sellShirts(tenderId = cash, change: Parameters<typeof counterSale>[1] = {}) {
  const shirt = addProduct(test, { name: 'Shirt', price: 2000, cost: 800, stock: 10 });
  const socks = addProduct(test, { name: 'Socks', price: 500, cost: 100, stock: 10 });
  const coat = addProduct(test, { name: 'Coat', price: 9000, cost: 4000, stock: 10 });
  const tenders = [{ tenderId, amount: money(4000), reference: 'A1' }];
  await test.ask('orders.place', counterSale([line(shirt, 2, 2000)], { tenders, ...change }));
  return { shirt, socks, coat };
}

const exchangeFor = (exchange: Exchange, change: Partial<Input<'returns.create'>> = {}) =>
  bringBack(1, [back(1, 1)], 2000, { exchange, ...change });

describe('an exchange', () => {
  it('for something of the same worth moves goods and no money, and both orders balance', async () => {
    const { shirt } = await sellShirts();
    const done = await test.ask('returns.create', exchangeFor(newGoods([line(shirt, 1, 2000)], 2000)));
    expect(done).toEqual({
      ...{ returnId: 1, exchangeOrderId: 2, credited: 2000, exchanged: 2000 },
      ...{ refundedInCash: 0, refundAwaiting: 0, paid: 0, change: 0 },
    });
    const old = await order(1);
    expect(old).toMatchObject({ credited: 2000, refunded: 2000, dueBack: 0, open: 0 });
    expect(old.refunds).toMatchObject([
      { tenderName: 'Exchange', state: 'settled', rounding: 0, amount: 2000 },
    ]);
    expect(old.events.find((event) => event.kind === 'return')?.details).toMatchObject({
      exchangeOrderId: 2,
    });
    const bought = await order(2);
    expect(bought).toMatchObject({
      kind: 'counter',
      status: 'delivered',
      paymentStatus: 'paid',
      total: 2000,
    });
    expect(bought.exchangeOf).toMatchObject({ returnId: 1, orderId: 1 });
    expect(bought.payments).toMatchObject([{ tenderName: 'Exchange', amount: 2000, change: 0 }]);
    expect(bought.events.map((event) => event.kind)).toEqual(['placed', 'paid']);
    expect(stockAndCost(test, shirt)).toMatchObject({ onHand: 8000 });
  });

  it('for something dearer takes the difference, in full and with change', async () => {
    const { coat } = await sellShirts(card);
    const short = newGoods([line(coat, 1, 9000)], 9000, {
      tenders: [{ tenderId: cash, amount: money(6999), reference: '' }],
    });
    expect(await test.refused('returns.create', exchangeFor(short))).toMatchObject({
      code: 'not-fully-paid',
      details: { open: 1 },
    });
    const paid = { ...short, tenders: [{ tenderId: cash, amount: money(8000), reference: '' }] };
    expect(await test.ask('returns.create', exchangeFor(paid))).toMatchObject({
      ...{ exchanged: 2000, paid: 7000, change: 1000, refundedInCash: 0, refundAwaiting: 0 },
    });
    expect((await order(2)).payments).toMatchObject([
      { tenderName: 'Exchange', amount: 2000 },
      { tenderName: 'Cash', amount: 7000, change: 1000 },
    ]);
  });

  it('for something cheaper gives the rest back where it came from', async () => {
    const { socks } = await sellShirts(card);
    const done = await test.ask('returns.create', exchangeFor(newGoods([line(socks, 1, 500)], 500)));
    expect(done).toMatchObject({ exchanged: 500, refundAwaiting: 1500, refundedInCash: 0 });
    expect((await order(1)).refunds).toMatchObject([
      { tenderName: 'Card', state: 'awaiting', amount: 1500 },
      { tenderName: 'Exchange', state: 'settled', amount: 500 },
    ]);
    expect(await order(1)).toMatchObject({ refunded: 500, refundPending: 1500, dueBack: 0 });
  });

  it('gives the rest back as wished', async () => {
    const { socks } = await sellShirts(card);
    const wish = (amount: number) => [{ paymentNo: 1, tenderId: cash, amount: money(amount), reference: '' }];
    const cheaper = newGoods([line(socks, 1, 500)], 500);
    expect(await test.refused('returns.create', exchangeFor(cheaper, { refunds: wish(2000) }))).toMatchObject(
      {
        code: 'refund-above-due',
        details: { dueBack: 1500 },
      },
    );
    const done = await test.ask('returns.create', exchangeFor(cheaper, { refunds: wish(1500) }));
    expect(done).toMatchObject({ exchanged: 500, refundedInCash: 1500 });
  });

  it('sells what has just come back, and nothing that is not there', async () => {
    const { shirt, coat } = await sellShirts();
    test.file.transaction((db) => db.run(query.updateTable('products').set({ oversell: 'block' })));
    const eight = counterSale([line(shirt, 8, 2000)]);
    await test.ask('orders.place', eight);
    expect(stockAndCost(test, shirt)).toMatchObject({ onHand: 0 });
    await test.ask('returns.create', exchangeFor(newGoods([line(shirt, 1, 2000)], 2000)));
    expect(stockAndCost(test, shirt)).toMatchObject({ onHand: 0 });
    const tooMany = newGoods([line(coat, 11, 9000)], 99_000);
    expect((await test.refused('returns.create', exchangeFor(tooMany))).code).toBe('stock-warning');
  });

  it('carries the customer over, also one who is no longer in the directory', async () => {
    const person = { phone: '555-9', email: '', address: '', note: '' };
    const { customerId } = await test.ask('customers.create', { name: 'Rosa', ...person });
    const { shirt } = await sellShirts(cash, { customerId });
    await test.ask('returns.create', exchangeFor(newGoods([line(shirt, 1, 2000)], 2000)));
    expect(await order(2)).toMatchObject({ customerId, customerName: 'Rosa' });
    test.file.transaction((db) =>
      db.run(query.updateTable('customers').set({ archivedAt: test.now, name: 'X' })),
    );
    await test.ask('returns.create', exchangeFor(newGoods([line(shirt, 1, 2000)], 2000)));
    expect(await order(3)).toMatchObject({ customerId, customerName: 'Rosa' });
  });

  it('of an unpaid order is paid by what the customer has on the table', async () => {
    const shirt = addProduct(test, { price: 2000, stock: 10 });
    const delivery = { name: 'Ana', phone: '1', address: '2 Low St', date: calendarDate(20261122) };
    const unpaid = counterSale([line(shirt, 2, 2000)], { kind: 'delivery', delivery, tenders: [] });
    await test.ask('orders.place', unpaid);
    await test.ask('orders.advance', handedOver(1));
    const tenders = [{ tenderId: cash, amount: money(2000), reference: '' }];
    const exchange = newGoods([line(shirt, 1, 2000)], 2000, { tenders });
    expect(await test.ask('returns.create', exchangeFor(exchange))).toMatchObject({
      exchanged: 0,
      paid: 2000,
    });
    expect(await order(1)).toMatchObject({ open: 2000 });
    expect((await order(2)).payments).toMatchObject([{ tenderName: 'Cash', amount: 2000 }]);
  });

  it('rounds to coins what is paid on top in cash', async () => {
    await test.ask('shop.update', { cashRounding: money(5) });
    const { shirt } = await sellShirts(card);
    const pen = addProduct(test, { price: 333, stock: 5 });
    const tenders = [{ tenderId: cash, amount: money(335), reference: '' }];
    const exchange = newGoods([line(shirt, 1, 2000), line(pen, 1, 333)], 2333, { tenders });
    expect(await test.ask('returns.create', exchangeFor(exchange))).toMatchObject({
      exchanged: 2000,
      paid: 335,
    });
    expect(await order(2)).toMatchObject({ total: 2335, rounding: 2, open: 0 });
  });

  it('of what was got in an exchange goes back as what was first paid with', async () => {
    const { shirt } = await sellShirts(card);
    await test.ask('returns.create', exchangeFor(newGoods([line(shirt, 1, 2000)], 2000)));
    const prepared = await test.ask('returns.prepare', { orderId: 2 });
    expect(prepared.payments).toMatchObject([{ tenderName: 'Card', tenderKind: 'card', refundable: 2000 }]);
    const backBy = { tenderId: card, tenderName: 'Card', tenderKind: 'card' };
    expect((await order(2)).payments).toMatchObject([{ tenderName: 'Exchange', backBy }]);
    expect((await order(1)).payments).toMatchObject([{ tenderName: 'Card', backBy }]);
    const again = bringBack(2, [back(1, 1)], 2000, { exchange: newGoods([line(shirt, 1, 2000)], 2000) });
    await test.ask('returns.create', again);
    const done = await test.ask('returns.create', bringBack(3, [back(1, 1)], 2000));
    expect(done).toMatchObject({ refundAwaiting: 2000, refundedInCash: 0 });
    expect((await order(3)).refunds).toMatchObject([{ tenderName: 'Card', state: 'awaiting' }]);
  });

  it('of what was got for equal parts of two payments goes back as the part that was spent first', async () => {
    const shirt = addProduct(test, { price: 2000, stock: 10 });
    const tenders = [cash, card].map((tenderId) => ({ tenderId, amount: money(2000), reference: 'A1' }));
    await test.ask('orders.place', counterSale([line(shirt, 2, 2000)], { tenders }));
    const swap = { exchange: newGoods([line(shirt, 2, 2000)], 4000) };
    await test.ask('returns.create', bringBack(1, [back(1, 2)], 4000, swap));
    const [first] = (await order(1)).refunds.toSorted((a, b) => a.refundId - b.refundId);
    const { payments } = await test.ask('returns.prepare', { orderId: 2 });
    const source = (await order(1)).payments.find(({ paymentNo }) => paymentNo === first?.paymentNo);
    expect(payments).toMatchObject([{ tenderName: source?.tenderName, refundable: 4000 }]);
  });

  it('is shown all the same where a damaged file lost what was exchanged', async () => {
    const { shirt } = await sellShirts(card);
    await test.ask('returns.create', exchangeFor(newGoods([line(shirt, 1, 2000)], 2000)));
    const link = (exchangeOrderId: number | null) =>
      test.file.transaction((db) => db.run(query.updateTable('returns').set({ exchangeOrderId })));
    link(null);
    expect((await order(2)).payments).toMatchObject([{ backBy: { tenderName: 'Exchange' } }]);
    link(2);
  });

  it('is all or nothing: a refused sale leaves the goods where they were', async () => {
    const { shirt, coat } = await sellShirts();
    const before = stockAndCost(test, shirt);
    const refusals = await Promise.all([
      test.refused('returns.create', exchangeFor(newGoods([line(coat, 1, 8999)], 8999))),
      test.refused('returns.create', exchangeFor(newGoods([line(coat, 1, 9000)], 8000))),
      test.refused('returns.create', exchangeFor(newGoods([line(9999, 1, 9000)], 9000))),
    ]);
    expect(refusals.map((one) => one.code)).toEqual(['price-changed', 'price-changed', 'product-gone']);
    expect(stockAndCost(test, shirt)).toEqual(before);
    expect(await order(1)).toMatchObject({ credited: 0, returns: [] });
  });

  it('takes the right to sell beside that to refund', async () => {
    const { shirt } = await sellShirts();
    const seller = await signInAs(test, 'cashier');
    const overrides = [{ right: 'sell' as const, granted: false }];
    await test.ask('staff.setRights', { staffId: 2, overrides, discountCeiling: null });
    const exchange = exchangeFor(newGoods([line(shirt, 1, 2000)], 2000));
    expect(await test.refused('returns.create', exchange, seller)).toMatchObject({
      code: 'forbidden',
      details: { needs: 'sell' },
    });
    expect(await order(1)).toMatchObject({ credited: 0, returns: [] });
  });

  it('discounts the new goods as the till would', async () => {
    const { shirt } = await sellShirts();
    const orderDiscount = { kind: 'percent' as const, rate: percent(10) };
    const done = await test.ask(
      'returns.create',
      exchangeFor(newGoods([line(shirt, 1, 2000)], 1800, { orderDiscount })),
    );
    expect(done).toMatchObject({ exchanged: 1800, refundedInCash: 200 });
  });
});

describe('the exchange tender', () => {
  it('is made once, is never offered, and never taken', async () => {
    const { shirt } = await sellShirts();
    await test.ask('returns.create', exchangeFor(newGoods([line(shirt, 1, 2000)], 2000)));
    await test.ask('returns.create', exchangeFor(newGoods([line(shirt, 1, 2000)], 2000)));
    const kept = test.file.read.all(query.selectFrom('tenders').selectAll().where('purpose', 'is not', null));
    expect(kept).toMatchObject([{ name: 'Exchange', kind: 'other', archivedAt: test.now }]);
    const exchangeId = kept[0]?.id ?? 0;
    expect((await test.ask('shop.tenders', {})).map((one) => one.id)).not.toContain(exchangeId);
    const tenders = [{ tenderId: exchangeId, amount: money(2000), reference: '' }];
    expect((await test.refused('orders.place', counterSale([line(shirt, 1, 2000)], { tenders }))).code).toBe(
      'tender-gone',
    );
    const refunds = [{ paymentNo: 1, tenderId: exchangeId, amount: money(2000), reference: '' }];
    const again = bringBack(2, [back(1, 1)], 2000, { refunds });
    expect((await test.refused('returns.create', again)).code).toBe('tender-gone');
  });
});
