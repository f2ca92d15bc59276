import { AppError } from '../../../shared/contract/errors.ts';
import type { TaskContext, TaskHandler } from '../../app/context.ts';

/** Where the shop file is. */
export const getShopFile: TaskHandler<'machine.shopFile'> = async ({ desktop }) => {
  const { warnings, ...place } = desktop.shopFile.place();
  return { ...place, warnings: [...warnings] };
};

export const showShopFile: TaskHandler<'machine.showShopFile'> = async ({ desktop }) => {
  desktop.shopFile.show();
  return {};
};

export const chooseFolder: TaskHandler<'machine.chooseFolder'> = async ({ desktop }) => {
  const chosen = await desktop.shopFile.chooseFolder();
  return chosen && { ...chosen, warnings: [...chosen.warnings] };
};

export const chooseShop: TaskHandler<'machine.chooseShop'> = async ({ desktop }) => {
  const chosen = await desktop.shopFile.chooseFile();
  return chosen && { ...chosen, warnings: [...chosen.warnings] };
};

/** @throws AppError `choice-gone` where another place was chosen since. */
export const moveShopFile: TaskHandler<'machine.moveShopFile'> = async (ctx, { token }) => {
  await noteChange(ctx, token);
  if (!ctx.desktop.shopFile.move(token)) throw new AppError('choice-gone');
  return {};
};

/** @throws AppError `choice-gone` where another file was chosen since. */
export const openShop: TaskHandler<'machine.openShop'> = async (ctx, { token }) => {
  await noteChange(ctx, token);
  if (!ctx.desktop.shopFile.open(token)) throw new AppError('choice-gone');
  return {};
};

/** Before it begins: afterwards this file takes no entry any more. */
async function noteChange(ctx: TaskContext, token: string): Promise<void> {
  const { shopFile } = ctx.desktop;
  const to = shopFile.pathOf(token);
  if (to === null) throw new AppError('choice-gone');
  const before = { shopFile: shopFile.place().path };
  await ctx.transaction((_db, note) => note('machine', { before, after: { shopFile: to } }));
}
