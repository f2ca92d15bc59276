import { readdirSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type BackupShop, createBackupShop } from '../../../../test/support/backup-shop.ts';
import { quickKeeper } from '../../../../test/support/quick-keeper.ts';
import { AppError } from '../../../shared/contract/errors.ts';
import type { BackupWork } from '../../app/desktop-backups.ts';
import type { BackupDesk } from './backup-desk.ts';
import { OneAtATime } from './one-at-a-time.ts';

const busy = { code: 'backup-running' };

let turns: OneAtATime;
let told: string[];
beforeEach(() => {
  told = [];
  turns = new OneAtATime(() => told.push(`${turns.kind}${turns.isByItself ? ' by itself' : ''}`));
});

/** Work that goes on until it is ended or stopped; it takes a while to come to its end then. */
function longWork() {
  const ending = Promise.withResolvers<string>();
  const job = async ({ signal }: Partial<BackupWork>): Promise<string> => {
    signal?.addEventListener('abort', () => setTimeout(() => ending.reject(signal.reason), 5));
    return ending.promise;
  };
  return { job, end: (value: string) => ending.resolve(value) };
}

describe('what runs by itself', () => {
  it('gives way to what a person asks for, which waits until it has ended', async () => {
    const { job } = longWork();
    const own = turns.byItself('rehearsal', job).catch((error: unknown) => error);
    expect(await turns.alone('backup', {}, async () => turns.kind)).toBe(null);
    expect(await own).toMatchObject(busy);
    expect(told).toEqual(['rehearsal by itself', 'null', 'backup', 'null']);
  });

  it('begins nothing while a person waits', async () => {
    const free: boolean[] = [];
    turns = new OneAtATime(() => free.push(turns.isFree));
    const { job } = longWork();
    const beat = turns.byItself('copy', job).catch(() => turns.byItself('csv', async () => 'never'));
    const second = longWork();
    const asked = turns.alone('check', {}, second.job);
    // What a heartbeat does next, its last step having given way.
    await expect(beat).rejects.toMatchObject(busy);
    second.end('done');
    expect(await asked).toBe('done');
    // Nor at the very moment at which that step has ended.
    expect(free).toEqual([false, false, false, true]);
  });

  it('waits for what a person has begun', async () => {
    const { job, end } = longWork();
    const asked = turns.alone('backup', {}, job);
    await Promise.resolve();
    await expect(turns.byItself('copy', async () => 'never')).rejects.toMatchObject(busy);
    end('made');
    expect(await asked).toBe('made');
  });
});

describe('what a person asks for', () => {
  it('stops for nobody else’s', async () => {
    const { job, end } = longWork();
    const first = turns.alone('backup', {}, job);
    await Promise.resolve();
    await expect(turns.alone('check', {}, async () => 'never')).rejects.toMatchObject(busy);
    end('made');
    expect(await first).toBe('made');
  });

  it('is done by one of two who waited, and the other reads so', async () => {
    const { job } = longWork();
    const own = turns.byItself('shop', job).catch(() => 'gave way');
    const second = longWork();
    const both = [turns.alone('backup', {}, second.job), turns.alone('check', {}, async () => 'never')];
    await expect(both[1]).rejects.toMatchObject(busy);
    second.end('made');
    expect(await Promise.all([own, both[0]])).toEqual(['gave way', 'made']);
  });

  it('waits for what was stopped already', async () => {
    const stopping = new AbortController();
    const { job } = longWork();
    const first = turns.alone('check', { signal: stopping.signal }, job).catch((error: unknown) => error);
    await Promise.resolve();
    stopping.abort(new AppError('cancelled'));
    expect(await turns.alone('backup', {}, async () => 'made')).toBe('made');
    expect(await first).toMatchObject({ code: 'cancelled' });
  });

  it('is not begun where it was stopped while it waited', async () => {
    const stopping = new AbortController();
    const { job } = longWork();
    const own = turns.byItself('shop', job).catch(() => 'gave way');
    const asked = turns.alone('backup', { signal: stopping.signal }, async () => 'never');
    stopping.abort(new AppError('cancelled'));
    await expect(asked).rejects.toMatchObject({ code: 'cancelled' });
    expect([await own, turns.kind]).toEqual(['gave way', null]);
  });
});

