import { sql } from 'kysely';
import { AppError } from '../../../shared/contract/errors.ts';
import type { CommandHandler } from '../../app/context.ts';
import type { WriteDb } from '../../database/connection.ts';
import { preparedWrite } from '../../database/prepared.ts';
import { query } from '../../database/query.ts';
import { categoryAndBelow } from '../catalog/category-tree.ts';
import { staffOf } from '../orders/append-event.ts';

/** Reads no product: what is not sold is told by an index of its own. */
const sheetOfShop = preparedWrite<{ countId: number }>(
  (slot) => sql`
    INSERT INTO stockCountLines (countId, productId)
    SELECT CAST(${slot('countId')} AS INTEGER), productId FROM productStock AS s
    WHERE tracked = 1 AND NOT EXISTS (SELECT 1 FROM products AS p INDEXED BY productsNotSold
      WHERE p.id = s.productId AND (p.archivedAt IS NOT NULL OR p.kind = 'parent'))
    ORDER BY productId`,
);

/** A variant that names no category stands in its parent's. */
const sheetOfCategories = preparedWrite<{ countId: number; categories: string }>(
  (slot) => sql`
    INSERT INTO stockCountLines (countId, productId)
    SELECT CAST(${slot('countId')} AS INTEGER), s.productId FROM (
      SELECT id FROM products INDEXED BY productsSellable WHERE kind <> 'parent' AND archivedAt IS NULL
        AND categoryId IN (SELECT value FROM json_each(${slot('categories')}))
      UNION ALL
      SELECT v.id FROM products AS v INDEXED BY productsSellable JOIN products AS parent ON parent.id = v.parentId
      WHERE v.kind <> 'parent' AND v.archivedAt IS NULL AND v.categoryId IS NULL
        AND parent.categoryId IN (SELECT value FROM json_each(${slot('categories')}))
    ) AS p CROSS JOIN productStock AS s ON s.productId = p.id
    WHERE s.tracked = 1 ORDER BY s.productId`,
);

/**
 * Begins a stock-take with a sheet of all that is counted and sold, or of that in a category and below it. Nothing
 * is expected yet: that is read when a product is counted. @throws AppError `nothing-to-count`, `not-found`.
 */
export const startCount: CommandHandler<'stockCounts.start'> = (ctx, { name, categoryId }) => {
  const head = { name, state: 'open', categoryId, staffId: staffOf(ctx.actor), startedAt: ctx.now } as const;
  const categoryIds = categoryId === null ? null : categoryAndBelow(ctx.db, categoryId);
  if (categoryIds?.length === 0) throw new AppError('not-found', { what: 'category' });
  const open = { endedAt: null, endedBy: null, businessDate: null };
  const countId = ctx.db.run(query.insertInto('stockCounts').values({ ...head, ...open })).lastId;
  const products = writeSheet(ctx.db, countId, categoryIds);
  if (products === 0) throw new AppError('nothing-to-count');
  ctx.note(`stock-take ${countId}`, { products });
  return { countId, products };
};

function writeSheet(db: WriteDb, countId: number, categoryIds: readonly number[] | null): number {
  if (categoryIds === null) return sheetOfShop.run(db, { countId }).changes;
  return sheetOfCategories.run(db, { countId, categories: JSON.stringify(categoryIds) }).changes;
}
