import type { BackupFacts } from '../../../shared/contract/backup-fields.ts';
import type { Output } from '../../../shared/contract/index.ts';
import type { TaskHandler } from '../../app/context.ts';

/** Makes a backup now. @throws AppError `backup-running`, `backup-failed`, `no-room`, `cancelled`. */
export const makeBackup: TaskHandler<'backups.make'> = async (ctx) => {
  const { signal } = ctx;
  const made = await ctx.desktop.backups.make({ onProgress: ctx.progress, signal });
  await ctx.transaction((_db, note) => note('backups', { name: made.name, orders: made.facts?.orders ?? 0 }));
  return made;
};

/** Looks at everything in a backup. @throws AppError `backup-running`, `backup-gone`, `wrong-passphrase`, `no-room`. */
export const checkBackup: TaskHandler<'backups.check'> = async (ctx, { name, passphrase }) => {
  const work = { onProgress: ctx.progress, signal: ctx.signal };
  const { facts, problems } = await ctx.desktop.backups.check(name, passphrase, work);
  await ctx.transaction((_db, note) => note('backups', { name, problems: problems.length }));
  const counts = new Map<string, number>();
  for (const { check, count } of problems) counts.set(check, (counts.get(check) ?? 0) + count);
  return {
    facts: facts && plainFacts(facts),
    problems: [...counts].map(([check, count]) => ({ check, count })) as Output<'backups.check'>['problems'],
  };
};

/** What people are told of a shop file, and nothing else that a check knows of it. */
export function plainFacts(facts: BackupFacts): BackupFacts {
  const { shop, schema, orders, sales, currency, currencyExponent, lastOrder, products, customers } = facts;
  return { shop, schema, orders, sales, currency, currencyExponent, lastOrder, products, customers };
}

export const cancelBackup: TaskHandler<'backups.cancel'> = async (ctx) => {
  ctx.cancelLong();
  return {};
};
