import type { QueryHandler, TaskHandler } from '../../app/context.ts';
import { query } from '../../database/query.ts';
import type { BulkChange } from './bulk-targets.ts';
import { namesOf } from './preview-bulk.ts';

const mostListed = 20;

/** The last bulk edits, newest first, with what each set. */
export const listBulkEdits: QueryHandler<'catalog.bulkEdits'> = ({ db }) => {
  const rows = db.all(
    query
      .selectFrom('bulkEdits as e')
      .leftJoin('staff as s', 's.id', 'e.staffId')
      .select(['e.id as bulkEditId', 'e.change', 'e.changed', 'e.at', 's.name as staffName', 'e.undoneAt'])
      .orderBy('e.id', 'desc')
      .limit(mostListed),
  );
  return rows.map((row) => {
    const change = JSON.parse(row.change) as BulkChange;
    const valueId = idOf(change);
    return {
      ...row,
      change,
      valueName: valueId === null ? null : (namesOf(db, change).get(valueId) ?? null),
    };
  });
};

/** The id of the category or tax class that a change set. */
function idOf(change: BulkChange): number | null {
  if (change.kind === 'category') return change.categoryId;
  return change.kind === 'tax-class' ? change.taxClassId : null;
}

/** Stops this window's bulk edit; nothing of it stays. */
export const cancelBulk: TaskHandler<'catalog.cancelBulk'> = async (ctx) => {
  ctx.cancelLong();
  return {};
};
