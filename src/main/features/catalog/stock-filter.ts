import { sql } from 'kysely';
import type { ReadDb } from '../../database/connection.ts';
import { preparedRead } from '../../database/prepared.ts';

/** Low: down to the reorder level. Out: nothing left to promise, which is always low as well. */
export type StockState = 'all' | 'low' | 'out';

type Found = { readonly id: number };

const kept = preparedRead<{ ids: string; most: number | null }, Found>(
  (slot) => sql<Found>`
    SELECT productId AS id FROM productStock WHERE productId IN (SELECT value FROM json_each(${slot('ids')}))
      AND tracked = 1 AND onHand - reserved <= reorderLevel
      AND (${slot('most')} IS NULL OR onHand - reserved <= ${slot('most')})`,
);

/** Those of the products whose stock is in the state, in their order. */
export function keepInStockState(db: ReadDb, ids: readonly number[], state: StockState): readonly number[] {
  if (state === 'all' || ids.length === 0) return ids;
  const most = state === 'out' ? 0 : null;
  const inState = new Set(kept.all(db, { ids: JSON.stringify(ids), most }).map((row) => row.id));
  return ids.filter((id) => inState.has(id));
}

/** `productStockLow` holds exactly these; it alone is read. */
const firstLow = preparedRead<{ limit: number }, Found>(
  (slot) => sql<Found>`
    SELECT productId AS id FROM productStock INDEXED BY productStockLow
    WHERE tracked = 1 AND onHand - reserved <= reorderLevel LIMIT ${slot('limit')}`,
);

/** Where much is low, the few that are out are found by reading all stock rows: they are narrow. */
const firstOut = preparedRead<{ limit: number }, Found>(
  (slot) => sql<Found>`
    SELECT productId AS id FROM productStock NOT INDEXED
    WHERE tracked = 1 AND onHand - reserved <= 0 LIMIT ${slot('limit')}`,
);

/** Through the index of what is sold in each category; a variant that names none stands in its parent's. */
const inCategories = preparedRead<{ categories: string; most: number | null; limit: number }, Found>(
  (slot) => sql<Found>`
    SELECT p.id FROM (
      SELECT id FROM products INDEXED BY productsSellable WHERE kind <> 'parent' AND archivedAt IS NULL
        AND categoryId IN (SELECT value FROM json_each(${slot('categories')}))
      UNION ALL
      SELECT v.id FROM products AS v INDEXED BY productsSellable JOIN products AS parent ON parent.id = v.parentId
      WHERE v.kind <> 'parent' AND v.archivedAt IS NULL AND v.categoryId IS NULL
        AND parent.categoryId IN (SELECT value FROM json_each(${slot('categories')}))
    ) AS p CROSS JOIN productStock AS s ON s.productId = p.id
    WHERE s.tracked = 1 AND s.onHand - s.reserved <= s.reorderLevel
      AND (${slot('most')} IS NULL OR s.onHand - s.reserved <= ${slot('most')}) LIMIT ${slot('limit')}`,
);

/** All products of the shop or of some categories whose stock is in the state; null when more than `most` are. */
export function fewInStockState(
  db: ReadDb,
  state: Exclude<StockState, 'all'>,
  categoryIds: readonly number[] | null,
  most: number,
): readonly number[] | null {
  const limit = most + 1;
  const found = categoryIds === null ? inShop(db, state, most) : inSome(db, state, categoryIds, limit);
  return found.length > most ? null : found;
}

function inShop(db: ReadDb, state: StockState, most: number): readonly number[] {
  const low = firstLow.all(db, { limit: most + 1 }).map(({ id }) => id);
  if (low.length <= most) return keepInStockState(db, low, state);
  return state === 'low' ? low : firstOut.all(db, { limit: most + 1 }).map(({ id }) => id);
}

function inSome(
  db: ReadDb,
  state: StockState,
  categoryIds: readonly number[],
  limit: number,
): readonly number[] {
  const categories = JSON.stringify(categoryIds);
  const most = state === 'out' ? 0 : null;
  return inCategories.all(db, { categories, most, limit }).map(({ id }) => id);
}
