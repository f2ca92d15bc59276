import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import BetterSqlite3 from 'better-sqlite3';
import fc from 'fast-check';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { counterSale, line } from '../../../test/support/builders.ts';
import { createTestApp, migrationsFolder, ownerPassword } from '../../../test/support/create-test-app.ts';
import { mixedOrders } from '../../../test/support/mixed-orders.ts';
import { figuresBySql } from '../../../test/support/report-sums.ts';
import { calendarDate } from '../../shared/domain/calendar.ts';
import { checkShopFile } from '../app/check-shop-file.ts';
import { readMigrations } from '../database/migrate.ts';
import type { Salvaged } from '../database/salvage-shop-file.ts';
import { salvageShop } from './salvage-shop.ts';

const pageSize = 4096;
const auditKey = Buffer.alloc(32, 2);
let folder: string;
/** A shop with orders in every state, the same as it was open with a log of writes, and a backup from before its end. */
let whole: string;
let opened: string;
let backup: string;
let now: number;
type Page = { readonly name: string; readonly page: number; readonly kind: string; readonly type: string };
let pages: readonly Page[];

/** The file alone, with what lay in its log. */
function settled(from: string, to: string): string {
  copyFileSync(from, to);
  copyFileSync(`${from}-wal`, `${to}-wal`);
  const database = new BetterSqlite3(to);
  database.pragma('wal_checkpoint(TRUNCATE)');
  database.pragma('journal_mode = delete');
  database.close();
  return to;
}

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'orderlla-salvage-kinds-'));
  const test = await mixedOrders();
  backup = settled(join(test.folder, 'shop.db'), join(folder, 'backup.db'));
  for (let count = 0; count < 110; count += 1)
    await test.ask('orders.place', { ...counterSale([line(2, 1, 1250)]), cartId: `more-${count}` });
  test.now += 86_400_000;
  await test.ask('reports.rebuild', {});
  opened = join(folder, 'opened.db');
  copyFileSync(join(test.folder, 'shop.db'), opened);
  copyFileSync(join(test.folder, 'shop.db-wal'), `${opened}-wal`);
  now = test.now;
  whole = settled(opened, join(folder, 'whole.db'));
  await test.close();
  const database = new BetterSqlite3(whole, { readonly: true });
  pages = database
    .prepare(
      `SELECT s.name, s.pageno AS page, s.pagetype AS kind, ifnull(m.type, 'table') AS type
       FROM dbstat AS s LEFT JOIN sqlite_schema AS m ON m.name = s.name ORDER BY s.name, s.path`,
    )
    .all() as Page[];
  database.close();
}, 240_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const pagesOf = (name: string, kind?: string) =>
  pages
    .filter((one) => one.name === name && (kind === undefined || one.kind === kind))
    .map(({ page }) => page);
const middle = (some: readonly number[]) => some.slice(Math.floor(some.length / 2)).slice(0, 1);

/** A copy of the shop in which pages hold nothing. */
function without(lost: readonly number[]): string {
  expect(lost.length).toBeGreaterThan(0);
  const bytes = readFileSync(whole);
  for (const page of lost) bytes.fill(0, (page - 1) * pageSize, page * pageSize);
  const path = join(folder, 'damaged.db');
  writeFileSync(path, bytes);
  return path;
}
const to = () => join(folder, 'saved.db');
const salvage = (from: string, withBackup = false): Promise<Salvaged> =>
  salvageShop(
    { from, to: to(), migrationsFolder, backup: withBackup ? backup : null },
    { onProgress: () => {} },
  );
const tableOf = ({ tables }: Salvaged, name: string) => tables.find((table) => table.name === name);

/** What the check of the new file finds, each once. */
function problems(): readonly string[] {
  const steps = checkShopFile(to(), { migrations: readMigrations(migrationsFolder), auditKey, deep: true });
  let step = steps.next();
  while (!step.done) step = steps.next();
  return [...new Set(step.value.problems.map(({ check, what }) => `${check}: ${what}`))].sort();
}

