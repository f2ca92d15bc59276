import { expect } from 'vitest';
import type { ReadDb } from '../../src/main/database/connection.ts';
import {
  addDays,
  addMonths,
  type CalendarDate,
  calendarDate,
  firstOfMonth,
  lastOfMonth,
} from '../../src/shared/domain/calendar.ts';
import type { TestApp } from '../support/create-test-app.ts';
import { figuresBySql } from '../support/report-sums.ts';

/** The dashboard beside SQL of its own, row by row: for shops in a zone whose days are those of UTC. */
export async function expectDashboard(test: TestApp): Promise<void> {
  const { read } = test.file;
  const found = await test.ask('dashboard.today', {});
  const today = calendarDate(Number(new Date(test.now).toISOString().slice(0, 10).replaceAll('-', '')));
  const figures = (from: CalendarDate, to: CalendarDate) => figuresBySql(read, { from, to });
  const now = figures(today, today);
  const before = figuresUntil(read, addDays(today, -7), test.now - 7 * 86_400_000);
  const lastMonth = addMonths(today, -1);
  const average = (from: CalendarDate, to: CalendarDate) => figures(from, to).averageOrder;
  const days = Array.from({ length: 14 }, (_, index) => addDays(today, index - 13)).map((date) => {
    const { netSales, orders, averageOrder } = figures(date, date);
    return { date, sales: netSales, orders, averageOrder, open: openAtEnd(read, date) };
  });
  expect(found).toEqual({
    today,
    untilNext: 86_400_000 - (test.now % 86_400_000),
    sales: { today: now.netSales, before: before.netSales },
    orders: { today: now.orders, before: before.orders },
    averageOrder: {
      month: average(firstOfMonth(today), today),
      sameDays: average(firstOfMonth(lastMonth), lastMonth),
      lastMonth: average(firstOfMonth(lastMonth), lastOfMonth(lastMonth)),
    },
    openOrders: { ...openNow(read, today), yesterday: openAtEnd(read, addDays(today, -1)) },
    lowStock: lowStock(read),
    awaitingRefund: awaitingRefund(read, today),
    days,
  });
  await expectCharts(test, today);
}

async function expectCharts(test: TestApp, today: CalendarDate): Promise<void> {
  const { days, hours } = await test.ask('dashboard.charts', {});
  const netSales = (date: CalendarDate) => figuresBySql(test.file.read, { from: date, to: date }).netSales;
  expect(days).toEqual(
    Array.from({ length: 14 }, (_, index) => addDays(today, index - 13)).map((date) => ({
      date,
      sales: netSales(date),
      before: netSales(addDays(date, -14)),
    })),
  );
  const usual = Array.from({ length: 8 }, (_, week) =>
    hoursBySql(test.file.read, addDays(today, -7 * week - 7)),
  );
  const busy = usual.filter((day) => day.size > 0);
  const sold = hoursBySql(test.file.read, today);
  for (const { hour, sales, usual: shown } of hours) {
    const sum = busy.reduce((total, day) => total + (day.get(hour) ?? 0), 0);
    expect([hour, sales]).toEqual([hour, sold.get(hour) ?? 0]);
    expect(Math.abs(shown * busy.length - sum) * 2).toBeLessThanOrEqual(busy.length);
  }
  // An hour that is cut off sold nothing today, and usually so little that it is written as nothing.
  const shownHours = hours.map(({ hour }) => hour);
  for (let hour = 0; hour < 24; hour += 1) {
    if (shownHours.includes(hour)) continue;
    const sum = busy.reduce((total, day) => total + (day.get(hour) ?? 0), 0);
    expect([hour, sold.get(hour) ?? 0]).toEqual([hour, 0]);
    expect(Math.abs(sum) * 2, `${hour} o'clock`).toBeLessThanOrEqual(busy.length);
  }
}

type Row = Readonly<Record<string, number>>;
const row = (read: ReadDb, sql: string, params: object): Row => read.statement(sql).get(params) as Row;

