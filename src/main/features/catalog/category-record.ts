import { sql } from 'kysely';
import { AppError } from '../../../shared/contract/errors.ts';
import type { ReadDb } from '../../database/connection.ts';
import { preparedRead } from '../../database/prepared.ts';
import type { CategoriesTable } from '../../database/schema.ts';

export type CategoryRecord = Omit<CategoriesTable, 'id'> & { readonly id: number };

const all = preparedRead<object, CategoryRecord>(
  () => sql<CategoryRecord>`SELECT * FROM categories ORDER BY position, name COLLATE NOCASE, id`,
);

/** Categories are never deeper: a tree of more is nobody's way to find anything. */
const deepest = 8;

/** Every category, archived ones too, siblings in their order. There are some hundred at most. */
export function categoryRecords(db: ReadDb): readonly CategoryRecord[] {
  return all.all(db, {});
}

/** @throws AppError `not-found`. */
export function categoryOf(records: readonly CategoryRecord[], categoryId: number): CategoryRecord {
  const found = records.find(({ id }) => id === categoryId);
  if (!found) throw new AppError('not-found', { what: 'category' });
  return found;
}

/**
 * A category under which another may stand: there, not archived, and not too deep for what `height` levels it gets.
 * @throws AppError `category-gone`, `category-too-deep`.
 */
export function requirePlace(
  records: readonly CategoryRecord[],
  parentId: number | null,
  height: number,
): void {
  if (parentId === null) return;
  const parent = records.find(({ id }) => id === parentId);
  if (!parent || parent.archivedAt !== null) throw new AppError('category-gone');
  if (ancestorsOf(records, parentId).length + height > deepest) throw new AppError('category-too-deep');
}

/** A category and those above it, itself first; a damaged tree that bites its own tail ends. */
export function ancestorsOf(records: readonly CategoryRecord[], categoryId: number): readonly number[] {
  const parents = new Map(records.map(({ id, parentId }) => [id, parentId]));
  const above: number[] = [];
  for (let at: number | null = categoryId; at !== null && !above.includes(at); at = parents.get(at) ?? null) {
    above.push(at);
  }
  return above;
}

/** A category with all below it. */
export function withBelow(records: readonly CategoryRecord[], categoryId: number): readonly CategoryRecord[] {
  return records.filter(({ id }) => ancestorsOf(records, id).includes(categoryId));
}

/** How many levels a category and what is below it take. */
export function heightOf(records: readonly CategoryRecord[], categoryId: number): number {
  const depth = ancestorsOf(records, categoryId).length;
  const depths = withBelow(records, categoryId).map(({ id }) => ancestorsOf(records, id).length);
  return Math.max(...depths) - depth + 1;
}

/** No sibling, archived ones included, has the name in any case. @throws AppError `category-taken`. */
export function requireFreeName(
  records: readonly CategoryRecord[],
  category: { readonly id: number | null; readonly parentId: number | null; readonly name: string },
): void {
  const { id, parentId, name } = category;
  const isTaken = records.some(
    (one) => one.id !== id && one.parentId === parentId && asNocase(one.name) === asNocase(name),
  );
  if (isTaken) throw new AppError('category-taken', { name });
}

/** As SQLite compares without case: A to Z alone. */
function asNocase(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => letter.toLowerCase());
}
