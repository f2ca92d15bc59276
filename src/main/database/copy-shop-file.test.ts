import {
  chmodSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import BetterSqlite3 from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { counterSale, line } from '../../../test/support/builders.ts';
import { createOpenShop, createTestApp, migrationsFolder } from '../../../test/support/create-test-app.ts';
import { copyShopFile } from './copy-shop-file.ts';
import { inspectShopFile } from './inspect-shop-file.ts';
import { readMigrations } from './migrate.ts';

const migrations = readMigrations(migrationsFolder);
let folder: string;
let from: string;
let to: string;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'orderlla-copy-'));
  const test = await createOpenShop({}, { keep: true });
  for (let count = 0; count < 3; count += 1) {
    await test.ask('orders.place', {
      ...counterSale([line(null, 1, 350, { name: 'Cup', taxClassId: 1 })]),
      cartId: `cart-${count}`,
    });
  }
  await test.close();
  from = join(test.folder, 'shop.db');
  to = join(folder, 'shop.db');
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
  rmSync(join(from, '..'), { recursive: true, force: true });
});

const code = (work: Promise<unknown>) =>
  work.then(
    () => null,
    (error: { problem?: string }) => error.problem ?? String(error),
  );
const change = (path: string, sql: string) => {
  const database = new BetterSqlite3(path);
  database.exec(sql);
  database.close();
};

describe('copyShopFile', () => {
  it('copies everything, leaves the original as it is and nothing beside either', async () => {
    const before = readFileSync(from);
    const facts = await copyShopFile(from, to);
    expect(facts.rows).toMatchObject({ orders: 3, payments: 3, shop: 1 });
    expect(readdirSync(folder)).toEqual(['shop.db']);
    expect(readFileSync(from).equals(before)).toBe(true);
    if (process.platform !== 'win32') expect(statSync(to).mode & 0o077).toBe(0);
    const copy = createTestApp({ folder });
    await copy.ask('session.signIn', { staffId: 1, password: 'larch-otter-7-lantern' });
    expect((await copy.ask('orders.get', { orderId: 3 })).total).toBe(350);
    await copy.close();
  });

  it('takes along what was written and not yet moved into the file itself', async () => {
    const database = new BetterSqlite3(from);
    database.pragma('journal_mode = WAL');
    database.pragma('wal_autocheckpoint = 0');
    database.exec("UPDATE shop SET phone = 'late'");
    const wal = readFileSync(`${from}-wal`);
    const shm = readFileSync(`${from}-shm`);
    const main = readFileSync(from);
    database.close();
    // As after a power cut: the last sale is in the log alone.
    writeFileSync(from, main);
    writeFileSync(`${from}-wal`, wal);
    writeFileSync(`${from}-shm`, shm);
    await copyShopFile(from, to);
    const copy = new BetterSqlite3(to, { readonly: true });
    expect(copy.prepare('SELECT phone FROM shop').pluck().get()).toBe('late');
    copy.close();
  });

  it('never writes over a file that is there', async () => {
    writeFileSync(to, 'somebody’s own');
    expect(await code(copyShopFile(from, to))).toBe('exists');
    expect(readFileSync(to, 'utf8')).toBe('somebody’s own');
    expect(readdirSync(folder)).toEqual(['shop.db']);
  });

  it('takes away what an attempt before left half done', async () => {
    writeFileSync(`${to}.copying`, 'half');
    writeFileSync(`${to}.copying-wal`, 'half');
    await copyShopFile(from, to);
    expect(readdirSync(folder)).toEqual(['shop.db']);
  });

  it('copies no damaged file', async () => {
    const bytes = readFileSync(from);
    bytes.fill(0xa5, bytes.length - 8192, bytes.length - 2048);
    writeFileSync(from, bytes);
    expect(await code(copyShopFile(from, to))).toMatch(/not-whole|not-written/);
    expect(existsSync(to)).toBe(false);
    expect(readdirSync(folder)).toEqual([]);
  });

  it('copies nothing with a broken reference', async () => {
    change(from, 'PRAGMA foreign_keys = OFF; UPDATE orders SET staffId = 99 WHERE id = 2;');
    expect(await code(copyShopFile(from, to))).toBe('not-whole');
    expect(readdirSync(folder)).toEqual([]);
  });

  it.skipIf(process.platform === 'win32' || process.getuid?.() === 0)(
    'says so where it may not write',
    async () => {
      chmodSync(folder, 0o500);
      expect(await code(copyShopFile(from, to))).toBe('not-written');
      chmodSync(folder, 0o700);
    },
  );

  it('says so where the folder is gone', async () => {
    expect(await code(copyShopFile(from, join(folder, 'gone', 'shop.db')))).toBe('not-written');
    expect(await code(copyShopFile(join(folder, 'none.db'), to))).toBe('not-written');
    expect(readdirSync(folder)).toEqual([]);
  });
});

describe('inspectShopFile', () => {
  it('tells which shop it is, and changes nothing', () => {
    const before = readFileSync(from);
    const found = inspectShopFile(from, migrations);
    expect(found).toMatchObject({ ok: true, shop: { name: 'Corner Shop', orders: 3 } });
    expect(readFileSync(from).equals(before)).toBe(true);
  });

  it.each([
    [
      'a trigger',
      'CREATE TRIGGER dearer AFTER INSERT ON orderLines BEGIN UPDATE products SET price = 1; END',
    ],
    ['a view', 'CREATE VIEW mine AS SELECT * FROM staff'],
    ['a table', 'CREATE TABLE mine (id INTEGER)'],
    ['a rule that is gone', 'DROP TRIGGER taxRatesKept'],
  ])('does not take a file with %s of somebody else’s making', (_name, sql) => {
    change(from, sql);
    expect(inspectShopFile(from, migrations)).toEqual({ ok: false, problem: 'altered' });
  });

  it.each([
    ['missing', () => rmSync(from)],
    ['foreign', () => writeFileSync(from, '')],
    ['foreign', () => writeFileSync(from, 'this is a text and no shop at all '.repeat(90))],
    ['foreign', () => change(from, 'PRAGMA application_id = 7')],
    ['newer', () => change(from, 'PRAGMA user_version = 99')],
    ['no-shop', () => change(from, 'DELETE FROM shop')],
  ])('says that a file is %s', (problem, spoil) => {
    spoil();
    expect(inspectShopFile(from, migrations)).toEqual({ ok: false, problem });
  });

  it('takes a file of an earlier version, with the tables of that version', () => {
    const old = join(folder, 'old.db');
    const early = migrations.slice(0, 2);
    const database = new BetterSqlite3(old);
    for (const { sql } of early) database.exec(sql);
    database.exec('PRAGMA application_id = 1330793537; PRAGMA user_version = 2;');
    database.close();
    expect(inspectShopFile(old, migrations)).toEqual({ ok: false, problem: 'no-shop' });
  });
});
