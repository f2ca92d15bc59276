import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { addProduct, counterSale, line } from '../../../../test/support/builders.ts';
import { archiveProduct, change } from '../../../../test/support/catalog-builders.ts';
import { createOpenShop, openShopInput, type TestApp } from '../../../../test/support/create-test-app.ts';
import type { Output } from '../../../shared/contract/index.ts';
import {
  addDays,
  addMonths,
  businessDateOf,
  calendarDate,
  firstOfMonth,
  startOfBusinessDate,
} from '../../../shared/domain/calendar.ts';
import type { OrderStatus } from '../../../shared/domain/order-status.ts';

let test: TestApp;
/** Sunday; the clock of the test shop shows 11:30. */
const today = calendarDate(20261122);
let timeZone = 'Europe/London';

beforeEach(async () => {
  timeZone = 'Europe/London';
  test = await createOpenShop();
});
afterEach(() => test.close());

type Order = {
  readonly date: number;
  /** Minutes after midnight by the shop's clock. */
  readonly minutes?: number;
  readonly total?: number;
  readonly status?: OrderStatus;
  readonly deliveryDate?: number | null;
};

function addOrder({
  date,
  minutes = 600,
  total = 1000,
  status = 'delivered',
  deliveryDate = null,
}: Order): void {
  const at = startOfBusinessDate(calendarDate(date), timeZone, minutes);
  const delivered = status === 'delivered' ? at : null;
  const cancelled = status === 'cancelled' ? at : null;
  change(
    test,
    `INSERT INTO orders (kind, status, placedAt, businessDate, deliveryDate, deliveredAt, cancelledAt,
      pricesIncludeTax, taxRounding, lineCount, subtotal, lineDiscount, orderDiscount, net, tax, rounding, total,
      paid, refunded)
    VALUES ('pickup', '${status}', ${at}, ${date}, ${deliveryDate}, ${delivered}, ${cancelled}, 1, 'line', 1,
      ${total}, 0, 0, ${total}, 0, 0, ${total}, 0, 0)`,
  );
}

const dashboard = (): Promise<Output<'dashboard.today'>> => test.ask('dashboard.today', {});

describe('dashboard.today', () => {
  it('is all zeroes in a new shop, with every day and hour in its place', async () => {
    const found = await dashboard();
    expect(found).toMatchObject({
      today,
      sales: { today: 0, before: 0 },
      orders: { today: 0, before: 0 },
      averageOrder: { month: null, before: null },
      openOrders: { open: 0, due: 0, overdue: 0 },
      lowStock: { count: 0, worst: [] },
    });
    expect(found.days.map((day) => day.date)).toEqual(
      Array.from({ length: 14 }, (_, day) => addDays(today, day - 13)),
    );
    expect(found.hours.map((one) => one.hour)).toEqual([8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20]);
  });

  it('counts what the till sells, at once', async () => {
    const productId = addProduct(test, { price: 350, stock: 9 });
    await test.ask('orders.place', counterSale([line(productId, 2, 350)]));
    const found = await dashboard();
    expect(found.sales.today).toBe(700);
    expect(found.orders.today).toBe(1);
    expect(found.days.at(-1)).toEqual({ date: today, sales: 700, orders: 1 });
    expect(found.hours.find((one) => one.hour === 11)?.sales).toBe(700);
    expect(found.averageOrder.month).toBe(700);
  });

  it('leaves cancelled orders out of every figure', async () => {
    const lastWeek = addDays(today, -7);
    for (const date of [today, lastWeek, addMonths(today, -1)]) addOrder({ date, status: 'cancelled' });
    const found = await dashboard();
    expect(found.sales).toEqual({ today: 0, before: 0 });
    expect(found.orders).toEqual({ today: 0, before: 0 });
    expect(found.averageOrder).toEqual({ month: null, before: null });
    expect(found.days.every((day) => day.orders === 0 && day.sales === 0)).toBe(true);
    expect(found.hours.every((one) => one.sales === 0 && one.usual === 0)).toBe(true);
  });

  it('compares with the same weekday last week up to the same time of day', async () => {
    const lastWeek = addDays(today, -7);
    addOrder({ date: lastWeek, minutes: 11 * 60 + 30, total: 500 });
    addOrder({ date: lastWeek, minutes: 11 * 60 + 31, total: 9000 });
    addOrder({ date: addDays(today, -6), minutes: 60, total: 70 });
    expect(await dashboard()).toMatchObject({ sales: { before: 500 }, orders: { before: 1 } });
    test.now += 60_000;
    expect(await dashboard()).toMatchObject({ sales: { before: 9500 }, orders: { before: 2 } });
  });

  it('takes the day for an order from its business date, not from its instant', async () => {
    addOrder({ date: today, minutes: 100 });
    change(test, `UPDATE orders SET placedAt = placedAt - 3 * 86400000`);
    expect((await dashboard()).orders.today).toBe(1);
  });

  it('averages the month so far beside the same days of last month, null where nothing was sold', async () => {
    addOrder({ date: 20261101, total: 1000 });
    addOrder({ date: 20261122, total: 2001 });
    addOrder({ date: 20261022, total: 300 });
    addOrder({ date: 20261023, total: 99_999 });
    addOrder({ date: 20260930, total: 99_999 });
    // 3001 / 2 is 1500.5: half goes away from zero.
    expect((await dashboard()).averageOrder).toEqual({ month: 1501, before: 300 });
  });

  it('takes the whole of a shorter month on the 31st', async () => {
    test.now = Date.UTC(2026, 2, 31, 12);
    addOrder({ date: 20260228, total: 400 });
    addOrder({ date: 20260301, total: 200 });
    expect((await dashboard()).averageOrder).toEqual({ month: 200, before: 400 });
  });

  it('counts open orders, those due today and those that are late', async () => {
    addOrder({ date: today, status: 'received', deliveryDate: addDays(today, 4) });
    addOrder({ date: today, status: 'shipped', deliveryDate: today });
    addOrder({ date: 20261101, status: 'in-transit', deliveryDate: addDays(today, -1) });
    addOrder({ date: 20261101, status: 'received' });
    addOrder({ date: 20261101, status: 'delivered', deliveryDate: addDays(today, -1) });
    addOrder({ date: 20261101, status: 'cancelled', deliveryDate: today });
    expect((await dashboard()).openOrders).toEqual({ open: 4, due: 1, overdue: 1 });
  });
});

