import { AppError } from '../../../shared/contract/errors.ts';
import { discountCeiling, roleRights } from '../../../shared/domain/rights.ts';
import type { TaskContext, TaskHandler } from '../../app/context.ts';
import { query } from '../../database/query.ts';
import { countGuess, forgetGuesses } from './throttle.ts';

/**
 * Signs a person in. The owner's password is asked first on each business date at this till; after that, and
 * for everybody else, the PIN says who of the staff it is.
 */
export const signIn: TaskHandler<'session.signIn'> = async (ctx, { staffId, pin, password }) => {
  const person = ctx.db.get(
    query.selectFrom('staff').selectAll().where('id', '=', staffId).where('disabledAt', 'is', null),
  );
  if (!person) throw new AppError('not-found');
  const byPassword = password !== undefined;
  const needsPassword = person.role === 'owner' && !ctx.passwordGivenToday(staffId);
  if (!byPassword && needsPassword) throw new AppError('password-needed');
  if (!byPassword && person.pinHash === null) throw new AppError('pin-not-set');
  const subjects = guessSubjects(ctx, staffId);
  await countGuess(ctx, subjects);
  const isRight = await ctx.secrets.matches(
    (byPassword ? password : pin) ?? '',
    byPassword ? person.passwordHash : person.pinHash,
  );
  if (!isRight) throw new AppError(byPassword ? 'wrong-password' : 'wrong-pin');
  await ctx.transaction((db, note) => {
    note(`staff ${staffId}`, { by: byPassword ? 'password' : 'pin' });
    forgetGuesses(db, subjects);
  });
  if (byPassword) ctx.session.rememberPassword(staffId);
  ctx.session.open(staffId);
  const { name, role, colour } = person;
  return {
    staffId,
    name,
    role,
    colour,
    rights: [...roleRights[role]].sort(),
    discountCeiling: discountCeiling[role],
  };
};

/** Guesses count for the person and for this till, so that trying everybody in turn gains nothing. */
export function guessSubjects(ctx: TaskContext, staffId: number): readonly string[] {
  return [`staff:${staffId}`, `till:${ctx.till}`];
}

/** Locks the till. The cart stays in its journal. */
export const lock: TaskHandler<'session.lock'> = async (ctx) => {
  ctx.session.close();
  return {};
};
