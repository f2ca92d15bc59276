import { AppError } from '../../../shared/contract/errors.ts';
import type { CommandHandler } from '../../app/context.ts';
import { query } from '../../database/query.ts';

/** What happens when more is sold of a category than there is; null follows the one above. @throws AppError `not-found`. */
export const setCategoryOversell: CommandHandler<'stock.setCategoryOversell'> = ({ db, note }, input) => {
  const { categoryId, oversell } = input;
  const before = db.get(
    query.selectFrom('categories').select(['name', 'oversell']).where('id', '=', categoryId),
  );
  if (!before) throw new AppError('not-found', { what: 'category' });
  db.run(query.updateTable('categories').set({ oversell }).where('id', '=', categoryId));
  const changed = { before: { oversell: before.oversell }, after: { oversell } };
  note(`category ${categoryId}`, { name: before.name, ...changed });
  return {};
};
