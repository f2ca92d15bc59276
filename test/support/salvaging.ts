import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import BetterSqlite3 from 'better-sqlite3';
import { sql } from 'kysely';
import { expect } from 'vitest';
import { checkShopFile } from '../../src/main/app/check-shop-file.ts';
import { readMigrations } from '../../src/main/database/migrate.ts';
import type { Salvaged } from '../../src/main/database/salvage/salvage-shop-file.ts';
import { salvageShop } from '../../src/main/keeper/salvage-shop.ts';
import { calendarDate } from '../../src/shared/domain/calendar.ts';
import { counterSale, line } from './builders.ts';
import { createTestApp, migrationsFolder, ownerPassword } from './create-test-app.ts';
import { mixedOrders } from './mixed-orders.ts';
import { figuresBySql } from './report-sums.ts';

export const pageSize = 4096;
const auditKey = Buffer.alloc(32, 2);
export let folder: string;
/** A shop with orders in every state, the same as it was open with a log of writes, and a backup from before its end. */
export let whole: string;
export let opened: string;
export let backup: string;
let now: number;
type Page = { readonly name: string; readonly page: number; readonly kind: string; readonly type: string };
export let pages: readonly Page[];

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

/** Makes the shop that is damaged: in a folder of its own, until `end`. */
export async function begin(): Promise<void> {
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
}
export function end(): void {
  rmSync(folder, { recursive: true, force: true });
}

export const pagesOf = (name: string, kind?: string) =>
  pages
    .filter((one) => one.name === name && (kind === undefined || one.kind === kind))
    .map(({ page }) => page);
export const middle = (some: readonly number[]) => some.slice(Math.floor(some.length / 2)).slice(0, 1);

/** A copy of the shop in which pages hold nothing. */
export function without(lost: readonly number[]): string {
  expect(lost.length).toBeGreaterThan(0);
  const bytes = readFileSync(whole);
  for (const page of lost) bytes.fill(0, (page - 1) * pageSize, page * pageSize);
  const path = join(folder, 'damaged.db');
  writeFileSync(path, bytes);
  return path;
}
export const to = () => join(folder, 'saved.db');
export const salvage = (from: string, withBackup = false): Promise<Salvaged> =>
  salvageShop(
    { from, to: to(), migrationsFolder, backup: withBackup ? backup : null },
    { onProgress: () => {} },
  );
export const tableOf = ({ tables }: Salvaged, name: string) => tables.find((table) => table.name === name);

/** What the check of the new file finds, each once. */
export function problems(): readonly string[] {
  const steps = checkShopFile(to(), { migrations: readMigrations(migrationsFolder), auditKey, deep: true });
  let step = steps.next();
  while (!step.done) step = steps.next();
  return [...new Set(step.value.problems.map(({ check, what }) => `${check}: ${what}`))].sort();
}

const derived = ['productSearch%', 'customerSearch%', 'sqlite_%'];
/** What days came to is let go of where anything of it may be lost: the timer adds it up again. */
export const ofDays = ['dayFigures', 'productMonths', 'productYears', 'rollups'];
/** Tables whose rows are not those of the whole file. */
export function changedTables(): readonly string[] {
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
export async function opens(hasLines = true): Promise<{ readonly orders: number; readonly total: number }> {
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
export const ofWhole = () => {
  const database = new BetterSqlite3(whole, { readonly: true });
  const facts = database.prepare('SELECT count(*) AS orders, sum(total) AS total FROM orders').get();
  database.close();
  return facts as { readonly orders: number; readonly total: number };
};
