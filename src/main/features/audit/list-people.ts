import type { QueryHandler } from '../../app/context.ts';
import { query } from '../../database/query.ts';

/** Everybody who works or worked here, those who work here first. */
export const listPeople: QueryHandler<'audit.people'> = ({ db }) =>
  db
    .all(query.selectFrom('staff').select(['id', 'name', 'disabledAt']).orderBy('name').orderBy('id'))
    .map(({ id, name, disabledAt }) => ({ staffId: id, name, disabled: disabledAt !== null }))
    .sort((one, other) => Number(one.disabled) - Number(other.disabled));
