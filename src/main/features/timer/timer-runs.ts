import { sql } from 'kysely';
import type { Output } from '../../../shared/contract/index.ts';
import type { CalendarDate } from '../../../shared/domain/calendar.ts';
import type { TimerCause, TimerOutcome, WholeHour } from '../../../shared/domain/timer-plan.ts';
import type { CommandContext } from '../../app/context.ts';
import type { ReadDb } from '../../database/connection.ts';
import { preparedRead, preparedWrite } from '../../database/prepared.ts';
import { staffOf } from '../orders/append-event.ts';

export type TimerRun = Output<'timer.listRuns'>['items'][number];

const newestRuns = preparedRead<{ beforeId: number; limit: number }, TimerRun>(
  (slot) => sql<TimerRun>`SELECT run.id AS runId, run.cause, run.outcome, run.startedAt, run.finishedAt,
      run.hours, run.delivered, run.error, staff.name AS staffName
    FROM timerRuns AS run LEFT JOIN staff ON staff.id = run.staffId
    WHERE run.id < ${slot('beforeId')} ORDER BY run.id DESC LIMIT ${slot('limit')}`,
);

/** Runs, newest first, before one of them; null begins at the newest. */
export function timerRuns(db: ReadDb, beforeId: number | null, limit: number): readonly TimerRun[] {
  return newestRuns.all(db, { beforeId: beforeId ?? Number.MAX_SAFE_INTEGER, limit });
}

type RunRow = {
  readonly cause: TimerCause;
  readonly outcome: TimerOutcome;
  readonly hours: number;
  readonly delivered: number;
  readonly error: string | null;
  readonly at: number;
  readonly businessDate: CalendarDate;
  readonly staffId: number | null;
};

const insertRun = preparedWrite<RunRow>(
  (slot) => sql`INSERT INTO timerRuns
      (cause, outcome, startedAt, finishedAt, businessDate, hours, delivered, error, staffId)
    VALUES (${slot('cause')}, ${slot('outcome')}, ${slot('at')}, ${slot('at')}, ${slot('businessDate')},
      ${slot('hours')}, ${slot('delivered')}, ${slot('error')}, ${slot('staffId')})`,
);

/** Writes a run down. The clock is read once a call, so a run begins and ends at one instant. Answers its id. */
export function recordRun(
  ctx: CommandContext,
  run: Pick<RunRow, 'cause' | 'outcome'> & Partial<Pick<RunRow, 'hours' | 'delivered' | 'error'>>,
): number {
  const { now: at, today: businessDate } = ctx;
  const blank = { hours: 0, delivered: 0, error: null };
  return insertRun.run(ctx.db, { ...blank, ...run, at, businessDate, staffId: staffOf(ctx.actor) }).lastId;
}

type Hours = { readonly from: WholeHour; readonly to: WholeHour; readonly runId: number };

/** Fails where one of the hours was covered before: the key of the table is the hour. */
const insertHours = preparedWrite<Hours>(
  (slot) => sql`WITH RECURSIVE missed(hour) AS (
      SELECT CAST(${slot('from')} AS INTEGER)
      UNION ALL SELECT hour + 1 FROM missed WHERE hour < ${slot('to')}
    ) INSERT INTO timerHours (hour, runId) SELECT hour, ${slot('runId')} FROM missed`,
);

/** Counts whole hours as covered by a run. */
export function coverHours(ctx: CommandContext, hours: Hours): void {
  insertHours.run(ctx.db, hours);
}
