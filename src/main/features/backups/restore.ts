import { AppError } from '../../../shared/contract/errors.ts';
import type { CommandHandler, TaskHandler } from '../../app/context.ts';

/** Brings a shop back. @throws AppError as `backups.restore` says. */
export const restore: TaskHandler<'backups.restore'> = async (ctx, { source, passphrase }) => {
  const by = ctx.actor.kind === 'staff' ? ctx.actor.name : '';
  const work = { onProgress: ctx.progress, signal: ctx.signal };
  await ctx.desktop.restore.begin({ source, passphrase, by }, work);
  await ctx.transaction((_db, note) => note('backups', { ...source }));
  return {};
};

export const listReplaced: TaskHandler<'backups.replaced'> = async ({ desktop }) => [
  ...(await desktop.restore.replaced()),
];

/** Says in the log of a shop that was brought back where it came from. @throws AppError `forbidden` to people. */
export const noteRestored: CommandHandler<'backups.noteRestored'> = ({ actor, note }, input) => {
  if (actor.kind !== 'system') throw new AppError('forbidden');
  const { source, by, asOf, replaced } = input;
  note('backups', { ...source, by, asOf, replaced });
  return {};
};
