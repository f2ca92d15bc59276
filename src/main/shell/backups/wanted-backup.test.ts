import { afterEach, beforeEach, expect, it } from 'vitest';
import { type BackupShop, createBackupShop } from '../../../../test/support/backup-shop.ts';
import { quickKeeper } from '../../../../test/support/quick-keeper.ts';
import { AppError } from '../../../shared/contract/errors.ts';
import type { Keeper } from '../../keeper/jobs.ts';

const minute = 60_000;
let shop: BackupShop;
beforeEach(async () => {
  shop = await createBackupShop();
});
afterEach(() => shop.test.close());

/** A keeper that does something else as it begins the first backup. */
function meanwhile(first: () => Promise<void>): Keeper {
  const quick = quickKeeper();
  let count = 0;
  const run = async (name: string, ...rest: unknown[]) => {
    if (name === 'make-backup') count += 1;
    if (name === 'make-backup' && count === 1) await first();
    return quick.run(name as never, ...(rest as [never]));
  };
  return { run } as Keeper;
}

const encrypted = async () => (await shop.desk.list()).map((one) => one.encrypted);

it('is made at the next beat, though it was asked for while another was being made', async () => {
  const desk = shop.begin(meanwhile(() => desk.setPassphrase('correct horse battery')));
  await desk.beat();
  expect(await encrypted()).toEqual([false]);
  shop.test.now += minute;
  await desk.beat();
  // Of one hour the newest is kept.
  expect(await encrypted()).toEqual([true]);
  shop.test.now += minute;
  await desk.beat();
  expect(shop.jobs.filter((name) => name === 'make-backup')).toHaveLength(2);
});

it('is still wanted where it could not be made', async () => {
  const desk = shop.begin(
    meanwhile(async () => {
      await desk.setPassphrase('correct horse battery');
      throw new AppError('no-room');
    }),
  );
  await desk.beat();
  expect(await encrypted()).toEqual([]);
  await desk.beat();
  expect(await encrypted()).toEqual([true]);
});