const derived = ['productSearch%', 'customerSearch%', 'sqlite_%'];
/** What days came to is let go of where anything of it may be lost: the timer adds it up again. */
const ofDays = ['dayFigures', 'productMonths', 'productYears', 'rollups'];
/** Tables whose rows are not those of the whole file. */
function changedTables(): readonly string[] {
  const database = new BetterSqlite3(to(), { readonly: true });
  database.exec(`ATTACH '${whole}' AS old`);
  const names = database
    .prepare(
      `SELECT name FROM main.sqlite_schema WHERE type = 'table' AND rootpage > 0
         AND ${derived.map((like) => `name NOT LIKE '${like}'`).join(' AND ')} ORDER BY name`,
    )
    .pluck()
    .all() as string[];
  const rows = (one: string, other: string, name: string) =>
    database
      .prepare(
        `SELECT count(*) FROM (SELECT * FROM ${one}."${name}" EXCEPT SELECT * FROM ${other}."${name}")`,
      )
      .pluck()
      .get() as number;
  const changed = names.filter((name) => rows('old', 'main', name) + rows('main', 'old', name) > 0);
  database.close();
  return changed;
}

const span = { from: calendarDate(20200101), to: calendarDate(20301231) };

/**
 * Opens what was saved: its report is that of its rows, unless lines of orders are lost, and it sells. Answers its orders
 * and what they came to.
 */
async function opens(hasLines = true): Promise<{ readonly orders: number; readonly total: number }> {
  const shop = mkdtempSync(join(folder, 'shop-'));
  copyFileSync(to(), join(shop, 'shop.db'));
  const test = createTestApp({ folder: shop, now });
  await test.ask('session.signIn', { staffId: 1, password: ownerPassword });
  const asked = { report: 'sales', ...span, by: 'month', compare: 'none', sort: null, limit: 10 } as const;
  const { figures } = await test.ask('reports.run', asked);
  const bySql = figuresBySql(test.file.read, span);
  expect(figures.length).toBeGreaterThan(5);
  if (hasLines)
    expect(Object.fromEntries(figures.map(({ metric, value }) => [metric, value]))).toEqual(
      Object.fromEntries(figures.map(({ metric }) => [metric, bySql[metric]])),
    );
  const facts = test.file.read.get(
    sql<{ orders: number; total: number }>`SELECT count(*) AS orders, sum(total) AS total FROM orders`,
  );
  await test.ask('orders.place', { ...counterSale([line(2, 1, 1250)]), cartId: 'after' });
  await test.close();
  rmSync(shop, { recursive: true, force: true });
  return facts ?? { orders: 0, total: 0 };
}
const ofWhole = () => {
  const database = new BetterSqlite3(whole, { readonly: true });
  const facts = database.prepare('SELECT count(*) AS orders, sum(total) AS total FROM orders').get();
  database.close();
  return facts as { readonly orders: number; readonly total: number };
};

describe('a healthy file', () => {
  it('is taken over row by row', async () => {
    const salvaged = await salvage(whole);
    expect(salvaged).toMatchObject({ isReadable: true, asideRows: 0, standIns: 0, isNewestLost: false });
    expect(salvaged.tables.filter(({ isWhole, dropped, rebuilt }) => !isWhole || dropped || rebuilt)).toEqual(
      [],
    );
    expect(salvaged.tables.filter(({ read, expected }) => read !== expected)).toEqual([]);
    expect(changedTables()).toEqual([]);
    expect(problems()).toEqual([]);
  });

  it('is taken over with what lies in its log alone', async () => {
    await salvage(opened);
    expect(changedTables()).toEqual([]);
  });

  it('is not filled up from a backup', async () => {
    const { tables } = await salvage(whole, true);
    expect(tables.filter(({ fromBackup }) => fromBackup > 0)).toEqual([]);
    expect(changedTables()).toEqual([]);
  });
});

describe('what leads to the rows is lost', () => {
  it.each([
    ['the first page', () => [1]],
    ['the list of tables', () => pagesOf('sqlite_schema')],
    ['every index', () => pages.filter(({ type }) => type === 'index').map(({ page }) => page)],
    ['the pages above the orders', () => pagesOf('orders', 'internal')],
    ['the pages above the log', () => pagesOf('auditEntries', 'internal')],
  ])('%s: every row is there', async (what, lost) => {
    const { isReadable, asideRows, mayHoldDeleted } = await salvage(without(lost()));
    expect({ isReadable, asideRows, mayHoldDeleted }).toEqual({
      ...{ isReadable: true, asideRows: 0, mayHoldDeleted: false },
    });
    expect(changedTables()).toEqual(what === 'the pages above the orders' ? ofDays : []);
    expect(problems()).toEqual([]);
  });

  it('the whole file but for its log', async () => {
    const path = join(folder, 'log-only.db');
    writeFileSync(path, Buffer.alloc(readFileSync(opened).length));
    copyFileSync(`${opened}-wal`, `${path}-wal`);
    const { isReadable, tables } = await salvage(path);
    expect(isReadable).toBe(true);
    expect(tables.find(({ name }) => name === 'orders')?.read).toBe(ofWhole().orders);
  });
});

