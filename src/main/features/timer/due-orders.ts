import { sql } from 'kysely';
import type { CalendarDate } from '../../../shared/domain/calendar.ts';
import type { Context } from '../../app/context.ts';
import { preparedRead } from '../../database/prepared.ts';
import type { OrderRecord } from '../orders/order-record.ts';

type Due = { today: CalendarDate };
type Asker = Pick<Context, 'db' | 'today'>;

/** Spelled as the partial index of open orders is, or SQLite would not use it. */
const inTransit = sql`status IN ('received', 'shipped', 'in-transit') AND status = 'in-transit'`;

const countDue = preparedRead<Due, { count: number }>(
  (slot) => sql<{ count: number }>`SELECT count(*) AS count FROM orders
    WHERE ${inTransit} AND deliveryDate <= ${slot('today')}`,
);

const selectDue = preparedRead<Due, OrderRecord>(
  (slot) => sql<OrderRecord>`SELECT * FROM orders
    WHERE ${inTransit} AND deliveryDate <= ${slot('today')} ORDER BY deliveryDate, id`,
);

/** Orders in transit whose delivery date has come, the longest awaited first. */
export function dueOrders({ db, today }: Asker): readonly OrderRecord[] {
  return selectDue.all(db, { today });
}

/** How many there are. */
export function countDueOrders({ db, today }: Asker): number {
  return countDue.get(db, { today })?.count ?? 0;
}
