import { sql } from 'kysely';
import type { Output } from '../../../shared/contract/index.ts';
import type { QueryHandler } from '../../app/context.ts';
import type { ReadDb } from '../../database/connection.ts';
import { accessOf } from '../../database/person-access.ts';
import { query } from '../../database/query.ts';
import { personTile } from './people.ts';
import { isSelf, mayLend } from './person-to-change.ts';

type Override = Output<'staff.list'>[number]['overrides'][number];

/** Everybody who works here, disabled ones last. */
export const listStaff: QueryHandler<'staff.list'> = (ctx) => {
  const { db, actor } = ctx;
  const overrides = overridesByPerson(db);
  return db
    .all(
      query
        .selectFrom('staff as s')
        .selectAll('s')
        .select([
          sql<number | null>`(SELECT max(startedAt) FROM sessions WHERE staffId = s.id)`.as('lastSeenAt'),
          sql<number>`(SELECT count(*) FROM sessions WHERE staffId = s.id AND endedAt IS NULL)`.as(
            'openSessions',
          ),
        ])
        .orderBy(sql`s.disabledAt IS NOT NULL`)
        .orderBy('s.name')
        .orderBy('s.id'),
    )
    .map((row) => ({
      ...personTile(ctx, row),
      disabled: row.disabledAt !== null,
      createdAt: row.createdAt,
      overrides: overrides.get(row.id) ?? [],
      discountCeiling: row.discountCeiling,
      lastSeenAt: row.lastSeenAt,
      openSessions: row.openSessions,
      mayChange: !isSelf(actor, row.id) && mayLend(actor, accessOf(db, row)),
    }));
};

function overridesByPerson(db: ReadDb): ReadonlyMap<number, readonly Override[]> {
  const byPerson = new Map<number, Override[]>();
  for (const { staffId, right, granted } of db.all(query.selectFrom('staffRights').selectAll())) {
    const list = byPerson.get(staffId) ?? [];
    byPerson.set(staffId, list);
    // What is the customer's own is nobody's here.
    if (right !== 'shop-for-self') list.push({ right, granted: granted === 1 });
  }
  return byPerson;
}
