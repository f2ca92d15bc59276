import { sql } from 'kysely';
import type { ReadDb } from '../../database/connection.ts';
import { preparedRead } from '../../database/prepared.ts';

/** Every hit that can be sold and the parents of those that are variants, in the order of the list. */
const grouped = preparedRead<{ ids: string; afterId: number | null; limit: number }, { id: number }>(
  (slot) => sql<{ id: number }>`
    WITH hits (id, topId, isVariant) AS (
      SELECT id, coalesce(parentId, id), parentId IS NOT NULL FROM products
      WHERE id IN (SELECT value FROM json_each(${slot('ids')})) AND kind <> 'parent' AND archivedAt IS NULL
    ), shown (id, topId, isVariant) AS (
      SELECT id, topId, isVariant FROM hits UNION SELECT topId, topId, 0 FROM hits
    ), last (name, topId, isVariant, id) AS (
      SELECT top.name, top.id, p.parentId IS NOT NULL, p.id
      FROM products AS p JOIN products AS top ON top.id = coalesce(p.parentId, p.id)
      WHERE p.id = ${slot('afterId')}
    )
    SELECT shown.id FROM shown JOIN products AS top ON top.id = shown.topId LEFT JOIN last
    WHERE ${slot('afterId')} IS NULL
      OR (top.name COLLATE NOCASE, shown.topId, shown.isVariant, shown.id)
        > (last.name, last.topId, last.isVariant, last.id)
    ORDER BY top.name COLLATE NOCASE, shown.topId, shown.isVariant, shown.id LIMIT ${slot('limit')}`,
);

type Hits = { readonly hits: readonly number[]; readonly afterId: number | null; readonly limit: number };

/** A bounded number of products as a list by name, each variant behind its parent. */
export function groupHits(db: ReadDb, { hits, afterId, limit }: Hits): readonly number[] {
  return grouped.all(db, { ids: JSON.stringify(hits), afterId, limit }).map((row) => row.id);
}
