import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { addProduct, counterSale, line } from '../../../../test/support/builders.ts';
import { change } from '../../../../test/support/catalog-builders.ts';
import {
  createOpenShop,
  createTestApp,
  ownerPassword,
  type TestApp,
} from '../../../../test/support/create-test-app.ts';
import { orderllaDatabase, realOrderllaRows, sendOrderlla } from '../../../../test/support/orderlla-file.ts';
import { figuresBySql } from '../../../../test/support/report-sums.ts';
import { type CalendarDate, calendarDate } from '../../../shared/domain/calendar.ts';

const day = 86_400_000;
let test: TestApp;
let productId: number;

beforeEach(async () => {
  test = await createOpenShop();
  productId = addProduct(test, { price: 350, cost: 100, stock: 900 });
});
afterEach(() => test.close());

const sell = (pieces: number) =>
  test.ask('orders.place', counterSale([line(productId, pieces, 350)], { cartId: `cart-${test.now}` }));
const state = () => test.ask('reports.state', {});
const proof = () => test.ask('reports.prove', {});

async function closeAll(): Promise<void> {
  while ((await test.ask('reports.close', {})).days > 0);
}

const span = { from: calendarDate(20200101), to: calendarDate(20301231) };

/** What the report says of all time, by roll-ups as far as they reach, beside SQL of its own. */
async function expectRight(): Promise<CalendarDate | null> {
  const { figures, closedThrough } = await test.ask('reports.run', {
    ...{ report: 'sales', ...span, by: 'month', compare: 'none', sort: null, limit: 10 },
  });
  const bySql = figuresBySql(test.file.read, span);
  expect(Object.fromEntries(figures.map(({ metric, value }) => [metric, value]))).toEqual(
    Object.fromEntries(figures.map(({ metric }) => [metric, bySql[metric]])),
  );
  const { totals } = await test.ask('reports.run', {
    ...{ report: 'products', ...span, by: 'month', compare: 'none', sort: null, limit: 10 },
  });
  expect(totals[2] ?? 0).toBe(bySql.units);
  return closedThrough;
}

/** Sales on three days over the end of the year, all of them closed. */
async function tradeAndClose(): Promise<void> {
  for (const days of [20, 30, 15]) {
    await sell(2);
    test.now += days * day;
  }
  await closeAll();
}

