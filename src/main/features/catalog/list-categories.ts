import { sql } from 'kysely';
import type { Output } from '../../../shared/contract/index.ts';
import type { QueryHandler } from '../../app/context.ts';
import type { ReadDb } from '../../database/connection.ts';
import { preparedRead } from '../../database/prepared.ts';
import { query } from '../../database/query.ts';

type CategoryRow = Pick<
  Output<'catalog.categories'>[number],
  'id' | 'parentId' | 'name' | 'colour' | 'oversell'
>;

const liveCategories = preparedRead<object, CategoryRow>(() =>
  query
    .selectFrom('categories')
    .select(['id', 'parentId', 'name', 'colour', 'oversell'])
    .where('archivedAt', 'is', null)
    .orderBy('position')
    .orderBy(sql`name COLLATE NOCASE`)
    .orderBy('id'),
);

/** What can be sold in each category itself; a variant that names no category counts in its parent's. */
const sellableByCategory = preparedRead<object, { categoryId: number | null; count: number }>(
  () => sql<{ categoryId: number | null; count: number }>`
    SELECT categoryId, count(*) AS count FROM products INDEXED BY productsSellable
    WHERE kind <> 'parent' AND archivedAt IS NULL AND categoryId IS NOT NULL GROUP BY categoryId
    UNION ALL
    SELECT parent.categoryId, count(*) FROM products AS v INDEXED BY productsSellable
    JOIN products AS parent ON parent.id = v.parentId
    WHERE v.kind <> 'parent' AND v.archivedAt IS NULL AND v.categoryId IS NULL GROUP BY parent.categoryId`,
);

/** How many products can be sold from each category itself, without those below. */
export function soldByCategory(db: ReadDb): ReadonlyMap<number, number> {
  const own = new Map<number, number>();
  for (const { categoryId, count } of sellableByCategory.all(db, {})) {
    if (categoryId !== null) own.set(categoryId, (own.get(categoryId) ?? 0) + count);
  }
  return own;
}

/** The tree of categories with what can be sold from each and below. One below an archived one stands at the top. */
export const listCategories: QueryHandler<'catalog.categories'> = (ctx) => {
  const rows = liveCategories.all(ctx.db, {});
  const own = soldByCategory(ctx.db);
  const parents = new Map(rows.map((row) => [row.id, row.parentId]));
  const totals = new Map<number, number>();
  for (const { id } of rows) {
    const count = own.get(id) ?? 0;
    // A set, so that a damaged tree that bites its own tail ends.
    const seen = new Set<number>();
    for (let at: number | null | undefined = id; at != null && !seen.has(at); at = parents.get(at)) {
      seen.add(at);
      totals.set(at, (totals.get(at) ?? 0) + count);
    }
  }
  return rows.map(({ id, parentId, name, colour, oversell }) => ({
    id,
    parentId: parentId !== null && parents.has(parentId) ? parentId : null,
    name,
    colour,
    oversell,
    productCount: totals.get(id) ?? 0,
  }));
};
