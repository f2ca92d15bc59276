import type { TaskHandler } from '../../app/context.ts';
import { query } from '../../database/query.ts';
import { endSessionsOf } from './end-sessions.ts';
import { anotherToChange, isSelf, personToChange } from './person-to-change.ts';
import { requireGoodPassword, requireGoodPin } from './require-good-secret.ts';

/** Gives a person a new PIN. Where somebody else is signed in with the old one, they sign in again. */
export const setPin: TaskHandler<'staff.setPin'> = async (ctx, { staffId, pin }) => {
  const { actor } = ctx;
  personToChange(ctx.db, actor, staffId);
  requireGoodPin(pin);
  const pinHash = await ctx.secrets.hash(pin);
  await ctx.transaction((db, note) => {
    const { name } = personToChange(db, actor, staffId);
    db.run(query.updateTable('staff').set({ pinHash }).where('id', '=', staffId));
    if (!isSelf(actor, staffId)) endSessionsOf({ db, actor, now: ctx.now }, staffId, 'new-secret');
    note(`staff ${staffId}`, { name });
  });
  return {};
};

/** Gives another person a password. Their own they change themselves, with the one before. */
export const setPassword: TaskHandler<'staff.setPassword'> = async (ctx, { staffId, password }) => {
  const { actor } = ctx;
  anotherToChange(ctx.db, actor, staffId);
  requireGoodPassword(password);
  const passwordHash = await ctx.secrets.hash(password);
  await ctx.transaction((db, note) => {
    const { name } = anotherToChange(db, actor, staffId);
    db.run(query.updateTable('staff').set({ passwordHash }).where('id', '=', staffId));
    endSessionsOf({ db, actor, now: ctx.now }, staffId, 'new-secret');
    note(`staff ${staffId}`, { name });
  });
  return {};
};
