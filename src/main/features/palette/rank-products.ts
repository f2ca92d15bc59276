import { sql } from 'kysely';
import type { ReadDb } from '../../database/connection.ts';
import { preparedRead } from '../../database/prepared.ts';
import { containsPattern } from '../catalog/search-text.ts';

type Ranked = { id: number; parentId: number | null };

/** How many of the best are looked at before variants are put under their parent. */
const looked = 80;

const bestFirst = preparedRead<{ ids: string; begins: string; most: number }, Ranked>(
  (slot) => sql<Ranked>`
    SELECT id, parentId FROM products WHERE id IN (SELECT value FROM json_each(${slot('ids')}))
    ORDER BY name LIKE ${slot('begins')} ESCAPE '\\' DESC, popularity DESC, name COLLATE NOCASE, id
    LIMIT ${slot('most')}`,
);

/**
 * Of products that a text may mean the best first, by id: whose name begins so, then what sells best. Several variants
 * of one product stand as their parent, where the best of them stood; a single one stands for itself.
 */
export function rankProducts(
  db: ReadDb,
  matched: readonly number[],
  text: string,
  most: number,
): readonly number[] {
  if (matched.length === 0) return [];
  const ids = JSON.stringify(matched);
  const begins = containsPattern(text).slice(1);
  const ranked = bestFirst.all(db, { ids, begins, most: Math.max(looked, most) });
  const siblings = new Map<number, number>();
  for (const { parentId } of ranked) {
    if (parentId !== null) siblings.set(parentId, (siblings.get(parentId) ?? 0) + 1);
  }
  const standing = ranked.map(({ id, parentId }) =>
    parentId !== null && (siblings.get(parentId) ?? 0) > 1 ? parentId : id,
  );
  return [...new Set(standing)].slice(0, most);
}
