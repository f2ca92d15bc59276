import { type RawBuilder, sql } from 'kysely';
import type { ReadDb } from '../../database/connection.ts';
import { preparedRead, type SlotOf } from '../../database/prepared.ts';

type Found = { readonly id: number };
type After = { afterName: string; afterId: number; limit: number };

/** Where a page begins: after this product, by name and then by id. The empty name comes before all. */
export type ListPosition = { readonly name: string; readonly id: number };
export const listStart: ListPosition = { name: '', id: 0 };

/** Spelled so that the index is entered at the name; a comparison of pairs would read it from its start. */
function isAfter<P extends After>(slot: SlotOf<P>): RawBuilder<boolean> {
  const name = slot('afterName');
  return sql<boolean>`name COLLATE NOCASE >= ${name} AND (name COLLATE NOCASE > ${name} OR id > ${slot('afterId')})`;
}

const allListed = preparedRead<After, Found>(
  (slot) => sql<Found>`
    SELECT id FROM products INDEXED BY productsListed WHERE kind <> 'variant' AND archivedAt IS NULL
      AND ${isAfter(slot)}
    ORDER BY name COLLATE NOCASE, id LIMIT ${slot('limit')}`,
);

const listedInCategory = preparedRead<After & { categoryId: number }, Found>(
  (slot) => sql<Found>`
    SELECT id FROM products INDEXED BY productsCategory
    WHERE kind <> 'variant' AND archivedAt IS NULL AND categoryId = ${slot('categoryId')}
      AND ${isAfter(slot)}
    ORDER BY name COLLATE NOCASE, id LIMIT ${slot('limit')}`,
);

const byName = preparedRead<{ ids: string; limit: number }, Found>(
  (slot) => sql<Found>`
    SELECT id FROM products WHERE id IN (SELECT value FROM json_each(${slot('ids')}))
    ORDER BY name COLLATE NOCASE, id LIMIT ${slot('limit')}`,
);

/**
 * The next single products and parents by name, of some categories or of all (null). Each category is read from
 * its own index and then merged, so that neither a large category nor a large catalogue is sorted.
 */
export function listedProducts(
  db: ReadDb,
  categoryIds: readonly number[] | null,
  after: ListPosition,
  limit: number,
): readonly number[] {
  const position = { afterName: after.name, afterId: after.id, limit };
  if (categoryIds === null) return allListed.all(db, position).map((row) => row.id);
  const found = categoryIds.flatMap((categoryId) => listedInCategory.all(db, { ...position, categoryId }));
  const ids = found.map((row) => row.id);
  if (categoryIds.length < 2) return ids;
  return byName.all(db, { ids: JSON.stringify(ids), limit }).map((row) => row.id);
}

const positionOf = preparedRead<{ id: number }, ListPosition & { readonly parentId: number | null }>(
  (slot) => sql<ListPosition & { parentId: number | null }>`
    SELECT id, name, parentId FROM products WHERE id = ${slot('id')}`,
);

/** Where a product stands in a list by name, or undefined when there is none with this id. */
export function listPosition(
  db: ReadDb,
  id: number,
): (ListPosition & { readonly parentId: number | null }) | undefined {
  return positionOf.get(db, { id });
}
