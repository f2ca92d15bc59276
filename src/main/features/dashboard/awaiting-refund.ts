import { sql } from 'kysely';
import { addDays, type CalendarDate } from '../../../shared/domain/calendar.ts';
import { type Money, money } from '../../../shared/domain/money.ts';
import type { QueryContext } from '../../app/context.ts';
import { preparedRead } from '../../database/prepared.ts';

type Sums = {
  readonly amount: Money;
  readonly count: number;
  readonly failed: number;
  readonly today: Money;
  readonly week: Money;
};

/** The dictionary's `awaitingRefund`, spelled as `refundsOpen` is, by how long it has waited. */
const awaiting = preparedRead<{ today: CalendarDate; week: CalendarDate }, Sums>(
  (slot) => sql<Sums>`
    SELECT ifnull(sum(amount), 0) AS amount, count(*) AS count, ifnull(sum(state = 'failed'), 0) AS failed,
      ifnull(sum(iif(businessDate >= ${slot('today')}, amount, 0)), 0) AS today,
      ifnull(sum(iif(businessDate < ${slot('today')} AND businessDate > ${slot('week')}, amount, 0)), 0) AS week
    FROM refunds WHERE state IN ('awaiting', 'initiated', 'failed') AND state <> 'initiated'`,
);

/** Money that is still to go back: how much, of how many refunds, and since when. */
export function readAwaitingRefund({ db, today }: Pick<QueryContext, 'db' | 'today'>) {
  const found = awaiting.get(db, { today, week: addDays(today, -7) });
  const { amount = money(0), count = 0, failed = 0, week = money(0) } = found ?? {};
  const ofToday = found?.today ?? money(0);
  return {
    amount,
    count,
    failed,
    waiting: { today: ofToday, week, longer: money(amount - ofToday - week) },
  };
}
