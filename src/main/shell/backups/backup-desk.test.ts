import { mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type BackupShop, createBackupShop } from '../../../../test/support/backup-shop.ts';
import type { TestApp } from '../../../../test/support/create-test-app.ts';
import type { BackupDesk } from './backup-desk.ts';

const hour = 3_600_000;
let shop: BackupShop;
let test: TestApp;
let desk: BackupDesk;

const at = (...parts: string[]) => shop.at(...parts);
const sell = () => shop.sell();
const work = () => ({ onProgress: () => undefined, signal: new AbortController().signal });
const files = (folder = 'backups') =>
  readdirSync(at(folder)).filter((name) => name.endsWith('.db') || name.endsWith('.age'));

beforeEach(async () => {
  shop = await createBackupShop();
  ({ test, desk } = shop);
});
afterEach(() => test.close());

describe('backups by themselves', () => {
  it('are made at the first beat, then when an hour is over', async () => {
    await desk.beat();
    await desk.beat();
    expect(files()).toEqual(['shop-20261122T113000Z.db']);
    expect(await desk.state()).toMatchObject({
      verifiedAt: test.now,
      level: 'good',
      running: null,
      failure: null,
    });
    test.now += hour - 60_000;
    await sell();
    await desk.beat();
    expect(files()).toHaveLength(1);
    test.now += 60_000;
    await desk.beat();
    expect(files()).toHaveLength(2);
    expect(shop.changes).toBeGreaterThan(2);
  });

  it('are not made where nothing happened: the newest is still true', async () => {
    await desk.beat();
    test.now += 2 * hour;
    await desk.beat();
    expect(files()).toHaveLength(1);
    expect(await desk.state()).toMatchObject({ verifiedAt: test.now, level: 'good' });
    const [row] = await desk.list();
    expect(row).toMatchObject({ stillTrueAt: test.now, madeAt: test.now - 2 * hour, state: 'verified' });
  });

  it('are thinned out, and those made by hand stay for a week', async () => {
    for (let count = 0; count < 30; count += 1) {
      await sell();
      await desk.beat();
      if (count === 3) await desk.make(work());
      test.now += 30 * 60_000;
    }
    const rows = await desk.list();
    expect(rows.filter(({ cause }) => cause === 'by-hand')).toHaveLength(1);
    expect(rows.length).toBeLessThanOrEqual(17);
    expect(rows[0]?.keptAs).toEqual(['hour', 'day', 'month']);
    expect(files().length * 2 + 0).toBe(readdirSync(at('backups')).length);
  });

  it('rest when they are told to', async () => {
    desk.setAutomatic(false);
    await desk.beat();
    expect(await desk.state()).toMatchObject({ verifiedAt: null, level: 'bad', automatic: false });
    await desk.rest();
    desk.setAutomatic(true);
    await desk.beat();
    expect(readdirSync(at('backups'))).toEqual([]);
  });

  it('say why there is none, and are tried again', async () => {
    rmSync(at('backups'), { recursive: true });
    writeFileSync(at('backups'), 'a file in the way');
    await desk.beat();
    const state = await desk.state();
    expect(state).toMatchObject({ level: 'bad', failure: { at: test.now } });
    expect(state.failure?.reason).toMatch(/EEXIST|ENOTDIR/u);
    rmSync(at('backups'));
    await desk.beat();
    expect(shop.jobs).toEqual([]);
    test.now += 10 * 60_000;
    await desk.beat();
    expect(await desk.state()).toMatchObject({ level: 'good', failure: null });
  });

  it('grow old', async () => {
    await desk.beat();
    await sell();
    desk.setAutomatic(false);
    test.now += 25 * hour;
    expect((await desk.state()).level).toBe('old');
    test.now += 48 * hour;
    expect((await desk.state()).level).toBe('bad');
  });

  it('are made though the clock was set back for days', async () => {
    await desk.beat();
    test.now -= 72 * hour;
    await sell();
    await desk.beat();
    expect(files()).toHaveLength(2);
  });
});