describe('rows are lost', () => {
  it('orders are put together again from what belongs to them', async () => {
    const salvaged = await salvage(without(middle(pagesOf('orders', 'leaf'))));
    expect(tableOf(salvaged, 'orders')).toMatchObject({ read: ofWhole().orders, expected: ofWhole().orders });
    expect(tableOf(salvaged, 'orders')?.rebuilt).toBeGreaterThan(10);
    // They bear no seal: the owner's screen names each of them.
    expect(problems()).toEqual(['seals: order-added']);
    expect(await opens()).toEqual(ofWhole());
  });

  it('orders are put together again without any index', async () => {
    const indices = pages.filter(({ type }) => type === 'index').map(({ page }) => page);
    await salvage(without([...indices, ...pagesOf('orders')]));
    expect(await opens()).toEqual(ofWhole());
    expect(problems().filter((problem) => !problem.startsWith('seals'))).toEqual([]);
  });

  it.each(['payments', 'orderTaxes'])('%s follow from what is left', async (table) => {
    const salvaged = await salvage(without(pagesOf(table)));
    expect(tableOf(salvaged, table)?.rebuilt).toBeGreaterThan(100);
    expect(problems().filter((problem) => problem.startsWith('money'))).toEqual([]);
    expect(await opens()).toEqual(ofWhole());
  });

  it('lines follow from the stock that they moved and from their order, to the last coin', async () => {
    const salvaged = await salvage(without(middle(pagesOf('orderLines', 'leaf'))));
    expect(tableOf(salvaged, 'orderLines')?.rebuilt).toBeGreaterThan(30);
    // Each order bears the seal of what its lines were.
    expect(problems()).toEqual([]);
    expect(await opens()).toEqual(ofWhole());
  });

  it('lines of which nothing tells any more cost no order, and are counted', async () => {
    const lost = [...middle(pagesOf('orderLines', 'leaf')), ...pagesOf('stockMovements')];
    const lines = tableOf(await salvage(without(lost)), 'orderLines');
    const database = new BetterSqlite3(whole, { readonly: true });
    expect(lines?.expected).toBe(database.prepare('SELECT count(*) FROM orderLines').pluck().get());
    database.close();
    expect(lines?.read).toBeLessThan(lines?.expected ?? 0);
    expect(problems()).toContain('money: orders unlike the sum of their lines');
    expect(problems()).toContain('seals: order-changed');
    expect(await opens(false)).toEqual(ofWhole());
  });

  it('stock stays what it was where movements are lost', async () => {
    const stockOf = (path: string) => {
      const database = new BetterSqlite3(path, { readonly: true });
      const rows = database.prepare('SELECT productId, onHand, reserved FROM productStock').all();
      database.close();
      return rows;
    };
    const salvaged = await salvage(without(middle(pagesOf('stockMovements', 'leaf'))));
    const ledger = tableOf(salvaged, 'stockMovements');
    expect(ledger?.read).toBeLessThan(ledger?.expected ?? 0);
    expect(stockOf(to())).toEqual(stockOf(whole));
    expect(problems()).not.toContain('stock: products whose stock is not the sum of its ledger');
    await opens();
  });

  it.each([
    ['products', 'Beta cake', 6],
    ['customers', 'Zoë Alphason', 3],
    ['tenders', 'Cash', 3],
    ['taxClasses', 'Standard', 1],
  ])('%s that are lost have something in their place', async (table, name, standIns) => {
    const salvaged = await salvage(without(pagesOf(table)));
    expect(salvaged.standIns).toBe(standIns);
    expect(tableOf(salvaged, table)).toMatchObject({ read: 0, isWhole: false });
    const database = new BetterSqlite3(to(), { readonly: true });
    expect(database.prepare(`SELECT name FROM ${table}`).pluck().all()).toContain(name);
    expect(database.prepare('SELECT count(*) FROM orders').pluck().get()).toBe(ofWhole().orders);
    database.close();
    expect(problems()).toEqual(['seals: rows-changed']);
  });

  it('returns are put together again', async () => {
    const salvaged = await salvage(without(pagesOf('returns')));
    expect(tableOf(salvaged, 'returns')).toMatchObject({ read: 3, rebuilt: 3, expected: 3 });
    expect(problems()).toEqual(['seals: rows-changed']);
  });

  it('figures that follow from the rows are reckoned anew', async () => {
    const lost = ['customerFigures', 'dayFigures', 'productMonths', 'productYears', 'rollups', 'auditMarks'];
    await salvage(without(lost.flatMap((table) => pagesOf(table))));
    expect(changedTables()).toEqual(ofDays);
    expect(problems()).toEqual([]);
    expect(await opens()).toEqual(ofWhole());
  });

  it('half of the file is half of the shop, and every sum that is left is named or right', async () => {
    const bytes = readFileSync(whole);
    const path = join(folder, 'half.db');
    writeFileSync(path, bytes.subarray(0, Math.floor(bytes.length / 2 / pageSize) * pageSize + 1000));
    const salvaged = await salvage(path);
    expect(tableOf(salvaged, 'orders')?.read).toBeGreaterThan(0);
    const lines = tableOf(salvaged, 'orderLines');
    expect(lines?.expected).toBeGreaterThan(lines?.read ?? 0);
    expect(problems()).not.toContain('references: references lead nowhere');
    expect(problems().some((problem) => problem.startsWith('file'))).toBe(false);
    await opens(false);
  });
});

