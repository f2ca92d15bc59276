import fsSync, { readdirSync, writeFileSync } from 'node:fs';
import fs from 'node:fs/promises';
import { syncBuiltinESMExports } from 'node:module';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { type BackupShop, createBackupShop } from '../../../../test/support/backup-shop.ts';
import { quickKeeper } from '../../../../test/support/quick-keeper.ts';
import type { Keeper } from '../../keeper/jobs.ts';

const work = () => ({ onProgress: () => undefined, signal: new AbortController().signal });
const busy = { code: 'backup-running' };
const hour = 3_600_000;

let shop: BackupShop;
/** What the second place was asked since it hangs; each question that hangs holds a thread. */
let asked: string[];
let answers: (() => void)[];

beforeEach(async () => {
  shop = await createBackupShop();
  [asked, answers] = [[], []];
  const place = await shop.desk.chooseSecondPlace();
  shop.desk.setSecondPlace(place?.token ?? '');
  await shop.desk.make(work());
  await shop.copied();
});
afterEach(async () => {
  vi.restoreAllMocks();
  syncBuiltinESMExports();
  for (const answer of answers) answer();
  await shop.test.close();
});

/** The second place stops answering, like a network drive whose computer is gone. */
function hang(): void {
  const isAsked = (path: unknown) => String(path).startsWith(shop.at('stick'));
  for (const name of ['access', 'readdir', 'stat', 'statfs', 'readFile', 'rm'] as const) {
    const real = fs[name] as (path: unknown, ...rest: unknown[]) => Promise<unknown>;
    const hung = (path: unknown, ...rest: unknown[]) => {
      if (!isAsked(path)) return real(path, ...rest);
      asked.push(name);
      return new Promise((_, reject) => answers.push(() => reject(new Error('gone'))));
    };
    vi.spyOn(fs, name).mockImplementation(hung as never);
  }
  // The till itself would stand still.
  for (const name of ['readdirSync', 'rmSync', 'statSync', 'statfsSync', 'existsSync'] as const) {
    const real = fsSync[name] as (path: unknown, ...rest: unknown[]) => unknown;
    const still = (path: unknown, ...rest: unknown[]) => {
      if (isAsked(path)) asked.push(name);
      return real(path, ...rest);
    };
    vi.spyOn(fsSync, name).mockImplementation(still as never);
  }
  syncBuiltinESMExports();
}

/** A keeper whose copies hang; one that is ended for it lets go, or does not. */
function hangingCopies(letsGo: boolean) {
  const begun = Promise.withResolvers<void>();
  const quick = quickKeeper();
  const run = (name: string, input: unknown, onProgress: unknown, signal?: AbortSignal) => {
    if (name !== 'copy-backup') return quick.run(name as never, input as never, onProgress as never, signal);
    begun.resolve();
    return new Promise((_, reject) => {
      if (letsGo) signal?.addEventListener('abort', () => reject(signal.reason));
    });
  };
  return { keeper: { run } as Keeper, begun: begun.promise };
}

it('is asked once by all that is to be known, and counts as not there', async () => {
  hang();
  const state = await shop.desk.state();
  expect(state).toMatchObject({ level: 'good', second: { freeBytes: null, waiting: 1 } });
  expect(await shop.desk.list()).toMatchObject([{ places: ['first'] }]);
  shop.test.now += hour;
  await shop.sell();
  await shop.desk.beat();
  expect(await shop.desk.list()).toHaveLength(2);
  expect(asked).toEqual(['access']);
});

it('is there again when it answers', async () => {
  hang();
  expect(await shop.desk.state()).toMatchObject({ second: { freeBytes: null } });
  vi.restoreAllMocks();
  syncBuiltinESMExports();
  for (const answer of answers.splice(0)) answer();
  await new Promise((resolve) => setImmediate(resolve));
  expect((await shop.desk.state()).second?.freeBytes).toBeGreaterThan(0);
  expect(await shop.desk.list()).toMatchObject([{ places: ['first', 'second'] }]);
});

it('keeps nobody from a backup, nor the shop from closing, while a copy there hangs', async () => {
  const { keeper, begun } = hangingCopies(true);
  const desk = shop.begin(keeper);
  shop.test.now += hour;
  await shop.sell();
  const beat = desk.beat();
  await begun;
  writeFileSync(shop.at('stick', 'Orderlla backups', 'shop-20261122T123000Z.db.part'), 'half');
  hang();
  expect(await desk.make(work())).toMatchObject({ state: 'verified', places: ['first'] });
  await beat;
  await desk.rest();
  expect(await shop.desk.state()).toMatchObject({ running: null, failure: null });
  expect(asked).toEqual(['access']);
});

it('keeps nothing waiting for ever where a copy there cannot even be ended', async () => {
  const { keeper, begun } = hangingCopies(false);
  const desk = shop.begin(keeper, { turnLimit: 20 });
  shop.test.now += hour;
  await shop.sell();
  void desk.beat();
  await begun;
  await expect(desk.make(work())).rejects.toMatchObject(busy);
  await desk.rest();
  // It still runs: nothing shares its disk.
  desk.begin();
  expect(await desk.state()).toMatchObject({ running: 'copy' });
  await expect(desk.check('shop-20261122T113000Z', null, work())).rejects.toMatchObject(busy);
});

it('is tidied after a copy that was stopped, where it answers', async () => {
  const { keeper, begun } = hangingCopies(true);
  const desk = shop.begin(keeper);
  shop.test.now += hour;
  await shop.sell();
  const beat = desk.beat();
  await begun;
  const part = 'shop-20261122T123000Z.db.part';
  writeFileSync(shop.at('stick', 'Orderlla backups', part), 'half');
  await desk.rest();
  await beat;
  expect(readdirSync(shop.at('stick', 'Orderlla backups'))).not.toContain(part);
});
