import { sql } from 'kysely';
import type { Output } from '../../../shared/contract/index.ts';
import type { QueryHandler } from '../../app/context.ts';
import { preparedRead } from '../../database/prepared.ts';

type Category = Output<'kiosk.categories'>[number];

/** Live categories with a product at them or below. UNION, not UNION ALL: a tree that bites its tail ends. */
const filled = preparedRead<object, Category>(
  () => sql<Category>`
    WITH RECURSIVE filled (id) AS (
      SELECT DISTINCT categoryId FROM products
        WHERE kind <> 'variant' AND archivedAt IS NULL AND categoryId IS NOT NULL
      UNION SELECT parentId FROM categories JOIN filled USING (id) WHERE parentId IS NOT NULL
    )
    SELECT id, parentId, name, colour FROM categories
    WHERE archivedAt IS NULL AND id IN (SELECT id FROM filled)
    ORDER BY position, name COLLATE NOCASE, id`,
);

/** Categories that hold something to buy, at them or below. One below an archived one stands at the top. */
export const listKioskCategories: QueryHandler<'kiosk.categories'> = (ctx) => {
  const rows = filled.all(ctx.db, {});
  const shown = new Set(rows.map(({ id }) => id));
  return rows.map((row) => ({
    ...row,
    parentId: row.parentId !== null && shown.has(row.parentId) ? row.parentId : null,
  }));
};
