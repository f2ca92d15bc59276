import type { ChosenBackup } from '../../../shared/contract/backups-restore.ts';
import { AppError } from '../../../shared/contract/errors.ts';
import type { CommandHandler, TaskContext, TaskHandler } from '../../app/context.ts';
import { plainFacts } from './make-backup.ts';

/** Brings a shop back. @throws AppError as `backups.restore` says. */
export const restore: TaskHandler<'backups.restore'> = async (ctx, input) => {
  const { source, passphrase, recoveryCode = null } = input;
  const by = ctx.actor.kind === 'staff' ? ctx.actor.name : '';
  await ctx.desktop.restore.begin({ source, passphrase, recoveryCode, by, isFirst: false }, workOf(ctx));
  const noted = source.from === 'file' ? { from: source.from } : { ...source };
  await ctx.transaction((_db, note) => note('backups', noted));
  return {};
};

/** @throws AppError `no-room`, `backup-running`. */
export const chooseFile: TaskHandler<'backups.chooseFile'> = async (ctx) => {
  const chosen = await ctx.desktop.restore.choose(workOf(ctx));
  return chosen && plainChoice(chosen);
};

/** @throws AppError `backup-gone`, `no-room`, `backup-running`. */
export const chooseKept: TaskHandler<'backups.chooseKept'> = async (ctx, { name }) =>
  plainChoice(await ctx.desktop.restore.chooseKept(name, workOf(ctx)));

export const seenRestoreFailure: TaskHandler<'backups.seenRestoreFailure'> = async (ctx) => {
  ctx.desktop.restore.seenFailure();
  await ctx.transaction((_db, note) => note('backups', {}));
  return {};
};

/** @throws AppError as the contract says. */
export const openChosen: TaskHandler<'backups.openChosen'> = async (ctx, { token, passphrase }) =>
  plainChoice(await ctx.desktop.restore.openChosen(token, passphrase, workOf(ctx)));

export const chooseFirst: TaskHandler<'setup.chooseBackup'> = async (ctx) => {
  requireNoShop(ctx);
  const chosen = await ctx.desktop.restore.choose(workOf(ctx));
  return chosen && plainChoice(chosen);
};

export const openFirst: TaskHandler<'setup.openChosen'> = async (ctx, { token, passphrase }) => {
  requireNoShop(ctx);
  return plainChoice(await ctx.desktop.restore.openChosen(token, passphrase, workOf(ctx)));
};

export const cancelFirst: TaskHandler<'setup.cancelRestore'> = async (ctx) => {
  requireNoShop(ctx);
  ctx.cancelLong();
  return {};
};

/** Brings a shop back where there is none yet; there is no log to write into before. */
export const restoreFirst: TaskHandler<'setup.restore'> = async (ctx, { token, recoveryCode = null }) => {
  requireNoShop(ctx);
  const request = { source: { from: 'file', token }, passphrase: null, recoveryCode, by: '' } as const;
  await ctx.desktop.restore.begin({ ...request, isFirst: true }, workOf(ctx));
  return {};
};

function requireNoShop({ shopOrNull }: TaskContext): void {
  if (shopOrNull) throw new AppError('already-open');
}

function workOf({ progress, signal }: TaskContext) {
  return { onProgress: progress, signal };
}

function plainChoice(chosen: ChosenBackup): ChosenBackup {
  return { ...chosen, facts: chosen.facts && plainFacts(chosen.facts) };
}

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
