import { sql } from 'kysely';
import { businessDateOf, type CalendarDate } from '../../../shared/domain/calendar.ts';
import type { Context } from '../../app/context.ts';
import { preparedRead } from '../../database/prepared.ts';
import type { OrderRecord } from '../orders/order-record.ts';

type Due = { today: CalendarDate };
type Asker = Pick<Context, 'db' | 'shop' | 'today'>;

/** Spelled as the partial index of open orders is, or SQLite would not use it. */
const inTransit = sql`o.status IN ('received', 'shipped', 'in-transit') AND o.status = 'in-transit'`;

const countDue = preparedRead<Due, { count: number }>(
  (slot) => sql<{ count: number }>`SELECT count(*) AS count FROM orders AS o
    WHERE ${inTransit} AND o.deliveryDate <= ${slot('today')}`,
);

const selectDue = preparedRead<Due, OrderRecord>(
  (slot) => sql<OrderRecord>`SELECT * FROM orders AS o
    WHERE ${inTransit} AND o.deliveryDate <= ${slot('today')} ORDER BY o.deliveryDate, o.id`,
);

type Undone = { readonly id: number; readonly deliveryDate: CalendarDate; readonly undoneAt: number };

const selectUndone = preparedRead<Due, Undone>(
  (slot) => sql<Undone>`SELECT o.id, o.deliveryDate, max(event.at) AS undoneAt
    FROM orders AS o JOIN orderEvents AS event ON event.orderId = o.id AND event.kind = 'status'
    WHERE ${inTransit} AND o.deliveryDate <= ${slot('today')} AND o.revision > 0 AND event.details ->> 'undo'
    GROUP BY o.id`,
);

/**
 * Orders in transit whose delivery date has come, the longest awaited first. One whose delivery somebody took back
 * has not arrived: it waits for a person, or for a later date.
 */
export function dueOrders(ctx: Asker): readonly OrderRecord[] {
  const waiting = waitingForPerson(ctx);
  return selectDue.all(ctx.db, { today: ctx.today }).filter((order) => !waiting.has(order.id));
}

/** How many there are. */
export function countDueOrders(ctx: Asker): number {
  return (countDue.get(ctx.db, { today: ctx.today })?.count ?? 0) - waitingForPerson(ctx).size;
}

function waitingForPerson({ db, shop, today }: Asker): ReadonlySet<number> {
  const { timeZone, dayStartMinutes } = shop;
  const undone = selectUndone.all(db, { today });
  return new Set(
    undone
      .filter(
        ({ deliveryDate, undoneAt }) => businessDateOf(undoneAt, timeZone, dayStartMinutes) >= deliveryDate,
      )
      .map(({ id }) => id),
  );
}