describe('what hangs, though it was stopped', () => {
  const hang = () => new Promise<never>(() => undefined);
  beforeEach(() => {
    turns = new OneAtATime(() => undefined, { limit: 20 });
    void turns.byItself('copy', hang);
  });

  it('is not waited for longer than who asks does', async () => {
    turns = new OneAtATime(() => undefined);
    void turns.byItself('copy', hang);
    const stopping = new AbortController();
    const asked = turns.alone('backup', { signal: stopping.signal }, async () => 'never');
    stopping.abort(new AppError('cancelled'));
    await expect(asked).rejects.toMatchObject({ code: 'cancelled' });
  });

  it('is not waited for longer than the limit, and nothing begins beside it', async () => {
    const asked = [
      turns.alone('backup', {}, async () => 'never'),
      turns.alone('check', {}, async () => 'never'),
    ];
    for (const one of asked) await expect(one).rejects.toMatchObject(busy);
    expect([turns.kind, turns.isFree]).toEqual(['copy', false]);
    await expect(turns.byItself('csv', async () => 'never')).rejects.toMatchObject(busy);
    await expect(turns.alone('check', {}, async () => 'never')).rejects.toMatchObject(busy);
  });

  it('keeps nobody from closing the shop', async () => {
    await turns.rest();
    turns.begin();
    expect([turns.kind, turns.isFree]).toEqual(['copy', false]);
  });

  it('keeps its place until it has ended, and no longer', async () => {
    turns = new OneAtATime(() => undefined, { limit: 20 });
    const ending = Promise.withResolvers<string>();
    const own = turns.byItself('copy', () => ending.promise);
    await expect(turns.alone('backup', {}, async () => 'never')).rejects.toMatchObject(busy);
    ending.resolve('copied after all');
    expect(await own).toBe('copied after all');
    expect(turns.isFree).toBe(true);
    expect(await turns.alone('backup', {}, async () => 'made')).toBe('made');
  });
});

it('stops nothing for somebody who has given up already', async () => {
  const { job, end } = longWork();
  const own = turns.byItself('shop', job);
  const signal = AbortSignal.abort(new AppError('cancelled'));
  await expect(turns.alone('backup', { signal }, async () => 'never')).rejects.toMatchObject({
    code: 'cancelled',
  });
  end('looked through');
  expect(await own).toBe('looked through');
});

it('lets nothing begin while it rests, and ends what runs by itself', async () => {
  const { job } = longWork();
  const own = turns.byItself('backup', job).catch((error: unknown) => error);
  const asked = turns.alone('check', {}, async () => 'never').catch((error: unknown) => error);
  await turns.rest();
  expect([await own, await asked]).toMatchObject([busy, busy]);
  await expect(turns.alone('check', {}, async () => 'never')).rejects.toMatchObject(busy);
  turns.begin();
  expect(await turns.alone('check', {}, async () => 'done')).toBe('done');
});

describe('a backup that is being made by itself', () => {
  const work = { onProgress: () => undefined, signal: new AbortController().signal };
  let shop: BackupShop;
  let desk: BackupDesk;
  let beat: Promise<void>;
  beforeEach(async () => {
    shop = await createBackupShop();
    const begun = Promise.withResolvers<void>();
    const quick = quickKeeper();
    desk = shop.begin({
      run: (name, input, _onProgress, signal) => quick.run(name, input, () => begun.resolve(), signal),
    });
    beat = desk.beat();
    await begun.promise;
    expect(await desk.state()).toMatchObject({ running: 'backup', isByItself: true });
  });
  afterEach(() => shop.test.close());

  it('gives way to one by hand', async () => {
    const [{ name }] = await Promise.all([desk.make(work), beat]);
    const files = () => readdirSync(shop.at('backups')).filter((one) => one.endsWith('.db'));
    expect(files()).toEqual([`${name}.db`]);
    expect(await desk.state()).toMatchObject({ failure: null, running: null, isByItself: false });
    await shop.sell();
    shop.test.now += 59 * 60_000;
    await desk.beat();
    expect(files()).toHaveLength(1);
    shop.test.now += 60_000;
    await desk.beat();
    expect(files()).toHaveLength(2);
  });

  it('is made at the next beat, not after a pause, where none was made instead', async () => {
    await Promise.all([desk.use(work, async () => undefined), beat]);
    expect(await desk.list()).toEqual([]);
    await desk.beat();
    expect(await desk.list()).toHaveLength(1);
  });
});
