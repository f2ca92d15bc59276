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

/** `productStockLow` holds exactly these products; without a category it alone is read. */
const inState = preparedRead<{ most: number | null; limit: number }, Found>(
  (slot) => sql<Found>`
    SELECT productId AS id FROM productStock WHERE tracked = 1 AND onHand - reserved <= reorderLevel
      AND (${slot('most')} IS NULL OR onHand - reserved <= ${slot('most')}) LIMIT ${slot('limit')}`,
);

const inCategories = preparedRead<{ ids: string; categories: string }, Found>(
  (slot) => sql<Found>`
    SELECT p.id FROM products AS p LEFT JOIN products AS parent ON parent.id = p.parentId
    WHERE p.id IN (SELECT value FROM json_each(${slot('ids')}))
      AND coalesce(p.categoryId, parent.categoryId) IN (SELECT value FROM json_each(${slot('categories')}))`,
);

/** All products whose stock is in the state, or null when there are more than `most` in the shop. */
export function fewInStockState(
  db: ReadDb,
  state: Exclude<StockState, 'all'>,
  categoryIds: readonly number[] | null,
  most: number,
): readonly number[] | null {
  const found = inState.all(db, { most: state === 'out' ? 0 : null, limit: most + 1 });
  if (found.length > most) return null;
  const ids = found.map((row) => row.id);
  if (categoryIds === null) return ids;
  const params = { ids: JSON.stringify(ids), categories: JSON.stringify(categoryIds) };
  return inCategories.all(db, params).map((row) => row.id);
}
