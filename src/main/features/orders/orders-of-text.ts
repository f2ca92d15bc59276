import { type Expression, type RawBuilder, type SqlBool, sql } from 'kysely';
import { parseOrderCode } from '../../../shared/domain/order-code.ts';
import type { ReadDb } from '../../database/connection.ts';
import { matchArchivedProducts } from '../catalog/match-archived-products.ts';
import { matchProducts } from '../catalog/match-products.ts';
import { containsPattern } from '../catalog/search-text.ts';
import { matchCustomers } from '../customers/match-customers.ts';
import { orderOfPrinted } from '../shop-identity/printed-numbers.ts';
import { fewAtMost, fewOfTotal, isLonger } from './few-orders.ts';
import { hasProducts, idsByLedger, isSoldOften } from './orders-with-products.ts';
import { typedAmount } from './typed-amount.ts';

/** How many customers or products a search text may stand for; more would not be a search. */
const mostMatches = 200;

/** A rule over `orders`, and whether it is met through lists of few numbers rather than by looking at each order. */
export type FoundOrders = { readonly rule: Expression<SqlBool>; readonly isFew: boolean };

/**
 * The orders that a text may mean: a number, one as it was printed ("R-00042", "INV-2026-0007"), a scanned order
 * code, a total ("12.50"), a customer, or a product, archived ones too.
 *
 * Order lines carry no index of products, which would cost every sale more than this search is worth. Products that
 * sold seldom are found through the stock ledger, which is clustered by product and knows the order of each sale.
 * For what sold often that would be most of the ledger, and a page of its newest orders is sooner met by walking
 * the list and looking at each order's lines. The ledger also knows what an edit took out of an order again: that
 * such an order is found costs less than to look into each one.
 */
export function ordersOfText(db: ReadDb, text: string): FoundOrders {
  const scanned = parseOrderCode(text);
  if (scanned !== null) return few(sql<SqlBool>`orders.id = ${scanned}`);
  const number = /^#?(\d{1,15})$/.exec(text)?.[1];
  if (number !== undefined && text.startsWith('#')) return few(sql<SqlBool>`orders.id = ${Number(number)}`);
  const customers = JSON.stringify(matchCustomers(db, text, mostMatches));
  const found = [...matchProducts(db, text, mostMatches), ...matchArchivedProducts(db, text, mostMatches)];
  const products = JSON.stringify(found);
  const byName = idsByName(text);
  const orderId = number === undefined ? orderOfPrinted(db, text) : Number(number);
  const numbered = orderId === null ? byName : sql`SELECT ${orderId} UNION ALL ${byName}`;
  const amount = typedAmount(db, text);
  const ofAmount = amount === null ? null : fewOfTotal(db, amount, amount);
  const named = ofAmount === null ? numbered : sql`${numbered} UNION ALL ${ofAmount}`;
  const ofCustomers = sql`SELECT id FROM orders WHERE customerId IN (SELECT value FROM json_each(${customers}))`;
  const isMany = (amount !== null && ofAmount === null) || isLonger(db, ofCustomers, fewAtMost);
  if (isMany || isSoldOften(db, products)) {
    const rule = sql<SqlBool>`(${hasProducts(products)} OR +orders.total = ${amount}
      OR +orders.customerId IN (SELECT value FROM json_each(${customers})) OR +orders.id IN (${named}))`;
    return { rule, isFew: false };
  }
  // Nothing is merged, for that would sort each part first.
  return few(sql<SqlBool>`orders.id IN (${named}
    UNION ALL ${ofCustomers}
    UNION ALL ${idsByLedger(products)})`);
}

function few(rule: Expression<SqlBool>): FoundOrders {
  return { rule, isFew: true };
}

/** Orders that carry a name without a customer of the directory; spelled as their partial index is. */
function idsByName(text: string): RawBuilder<unknown> {
  return sql`SELECT id FROM orders WHERE customerId IS NULL AND customerName IS NOT NULL
    AND customerName LIKE ${containsPattern(text)} ESCAPE '\\'`;
}
