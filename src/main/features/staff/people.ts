import type { Output } from '../../../shared/contract/index.ts';
import type { Context, QueryHandler } from '../../app/context.ts';
import { query } from '../../database/query.ts';

const staffColumns = [
  'id',
  'name',
  'role',
  'colour',
  'pinHash',
  'passwordHash',
  'createdAt',
  'disabledAt',
] as const;

type Row = {
  readonly id: number;
  readonly name: string;
  readonly role: Output<'session.people'>[number]['role'];
  readonly colour: number;
  readonly pinHash: string | null;
};

function tile(ctx: Context, { id, name, role, colour, pinHash }: Row): Output<'session.people'>[number] {
  const needsPassword = role === 'owner' && !ctx.passwordGivenToday(id);
  return { id, name, role, colour, hasPin: pinHash !== null, needsPassword };
}

/** The people who may sign in, as the lock screen shows them. */
export const listPeople: QueryHandler<'session.people'> = (ctx) =>
  ctx.db
    .all(
      query
        .selectFrom('staff')
        .select(staffColumns)
        .where('disabledAt', 'is', null)
        .orderBy('name')
        .orderBy('id'),
    )
    .map((row) => tile(ctx, row));

/** Everybody who works here, disabled ones last. */
export const listStaff: QueryHandler<'staff.list'> = (ctx) =>
  ctx.db
    .all(query.selectFrom('staff').select(staffColumns).orderBy('disabledAt').orderBy('name').orderBy('id'))
    .map((row) => ({ ...tile(ctx, row), disabled: row.disabledAt !== null, createdAt: row.createdAt }));

/** Who is signed in at this window. */
export const getSession: QueryHandler<'session.current'> = ({ db, actor }) => {
  if (actor.kind !== 'staff') return null;
  const { staffId, name, role, rights, discountCeiling } = actor;
  const row = db.get(query.selectFrom('staff').select('colour').where('id', '=', staffId));
  return { staffId, name, role, colour: row?.colour ?? 0, rights: [...rights].sort(), discountCeiling };
};
