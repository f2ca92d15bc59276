import { sql } from 'kysely';
import type { OversellPolicy } from '../../../shared/domain/oversell.ts';
import type { ReadDb } from '../../database/connection.ts';
import { preparedRead } from '../../database/prepared.ts';

const below = preparedRead<{ categoryId: number }, { id: number }>(
  (slot) => sql<{ id: number }>`
    WITH RECURSIVE below (id) AS (
      SELECT id FROM categories WHERE id = ${slot('categoryId')}
      UNION
      SELECT child.id FROM below JOIN categories AS child ON child.parentId = below.id
    )
    SELECT id FROM below`,
);

/** A category and all below it; empty when there is none with this id. */
export function categoryAndBelow(db: ReadDb, categoryId: number): readonly number[] {
  return below.all(db, { categoryId }).map((row) => row.id);
}

/** Categories are never deeper than a few; the bound only keeps a damaged tree from turning for ever. */
const nearestPolicy = preparedRead<{ ids: string }, { id: number; oversell: OversellPolicy }>(
  (slot) => sql<{ id: number; oversell: OversellPolicy }>`
    WITH RECURSIVE upwards (id, parentId, oversell, steps) AS (
      SELECT id, parentId, oversell, 0 FROM categories WHERE id IN (SELECT value FROM json_each(${slot('ids')}))
      UNION ALL
      SELECT upwards.id, above.parentId, above.oversell, steps + 1
      FROM upwards JOIN categories AS above ON above.id = upwards.parentId
      WHERE upwards.oversell IS NULL AND steps < 64
    )
    SELECT id, oversell FROM upwards WHERE oversell IS NOT NULL`,
);

/** What each category, or else the nearest above it that says anything, does about selling too much. */
export function oversellOfCategories(
  db: ReadDb,
  categoryIds: Iterable<number>,
): ReadonlyMap<number, OversellPolicy> {
  const ids = JSON.stringify([...new Set(categoryIds)]);
  return new Map(nearestPolicy.all(db, { ids }).map((row) => [row.id, row.oversell]));
}
