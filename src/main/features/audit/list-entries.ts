import type { QueryHandler } from '../../app/context.ts';
import { decodeCursor, encodeCursor } from '../catalog/cursor.ts';
import { entryView } from './entry-view.ts';
import { findEntries } from './find-entries.ts';

/** The log, newest first, by keyset. A page may be short while there is a next one: what is rare is looked for in turns. */
export const listEntries: QueryHandler<'audit.list'> = ({ db }, { cursor, limit, ...filter }) => {
  const beforeId = decodeCursor('audit', cursor) ?? Number.MAX_SAFE_INTEGER;
  const { rows, through } = findEntries(db, filter, beforeId, limit);
  return {
    items: rows.map(entryView),
    next: through === null || through <= 1 ? null : encodeCursor('audit', through),
  };
};
