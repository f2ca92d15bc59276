import { sql } from 'kysely';
import type { CalendarDate } from '../../../shared/domain/calendar.ts';
import { hourOf, isClockBack, missedHours, startOfHour } from '../../../shared/domain/timer-plan.ts';
import type { QueryHandler } from '../../app/context.ts';
import { preparedRead } from '../../database/prepared.ts';
import { timerState } from './timer-state.ts';

const nightlyCheck = preparedRead<{ today: CalendarDate }, { found: number }>(
  (slot) => sql<{ found: number }>`SELECT 1 AS found FROM stockChecks
    WHERE businessDate = ${slot('today')} AND cause = 'nightly' LIMIT 1`,
);

/** The hourly timer as it stands. Asked by each heartbeat, so it counts and reads two single rows. */
export const getTimer: QueryHandler<'timer.get'> = (ctx) => {
  const { lastHour, lastRun, ...state } = timerState(ctx);
  return {
    ...state,
    last: lastRun,
    nextAt: startOfHour(lastHour === null ? hourOf(ctx.now) : lastHour + 1),
    missedHours: missedHours(ctx.now, lastHour),
    isClockBack: isClockBack(ctx.now, lastHour),
    isStockChecked: nightlyCheck.get(ctx.db, { today: ctx.today }) !== undefined,
  };
};
