import { AppError } from '../../../shared/contract/errors.ts';
import type { TaskContext, TaskHandler } from '../../app/context.ts';
import { personAccess } from '../../database/person-access.ts';
import { query } from '../../database/query.ts';
import { countGuess, forgetGuesses } from '../staff/throttle.ts';

/** Turns the till over to customers: kept in the shop file, and the session that did it ends with it. */
export const enterKiosk: TaskHandler<'kiosk.enter'> = async (ctx) => {
  const { till, now: since, actor } = ctx;
  const staffId = actor.kind === 'staff' ? actor.staffId : null;
  await ctx.transaction((db, note) => {
    const row = { till, staffId, since };
    db.run(
      query
        .insertInto('kioskTills')
        .values(row)
        .onConflict((conflict) => conflict.column('till').doUpdateSet({ staffId, since })),
    );
    note(`till ${till}`, {});
  });
  ctx.customer.signOut();
  await ctx.session.lock();
  return {};
};

/**
 * Takes the till back for a person who works here. Nobody is shown to choose from, and whatever does not fit is
 * refused in one way and in one time: customers learn nothing of who works here.
 */
export const leaveKiosk: TaskHandler<'kiosk.leave'> = async (ctx, { name, secret }) => {
  const person = findPerson(ctx, name);
  const subjects = [`till:${ctx.till}`, ...(person ? [`staff:${person.id}`] : [])];
  await countGuess(ctx, subjects);
  const by = /^\d{6}$/.test(secret) ? 'pin' : 'password';
  const hash = by === 'pin' ? person?.pinHash : person?.passwordHash;
  const isRight = await ctx.secrets.matches(secret, hash ?? null);
  // The password of whoever has one comes first on each day, here as on the lock screen.
  if (!person || !isRight || (by === 'pin' && needsPasswordFirst(ctx, person))) {
    throw new AppError('kiosk-not-left');
  }
  const sessionId = await ctx.transaction((db, note) => {
    if (!personAccess(db, person.id)) throw new AppError('kiosk-not-left');
    forgetGuesses(db, subjects);
    db.run(query.deleteFrom('kioskTills').where('till', '=', ctx.till));
    note(`till ${ctx.till}`, { staffId: person.id, by });
    return ctx.session.begin(db, person.id, by);
  });
  ctx.customer.signOut();
  if (by === 'password') ctx.session.rememberPassword(person.id);
  ctx.session.open(sessionId);
  if (by === 'password') ctx.session.confirm(sessionId);
  return {};
};

type Person = { readonly id: number; readonly passwordHash: string | null };

/** Whoever has a password gives it first on each business date, as on the lock screen. */
function needsPasswordFirst(ctx: TaskContext, { id, passwordHash }: Person): boolean {
  return passwordHash !== null && !ctx.passwordGivenToday(id);
}

/** Case aside, as the shop tells people apart. */
function findPerson({ db }: Pick<TaskContext, 'db'>, name: string) {
  const wanted = name.trim().toLowerCase();
  return db
    .all(query.selectFrom('staff').selectAll().where('disabledAt', 'is', null))
    .find((person) => person.name.toLowerCase() === wanted);
}
