import { sql } from 'kysely';
import { AppError } from '../../../shared/contract/errors.ts';
import type { CommandHandler } from '../../app/context.ts';
import type { ReadDb } from '../../database/connection.ts';
import { preparedRead } from '../../database/prepared.ts';
import { query } from '../../database/query.ts';
import { type CategoryRecord, categoryOf, categoryRecords, withBelow } from './category-record.ts';

const soldIn = preparedRead<{ ids: string }, { count: number }>(
  (slot) => sql<{ count: number }>`
    SELECT count(*) AS count FROM products INDEXED BY productsSellable
    WHERE kind <> 'parent' AND archivedAt IS NULL
      AND coalesce(categoryId, (SELECT parent.categoryId FROM products AS parent WHERE parent.id = products.parentId))
        IN (SELECT value FROM json_each(${slot('ids')}))`,
);

/**
 * Hides a category with all below it, or brings it back with what went along. Its products stay where they stand and
 * are sold as before; answers how many those are. One whose parent is hidden cannot come back alone.
 * @throws AppError `not-found`, `category-gone`.
 */
export const archiveCategory: CommandHandler<'catalog.archiveCategory'> = ({ db, now, note }, input) => {
  const { categoryId, archived } = input;
  const records = categoryRecords(db);
  const category = categoryOf(records, categoryId);
  const parent = records.find(({ id }) => id === category.parentId);
  if (!archived && parent && parent.archivedAt !== null) throw new AppError('category-gone');
  const changed = concerned(records, category, archived).map(({ id }) => id);
  const archivedAt = archived ? now : null;
  for (const id of changed) db.run(query.updateTable('categories').set({ archivedAt }).where('id', '=', id));
  const products = countSold(db, changed);
  note(`category ${categoryId}`, { name: category.name, categories: changed.length, products });
  return { categories: changed.length, products };
};

function concerned(
  records: readonly CategoryRecord[],
  category: CategoryRecord,
  archived: boolean,
): readonly CategoryRecord[] {
  if (archived === (category.archivedAt !== null)) return [];
  return withBelow(records, category.id).filter(({ archivedAt }) => archivedAt === category.archivedAt);
}

function countSold(db: ReadDb, ids: readonly number[]): number {
  return soldIn.get(db, { ids: JSON.stringify(ids) })?.count ?? 0;
}
