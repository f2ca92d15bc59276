import { AppError } from '../../../shared/contract/errors.ts';
import type { TaskContext, TaskHandler } from '../../app/context.ts';
import { query } from '../../database/query.ts';
import { provePassword } from './prove-identity.ts';
import { forgetGuesses } from './throttle.ts';

/** The password given again, for what a PIN alone is not enough for. */
export const confirmPassword: TaskHandler<'session.confirmPassword'> = async (ctx, { password }) => {
  const { person, sessionId } = ownAccount(ctx);
  const { subjects } = await provePassword(ctx, person, password);
  await ctx.transaction((db, note) => {
    note(`staff ${person.id}`, {});
    forgetGuesses(db, subjects);
  });
  ctx.session.rememberPassword(person.id);
  ctx.session.confirm(sessionId);
  return {};
};

/** The account of whoever asks. @throws AppError `not-signed-in`. */
export function ownAccount(ctx: TaskContext) {
  const { actor, db } = ctx;
  if (actor.kind !== 'staff') throw new AppError('not-signed-in');
  const person = db.get(query.selectFrom('staff').selectAll().where('id', '=', actor.staffId));
  if (!person) throw new AppError('not-found');
  return { person, sessionId: actor.sessionId };
}
