import type { TaskHandler } from '../../app/context.ts';

export const getCondition: TaskHandler<'condition.state'> = async ({ desktop }) => desktop.condition.state();

export const lookAgain: TaskHandler<'condition.lookAgain'> = async ({ desktop }) => ({
  isWell: desktop.condition.lookAgain(),
});

/** Looks through all of the shop file. @throws AppError `backup-running`, `no-room`, `check-failed`, `cancelled`. */
export const checkShopFile: TaskHandler<'condition.check'> = async (ctx) => {
  const { problems } = await ctx.desktop.condition.check({ onProgress: ctx.progress, signal: ctx.signal });
  await ctx.transaction((_db, note) => note('machine', { problems: problems.length }));
  return { problems };
};

/** The way to the pages on which nobody is signed in; that somebody took it is written down before. */
export const recover: TaskHandler<'condition.recover'> = async (ctx) => {
  await ctx.transaction((_db, note) => note('machine', {}));
  ctx.desktop.condition.recover();
  return {};
};
