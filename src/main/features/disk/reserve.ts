import { AppError } from '../../../shared/contract/errors.ts';
import type { TaskHandler } from '../../app/context.ts';

export const getDiskState: TaskHandler<'disk.state'> = ({ desktop }) => desktop.disk.state();

/**
 * Gives the reserve up first: without it there may be no room to write down who did.
 * @throws AppError `reserve-gone` where there is none.
 */
export const giveUpReserve: TaskHandler<'disk.giveUpReserve'> = async (ctx) => {
  const { disk } = ctx.desktop;
  if (!(await disk.giveUpReserve())) throw new AppError('reserve-gone');
  const { freeBytes } = await disk.state();
  await ctx.transaction((_db, note) => note('disk', { freeBytes }));
  return {};
};
