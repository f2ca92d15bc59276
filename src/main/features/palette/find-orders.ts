import { sql } from 'kysely';
import type { FoundOrder } from '../../../shared/contract/palette.ts';
import { parseOrderCode } from '../../../shared/domain/order-code.ts';
import type { ReadDb } from '../../database/connection.ts';
import { preparedRead } from '../../database/prepared.ts';
import { query } from '../../database/query.ts';
import { orderOfPrinted } from '../shop-identity/printed-numbers.ts';
import { typedNumber } from './typed-number.ts';

const byNumbers = preparedRead<{ ids: string }, FoundOrder>((slot) =>
  query
    .selectFrom('orders as o')
    .leftJoin('customers as c', 'c.id', 'o.customerId')
    .select(['o.id', 'o.status', 'o.total', 'o.businessDate as placedOn'])
    .select((row) => row.fn.coalesce('o.customerName', 'c.name').as('customerName'))
    .where(sql<boolean>`o.id IN (SELECT value FROM json_each(${slot('ids')}))`),
);

/** Orders by their numbers; those that there are. */
export function ordersByNumber(db: ReadDb, ids: readonly number[]): FoundOrder[] {
  return byNumbers.all(db, { ids: JSON.stringify(ids) });
}

/** The order of a number (`1042`, `#1042`, or as it was printed: `R-01042`) or of a receipt's code; at most one. */
export function findOrders(db: ReadDb, text: string): FoundOrder[] {
  const orderId = parseOrderCode(text) ?? typedNumber(text) ?? orderOfPrinted(db, text);
  return orderId === null ? [] : ordersByNumber(db, [orderId]);
}
