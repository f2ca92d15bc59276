import { sql } from 'kysely';
import type { CalendarDate } from '../../../shared/domain/calendar.ts';
import { preparedRead } from '../../database/prepared.ts';

/** Total and number of orders; null where SQL adds up nothing. */
type Sums = { readonly sales: number; readonly orders: number };

/*
 * All of these read `ordersDay`, which holds day, status and total: no order itself is touched. Cancelled orders
 * are left out everywhere.
 */

/** Each day with orders in a span of business dates. */
export const salesByDay = preparedRead<
  { from: CalendarDate; to: CalendarDate },
  Sums & { date: CalendarDate }
>(
  (slot) => sql<Sums & { date: CalendarDate }>`
    SELECT businessDate AS date, sum(total) AS sales, count(*) AS orders FROM orders
    WHERE businessDate BETWEEN ${slot('from')} AND ${slot('to')} AND status <> 'cancelled' GROUP BY businessDate`,
);

/** A span of business dates together. */
export const salesInDays = preparedRead<{ from: CalendarDate; to: CalendarDate }, Sums>(
  (slot) => sql<Sums>`
    SELECT ifnull(sum(total), 0) AS sales, count(*) AS orders FROM orders
    WHERE businessDate BETWEEN ${slot('from')} AND ${slot('to')} AND status <> 'cancelled'`,
);

/** One business date up to an instant; this one looks at the day's orders for their time. */
export const salesOfDayUntil = preparedRead<{ date: CalendarDate; until: number }, Sums>(
  (slot) => sql<Sums>`
    SELECT ifnull(sum(total), 0) AS sales, count(*) AS orders FROM orders
    WHERE businessDate = ${slot('date')} AND status <> 'cancelled' AND placedAt <= ${slot('until')}`,
);

type OpenOrders = { open: number; due: number; overdue: number };

/** Orders still to be delivered or collected: all, for today, and late. Spelled as the index `ordersOpen` is. */
export const openOrders = preparedRead<{ today: CalendarDate }, OpenOrders>(
  (slot) => sql<OpenOrders>`
    SELECT count(*) AS open, ifnull(sum(deliveryDate = ${slot('today')}), 0) AS due,
      ifnull(sum(deliveryDate < ${slot('today')}), 0) AS overdue
    FROM orders WHERE status IN ('received', 'shipped', 'in-transit')`,
);

/** When and how much, order by order: for the hours of a few days. */
export const ordersOfDays = preparedRead<
  { dates: string },
  { date: CalendarDate; placedAt: number; total: number }
>(
  (slot) => sql<{ date: CalendarDate; placedAt: number; total: number }>`
    SELECT businessDate AS date, placedAt, total FROM orders
    WHERE businessDate IN (SELECT value FROM json_each(${slot('dates')})) AND status <> 'cancelled'`,
);