describe('a backup that is made by hand', () => {
  it('is told with what is in it', async () => {
    await sell();
    const row = await desk.make(work());
    expect(row).toMatchObject({ cause: 'by-hand', state: 'verified', places: ['first'] });
    expect(row.facts).toMatchObject({ orders: 1, sales: 350, lastOrder: { total: 350 } });
    expect(Object.keys(row.facts ?? {})).not.toContain('lastEntry');
    expect(row.bytes).toBe(statSync(at('backups', `${row.name}.db`)).size);
  });

  it('waits for no other', async () => {
    const first = desk.make(work());
    await expect(desk.make(work())).rejects.toMatchObject({ code: 'backup-running' });
    await expect(desk.check('shop-20261122T113000Z', null, work())).rejects.toMatchObject({
      code: 'backup-running',
    });
    expect((await desk.state()).running).toBe('backup');
    await first;
    expect((await desk.state()).running).toBeNull();
  });

  it('stops when it is told to, and when the shop closes', async () => {
    const stopping = new AbortController();
    const make = desk.make({ onProgress: () => stopping.abort(), signal: stopping.signal });
    await expect(make).rejects.toMatchObject({ name: 'AbortError' });
    const other = desk.make({ ...work(), onProgress: () => void desk.rest() });
    await expect(other).rejects.toMatchObject({ code: 'cancelled' });
    expect(readdirSync(at('backups'))).toEqual([]);
  });

  it('takes away what an earlier run left unfinished', async () => {
    writeFileSync(at('backups', 'shop-20261122T000000Z.db.part'), 'half');
    shop.begin();
    expect(readdirSync(at('backups'))).toEqual([]);
  });
});

describe('what lies among the backups', () => {
  it('is not called one without a manifest of ours, and is left alone', async () => {
    await desk.make(work());
    writeFileSync(at('backups', 'shop-20200101T000000Z.db'), 'somebody’s own');
    const rows = await desk.list();
    expect(rows.find(({ name }) => name === 'shop-20200101T000000Z')).toMatchObject({
      state: 'unknown',
      facts: null,
    });
    test.now += hour;
    await sell();
    await desk.beat();
    expect(files()).toContain('shop-20200101T000000Z.db');
  });

  it('is found damaged by a check, and does not count any more', async () => {
    const { name } = await desk.make(work());
    const path = at('backups', `${name}.db`);
    const bytes = readFileSync(path);
    bytes.fill(7, bytes.length / 2, bytes.length / 2 + 100);
    writeFileSync(path, bytes);
    const { problems } = await desk.check(name, null, work());
    expect(problems).not.toEqual([]);
    expect(await desk.list()).toMatchObject([{ name, state: 'damaged', verifiedAt: null }]);
    expect(await desk.state()).toMatchObject({ verifiedAt: null, level: 'bad' });
    await desk.beat();
    expect((await desk.state()).level).toBe('good');
  });

  it('is gone when it is gone', async () => {
    await expect(desk.check('shop-20261122T113000Z', null, work())).rejects.toMatchObject({
      code: 'backup-gone',
    });
  });
});

