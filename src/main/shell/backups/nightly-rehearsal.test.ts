import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type BackupShop, createBackupShop } from '../../../../test/support/backup-shop.ts';
import { quickKeeper } from '../../../../test/support/quick-keeper.ts';
import { AppError } from '../../../shared/contract/errors.ts';
import type { Keeper } from '../../keeper/jobs.ts';
import type { BackupDesk } from './backup-desk.ts';
import { isBackupMemory } from './backup-memory.ts';

const minute = 60_000;
const hour = 60 * minute;
const work = () => ({ onProgress: () => undefined, signal: new AbortController().signal });

let shop: BackupShop;
let desk: BackupDesk;
/** What opening a backup comes to; null: to what it does. */
let opening: AppError | { readonly problems: readonly object[] } | null;

beforeEach(async () => {
  shop = await createBackupShop();
  opening = null;
  const quick = quickKeeper();
  const run = async (name: string, ...rest: unknown[]) => {
    if (name !== 'open-backup' || opening === null) return quick.run(name as never, ...(rest as [never]));
    if (opening instanceof AppError) throw opening;
    return { facts: null, unreadable: null, ...opening };
  };
  desk = shop.begin({ run } as Keeper);
  shop.test.now = Date.UTC(2026, 10, 23, 2, 50);
  await desk.make(work());
  shop.test.now = Date.UTC(2026, 10, 23, 3, 5);
});
afterEach(() => shop.test.close());

const opened = () => shop.jobs.filter((name) => name === 'open-backup').length;
const unlike = [
  { check: 'chain', what: 'entry 3 has another hash', count: 1 },
  { check: 'chain', what: 'entry 4 has another hash', count: 2 },
  { check: 'money', what: 'orders unlike their lines', count: 1 },
];

describe('what is no fault of the backup', () => {
  it.each(['no-room', 'helper-ended', 'backup-gone', 'wrong-passphrase'])(
    'is not told of it (%s), and it is tried again after a pause',
    async (code) => {
      opening = new AppError(code);
      await desk.beat();
      expect(await desk.state()).toMatchObject({ level: 'good', rehearsal: null });
      shop.test.now += minute;
      await desk.beat();
      expect(opened()).toBe(1);
      expect(shop.jobs.filter((name) => name === 'make-backup')).toHaveLength(1);
      opening = null;
      shop.test.now += 10 * minute;
      await desk.beat();
      expect(opened()).toBe(2);
      expect(await desk.state()).toMatchObject({ rehearsal: { isBalanced: true, at: shop.test.now } });
    },
  );
});

describe('what did not balance', () => {
  it('is told by what was looked at, added up', async () => {
    opening = { problems: unlike };
    await desk.beat();
    const { level, rehearsal } = await desk.state();
    expect(level).toBe('bad');
    expect(rehearsal).toMatchObject({
      isBalanced: false,
      problems: [
        { check: 'chain', count: 3 },
        { check: 'money', count: 1 },
      ],
    });
    expect(isBackupMemory(shop.memory)).toBe(true);
  });

  it('frightens nobody any more once a newer backup was verified', async () => {
    opening = { problems: unlike };
    await desk.beat();
    opening = null;
    shop.test.now += minute;
    await shop.sell();
    await desk.beat();
    expect(await desk.list()).toMatchObject([{ state: 'verified' }, { state: 'damaged' }]);
    const { level, rehearsal } = await desk.state();
    expect([level, rehearsal?.isBalanced]).toEqual(['good', true]);
    expect(rehearsal?.problem).toContain('orders unlike');
  });

  it('stays where only an older backup is left', async () => {
    opening = { problems: unlike };
    desk.setAutomatic(false);
    shop.test.now -= 10 * hour;
    await desk.make(work());
    shop.test.now += 10 * hour;
    await desk.beat();
    shop.test.now += minute;
    const { level, verifiedAt, rehearsal } = await desk.state();
    expect([level, rehearsal?.isBalanced]).toEqual(['bad', false]);
    expect(verifiedAt).not.toBeNull();
  });
});

it('reads what an earlier version remembered', async () => {
  const { name } = (await desk.list())[0] ?? { name: '' };
  const rehearsal = { at: shop.test.now, date: 20261123, name, problem: 'chain: 3' };
  expect(isBackupMemory({ rehearsal })).toBe(true);
  expect(isBackupMemory({ rehearsal: { ...rehearsal, problems: 'chain' } })).toBe(false);
  shop.memory = { rehearsal };
  expect((await desk.state()).rehearsal).toMatchObject({ problem: 'chain: 3', problems: [] });
});
