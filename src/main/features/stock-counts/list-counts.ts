import type { QueryHandler } from '../../app/context.ts';
import { cutPage, decodeCursor } from '../catalog/cursor.ts';
import { readCounts } from './counts.ts';

/** Stock-takes, newest first, with how far each is. */
export const listCounts: QueryHandler<'stockCounts.list'> = ({ db }, { cursor, limit }) => {
  const before = decodeCursor('counts', cursor);
  const rows = readCounts(db, { limit: limit + 1, ...(before === null ? {} : { before }) });
  return cutPage('counts', rows, limit, (row) => row.countId);
};
