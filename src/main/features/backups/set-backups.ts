import { AppError } from '../../../shared/contract/errors.ts';
import type { TaskHandler } from '../../app/context.ts';

export const setSettings: TaskHandler<'backups.setSettings'> = async (ctx, after) => {
  const { backups } = ctx.desktop;
  const state = await backups.state();
  const before = {
    ...(after.automatic === undefined ? {} : { automatic: state.automatic }),
    ...(after.csv === undefined ? {} : { csv: state.csv.schedule }),
  };
  if (after.automatic !== undefined) backups.setAutomatic(after.automatic);
  if (after.csv !== undefined) backups.setCsvSchedule(after.csv);
  await ctx.transaction((_db, note) => note('backups', { before, after }));
  return {};
};

/** The words themselves are nowhere in the log. */
export const setPassphrase: TaskHandler<'backups.setPassphrase'> = async (ctx, { passphrase }) => {
  const before = { isEncrypted: (await ctx.desktop.backups.state()).isEncrypted };
  await ctx.desktop.backups.setPassphrase(passphrase);
  const after = { isEncrypted: passphrase !== null };
  await ctx.transaction((_db, note) => note('backups', { before, after }));
  return {};
};

export const chooseSecondPlace: TaskHandler<'backups.chooseSecondPlace'> = async ({ desktop }) => {
  const chosen = await desktop.backups.chooseSecondPlace();
  return chosen && { ...chosen, warnings: [...chosen.warnings] };
};

/** @throws AppError `choice-gone` where another folder was chosen since, or cannot be written to any more. */
export const setSecondPlace: TaskHandler<'backups.setSecondPlace'> = async (ctx, { token }) => {
  const { backups } = ctx.desktop;
  const place = async () => (await backups.state()).second?.path ?? null;
  const before = { secondPlace: await place() };
  if (!backups.setSecondPlace(token)) throw new AppError('choice-gone');
  const after = { secondPlace: await place() };
  await ctx.transaction((_db, note) => note('backups', { before, after }));
  return {};
};

/** @throws AppError `not-found` where the folder is not there now. */
export const showFolder: TaskHandler<'backups.showFolder'> = async ({ desktop }, { place }) => {
  if (!desktop.backups.showFolder(place)) throw new AppError('not-found');
  return {};
};