describe('the hours of today', () => {
  it('stand beside the average of the same weekdays on which the shop sold', async () => {
    addOrder({ date: today, minutes: 9 * 60 + 59, total: 100 });
    addOrder({ date: addDays(today, -7), minutes: 9 * 60, total: 300 });
    addOrder({ date: addDays(today, -7), minutes: 17 * 60, total: 50 });
    addOrder({ date: addDays(today, -56), minutes: 9 * 60, total: 501 });
    addOrder({ date: addDays(today, -63), minutes: 9 * 60, total: 9999 });
    addOrder({ date: addDays(today, -1), minutes: 9 * 60, total: 9999 });
    const { hours } = await dashboard();
    expect(hours.filter((one) => one.sales !== 0 || one.usual !== 0)).toEqual([
      { hour: 9, sales: 100, usual: 401 },
      { hour: 17, sales: 0, usual: 25 },
    ]);
  });

  it('reach as far as anything was sold', async () => {
    addOrder({ date: today, minutes: 5 * 60 });
    addOrder({ date: addDays(today, -7), minutes: 23 * 60 });
    const { hours } = await dashboard();
    expect([hours[0]?.hour, hours.at(-1)?.hour]).toEqual([5, 23]);
  });

  it('are those of the shop’s own clock, across the change of the clocks', async () => {
    // The Sunday three weeks on from the end of summer time in London, 25 October 2026.
    test.now = Date.UTC(2026, 9, 25, 12);
    addOrder({ date: 20261025, minutes: 10 * 60, total: 1 });
    addOrder({ date: 20261018, minutes: 10 * 60, total: 3 });
    const { hours, sales } = await dashboard();
    expect(hours.find((one) => one.hour === 10)).toEqual({ hour: 10, sales: 1, usual: 3 });
    expect(sales).toEqual({ today: 1, before: 3 });
  });
});

describe('a shop that is open after midnight', () => {
  it('goes on with the day before until its day begins', async () => {
    await test.close();
    timeZone = 'America/Santiago';
    test = await createOpenShop({ ...openShopInput, country: 'CL', currency: 'CLP', timeZone });
    change(test, 'UPDATE shop SET dayStartMinutes = 240');
    await test.ask('shop.update', { phone: '1' });
    // 01:30 on Monday by the clock, still Sunday by the shop's day.
    test.now = startOfBusinessDate(calendarDate(20261123), timeZone, 90);
    expect(businessDateOf(test.now, timeZone, 240)).toBe(today);
    addOrder({ date: 20261116, minutes: 80, total: 5 });
    addOrder({ date: 20261116, minutes: 95, total: 600 });
    change(test, 'UPDATE orders SET businessDate = 20261115');
    addOrder({ date: 20261115, minutes: 22 * 60, total: 70 });
    const found = await dashboard();
    expect(found.today).toBe(today);
    expect(found.sales.before).toBe(75);
    expect(found.hours.find((one) => one.hour === 1)?.usual).toBe(605);
  });
});

