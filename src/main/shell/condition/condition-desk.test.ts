import { existsSync, readFileSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import BetterSqlite3 from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { canLimitFiles, limitFiles } from '../../../../test/support/limit-files.ts';
import { orderListOf } from '../../../../test/support/order-filters.ts';
import {
  damageTable,
  endWatched,
  killedAndStarted,
  openWatched,
  startWatched,
  type WatchedShop,
} from '../../../../test/support/watched-shop.ts';
import { emptyCart } from '../../../shared/domain/cart.ts';
import type { Keeper } from '../../keeper/jobs.ts';

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

const tea = {
  ...{ id: 'line-1', productId: null, name: 'Tea', sku: null, unit: 'piece', quantity: 2000, unitPrice: 350 },
  ...{ priceOverridden: false, taxes: [], taxClassId: 1, pictureId: null, discount: null, note: '' },
};
const content = { ...emptyCart, lines: [tea] };
const cart = { cartId: 'open-cart', content, isEmpty: false };
const keptCarts = () => join(test.folder, 'open-carts.json');

/** As the recovery page does it, after the application was ended or not. */
async function putInPlace(name: string): Promise<void> {
  renameSync(join(test.folder, 'backups', `${name}.db`), test.path);
  for (const ending of ['-wal', '-shm']) renameSync(`${test.path}${ending}`, `${test.path}${ending}-aside`);
  await test.shop.open();
}

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
    expect(test.desk.openItems()).toBe(2);
    await putInPlace(name);
    expect([test.shop.trouble(), test.desk.openItems()]).toEqual([null, 0]);
    await test.signIn();
    expect(await test.ask('carts.open', {})).toEqual({ cartId: 'open-cart', content });
    expect(await test.sell()).toBe(2);
    expect(test.memory().isDamaged).toBe(false);
    await until(() => !existsSync(keptCarts()));
    expect(existsSync(keptCarts())).toBe(false);
  });

  it('keeps it too where the application is ended meanwhile', async () => {
    const name = await test.backUp();
    await test.ask('carts.save', cart);
    damage('orders');
    await test.sell();
    await settled();
    await until(() => existsSync(keptCarts()));
    test = await killedAndStarted(test);
    expect([test.shop.trouble(), test.desk.openItems()]).toEqual(['damaged', 2]);
    await putInPlace(name);
    await test.signIn();
    expect(await test.ask('carts.open', {})).toEqual({ cartId: 'open-cart', content });
    await until(() => !existsSync(keptCarts()));
    expect(existsSync(keptCarts())).toBe(false);
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

/** The next start, after a kill or not, in which what is known of the file cannot be written. */
async function startOnFullDisk(isKilled: boolean): Promise<unknown[]> {
  if (!isKilled) await test.shop.close();
  const kept = new Map(structuredClone(test.kept));
  if (isKilled) await test.shop.close();
  const set = kept.set.bind(kept);
  kept.set = (key, value) => {
    if (key === 'condition') throw Object.assign(new Error('no room'), { code: 'ENOSPC' });
    return set(key, value);
  };
  test = await startWatched({ folder: test.folder, kept, now: test.now });
  return [test.shop.trouble(), test.desk.state().unclean];
}

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

  it('is noticed on a full disk too: selling goes on, and it is looked through', async () => {
    expect(await startOnFullDisk(true)).toEqual([null, 'looking']);
    await test.desk.beat().catch(() => undefined);
    await test.signIn();
    expect([await test.sell(), test.logged.length > 0]).toEqual([1, true]);
  });

  it('would not be noticed where it cannot be kept that the file is open: there is no selling then', async () => {
    expect(await startOnFullDisk(false)).toEqual(['no-room', null]);
    expect(test.memory()).toMatchObject({ isOpen: false });
  });
});
