import { type Expression, type SqlBool, sql } from 'kysely';
import type { QueryHandler } from '../../app/context.ts';
import type { ReadDb } from '../../database/connection.ts';
import { preparedRead } from '../../database/prepared.ts';
import { query } from '../../database/query.ts';
import { ordersOfText } from '../orders/orders-of-text.ts';

/** How many names of what was sold are shown, for the eye. */
const firstNames = 3;

type Key = { orderId: number };

const namesOf = preparedRead<Key, { name: string }>((slot) =>
  query
    .selectFrom('orderLines')
    .select('name')
    .where('orderId', '=', slot('orderId'))
    .orderBy('lineNo')
    .limit(firstNames),
);

const amountsOf = preparedRead<Key, { sold: number; returned: number }>(
  (slot) => sql<{ sold: number; returned: number }>`SELECT
    (SELECT ifnull(sum(quantity), 0) FROM orderLines WHERE orderId = ${slot('orderId')}) AS sold,
    (SELECT ifnull(sum(line.quantity), 0) FROM returns JOIN returnLines AS line ON line.returnId = returns.id
      WHERE returns.orderId = ${slot('orderId')}) AS returned`,
);

/**
 * The sales that a text may mean: a receipt's code, a number, a customer, a product; newest first. All of them are
 * shown, so that nobody wonders where an order is; only what was handed over can come back.
 */
export const findSales: QueryHandler<'returns.findSales'> = ({ db }, { text, limit }) => {
  const wanted = text.trim();
  const found = wanted === '' ? sql<SqlBool>`true` : ordersOfText(db, wanted).rule;
  return db.all(newestSales(found, limit)).map((sale) => ({
    ...sale,
    names: namesOf.all(db, { orderId: sale.orderId }).map((line) => line.name),
    hasReturnable: sale.status === 'delivered' && hasGoodsOut(db, sale.orderId),
  }));
};

function newestSales(found: Expression<SqlBool>, limit: number) {
  return query
    .selectFrom('orders')
    .select([
      'orders.id as orderId',
      'orders.kind',
      'orders.status',
      'orders.placedAt',
      'orders.businessDate',
      'orders.customerName',
      'orders.total',
      'orders.lineCount',
    ])
    .where(found)
    .orderBy('orders.businessDate', 'desc')
    .orderBy('orders.id', 'desc')
    .limit(limit);
}

function hasGoodsOut(db: ReadDb, orderId: number): boolean {
  const { sold = 0, returned = 0 } = amountsOf.get(db, { orderId }) ?? {};
  return returned < sold;
}
