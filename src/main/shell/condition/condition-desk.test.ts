import { existsSync, readFileSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import BetterSqlite3 from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { canLimitFiles, limitFiles } from '../../../../test/support/limit-files.ts';
import { orderListOf } from '../../../../test/support/order-filters.ts';
import { editFile } from '../../../../test/support/tampered-shop.ts';
import {
  damageTable,
  endWatched,
  killedAndStarted,
  openWatched,
  type WatchedShop,
} from '../../../../test/support/watched-shop.ts';
import { createLocalKeeper, type Keeper } from '../../keeper/jobs.ts';

let test: WatchedShop;
beforeEach(async () => {
  test = await openWatched();
});
afterEach(() => endWatched(test));

/** The first page of what holds a table. */
function pageOf(table: string): number {
  const database = new BetterSqlite3(test.path, { readonly: true });
  try {
    return database.prepare('SELECT rootpage FROM sqlite_schema WHERE name = ?').pluck().get(table) as number;
  } finally {
    database.close();
  }
}

/** What lies in the log of writes would mend the page when it is read again. */
function emptyLog(): void {
  const database = new BetterSqlite3(test.path);
  database.pragma('wal_checkpoint(TRUNCATE)');
  database.close();
}

/** Moves everything into the file, damages a table's page behind it, and lets nothing of it stay in memory. */
function damage(table: string): void {
  const file = test.shop.file();
  const page = pageOf(table);
  emptyLog();
  damageTable(test.path, [page]);
  file?.transaction((db) => db.statement('PRAGMA shrink_memory').run());
  file?.read.statement('PRAGMA shrink_memory').run();
}

/** Until it is so; what the application does by itself it does in its own time. */
async function until(isSo: () => boolean): Promise<void> {
  for (let turn = 0; turn < 1000 && !isSo(); turn += 1)
    await new Promise((resolve) => setTimeout(resolve, 10));
}
const settled = () => until(() => test.shown.length > 0);
const looked = () => until(() => test.desk.state().unclean !== 'looking');

const cart = { cartId: 'open-cart', content: { lines: [{ name: 'Tea', quantity: 2000 }] }, isEmpty: false };

describe('a page that is damaged while the shop is open', () => {
  it('stops selling at once, changes nothing any more, and the window shows what can be done', async () => {
    expect(await test.sell()).toBe(1);
    await test.backUp();
    await test.ask('carts.save', cart);
    damage('orders');
    expect(await test.sell()).toBe('shop-damaged');
    const bytes = readFileSync(test.path);
    expect(await test.sell()).toMatch(/^(?:shop-damaged|closed)$/u);
    await settled();
    expect([test.shop.trouble(), test.shop.app(), test.shown]).toEqual(['damaged', null, ['damaged']]);
    expect(readFileSync(test.path).equals(bytes)).toBe(true);
    expect(test.memory()).toMatchObject({ isDamaged: true, isOpen: false });
    expect(existsSync(`${test.path}-wal`)).toBe(true);
  });

  it('sells no more after a restart either, until the file was looked through or another is in its place', async () => {
    await test.sell();
    damage('orders');
    await test.sell();
    await settled();
    const damaged = readFileSync(test.path);
    await test.shop.open();
    expect([test.shop.trouble(), test.shop.app()]).toEqual(['damaged', null]);
    expect(readFileSync(test.path).equals(damaged)).toBe(true);
  });

  it('keeps the open cart for the shop that is brought back', async () => {
    await test.sell();
    const name = await test.backUp();
    await test.ask('carts.save', cart);
    damage('orders');
    await test.sell();
    await settled();
    renameSync(join(test.folder, 'backups', `${name}.db`), test.path);
    for (const ending of ['-wal', '-shm']) renameSync(`${test.path}${ending}`, `${test.path}${ending}-aside`);
    await test.shop.open();
    expect(test.shop.trouble()).toBeNull();
    await test.signIn();
    expect(await test.ask('carts.open', {})).toEqual({ cartId: 'open-cart', content: cart.content });
    expect(await test.sell()).toBe(2);
    expect(test.memory().isDamaged).toBe(false);
  });

  it('is met by who only looks', async () => {
    await test.sell();
    damage('orders');
    await expect(test.ask('orders.list', orderListOf({}))).rejects.toThrow('shop-damaged');
    await settled();
    expect(test.shop.trouble()).toBe('damaged');
  });
});

describe('a shop file that is pulled away', () => {
  it.skipIf(process.platform === 'win32')('stops selling, and opens again where it comes back', async () => {
    await test.sell();
    await test.ask('carts.save', cart);
    renameSync(test.path, `${test.path}.away`);
    expect(await test.sell()).toBe('shop-missing');
    await settled();
    expect([test.shop.trouble(), test.shown]).toEqual(['missing', ['missing']]);
    renameSync(`${test.path}.away`, test.path);
    await test.shop.open();
    await test.signIn();
    expect([test.shop.trouble(), await test.sell()]).toEqual([null, 2]);
  });
});

describe('a shop file that another program holds', () => {
  it('stops selling in words, and sells on by itself', async () => {
    const other = new BetterSqlite3(test.path);
    other.exec('BEGIN IMMEDIATE');
    expect(await test.sell()).toBe('shop-locked');
    expect(test.desk.state().trouble).toEqual({ problem: 'locked', since: test.now });
    expect((await test.ask('condition.lookAgain', {})).isWell).toBe(false);
    other.exec('ROLLBACK');
    other.close();
    expect((await test.ask('condition.lookAgain', {})).isWell).toBe(true);
    expect(test.desk.state().trouble).toBeNull();
    expect(await test.sell()).toBe(1);
  });

  it('is sold into once it lets go, asked or not', async () => {
    const other = new BetterSqlite3(test.path);
    other.exec('BEGIN IMMEDIATE');
    await test.sell();
    other.exec('ROLLBACK');
    other.close();
    expect(await test.sell()).toBe(1);
    expect(test.desk.state().trouble).toBeNull();
  });
});

describe.skipIf(!canLimitFiles)('a disk that refuses to write', () => {
  afterEach(() => limitFiles('unlimited'));

  it('stops selling in words while what is there can be read, and sells on', async () => {
    expect(await test.sell()).toBe(1);
    limitFiles(1024);
    expect(await test.sell()).toBe('shop-file-trouble');
    expect(test.desk.state().trouble).toMatchObject({ problem: 'unreadable' });
    expect([test.shop.trouble(), await test.ask('session.current', {})]).toMatchObject([
      null,
      { name: 'Olga Owner' },
    ]);
    limitFiles('unlimited');
    expect(await test.sell()).toBe(2);
    expect(test.desk.state().trouble).toBeNull();
  });
});

describe('an unclean end', () => {
  it('is looked through at the next start, and then everything is in order', async () => {
    await test.sell();
    expect(test.memory()).toMatchObject({ isOpen: true });
    test = await killedAndStarted(test);
    expect(test.desk.state().unclean).toBe('looking');
    // Nobody waits for it.
    expect(await test.ask('setup.state', {})).toBeTruthy();
    await looked();
    expect(test.desk.state()).toMatchObject({ unclean: 'in-order', last: { scope: 'quick', problems: [] } });
    expect(test.memory()).toMatchObject({ isUnclean: false });
  });

  it('is none where the shop was closed as it should be', async () => {
    await test.shop.close();
    await test.shop.open();
    expect(test.desk.state().unclean).toBeNull();
    expect(test.memory()).toMatchObject({ isOpen: true, isUnclean: false });
  });

  it('is looked at again where that was ended in the middle, by a kill or by closing', async () => {
    const never: Keeper = {
      run: (_name, _input, _tell, signal) =>
        new Promise((_resolve, reject) => signal?.addEventListener('abort', () => reject(signal.reason))),
    };
    test = await killedAndStarted(test, never);
    expect(test.desk.state().unclean).toBe('looking');
    test = await killedAndStarted(test, never);
    await test.shop.close();
    await test.shop.open();
    expect(test.desk.state().unclean).toBe('looking');
    test = await killedAndStarted(test);
    await looked();
    expect(test.desk.state().unclean).toBe('in-order');
  });

  it('that damaged the file leads to what can be done', async () => {
    for (let count = 0; count < 60; count += 1) await test.sell();
    const page = pageOf('orderLines');
    test.shop.file()?.checkpoint();
    const kept = structuredClone(test.kept);
    await test.shop.close();
    damageTable(test.path, [page]);
    test.kept.clear();
    for (const [key, value] of kept) test.kept.set(key, value);
    await test.shop.open();
    await settled();
    expect([test.shop.trouble(), test.shop.app()]).toEqual(['damaged', null]);
  });
});

describe('looking through the file from time to time', () => {
  const night = (days: number) => Date.UTC(2026, 10, 22 + days, 4);

  it('is done each week quickly and each month as a whole, and noted', async () => {
    await test.sell();
    await test.desk.beat();
    expect(test.desk.state().last).toBeNull();
    test.now = night(7);
    await test.desk.beat();
    expect(test.desk.state().last).toEqual({ at: test.now, scope: 'quick', problems: [] });
    test.now = night(30);
    await test.desk.beat();
    expect(test.desk.state().last).toEqual({ at: test.now, scope: 'deep', problems: [] });
    expect(existsSync(join(test.folder, 'scratch', 'check.db'))).toBe(false);
    test.now = night(36);
    await test.desk.beat();
    expect(test.desk.state().last?.at).toBe(night(30));
  });

  it('is done once a day where a backup could not be made: the file may be why', async () => {
    await test.sell();
    await test.desk.beat();
    test.kept.set('backups', { failure: { at: test.now + 1000, reason: 'malformed' } });
    test.now += 60_000;
    await test.desk.beat();
    expect(test.desk.state().last).toEqual({ at: test.now, scope: 'quick', problems: [] });
    const lookedAt = test.now;
    test.now += 2 * 3_600_000;
    test.kept.set('backups', { failure: { at: test.now, reason: 'malformed' } });
    await test.desk.beat();
    expect(test.desk.state().last?.at).toBe(lookedAt);
    test.now += 24 * 3_600_000;
    await test.desk.beat();
    expect(test.desk.state().last?.at).toBe(test.now);
  });

  it('says what it found, which the next look may find gone', async () => {
    await test.sell();
    editFile(test.folder, 'UPDATE payments SET amount = amount + 1');
    const { problems } = await test.ask('condition.check', {});
    expect(problems.map(({ check }) => check)).toContain('money');
    expect(test.desk.state().last).toMatchObject({ scope: 'deep', problems });
    expect(test.shop.trouble()).toBeNull();
  });

  it('tries again after an hour where it could not be done, and says so', async () => {
    let isBroken = true;
    const real = createLocalKeeper();
    const keeper: Keeper = {
      run: (...given) => (isBroken ? Promise.reject(new Error('the helper ended')) : real.run(...given)),
    };
    await endWatched(test);
    test = await openWatched(keeper);
    await test.desk.beat();
    test.now = night(7);
    await test.desk.beat();
    expect(test.desk.state()).toMatchObject({ last: null, failure: { reason: 'the helper ended' } });
    isBroken = false;
    test.now += 1000;
    await test.desk.beat();
    expect(test.desk.state().last).toBeNull();
    test.now += 3_600_000;
    await test.desk.beat();
    expect(test.desk.state()).toMatchObject({ last: { problems: [] }, failure: null });
  });

  it('is stopped by who asked for it', async () => {
    const stop = new AbortController();
    const asked = test.desk.check({
      signal: stop.signal,
      onProgress: () => stop.abort(Object.assign(new Error('stopped'), { name: 'AbortError' })),
    });
    await expect(asked).rejects.toThrow();
    expect(test.desk.state()).toMatchObject({ last: null, failure: null });
    expect(existsSync(join(test.folder, 'scratch', 'check.db'))).toBe(false);
  });

  it('leads to what can be done, and back to the shop as it is', async () => {
    await test.signIn();
    test.desk.recover();
    await settled();
    expect(test.shop.trouble()).toBe('damaged');
    await test.shop.open();
    await test.signIn();
    expect([test.shop.trouble(), await test.sell()]).toEqual([null, 1]);
  });
});