describe('closing days', () => {
  it('folds each day once, and never today', async () => {
    await sell(1);
    expect(await test.ask('reports.close', {})).toEqual({ closedThrough: null, days: 0 });
    test.now += day;
    expect(await test.ask('reports.close', {})).toEqual({ closedThrough: 20261122, days: 1 });
    expect(await test.ask('reports.close', {})).toEqual({ closedThrough: 20261122, days: 0 });
    await sell(3);
    expect(await expectRight()).toBe(20261122);
    expect(await proof()).toMatchObject({ days: 22, differenceCount: 0 });
  });

  it('takes the clock that was set back for what it is: the days are read from rows until they are folded anew', async () => {
    await tradeAndClose();
    const before = (await state()).closedThrough;
    test.now -= 25 * day;
    await sell(5);
    expect(await state()).toMatchObject({ closedThrough: before, isBehind: true });
    expect(await expectRight()).toBe(20261231);
    await closeAll();
    await expectRight();
    test.now += 25 * day;
    await closeAll();
    expect(await expectRight()).toBe(before);
    expect((await proof()).differenceCount).toBe(0);
  });

  it.each([
    [
      'an order',
      "INSERT INTO orders (kind, status, placedAt, businessDate, deliveredAt, pricesIncludeTax, taxRounding, lineCount, subtotal, lineDiscount, orderDiscount, net, tax, rounding, total, paid, refunded) VALUES ('counter', 'delivered', 1795500000000, 20261124, 1, 1, 'line', 1, 0, 0, 0, 0, 0, 0, 0, 0, 0)",
    ],
    [
      'a payment',
      'INSERT INTO payments (orderId, paymentNo, tenderId, amount, change, at, businessDate, isLater) VALUES (1, 9, 1, 50, 0, 1, 20261125, 1)',
    ],
    [
      'a return',
      'INSERT INTO returns (orderId, at, businessDate, lineCount, net, tax, rounding, total) VALUES (1, 1, 20261125, 1, 10, 0, 0, 10)',
    ],
  ])('sees that %s came in for a closed day, whoever wrote it', async (_, sql) => {
    await tradeAndClose();
    change(test, sql);
    expect((await state()).isBehind).toBe(true);
    await expectRight();
    await closeAll();
    expect(await state()).toMatchObject({ isBehind: false });
    await expectRight();
    expect((await proof()).differenceCount).toBe(0);
  });

  it('sees that orders of closed days are gone', async () => {
    await tradeAndClose();
    change(test, 'DROP TRIGGER ordersStay');
    change(test, 'PRAGMA defer_foreign_keys = 1');
    for (const table of ['payments', 'orderEvents', 'orderTaxes', 'orderLines'])
      change(test, `DELETE FROM ${table} WHERE orderId = 2`);
    change(test, 'DELETE FROM orders WHERE id = 2');
    expect((await state()).isBehind).toBe(true);
    await expectRight();
    await closeAll();
    await expectRight();
    expect((await proof()).differenceCount).toBe(0);
  });

  it('dates the cancellations of an old file before anything is read of them', async () => {
    await test.close();
    test = await createOpenShop({}, { keep: true });
    productId = addProduct(test, { price: 350, cost: 100, stock: 900 });
    const delivery = { name: 'Ada', phone: '', address: 'Low Road', date: calendarDate(20261130) };
    const { orderId } = await test.ask(
      'orders.place',
      counterSale([line(productId, 1, 350)], { kind: 'delivery', delivery, tenders: [] }),
    );
    test.now += 2 * day;
    await test.ask('orders.cancel', { orderId, reason: 'other', note: '', refundCashNow: false });
    change(test, 'UPDATE orders SET cancelledDate = NULL');
    await test.app.close();
    test = createTestApp({ folder: test.folder, now: test.now });
    await test.ask('session.signIn', { staffId: 1, password: ownerPassword });
    await expectRight();
    test.now += 2 * day;
    await closeAll();
    expect(await expectRight()).toBe(20261125);
    expect((await proof()).differenceCount).toBe(0);
  });

  it.skipIf(!realOrderllaRows())(
    'reads what an Orderlla file brought into closed days, and folds it',
    async () => {
      await test.close();
      test = await createOpenShop({ timeZone: 'Africa/Abidjan' });
      productId = addProduct(test, { price: 350, cost: 100, stock: 900 });
      await sell(1);
      change(test, 'UPDATE orders SET businessDate = 20200105');
      change(test, 'UPDATE payments SET businessDate = 20200105');
      test.now += 3 * day;
      await closeAll();
      const { closedThrough: before } = await state();
      const uploadId = await sendOrderlla(test, orderllaDatabase(realOrderllaRows() ?? {}));
      await test.ask('orderllaImport.preview', { uploadId });
      const { created } = await test.ask('orderllaImport.run', { uploadId });
      expect(created.orders).toBe(35);
      expect((await state()).isBehind).toBe(true);
      await expectRight();
      await closeAll();
      expect(await expectRight()).toBe(before);
      expect((await proof()).differenceCount).toBe(0);
    },
  );

  it('begins anew where the shop moved to another zone, whose clock shows other hours', async () => {
    await tradeAndClose();
    await test.ask('shop.setPlace', { timeZone: 'Europe/Paris' });
    expect(await expectRight()).toBeNull();
    await closeAll();
    expect(await expectRight()).not.toBeNull();
    expect((await proof()).differenceCount).toBe(0);
  });
});

describe('the proof', () => {
  it.each([
    ['a day', "UPDATE dayFigures SET amount = amount + 1 WHERE kind = 'sale' AND date = 20261122", 'sale'],
    [
      'a day that is missing',
      "DELETE FROM dayFigures WHERE kind = 'sale-tax' AND date = 20261122",
      'sale-tax',
    ],
    [
      'a day that never was',
      "INSERT INTO dayFigures VALUES ('kept', '', 20261123, 1, 0, 0, 5, 0, 0, 0, 0, 0)",
      'kept',
    ],
    [
      'a month of a product',
      'UPDATE productMonths SET soldQuantity = 1 WHERE month = 202611',
      'productMonths',
    ],
    ['a year of a product', 'UPDATE productYears SET backTax = 1 WHERE year = 2026', 'productYears'],
  ])('finds %s that is otherwise, and a rebuild sets it right and says so', async (_, sql, kind) => {
    await tradeAndClose();
    expect((await proof()).differenceCount).toBe(0);
    change(test, sql);
    const found = await proof();
    expect(found.differences.map((one) => one.kind)).toContain(kind);
    expect(await test.ask('reports.rebuild', {})).toMatchObject({ changed: found.differenceCount });
    expect(await state()).toMatchObject({ differences: 0, provenAt: test.now });
    expect((await proof()).differenceCount).toBe(0);
    await expectRight();
  });
});