describe('whatever is damaged', () => {
  it('something is answered, and the new file is whole in itself', async () => {
    const bytes = readFileSync(whole);
    const path = join(folder, 'any.db');
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(fc.nat(bytes.length - 1), fc.uint8Array({ minLength: 1, maxLength: 600 })), {
          ...{ minLength: 1, maxLength: 60 },
        }),
        async (changes) => {
          const bent = Buffer.from(bytes);
          for (const [at, put] of changes) bent.set(put.subarray(0, bent.length - at), at);
          writeFileSync(path, bent);
          const { tables } = await salvage(path);
          expect(tables.every(({ read, expected }) => expected === null || expected >= read)).toBe(true);
          const database = new BetterSqlite3(to(), { readonly: true });
          expect(database.pragma('integrity_check', { simple: true })).toBe('ok');
          expect(database.pragma('foreign_key_check')).toEqual([]);
          database.close();
        },
      ),
      { numRuns: 12 },
    );
  });
});

describe('with a backup', () => {
  it('the shop and its people come back, and nothing newer goes', async () => {
    const lost = ['shop', 'staff', 'tenders', 'taxClasses', 'products', 'customers', 'returns'];
    const salvaged = await salvage(without(lost.flatMap((table) => pagesOf(table))), true);
    expect(salvaged.standIns).toBe(0);
    expect(lost.map((table) => tableOf(salvaged, table)?.fromBackup)).toEqual([1, 2, 3, 2, 6, 3, 3]);
    expect(changedTables()).toEqual(ofDays);
    expect(problems()).toEqual([]);
    expect(await opens()).toEqual(ofWhole());
  });

  it('orders that did not change since come from it as they are', async () => {
    const first = pagesOf('orders', 'leaf').slice(0, 1);
    const salvaged = await salvage(without([...first, ...pagesOf('orderLines', 'leaf').slice(0, 1)]), true);
    expect(tableOf(salvaged, 'orders')?.fromBackup).toBeGreaterThan(10);
    expect(tableOf(salvaged, 'orders')?.rebuilt).toBe(0);
    expect(problems()).toEqual([]);
    expect(await opens()).toEqual(ofWhole());
  });

  it('is none where it is of another shop', async () => {
    const other = join(folder, 'other.db');
    copyFileSync(backup, other);
    const database = new BetterSqlite3(other);
    database.exec(`UPDATE shopFile SET fileId = 'another'`);
    database.close();
    const given = { from: without(pagesOf('products')), to: to(), migrationsFolder, backup: other };
    const salvaged = await salvageShop(given, { onProgress: () => {} });
    expect(tableOf(salvaged, 'products')).toMatchObject({ read: 0, fromBackup: 0 });
  });
});
