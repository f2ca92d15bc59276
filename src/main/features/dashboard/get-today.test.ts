import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { addProduct, counterSale, line } from '../../../../test/support/builders.ts';
import { archiveProduct, change } from '../../../../test/support/catalog-builders.ts';
import { createOpenShop, type TestApp } from '../../../../test/support/create-test-app.ts';
import { addPlainOrder, type PlainOrder } from '../../../../test/support/plain-orders.ts';
import type { Output } from '../../../shared/contract/index.ts';
import { addDays, addMonths, calendarDate, startOfBusinessDate } from '../../../shared/domain/calendar.ts';
import { money } from '../../../shared/domain/money.ts';

let test: TestApp;
/** Sunday; the clock of the test shop shows 11:30. */
const today = calendarDate(20261122);
let timeZone = 'Europe/London';

beforeEach(async () => {
  timeZone = 'Europe/London';
  test = await createOpenShop();
});
afterEach(() => test.close());

const addOrder = (order: PlainOrder): void => addPlainOrder(test, timeZone, order);
const dashboard = (): Promise<Output<'dashboard.today'>> => test.ask('dashboard.today', {});
const charts = (): Promise<Output<'dashboard.charts'>> => test.ask('dashboard.charts', {});

async function closeAll(): Promise<void> {
  while ((await test.ask('reports.close', {})).days > 0);
}

describe('dashboard.today', () => {
  it('is all zeroes in a new shop, with every day and hour in its place', async () => {
    const found = await dashboard();
    expect(found).toMatchObject({
      today,
      sales: { today: 0, before: 0 },
      orders: { today: 0, before: 0 },
      averageOrder: { month: null, sameDays: null, lastMonth: null },
      openOrders: { open: 0, due: 0, overdue: 0, yesterday: 0 },
      lowStock: 0,
      awaitingRefund: { amount: 0, count: 0, failed: 0, waiting: { today: 0, week: 0, longer: 0 } },
    });
    expect(found.days.map((day) => day.date)).toEqual(
      Array.from({ length: 14 }, (_, day) => addDays(today, day - 13)),
    );
    const { hours } = await charts();
    expect(hours.map((one) => one.hour)).toEqual([8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20]);
  });

  it('counts what the till sells, at once', async () => {
    const productId = addProduct(test, { price: 350, stock: 9 });
    await test.ask('orders.place', counterSale([line(productId, 2, 350)]));
    const found = await dashboard();
    expect(found.sales.today).toBe(700);
    expect(found.orders.today).toBe(1);
    expect(found.days.at(-1)).toEqual({ date: today, sales: 700, orders: 1, averageOrder: 700, open: 0 });
    expect(found.averageOrder.month).toBe(700);
    const { hours, days } = await charts();
    expect(hours.find((one) => one.hour === 11)?.sales).toBe(700);
    expect(days.at(-1)).toEqual({ date: today, sales: 700, before: 0 });
  });

  it('takes a cancelled order back on the day of its cancellation, and out of every average', async () => {
    for (const date of [today, addDays(today, -7), addMonths(today, -1)]) {
      addOrder({ date, status: 'cancelled' });
    }
    change(test, `UPDATE orders SET cancelledDate = ${today}, cancelledAt = ${test.now} WHERE id > 1`);
    const found = await dashboard();
    expect(found.sales).toEqual({ today: 1000 - 3000, before: 1000 });
    expect(found.orders).toEqual({ today: 1, before: 1 });
    expect(found.averageOrder).toEqual({ month: null, sameDays: null, lastMonth: null });
    expect(found.days.map((day) => day.averageOrder)).toEqual(Array.from({ length: 14 }, () => null));
  });

  it('leaves out of last week what was cancelled there later in the day', async () => {
    const lastWeek = addDays(today, -7);
    addOrder({ date: lastWeek, status: 'cancelled' });
    change(test, `UPDATE orders SET cancelledAt = placedAt + 3600000`);
    test.now = startOfBusinessDate(today, timeZone, 659);
    expect((await dashboard()).sales.before).toBe(1000);
    test.now += 60_000;
    expect((await dashboard()).sales.before).toBe(0);
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
    expect((await dashboard()).averageOrder).toEqual({
      month: 1501,
      sameDays: 300,
      lastMonth: 50_150,
    });
  });

  it('takes the whole of a shorter month on the 31st', async () => {
    test.now = Date.UTC(2026, 2, 31, 12);
    addOrder({ date: 20260228, total: 400 });
    addOrder({ date: 20260301, total: 200 });
    expect((await dashboard()).averageOrder).toEqual({ month: 200, sameDays: 400, lastMonth: 400 });
  });

  it('counts open orders, those due today and those that are late', async () => {
    addOrder({ date: today, status: 'received', deliveryDate: addDays(today, 4) });
    addOrder({ date: today, status: 'shipped', deliveryDate: today });
    addOrder({ date: 20261101, status: 'in-transit', deliveryDate: addDays(today, -1) });
    addOrder({ date: 20261101, status: 'received' });
    addOrder({ date: 20261101, status: 'delivered', deliveryDate: addDays(today, -1) });
    addOrder({ date: 20261101, status: 'cancelled', deliveryDate: today });
    expect((await dashboard()).openOrders).toEqual({ open: 4, due: 1, overdue: 1, yesterday: 2 });
  });

  it('goes back from what is open now to what was open each evening', async () => {
    addOrder({ date: addDays(today, -3), status: 'received' });
    addOrder({ date: addDays(today, -3), status: 'delivered' });
    addOrder({ date: addDays(today, -2), status: 'cancelled' });
    addOrder({ date: addDays(today, -60), status: 'delivered' });
    addOrder({ kind: 'counter', date: addDays(today, -2) });
    addOrder({ date: today, status: 'shipped' });
    change(test, `UPDATE orders SET deliveredAt = deliveredAt + 86400000 WHERE id = 2`);
    change(test, `UPDATE orders SET deliveredAt = ${test.now} WHERE id = 4`);
    change(test, `UPDATE orders SET cancelledDate = ${today}, cancelledAt = ${test.now} WHERE id = 3`);
    const { days, openOrders } = await dashboard();
    expect(days.slice(-5).map((day) => day.open)).toEqual([1, 3, 3, 3, 2]);
    expect(openOrders).toMatchObject({ open: 2, yesterday: 3 });
  });

  it('is right where the clock was set back and orders stand on days to come', async () => {
    addOrder({ date: addDays(today, 2), status: 'received' });
    addOrder({ date: addDays(today, 2), status: 'delivered' });
    addOrder({ date: addDays(today, 2), status: 'cancelled' });
    const { days, openOrders } = await dashboard();
    expect([openOrders.open, openOrders.yesterday]).toEqual([1, 0]);
    expect(days.map((day) => day.open)).toEqual([...Array.from({ length: 13 }, () => 0), 1]);
  });

  it('says how long it is until the next day, clocks that change that night allowed for', async () => {
    expect((await dashboard()).untilNext).toBe(12.5 * 3_600_000);
    test.now = Date.UTC(2026, 9, 24, 22, 59, 30);
    expect((await dashboard()).untilNext).toBe(30_000);
    // Sunday, on which the clocks go back, has 25 hours.
    test.now = Date.UTC(2026, 9, 24, 23);
    expect(await dashboard()).toMatchObject({ today: 20261025, untilNext: 25 * 3_600_000 });
  });
});

