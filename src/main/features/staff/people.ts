import type { Output } from '../../../shared/contract/index.ts';
import type { Context, QueryHandler } from '../../app/context.ts';
import type { ReadDb } from '../../database/connection.ts';
import type { PersonAccess } from '../../database/person-access.ts';
import { query } from '../../database/query.ts';

type Tile = Output<'session.people'>[number];

/** What a tile is made of. */
export type TileRow = Pick<Tile, 'id' | 'name' | 'role' | 'colour'> & {
  readonly pinHash: string | null;
  readonly passwordHash: string | null;
};

/** A person as the lock screen shows them. */
export function personTile(ctx: Context, row: TileRow): Tile {
  const { id, name, role, colour, pinHash, passwordHash } = row;
  return {
    id,
    name,
    role,
    colour,
    hasPin: pinHash !== null,
    hasPassword: passwordHash !== null,
    needsPassword: needsPasswordFirst(ctx, row),
  };
}

/** Whoever has a password gives it first on each business date at this till; then the PIN will do. */
export function needsPasswordFirst(
  ctx: Pick<Context, 'passwordGivenToday'>,
  { id, passwordHash }: Pick<TileRow, 'id' | 'passwordHash'>,
): boolean {
  return passwordHash !== null && !ctx.passwordGivenToday(id);
}

/** Everybody who may sign in, by name. */
export function activePeople(db: ReadDb) {
  return db.all(
    query.selectFrom('staff').selectAll().where('disabledAt', 'is', null).orderBy('name').orderBy('id'),
  );
}

/** The people who may sign in, as the lock screen shows them. */
export const listPeople: QueryHandler<'session.people'> = (ctx) =>
  activePeople(ctx.db).map((row) => personTile(ctx, row));

/** Who is signed in at this window. */
export const getSession: QueryHandler<'session.current'> = ({ db, actor }) =>
  actor.kind === 'staff' ? sessionView(db, actor) : null;

/** A person's session as its window knows it. */
export function sessionView(db: ReadDb, access: PersonAccess): NonNullable<Output<'session.current'>> {
  const { staffId, name, role, rights, discountCeiling } = access;
  const row = db.get(query.selectFrom('staff').select('colour').where('id', '=', staffId));
  return { staffId, name, role, colour: row?.colour ?? 0, rights: [...rights].sort(), discountCeiling };
}
