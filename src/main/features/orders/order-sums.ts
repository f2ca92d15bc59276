import { setImmediate } from 'node:timers';
import { type Expression, type SqlBool, sql } from 'kysely';
import type { OrderFilterInput } from '../../../shared/contract/order-filter.ts';
import { addDays, type CalendarDate, calendarDate } from '../../../shared/domain/calendar.ts';
import { type Money, money, zeroMoney } from '../../../shared/domain/money.ts';
import type { Context } from '../../app/context.ts';
import type { ReadDb } from '../../database/connection.ts';
import { preparedRead } from '../../database/prepared.ts';
import { orderScope } from './order-scope.ts';

type Sums = { readonly count: number; readonly total: Money };

/**
 * How many orders a filter leaves, and what their totals come to. What an index of few orders answers is read at
 * once. Else the book is walked month by month, and between two months the till goes on; no further than to `most`
 * orders.
 */
export async function sumsOf(
  { db, today }: Pick<Context, 'db' | 'today'>,
  filter: OrderFilterInput,
  most = Number.POSITIVE_INFINITY,
): Promise<Sums> {
  const { rules, isFew } = orderScope(db, filter, today);
  if (isFew) return sumsWhere(db, rules);
  let sums: Sums = { count: 0, total: zeroMoney };
  let from = nextDay(db, filter.fromDate ?? calendarDate(10000101));
  while (from !== null && sums.count < most && (filter.toDate === null || from <= filter.toDate)) {
    const to = addDays(from, daysAtOnce - 1);
    const within = sql<SqlBool>`orders.businessDate BETWEEN ${from} AND ${to}`;
    const { count, total } = sumsWhere(db, [within, ...rules]);
    sums = { count: sums.count + count, total: money(sums.total + total) };
    await new Promise<void>((resolve) => setImmediate(resolve));
    from = nextDay(db, addDays(to, 1));
  }
  return sums;
}

const daysAtOnce = 31;

const firstDayFrom = preparedRead<{ date: CalendarDate }, { date: CalendarDate | null }>(
  (slot) => sql<{ date: CalendarDate | null }>`
    SELECT min(businessDate) AS date FROM orders WHERE businessDate >= ${slot('date')}`,
);

/** The first day with an order, at or after one; null when there is none. */
function nextDay(db: ReadDb, date: CalendarDate): CalendarDate | null {
  return firstDayFrom.get(db, { date })?.date ?? null;
}

function sumsWhere(db: ReadDb, rules: readonly Expression<SqlBool>[]): Sums {
  const where = rules.length === 0 ? sql`1` : sql.join(rules, sql` AND `);
  const row = db.get(
    sql<Sums>`SELECT count(*) AS count, ifnull(sum(orders.total), 0) AS total FROM orders WHERE ${where}`,
  );
  return row ?? { count: 0, total: zeroMoney };
}
