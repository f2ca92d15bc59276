import type { QueryHandler } from '../../app/context.ts';
import { query } from '../../database/query.ts';

/** Who is and was signed in, latest first. */
export const listSessions: QueryHandler<'staff.sessions'> = ({ db, actor }, input) => {
  const { staffId, openOnly, cursor, limit } = input;
  const before = cursor === null ? Number.MAX_SAFE_INTEGER : Number(cursor);
  let found = query
    .selectFrom('sessions as s')
    .innerJoin('staff as person', 'person.id', 's.staffId')
    .leftJoin('staff as ender', 'ender.id', 's.endedBy')
    .select(['s.id', 's.staffId', 's.till', 's.openedBy', 's.startedAt', 's.endedAt', 's.endReason'])
    .select(['person.name', 'person.colour', 'person.role', 'ender.name as endedByName'])
    .orderBy('s.id', 'desc')
    .limit(limit + 1);
  if (Number.isSafeInteger(before)) found = found.where('s.id', '<', before);
  if (staffId !== null) found = found.where('s.staffId', '=', staffId);
  if (openOnly) found = found.where('s.endedAt', 'is', null);
  const rows = db.all(found);
  const own = actor.kind === 'staff' ? actor.sessionId : null;
  const items = rows.slice(0, limit).map((row) => ({ ...row, isOwn: row.id === own }));
  const last = items.at(-1);
  return { items, next: rows.length > limit && last ? String(last.id) : null };
};
