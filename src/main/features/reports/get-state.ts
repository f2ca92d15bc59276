import { sql } from 'kysely';
import { businessDateOf, type CalendarDate } from '../../../shared/domain/calendar.ts';
import type { QueryContext, QueryHandler } from '../../app/context.ts';
import type { ReadDb } from '../../database/connection.ts';
import { isBehind } from './close-days.ts';
import { rollupsOf } from './rollups.ts';

/** How far the closed days are added up, and whether they were proven. */
export const getState: QueryHandler<'reports.state'> = (ctx) => {
  const rollups = rollupsOf(ctx.db);
  return {
    firstDay: firstDay(ctx.db),
    isBehind: isBehind(ctx),
    closedThrough: rollups?.closedThrough ?? null,
    provenAt: rollups?.provenAt ?? null,
    provenThrough: rollups?.provenThrough ?? null,
    differences: rollups?.differences ?? 0,
    isProofDue: isProofDue(ctx),
  };
};

/** Once a business date, when the days that ended are added up. */
function isProofDue(ctx: QueryContext): boolean {
  const rollups = rollupsOf(ctx.db);
  if (rollups?.closedThrough == null || isBehind(ctx)) return false;
  const { timeZone, dayStartMinutes } = ctx.shop;
  return rollups.provenAt === null || businessDateOf(rollups.provenAt, timeZone, dayStartMinutes) < ctx.today;
}

/** Each is the first entry of an index. */
function firstDay(db: ReadDb): CalendarDate | null {
  const found = db.get(sql<{ date: CalendarDate | null }>`SELECT min(date) AS date FROM (
    SELECT min(businessDate) AS date FROM orders UNION ALL SELECT min(businessDate) FROM returns)`);
  return found?.date ?? null;
}
