import { sql } from 'kysely';
import type { QueryHandler } from '../../app/context.ts';
import { preparedRead } from '../../database/prepared.ts';

const people = preparedRead<object, { staffId: number; name: string }>(
  () => sql<{ staffId: number; name: string }>`
    SELECT id AS staffId, name FROM staff ORDER BY disabledAt IS NOT NULL, name COLLATE NOCASE, id`,
);

const tenders = preparedRead<object, { tenderId: number; name: string }>(
  () => sql<{ tenderId: number; name: string }>`
    SELECT id AS tenderId, name FROM tenders ORDER BY archivedAt IS NOT NULL, position, id`,
);

/** People and tenders that the list of orders may be narrowed to. */
export const orderChoices: QueryHandler<'orders.choices'> = ({ db }) => ({
  people: people.all(db, {}),
  tenders: tenders.all(db, {}),
});