function figuresUntil(read: ReadDb, date: number, until: number) {
  const { orders = 0, ...sums } = row(
    read,
    `SELECT (SELECT count(*) FROM orders WHERE businessDate = @date AND placedAt <= @until) AS orders,
      (SELECT sum(total) FROM orders WHERE businessDate = @date AND placedAt <= @until) AS sold,
      (SELECT -sum(total) FROM orders WHERE date(cancelledAt / 1000, 'unixepoch') = @iso AND cancelledAt <= @until) AS undone,
      (SELECT -sum(total) FROM returns WHERE businessDate = @date AND at <= @until) AS back,
      (SELECT -sum(takenOff) FROM refunds WHERE businessDate = @date AND openedAt <= @until) AS given,
      (SELECT sum(r.takenOff) FROM refunds r JOIN orders o ON o.id = r.orderId
        WHERE date(o.cancelledAt / 1000, 'unixepoch') = @iso AND o.cancelledAt <= @until) AS takenBack`,
    { date, until, iso: isoOf(date) },
  );
  return { orders, netSales: Object.values(sums).reduce((total, value) => total + (value ?? 0), 0) };
}

function isoOf(date: number): string {
  const digits = String(date);
  return `${digits.slice(0, 4)}-${digits.slice(4, 6)}-${digits.slice(6)}`;
}

/** Placed by the end of that day, and neither delivered nor cancelled by then. */
function openAtEnd(read: ReadDb, date: number): number {
  return Number(
    row(
      read,
      `SELECT count(*) AS open FROM orders WHERE businessDate <= @date AND kind <> 'counter'
        AND (deliveredAt IS NULL OR date(deliveredAt / 1000, 'unixepoch') > @iso)
        AND (cancelledAt IS NULL OR date(cancelledAt / 1000, 'unixepoch') > @iso)`,
      { date, iso: isoOf(date) },
    ).open,
  );
}

function openNow(read: ReadDb, today: number): Row {
  return row(
    read,
    `SELECT count(*) AS open, ifnull(sum(deliveryDate = @today), 0) AS due,
      ifnull(sum(deliveryDate < @today), 0) AS overdue
    FROM orders WHERE deliveredAt IS NULL AND cancelledAt IS NULL`,
    { today },
  );
}

function lowStock(read: ReadDb): number {
  return Number(
    row(
      read,
      `SELECT count(*) AS low FROM products p JOIN productStock s ON s.productId = p.id
      WHERE s.tracked = 1 AND p.archivedAt IS NULL AND p.kind <> 'parent' AND s.onHand - s.reserved <= s.reorderLevel`,
      {},
    ).low,
  );
}

function awaitingRefund(read: ReadDb, today: CalendarDate) {
  const refunds = read
    .statement(`SELECT amount, state, businessDate FROM refunds WHERE state = 'awaiting' OR state = 'failed'`)
    .all() as { amount: number; state: string; businessDate: number }[];
  const sum = (fits: (date: number) => boolean): number =>
    refunds.reduce((total, one) => total + (fits(one.businessDate) ? one.amount : 0), 0);
  const week = addDays(today, -7);
  return {
    amount: sum(() => true),
    count: refunds.length,
    failed: refunds.filter(({ state }) => state === 'failed').length,
    waiting: {
      today: sum((date) => date >= today),
      week: sum((date) => date < today && date > week),
      longer: sum((date) => date <= week),
    },
  };
}

function hoursBySql(read: ReadDb, date: number): ReadonlyMap<number, number> {
  const rows = read
    .statement(`SELECT CAST(strftime('%H', placedAt / 1000, 'unixepoch') AS INTEGER) AS hour, sum(total) AS sales
      FROM orders WHERE businessDate = ? GROUP BY 1`)
    .all(date) as { hour: number; sales: number }[];
  return new Map(rows.map(({ hour, sales }) => [hour, sales]));
}
