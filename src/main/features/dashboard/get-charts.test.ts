import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { change } from '../../../../test/support/catalog-builders.ts';
import { createOpenShop, openShopInput, type TestApp } from '../../../../test/support/create-test-app.ts';
import { addPlainOrder, type PlainOrder } from '../../../../test/support/plain-orders.ts';
import type { Output } from '../../../shared/contract/index.ts';
import {
  addDays,
  businessDateOf,
  calendarDate,
  startOfBusinessDate,
} from '../../../shared/domain/calendar.ts';

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

describe('the hours of today', () => {
  it('stand beside the average of the same weekdays on which the shop sold', async () => {
    addOrder({ date: today, minutes: 9 * 60 + 59, total: 100 });
    addOrder({ date: addDays(today, -7), minutes: 9 * 60, total: 300 });
    addOrder({ date: addDays(today, -7), minutes: 17 * 60, total: 50 });
    addOrder({ date: addDays(today, -56), minutes: 9 * 60, total: 501 });
    addOrder({ date: addDays(today, -63), minutes: 9 * 60, total: 9999 });
    addOrder({ date: addDays(today, -1), minutes: 9 * 60, total: 9999 });
    const { hours } = await charts();
    expect(hours.filter((one) => one.sales !== 0 || one.usual !== 0)).toEqual([
      { hour: 9, sales: 100, usual: 401 },
      { hour: 17, sales: 0, usual: 25 },
    ]);
  });

  it('reach as far as anything was sold', async () => {
    addOrder({ date: today, minutes: 5 * 60 });
    addOrder({ date: addDays(today, -7), minutes: 23 * 60 });
    const { hours } = await charts();
    expect([hours[0]?.hour, hours.at(-1)?.hour]).toEqual([5, 23]);
  });

  it('are those of the shop’s own clock, across the change of the clocks', async () => {
    // The Sunday three weeks on from the end of summer time in London, 25 October 2026.
    test.now = Date.UTC(2026, 9, 25, 12);
    addOrder({ date: 20261025, minutes: 10 * 60, total: 1 });
    addOrder({ date: 20261018, minutes: 10 * 60, total: 3 });
    const { hours } = await charts();
    const { sales } = await dashboard();
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
    const { hours } = await charts();
    expect(hours.find((one) => one.hour === 1)?.usual).toBe(605);
    // The hour after midnight is the last of the day, not its first.
    expect([hours[0]?.hour, hours.at(-2)?.hour, hours.at(-1)?.hour]).toEqual([8, 0, 1]);
  });
});
