import { sql } from 'kysely';
import type { CalendarDate } from '../../../shared/domain/calendar.ts';
import type { TimerState, WholeHour } from '../../../shared/domain/timer-plan.ts';
import type { Context } from '../../app/context.ts';
import { preparedRead } from '../../database/prepared.ts';
import type { OrderRecord } from '../orders/order-record.ts';
import { type TimerRun, timerRuns } from './timer-runs.ts';

type Due = { today: CalendarDate };

/** Spelled as the partial index of open orders is, or SQLite would not use it. */
const isDue = sql`status IN ('received', 'shipped', 'in-transit') AND status = 'in-transit'`;

const countDue = preparedRead<Due, { count: number }>(
  (slot) => sql<{ count: number }>`SELECT count(*) AS count FROM orders
    WHERE ${isDue} AND deliveryDate <= ${slot('today')}`,
);

const selectDue = preparedRead<Due, OrderRecord>(
  (slot) => sql<OrderRecord>`SELECT * FROM orders
    WHERE ${isDue} AND deliveryDate <= ${slot('today')} ORDER BY deliveryDate, id`,
);

const lastCovered = preparedRead<object, { hour: WholeHour | null }>(
  () => sql<{ hour: WholeHour | null }>`SELECT max(hour) AS hour FROM timerHours`,
);

/** Orders in transit whose delivery date has come, the longest awaited first. */
export function dueOrders({ db, today }: Pick<Context, 'db' | 'today'>): readonly OrderRecord[] {
  return selectDue.all(db, { today });
}

/** How the timer stands. @throws AppError `not-found` before a shop was opened. */
export function timerState({
  db,
  shop,
  today,
}: Pick<Context, 'db' | 'shop' | 'today'>): TimerState & { readonly lastRun: TimerRun | null } {
  return {
    isEnabled: shop.timerEnabled === 1,
    lastHour: lastCovered.get(db, {})?.hour ?? null,
    lastRun: timerRuns(db, null, 1)[0] ?? null,
    due: countDue.get(db, { today })?.count ?? 0,
  };
}
