import { sql } from 'kysely';
import type { TimerState, WholeHour } from '../../../shared/domain/timer-plan.ts';
import type { Context } from '../../app/context.ts';
import { preparedRead } from '../../database/prepared.ts';
import { countDueOrders } from './due-orders.ts';
import { type TimerRun, timerRuns } from './timer-runs.ts';

const lastCovered = preparedRead<object, { hour: WholeHour | null }>(
  () => sql<{ hour: WholeHour | null }>`SELECT max(hour) AS hour FROM timerHours`,
);

/** How the timer stands. @throws AppError `not-found` before a shop was opened. */
export function timerState(
  ctx: Pick<Context, 'db' | 'shop' | 'today'>,
): TimerState & { readonly lastRun: TimerRun | null } {
  return {
    isEnabled: ctx.shop.timerEnabled === 1,
    lastHour: lastCovered.get(ctx.db, {})?.hour ?? null,
    lastRun: timerRuns(ctx.db, null, 1)[0] ?? null,
    due: countDueOrders(ctx),
  };
}
