import { type Expression, type RawBuilder, type SqlBool, sql } from 'kysely';
import { parseOrderCode } from '../../../shared/domain/order-code.ts';
import type { ReadDb } from '../../database/connection.ts';
import { preparedRead } from '../../database/prepared.ts';
import { matchArchivedProducts } from '../catalog/match-archived-products.ts';
import { matchProducts } from '../catalog/match-products.ts';
import { containsPattern } from '../catalog/search-text.ts';
import { matchCustomers } from '../customers/match-customers.ts';

/** How many customers or products a search text may stand for; more would not be a search. */
const mostMatches = 200;

/** An upper bound of how often some products were moved, from the end of each product's ledger. */
const movementCount = preparedRead<{ ids: string }, { moved: number; orders: number }>(
  (slot) => sql<{ moved: number; orders: number }>`
    SELECT ifnull(sum((SELECT max(movementNo) FROM stockMovements WHERE productId = value)), 0) AS moved,
      (SELECT ifnull(max(id), 0) FROM orders) AS orders
    FROM json_each(${slot('ids')})`,
);

/**
 * The orders that a text may mean: a number, a scanned order code, a customer, or a product, archived ones too.
 *
 * Order lines carry no index of products, which would cost every sale more than this search is worth. Products that
 * sold seldom are found through the stock ledger, which is clustered by product and knows the order of each sale.
 * For what sold often that would be most of the ledger, and a page of its newest orders is sooner met by walking
 * the list and looking at each order's lines. The ledger also knows what an edit took out of an order again: that
 * such an order is found costs less than to look into each one.
 */
export function ordersOfText(db: ReadDb, text: string): Expression<SqlBool> {
  const scanned = parseOrderCode(text);
  if (scanned !== null) return sql<SqlBool>`orders.id = ${scanned}`;
  const number = /^#?(\d{1,15})$/.exec(text)?.[1];
  if (number !== undefined && text.startsWith('#')) return sql<SqlBool>`orders.id = ${Number(number)}`;
  const customers = JSON.stringify(matchCustomers(db, text, mostMatches));
  const found = [...matchProducts(db, text, mostMatches), ...matchArchivedProducts(db, text, mostMatches)];
  const products = JSON.stringify(found);
  const named = number === undefined ? idsByName(text) : sql`SELECT ${Number(number)}`;
  if (isSoldOften(db, products)) {
    return sql<SqlBool>`(EXISTS (SELECT 1 FROM orderLines AS l WHERE l.orderId = orders.id
      AND l.productId IN (SELECT value FROM json_each(${products})))
      OR +orders.customerId IN (SELECT value FROM json_each(${customers})) OR +orders.id IN (${named}))`;
  }
  // Nothing is merged, for that would sort each part first. The plus keeps SQLite from reading the ledger by its sources, which for orders is nearly all of it.
  return sql<SqlBool>`orders.id IN (${named}
    UNION ALL SELECT id FROM orders WHERE customerId IN (SELECT value FROM json_each(${customers}))
    UNION ALL SELECT sourceId FROM stockMovements
      WHERE productId IN (SELECT value FROM json_each(${products})) AND +sourceType = 'order')`;
}

/** Whether fetching all movements costs more than walking until a page is full: where the two cross, measured. */
function isSoldOften(db: ReadDb, products: string): boolean {
  const { moved = 0, orders = 0 } = movementCount.get(db, { ids: products }) ?? {};
  return moved * moved > 76 * orders;
}

/** Orders that carry a name without a customer of the directory; spelled as their partial index is. */
function idsByName(text: string): RawBuilder<unknown> {
  return sql`SELECT id FROM orders WHERE customerId IS NULL AND customerName IS NOT NULL
    AND customerName LIKE ${containsPattern(text)} ESCAPE '\\'`;
}
