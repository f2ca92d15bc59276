import { sql } from 'kysely';
import { addDays, type CalendarDate, lastOfMonth } from '../../../shared/domain/calendar.ts';
import type { Span } from '../../../shared/domain/report-span.ts';
import type { CommandContext, CommandHandler, Context } from '../../app/context.ts';
import type { ReadDb } from '../../database/connection.ts';
import { query } from '../../database/query.ts';
import { dateOldCancels } from './date-old-cancels.ts';
import { fileOrders } from './file-orders.ts';
import { foldDays } from './fold.ts';
import { reopenFrom, rollupsOf } from './rollups.ts';

/** A slice is a few hundredths of a second: selling goes on between two of them. */
const ordersASlice = 1500;

/** Folds the next days that ended: at most the rest of a month, and about so many orders. */
export const closeDays: CommandHandler<'reports.close'> = (ctx) => closeSlice(ctx);

/** One slice; `days` is 0 where nothing is left. */
export function closeSlice(ctx: CommandContext): { closedThrough: CalendarDate | null; days: number } {
  dateOldCancels(ctx.db, ctx.shop);
  const { timeZone } = ctx.shop;
  let rollups = rollupsOf(ctx.db);
  if (rollups?.timeZone !== timeZone) {
    clearFigures(ctx, timeZone);
    rollups = rollupsOf(ctx.db);
  }
  if (rollups?.staleFrom != null) {
    reopenFrom(ctx.db, rollups.staleFrom);
    rollups = rollupsOf(ctx.db);
  }
  const closed = rollups?.closedThrough ?? null;
  const from = closed === null ? firstDate(ctx.db) : addDays(closed, 1);
  if (from === null || from >= ctx.today) return { closedThrough: closed, days: 0 };
  const span = { from, to: endOfSlice(ctx, from) };
  foldDays(ctx.db, span, timeZone);
  fileOrders(ctx.db, span);
  ctx.db.run(query.updateTable('rollups').set({ closedThrough: span.to }));
  return { closedThrough: span.to, days: daysOf(span) };
}

/** Whether there is anything to fold: days that ended, or what came in for closed ones. */
export function isBehind({ db, shop, today }: Pick<Context, 'db' | 'shop' | 'today'>): boolean {
  const rollups = rollupsOf(db);
  if (rollups?.timeZone !== shop.timeZone || rollups.staleFrom !== null) return true;
  const from = rollups.closedThrough === null ? firstDate(db) : addDays(rollups.closedThrough, 1);
  return from !== null && from < today;
}

function daysOf({ from, to }: Span): number {
  return (to % 100) - (from % 100) + 1;
}

/** Begins anew: nothing is folded, hours are by this clock. */
export function clearFigures({ db }: CommandContext, timeZone: string): void {
  for (const table of ['dayFigures', 'productMonths', 'productYears', 'rollups'] as const)
    db.run(query.deleteFrom(table));
  const none = { closedThrough: null, staleFrom: null, provenAt: null, provenThrough: null, differences: 0 };
  db.run(query.insertInto('rollups').values({ id: 1, timeZone, ...none }));
}

/** The first day on which anything happened that is counted. */
function firstDate(db: ReadDb): CalendarDate | null {
  const first = db.get(sql<{ date: CalendarDate | null }>`SELECT min(date) AS date FROM (
    SELECT (SELECT min(businessDate) FROM orders) AS date
    UNION ALL SELECT (SELECT min(businessDate) FROM returns)
    UNION ALL SELECT (SELECT min(cancelledDate) FROM orders WHERE cancelledDate IS NOT NULL)
    UNION ALL SELECT (SELECT min(settledDate) FROM refunds WHERE settledDate IS NOT NULL)
    UNION ALL SELECT (SELECT min(businessDate) FROM payments WHERE isLater = 1)
    UNION ALL SELECT (SELECT min(businessDate) FROM refunds WHERE takenOff > 0))`);
  return first?.date ?? null;
}

/** The last day of the slice that begins on a day: within its month, before today, not with too many orders. */
function endOfSlice({ db, today }: CommandContext, from: CalendarDate): CalendarDate {
  const end = Math.min(lastOfMonth(from), addDays(today, -1)) as CalendarDate;
  const days = db.all(sql<{
    date: CalendarDate;
    count: number;
  }>`SELECT businessDate AS date, count(*) AS count
    FROM orders WHERE businessDate BETWEEN ${from} AND ${end} GROUP BY businessDate ORDER BY businessDate`);
  let count = 0;
  for (const day of days) {
    count += day.count;
    if (count >= ordersASlice && day.date < end) return day.date;
  }
  return end;
}
