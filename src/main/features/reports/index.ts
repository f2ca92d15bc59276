import { sql } from 'kysely';
import type { reportsCalls } from '../../../shared/contract/reports.ts';
import { businessDateOf, type CalendarDate } from '../../../shared/domain/calendar.ts';
import type { Handlers, QueryContext, QueryHandler } from '../../app/context.ts';
import type { ReadDb } from '../../database/connection.ts';
import { closeDays, isBehind } from './close-days.ts';
import { explainMetric } from './explain.ts';
import { reportsInnerReads as outReads, reportsOutHandlers } from './out/out-handlers.ts';
import { proofRead, proveFigures } from './prove.ts';
import { rebuildFigures } from './rebuild.ts';
import { rollupsOf } from './rollups.ts';
import { runReport } from './run-report.ts';

const getState: QueryHandler<'reports.state'> = (ctx) => {
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

export { reportsOutHandlers };

/** What tasks have done in the helper process. */
export const reportsInnerReads = [...outReads, proofRead] as const;

/** Handlers of the calls in `shared/contract/reports.ts`. */
export const reportsHandlers: Handlers<typeof reportsCalls> = {
  'reports.run': runReport,
  'reports.explain': explainMetric,
  'reports.state': getState,
  'reports.prove': proveFigures,
  'reports.cancelWork': async (ctx) => {
    ctx.cancelLong();
    return {};
  },
  'reports.rebuild': rebuildFigures,
  'reports.close': closeDays,
};
