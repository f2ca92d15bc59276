import type { FoundOrder } from '../../../shared/contract/palette.ts';
import { parseOrderCode } from '../../../shared/domain/order-code.ts';
import type { ReadDb } from '../../database/connection.ts';
import { preparedRead } from '../../database/prepared.ts';
import { query } from '../../database/query.ts';

const byNumber = preparedRead<{ orderId: number }, FoundOrder>((slot) =>
  query
    .selectFrom('orders as o')
    .leftJoin('customers as c', 'c.id', 'o.customerId')
    .select(['o.id', 'o.status', 'o.total', 'o.businessDate as placedOn'])
    .select((row) => row.fn.coalesce('o.customerName', 'c.name').as('customerName'))
    .where('o.id', '=', slot('orderId')),
);

/** The order of a number (`1042`, `#1042`) or of a receipt's code; at most one. */
export function findOrders(db: ReadDb, text: string): FoundOrder[] {
  const typed = /^#?\s*(\d{1,15})$/u.exec(text)?.[1];
  const orderId = parseOrderCode(text) ?? (typed === undefined ? null : Number(typed));
  const found = orderId === null ? undefined : byNumber.get(db, { orderId });
  return found ? [found] : [];
}
