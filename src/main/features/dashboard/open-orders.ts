import { sql } from 'kysely';
import { addDays, type CalendarDate, startOfBusinessDate } from '../../../shared/domain/calendar.ts';
import type { QueryContext } from '../../app/context.ts';
import { preparedRead } from '../../database/prepared.ts';
import { openOrders } from './order-sums.ts';

type Asker = Pick<QueryContext, 'db' | 'today' | 'shop'>;
type Day = { readonly date: CalendarDate; readonly start: number };
type Change = { readonly date: CalendarDate; readonly opened: number; readonly closed: number };

/**
 * What each of some days opened and closed: orders that are handed over later, by the day they were placed, and those
 * delivered or cancelled in it. A counter sale is never open. The last day goes on without an end, so that going back
 * from what is open now is right even where a clock was set back. The indices are named: statistics of a younger shop
 * would choose worse ones.
 */
const changes = preparedRead<{ days: string }, Change>(
  (slot) => sql<Change>`
    SELECT d.value ->> 'date' AS date,
      (SELECT count(*) FROM orders INDEXED BY ordersDay WHERE businessDate = d.value ->> 'date'
        AND status IN ('received', 'shipped', 'in-transit', 'delivered', 'cancelled')
        AND kind IN ('pickup', 'delivery'))
      + iif(d.value ->> 'end' IS NULL, (SELECT count(*) FROM orders INDEXED BY ordersDay
        WHERE businessDate > d.value ->> 'date' AND kind <> 'counter'), 0) AS opened,
      (SELECT count(*) FROM orders INDEXED BY ordersHandedOver WHERE kind <> 'counter' AND deliveredAt IS NOT NULL
        AND deliveredAt >= d.value ->> 'start' AND deliveredAt < ifnull(d.value ->> 'end', 9e15))
      + (SELECT count(*) FROM orders INDEXED BY ordersCancelledDate
        WHERE cancelledDate = d.value ->> 'date' AND kind <> 'counter')
      + iif(d.value ->> 'end' IS NULL, (SELECT count(*) FROM orders INDEXED BY ordersCancelledDate
        WHERE cancelledDate > d.value ->> 'date' AND kind <> 'counter'), 0) AS closed
    FROM json_each(${slot('days')}) AS d`,
);

/** How many orders are open now, and how many were when each of the last days ended. */
export function readOpenOrders(ctx: Asker, days: number) {
  const { db, today } = ctx;
  const now = openOrders.get(db, { today }) ?? { open: 0, due: 0, overdue: 0 };
  const asked = lastDays(ctx, days).map((day, index, all) => ({
    ...day,
    end: all[index + 1]?.start ?? null,
  }));
  const byDate = new Map(changes.all(db, { days: JSON.stringify(asked) }).map((one) => [one.date, one]));
  const atEnd = new Map<CalendarDate, number>();
  let open = now.open;
  for (const { date } of asked.toReversed()) {
    // Histories of other programs may say that an order was delivered before it was placed.
    atEnd.set(date, Math.max(0, open));
    const { opened = 0, closed = 0 } = byDate.get(date) ?? {};
    open += closed - opened;
  }
  return { now, atEnd };
}

function lastDays({ today, shop }: Asker, count: number): readonly Day[] {
  return Array.from({ length: count }, (_, index) => {
    const date = addDays(today, index + 1 - count);
    return { date, start: startOfBusinessDate(date, shop.timeZone, shop.dayStartMinutes) };
  });
}
