import { type RawBuilder, type SqlBool, sql } from 'kysely';
import type { ReadDb } from '../../database/connection.ts';
import { preparedRead } from '../../database/prepared.ts';

/** An upper bound of how often some products were moved, from the end of each product's ledger. */
const movementCount = preparedRead<{ ids: string }, { moved: number; orders: number }>(
  (slot) => sql<{ moved: number; orders: number }>`
    SELECT ifnull(sum((SELECT max(movementNo) FROM stockMovements WHERE productId = value)), 0) AS moved,
      (SELECT ifnull(max(id), 0) FROM orders) AS orders
    FROM json_each(${slot('ids')})`,
);

/** Whether fetching all movements costs more than walking until a page is full: where the two cross, measured. */
export function isSoldOften(db: ReadDb, products: string): boolean {
  const { moved = 0, orders = 0 } = movementCount.get(db, { ids: products }) ?? {};
  return moved * moved > 76 * orders;
}

/** That one of the products stands on a line. `products` is a JSON list of ids. */
export function hasProducts(products: string): RawBuilder<SqlBool> {
  return sql<SqlBool>`EXISTS (SELECT 1 FROM orderLines AS l WHERE l.orderId = orders.id
    AND l.productId IN (SELECT value FROM json_each(${products})))`;
}

/**
 * Numbers of the orders that the ledger knows to have moved the products, and of those brought in from elsewhere that
 * hold them, which moved nothing here. An edit may have taken a product out of an order again. The plus keeps SQLite
 * from reading the ledger by its sources, which for orders is nearly all of it.
 */
export function idsByLedger(products: string): RawBuilder<unknown> {
  return sql`SELECT sourceId FROM stockMovements
      WHERE productId IN (SELECT value FROM json_each(${products})) AND +sourceType = 'order'
    UNION ALL SELECT orders.id FROM orders WHERE orders.channel = 'import' AND orders.channel <> 'till'
      AND ${hasProducts(products)}`;
}
