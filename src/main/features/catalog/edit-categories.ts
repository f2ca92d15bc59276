import { AppError } from '../../../shared/contract/errors.ts';
import type { Parsed } from '../../../shared/contract/index.ts';
import type { CommandHandler } from '../../app/context.ts';
import { query } from '../../database/query.ts';
import {
  ancestorsOf,
  categoryOf,
  categoryRecords,
  heightOf,
  requireFreeName,
  requirePlace,
} from './category-record.ts';

type Fields = Parsed<'catalog.updateCategory'>['after'];
const fieldNames = ['name', 'colour', 'oversell'] as const;

/** @throws AppError `category-gone`, `category-too-deep`, `category-taken`. */
export const createCategory: CommandHandler<'catalog.createCategory'> = ({ db, note }, input) => {
  const records = categoryRecords(db);
  requirePlace(records, input.parentId, 1);
  requireFreeName(records, { ...input, id: null });
  const positions = records
    .filter(({ parentId }) => parentId === input.parentId)
    .map(({ position }) => position);
  const row = { ...input, position: Math.max(-1, ...positions) + 1, archivedAt: null };
  const categoryId = db.run(query.insertInto('categories').values(row)).lastId;
  note(`category ${categoryId}`, { name: input.name });
  return { categoryId };
};

/** Changes what a category is called and looks like, guarded by what was seen. @throws AppError `not-found`, `category-changed`, `category-taken`. */
export const updateCategory: CommandHandler<'catalog.updateCategory'> = ({ db, note }, input) => {
  const { categoryId, before, after } = input;
  const records = categoryRecords(db);
  const category = categoryOf(records, categoryId);
  const fields = fieldNames.filter((field) => after[field] !== undefined);
  if (fieldNames.some((field) => (after[field] === undefined) !== (before[field] === undefined))) {
    throw new AppError('invalid-input', { field: 'before' });
  }
  if (fields.some((field) => before[field] !== category[field])) throw new AppError('category-changed');
  const { name = category.name } = after;
  requireFreeName(records, { ...category, name });
  const set: Fields = Object.fromEntries(fields.map((field) => [field, after[field]]));
  if (fields.length > 0) db.run(query.updateTable('categories').set(set).where('id', '=', categoryId));
  note(`category ${categoryId}`, { name: category.name });
  return {};
};

/**
 * Moves a category with all below it, before a sibling or behind the last. Its siblings are numbered anew.
 * @throws AppError `not-found`, `category-gone`, `category-loop`, `category-too-deep`, `category-taken`;
 *   `invalid-input` for a sibling that is none.
 */
export const moveCategory: CommandHandler<'catalog.moveCategory'> = ({ db, note }, input) => {
  const { categoryId, parentId, beforeId } = input;
  const records = categoryRecords(db);
  const category = categoryOf(records, categoryId);
  if (parentId !== null && ancestorsOf(records, parentId).includes(categoryId))
    throw new AppError('category-loop');
  requirePlace(records, parentId, heightOf(records, categoryId));
  requireFreeName(records, { ...category, parentId });
  const siblings = records
    .filter((one) => one.parentId === parentId && one.id !== categoryId)
    .map(({ id }) => id);
  const at = beforeId === null ? siblings.length : siblings.indexOf(beforeId);
  if (at < 0) throw new AppError('invalid-input', { field: 'beforeId' });
  for (const [position, id] of siblings.toSpliced(at, 0, categoryId).entries()) {
    db.run(query.updateTable('categories').set({ position, parentId }).where('id', '=', id));
  }
  note(`category ${categoryId}`, {
    name: category.name,
    before: { parentId: category.parentId },
    after: { parentId },
  });
  return {};
};