describe('when a business day begins', () => {
  it('turns over, and says the same of the day before once that is added up', async () => {
    addOrder({ date: today, total: 700 });
    addOrder({ date: addDays(today, -7), total: 40, minutes: 60 });
    test.now = startOfBusinessDate(today, timeZone, 1439);
    expect(await dashboard()).toMatchObject({ today, sales: { today: 700, before: 40 } });
    test.now += 60_000;
    const turned = await dashboard();
    expect(turned).toMatchObject({
      today: addDays(today, 1),
      sales: { today: 0, before: 0 },
      orders: { today: 0 },
    });
    expect(turned.days.at(-2)).toMatchObject({ date: today, sales: 700, orders: 1 });
    const drawn = await charts();
    await closeAll();
    expect(await dashboard()).toEqual(turned);
    expect(await charts()).toEqual(drawn);
  });

  it('reads closed days from what they were added up to', async () => {
    addOrder({ date: addDays(today, -1), total: 700 });
    addOrder({ date: addDays(today, -7), total: 700 });
    await closeAll();
    change(test, `UPDATE dayFigures SET amount = 5 WHERE kind IN ('sale', 'sale-hour')`);
    expect((await dashboard()).days.at(-2)?.sales).toBe(5);
    const { days, hours } = await charts();
    expect(days.at(-2)?.sales).toBe(5);
    expect(hours.find(({ hour }) => hour === 10)?.usual).toBe(5);
  });
});

describe('money that is to go back', () => {
  it('is told by how long it has waited, and without what is on its way', async () => {
    const productId = addProduct(test, { price: 350, stock: 9 });
    const day = 86_400_000;
    const card = { tenders: [{ tenderId: 2, amount: money(350), reference: 'A1' }] };
    const sold = async (cartId: string) =>
      (
        await test.ask(
          'orders.place',
          counterSale([line(productId, 1, 350)], {
            ...card,
            ...{ cartId, kind: 'pickup', delivery: { name: 'Ana', phone: '', address: '', date: today } },
          }),
        )
      ).orderId;
    const orderIds = [await sold('a'), await sold('b'), await sold('c'), await sold('d')];
    const now = test.now;
    const back = async (index: number, daysAgo: number) => {
      test.now = now - daysAgo * day;
      const reason = { reason: 'other' as const, note: '', refundCashNow: false };
      await test.ask('orders.cancel', { orderId: orderIds[index] ?? 0, ...reason });
      test.now = now;
    };
    await back(0, 0);
    await back(1, 6);
    await back(2, 7);
    await back(3, 3);
    await test.ask('refunds.initiate', { refundId: 4, tenderId: null, reference: '' });
    await test.ask('refunds.initiate', { refundId: 3, tenderId: null, reference: '' });
    await test.ask('refunds.fail', { refundId: 3, reason: 'The bank sent it back' });
    expect((await dashboard()).awaitingRefund).toEqual({
      ...{ amount: 1050, count: 3, failed: 1 },
      waiting: { today: 350, week: 350, longer: 350 },
    });
  });
});

describe('low stock', () => {
  it('counts what is down to its reorder level and is sold', async () => {
    addProduct(test, { name: 'None', stock: -3 });
    const promised = addProduct(test, { name: 'Promised', stock: 20 });
    change(test, `UPDATE productStock SET reserved = 15000 WHERE productId = ${promised}`);
    addProduct(test, { name: 'Enough', stock: 60 });
    archiveProduct(test, addProduct(test, { name: 'Gone', stock: -99 }));
    expect((await dashboard()).lowStock).toBe(2);
  });
});
