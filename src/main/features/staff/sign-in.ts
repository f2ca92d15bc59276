import { AppError } from '../../../shared/contract/errors.ts';
import type { TaskHandler } from '../../app/context.ts';
import { personAccess } from '../../database/person-access.ts';
import { query } from '../../database/query.ts';
import { sessionView } from './people.ts';
import { proveIdentity } from './prove-identity.ts';
import { forgetGuesses } from './throttle.ts';

/**
 * Signs a person in. The password of whoever has one is asked first on each business date at this till; after that,
 * and for everybody else, the PIN says who of the staff it is.
 */
export const signIn: TaskHandler<'session.signIn'> = async (ctx, { staffId, pin, password }) => {
  const person = ctx.db.get(
    query.selectFrom('staff').selectAll().where('id', '=', staffId).where('disabledAt', 'is', null),
  );
  if (!person) throw new AppError('not-found');
  const { by, subjects } = await proveIdentity(ctx, person, { pin, password });
  const { sessionId, access } = await ctx.transaction((db, note) => {
    // The person may have been disabled while the hash was made.
    const found = personAccess(db, staffId);
    if (!found) throw new AppError('not-found');
    note(`staff ${staffId}`, { by });
    forgetGuesses(db, subjects);
    return { sessionId: ctx.session.begin(db, staffId, by), access: found };
  });
  if (by === 'password') ctx.session.rememberPassword(staffId);
  ctx.session.open(sessionId);
  if (by === 'password') ctx.session.confirm(sessionId);
  return sessionView(ctx.db, access);
};

/** Locks the till. The cart stays in its journal. */
export const lock: TaskHandler<'session.lock'> = async (ctx) => {
  await ctx.session.lock();
  return {};
};
