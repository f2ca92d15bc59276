import { spawnSync } from 'node:child_process';
import { chmodSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import BetterSqlite3 from 'better-sqlite3';
import type { Page } from 'playwright';
import { allOrders } from './all-orders.ts';
import { ask } from './ask.ts';
import { expect, type Orderlla, type OrderllaOptions } from './host.ts';
import { importCsv } from './import-csv.ts';
import { openShop, owner } from './open-shop.ts';
import { plainCatalogue } from './own-catalogue.ts';
import { checkout } from './pages/checkout.ts';
import { lockScreen } from './pages/lock-screen.ts';
import { till } from './pages/till.ts';

export type Launch = (options?: OrderllaOptions) => Promise<Orderlla>;

const shopFile = (profile: string) => join(profile, 'shop.db');

async function sell(page: Page): Promise<void> {
  await till(page).add('tea');
  await till(page).pay.click();
  const pay = checkout(page);
  await pay.tender('Cash').click();
  await pay.finish.click();
  await expect(pay.paid).toBeVisible();
}

type Opened = Pick<Orderlla, 'app' | 'page'> & { readonly recoveryCode: string };

/** A shop with one order, backed up; then its files are changed while it is closed, and Orderlla starts again. */
export async function startAfter(
  launch: Launch,
  profile: string,
  change: () => void,
  before: (page: Page) => Promise<unknown> = async () => undefined,
): Promise<Opened> {
  const first = await launch({ profile });
  const recoveryCode = await openShop(first.page);
  await importCsv(first.page, plainCatalogue);
  await sell(first.page);
  await before(first.page);
  await expect.poll(async () => (await ask(first.page, 'backups.state', {})).running).toBeNull();
  await ask(first.page, 'backups.make', {});
  await first.close();
  change();
  const { app, page } = await launch({ profile });
  return { app, page, recoveryCode };
}

/** The first bytes of the file, which say how it is built, are written over; what is answered writes them back. */
export function damage(profile: string): () => void {
  const bytes = readFileSync(shopFile(profile));
  const whole = Buffer.from(bytes);
  bytes.fill(0xa5, 0, 100);
  writeFileSync(shopFile(profile), bytes);
  return () => writeFileSync(shopFile(profile), whole);
}

/** Writes over the pages on which these tables begin, from outside; the log of writes would mend them. */
export function damageTables(profile: string, tables: readonly string[]): void {
  const database = new BetterSqlite3(shopFile(profile));
  const pageOf = database.prepare('SELECT rootpage FROM sqlite_schema WHERE name = ?').pluck();
  const pages = tables.map((table) => pageOf.get(table) as number);
  database.pragma('wal_checkpoint(TRUNCATE)');
  database.close();
  const bytes = readFileSync(shopFile(profile));
  for (const page of pages) bytes.fill(0xa5, (page - 1) * 4096, page * 4096);
  writeFileSync(shopFile(profile), bytes);
}

/** Forbids writing to a file, root included; what it answers allows it again. Null where nothing forbids it. */
export function forbidWriting(path: string): (() => void) | null {
  if (process.getuid?.() !== 0) {
    chmodSync(path, 0o400);
    return () => chmodSync(path, 0o600);
  }
  if (spawnSync('chattr', ['+i', path]).status !== 0) return null;
  return () => void spawnSync('chattr', ['-i', path]);
}

export const way = (page: Page, name: string) => page.getByRole('link', { name });

/** The shop is there with its order, and sells another. */
export async function expectToSell(page: Page): Promise<void> {
  // What is locked takes its time to open on a busy machine.
  await expect(lockScreen(page).password).toBeVisible({ timeout: 120_000 });
  await lockScreen(page).enterPassword(owner.password);
  await sell(page);
  expect(await allOrders(page)).toHaveLength(2);
}
