import { AppError } from '../../../shared/contract/errors.ts';
import type { Output } from '../../../shared/contract/index.ts';
import type { QueryHandler } from '../../app/context.ts';
import type { ReadDb } from '../../database/connection.ts';
import { query } from '../../database/query.ts';

type Summary = Output<'historyImport.list'>['items'][number];

function summaries() {
  return query
    .selectFrom('historyImports as h')
    .leftJoin('staff as s', 's.id', 'h.staffId')
    .select([
      ...([
        'h.id as importId',
        'h.fileName',
        'h.at',
        's.name as staffName',
        'h.orders',
        'h.returns',
      ] as const),
      ...(['h.fromDate', 'h.toDate', 'h.undoneAt'] as const),
    ]);
}

/** Imports of history, newest first. */
export const listHistory: QueryHandler<'historyImport.list'> = ({ db }, { cursor, limit }) => {
  const before = cursor !== null && /^\d{1,15}$/.test(cursor) ? Number(cursor) : null;
  if (cursor !== null && before === null) throw new AppError('invalid-input', { field: 'cursor' });
  const rows = db.all(
    summaries()
      .$if(before !== null, (built) => built.where('h.id', '<', before ?? 0))
      .orderBy('h.id', 'desc')
      .limit(limit + 1),
  );
  const items: Summary[] = rows.slice(0, limit);
  return { items, next: rows.length > limit ? String(items.at(-1)?.importId) : null };
};

/** @throws AppError `not-found`. */
export function summaryOf(db: ReadDb, importId: number): Summary {
  const found = db.get(summaries().where('h.id', '=', importId));
  if (!found) throw new AppError('not-found', { what: 'import' });
  return found;
}
