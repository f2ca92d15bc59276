import type { TaskHandler } from '../../app/context.ts';
import { query } from '../../database/query.ts';
import { ownAccount } from './confirm-password.ts';
import { proveOwner, provePassword } from './prove-identity.ts';
import { requireGoodPassword, requireGoodPin } from './require-good-secret.ts';
import { forgetGuesses } from './throttle.ts';

/** Changes one's own PIN. */
export const changeOwnPin: TaskHandler<'staff.changeOwnPin'> = async (ctx, { current, pin }) => {
  const { person } = ownAccount(ctx);
  requireGoodPin(pin);
  const { subjects } = await proveOwner(ctx, person, current);
  const pinHash = await ctx.secrets.hash(pin);
  await ctx.transaction((db, note) => {
    db.run(query.updateTable('staff').set({ pinHash }).where('id', '=', person.id));
    forgetGuesses(db, subjects);
    note(`staff ${person.id}`, {});
  });
  return {};
};

/** Changes one's own password. */
export const changeOwnPassword: TaskHandler<'staff.changeOwnPassword'> = async (ctx, input) => {
  const { person, sessionId } = ownAccount(ctx);
  requireGoodPassword(input.password);
  const { subjects } = await provePassword(ctx, person, input.current);
  const passwordHash = await ctx.secrets.hash(input.password);
  await ctx.transaction((db, note) => {
    db.run(query.updateTable('staff').set({ passwordHash }).where('id', '=', person.id));
    forgetGuesses(db, subjects);
    note(`staff ${person.id}`, {});
  });
  ctx.session.confirm(sessionId);
  return {};
};