describe('the second place', () => {
  const choose = async () => {
    const place = await desk.chooseSecondPlace();
    expect(place?.problem).toBeNull();
    return place?.token ?? '';
  };
  const stick = () => join('stick', 'Orderlla backups');

  it('gets every backup, and gives them back when the first is lost', async () => {
    await desk.beat();
    expect(desk.setSecondPlace(await choose())).toBe(true);
    await shop.copied();
    await desk.beat();
    expect(await desk.list()).toMatchObject([{ places: ['first', 'second'] }]);
    expect(await desk.state()).toMatchObject({
      second: { waiting: 0, lastCopyAt: test.now, warnings: ['same-disk'] },
    });
    rmSync(at('backups'), { recursive: true });
    const [row] = await desk.list();
    expect(row).toMatchObject({ places: ['second'], state: 'verified' });
    expect((await desk.check(row?.name ?? '', null, work())).problems).toEqual([]);
  });

  it('is waited for, and nothing is written where the stick was', async () => {
    desk.setSecondPlace(await choose());
    await shop.copied();
    rmSync(at('stick'), { recursive: true });
    mkdirSync(at(stick()), { recursive: true });
    await desk.beat();
    expect(readdirSync(at(stick()))).toEqual([]);
    expect(await desk.state()).toMatchObject({ second: { freeBytes: null, waiting: 1, failure: null } });
    writeFileSync(at(stick(), '.orderlla-backups'), 'back');
    await desk.beat();
    expect(files(stick())).toHaveLength(1);
    expect(await desk.state()).toMatchObject({ second: { waiting: 0 } });
  });

  it('cannot be the first one, nor an old choice', async () => {
    shop.chosen = at('backups');
    expect(await desk.chooseSecondPlace()).toMatchObject({ problem: 'same', token: '' });
    shop.chosen = at('stick');
    const old = await choose();
    await choose();
    expect(desk.setSecondPlace(old)).toBe(false);
    shop.chosen = null;
    expect(await desk.chooseSecondPlace()).toBeNull();
  });

  it('is given up, and what lies there stays', async () => {
    desk.setSecondPlace(await choose());
    await desk.beat();
    await shop.copied();
    desk.setSecondPlace(null);
    expect((await desk.state()).second).toBeNull();
    expect(files(stick())).toHaveLength(1);
  });
});

describe('a passphrase', () => {
  it('is asked for by those made after it alone', async () => {
    await desk.beat();
    test.now += hour;
    await desk.setPassphrase('correct horse battery');
    await desk.beat();
    const rows = await desk.list();
    expect(rows.map(({ encrypted }) => encrypted).sort()).toEqual([false, true]);
    const locked = rows.find(({ encrypted }) => encrypted)?.name ?? '';
    expect((await desk.check(locked, null, work())).problems).toEqual([]);
    await expect(desk.check(locked, 'something else', work())).rejects.toMatchObject({
      code: 'wrong-passphrase',
    });
    expect((await desk.state()).isEncrypted).toBe(true);
  });
});

describe('the nightly rehearsal', () => {
  it('brings the newest backup back, once a business date, after three', async () => {
    test.now = Date.UTC(2026, 10, 23, 1, 0);
    await desk.beat();
    expect((await desk.state()).rehearsal).toBeNull();
    test.now = Date.UTC(2026, 10, 23, 3, 0);
    await desk.beat();
    await desk.beat();
    expect((await desk.state()).rehearsal).toMatchObject({ at: test.now, isBalanced: true, problem: null });
    expect(shop.jobs.filter((name) => name === 'open-backup')).toHaveLength(1);
    expect(readdirSync(at('scratch'))).toEqual([]);
  });

  it('tells that the newest could not be brought back, and has another made', async () => {
    test.now = Date.UTC(2026, 10, 23, 2, 50);
    const { name } = await desk.make(work());
    rmSync(at('backups', `${name}.db`));
    writeFileSync(at('backups', `${name}.db`), Buffer.alloc(statSync(at('shop.db')).size));
    const bytes = readFileSync(at('backups', `${name}.json`), 'utf8').match(/"bytes": (\d+)/u)?.[1];
    writeFileSync(at('backups', `${name}.db`), Buffer.alloc(Number(bytes)));
    test.now = Date.UTC(2026, 10, 23, 3, 5);
    await desk.beat();
    expect(await desk.state()).toMatchObject({ level: 'bad', rehearsal: { isBalanced: false, name } });
    expect(shop.logged).toContain('The newest backup did not balance');
    await desk.beat();
    expect(await desk.list()).toMatchObject([{ state: 'verified' }, { name, state: 'damaged' }]);
  });
});