describe('low stock', () => {
  it('counts what is down to its reorder level and shows the worst, oversold first', async () => {
    const parentId = addProduct(test, { kind: 'parent', name: 'Mug' });
    addProduct(test, { kind: 'variant', parentId, name: 'Mug', variantLabel: 'Red', stock: -1 });
    for (const [name, stock] of [
      ['Five', 5],
      ['Two', 2],
      ['Minus three', -3],
      ['None', 0],
      ['Four', 4],
      ['Six', 6],
    ] as const) {
      addProduct(test, { name, stock });
    }
    const large = addProduct(test, { name: 'Half of forty', stock: 20 });
    change(test, `UPDATE productStock SET reorderLevel = 40000 WHERE productId = ${large}`);
    addProduct(test, { name: 'Uncounted', stock: null });
    archiveProduct(test, addProduct(test, { name: 'Gone', stock: -99 }));
    const { lowStock } = await dashboard();
    expect(lowStock.count).toBe(7);
    expect(lowStock.worst.map((one) => one.name)).toEqual([
      'Minus three',
      'Mug, Red',
      'None',
      'Two',
      'Half of forty',
    ]);
    expect(lowStock.worst[0]).toMatchObject({ available: -3000, reorderLevel: 5000, unit: 'piece' });
  });

  it('takes what is promised as gone', async () => {
    const productId = addProduct(test, { name: 'Promised', stock: 20 });
    change(test, `UPDATE productStock SET reserved = 15000 WHERE productId = ${productId}`);
    expect((await dashboard()).lowStock).toMatchObject({ count: 1, worst: [{ available: 5000 }] });
  });

  it('looks past any number of archived products', async () => {
    change(
      test,
      `WITH RECURSIVE n (i) AS (SELECT 1000 UNION ALL SELECT i + 1 FROM n WHERE i < 1100)
       INSERT INTO products (id, kind, name, description, taxClassId, price, unit, createdAt, archivedAt)
       SELECT i, 'single', 'Old ' || i, '', 1, 100, 'piece', 0, 1 FROM n`,
    );
    change(test, 'INSERT INTO productStock SELECT id, 1, -9000, 0, 5000 FROM products WHERE id >= 1000');
    addProduct(test, { name: 'Here', stock: 1 });
    expect((await dashboard()).lowStock).toMatchObject({ count: 1, worst: [{ name: 'Here' }] });
  });
});

describe('every figure', () => {
  it('is what adding up the orders one by one comes to', async () => {
    const statuses = ['received', 'shipped', 'in-transit', 'delivered', 'cancelled'] as const;
    const order = fc.record({
      back: fc.integer({ min: 0, max: 70 }),
      minutes: fc.integer({ min: 0, max: 1439 }),
      total: fc.integer({ min: -500, max: 100_000 }),
      status: fc.constantFrom(...statuses),
    });
    // A shop file never lets go of an order; here each round begins without any.
    change(test, 'DROP TRIGGER ordersStay');
    await fc.assert(
      fc.asyncProperty(fc.array(order, { maxLength: 40 }), async (drafts) => {
        change(test, 'DELETE FROM orders');
        const orders = drafts.map(({ back, ...rest }) => ({ ...rest, date: addDays(today, -back) }));
        for (const one of orders) addOrder(one);
        const live = orders.filter((one) => one.status !== 'cancelled');
        const sum = (some: typeof live) => some.reduce((total, one) => total + one.total, 0);
        const on = (date: number) => live.filter((one) => one.date === date);
        const before = on(addDays(today, -7)).filter((one) => one.minutes <= 11 * 60 + 30);
        const month = live.filter((one) => one.date >= firstOfMonth(today));
        const found = await dashboard();
        expect(found.sales).toEqual({ today: sum(on(today)), before: sum(before) });
        expect(found.orders).toEqual({ today: on(today).length, before: before.length });
        expect(found.days).toEqual(
          found.days.map(({ date }) => ({ date, sales: sum(on(date)), orders: on(date).length })),
        );
        expect(found.hours.reduce((total, one) => total + one.sales, 0)).toBe(sum(on(today)));
        expect(found.openOrders.open).toBe(live.filter((one) => one.status !== 'delivered').length);
        const average = found.averageOrder.month;
        expect(average === null).toBe(month.length === 0);
        if (average !== null)
          expect(Math.abs(average * month.length - sum(month)) * 2).toBeLessThanOrEqual(month.length);
      }),
      { numRuns: 40 },
    );
  });
});
