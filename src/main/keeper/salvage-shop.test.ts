import { copyFileSync, mkdtempSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import BetterSqlite3 from 'better-sqlite3';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addProduct, counterSale, line } from '../../../test/support/builders.ts';
import { createOpenShop, migrationsFolder } from '../../../test/support/create-test-app.ts';
import { salvageShop } from './salvage-shop.ts';

const pageSize = 4096;
const orders = 120;
let folder: string;
let whole: string;
let counts: ReadonlyMap<string, number>;

const tablesOf = (path: string): ReadonlyMap<string, number> => {
  const database = new BetterSqlite3(path, { readonly: true });
  const names = database
    .prepare(
      `SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE '%Search%' AND name NOT LIKE 'sqlite_%'`,
    )
    .pluck()
    .all() as string[];
  const found = new Map(
    names.map((name) => [name, database.prepare(`SELECT count(*) FROM "${name}"`).pluck().get() as number]),
  );
  database.close();
  return found;
};
const salvage = (from: string, to: string) =>
  salvageShop({ from, to, migrationsFolder, backup: null }, { onProgress: () => {} });
/** A copy of the shop with its bytes changed. */
const damaged = (name: string, change: (bytes: Buffer) => void): string => {
  const path = join(folder, `${name}.db`);
  const bytes = readFileSync(whole);
  change(bytes);
  writeFileSync(path, bytes);
  return path;
};
/** The file's pages that belong to a table, without its root. */
const pagesOf = (table: string): readonly number[] => {
  const database = new BetterSqlite3(whole, { readonly: true });
  const pages = database
    .prepare(`SELECT pageno FROM dbstat WHERE name = ? AND pagetype = 'leaf' AND path <> '/' ORDER BY path`)
    .pluck()
    .all(table) as number[];
  database.close();
  return pages;
};
const problemsOf = (path: string) => {
  const database = new BetterSqlite3(path, { readonly: true });
  const found = [database.pragma('integrity_check', { simple: true }), database.pragma('foreign_key_check')];
  database.close();
  return found;
};

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'orderlla-salvage-'));
  const test = await createOpenShop({}, { keep: true });
  const product = addProduct(test, { name: 'Walnut board', price: 350, stock: 5_000 });
  for (let count = 0; count < orders; count += 1) {
    await test.ask('orders.place', {
      ...counterSale([line(product, 1, 350, { name: 'Walnut board', taxClassId: 1 })]),
      cartId: `cart-${count}`,
    });
  }
  await test.close();
  whole = join(folder, 'whole.db');
  const database = new BetterSqlite3(join(test.folder, 'shop.db'));
  database.pragma('wal_checkpoint(TRUNCATE)');
  database.pragma('journal_mode = delete');
  database.close();
  copyFileSync(join(test.folder, 'shop.db'), whole);
  rmSync(test.folder, { recursive: true, force: true });
  counts = tablesOf(whole);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('salvageShop', () => {
  it('takes over every row of a whole file, and touches nothing of it', async () => {
    const before = readFileSync(whole);
    const to = join(folder, 'of-whole.db');
    const { isReadable, tables } = await salvage(whole, to);
    expect(isReadable).toBe(true);
    expect(tables.every((table) => table.isWhole && table.dropped === 0)).toBe(true);
    expect(tablesOf(to)).toEqual(counts);
    expect(readFileSync(whole).equals(before)).toBe(true);
  });

  it('goes round a lost page of orders, keeps all other tables and both sides of the hole, and fills it', async () => {
    const pages = pagesOf('orders');
    const lost = pages[Math.floor(pages.length / 2)] ?? 0;
    expect(pages.length).toBeGreaterThan(2);
    const from = damaged('hole', (bytes) => bytes.fill(0xa5, (lost - 1) * pageSize, lost * pageSize));
    const to = join(folder, 'of-hole.db');
    const { tables } = await salvage(from, to);
    const order = tables.find(({ name }) => name === 'orders');
    expect(order?.isWhole).toBe(false);
    expect(order).toMatchObject({ read: orders, expected: orders });
    expect(order?.rebuilt).toBeLessThan(40);
    expect(order?.rebuilt).toBeGreaterThan(5);
    const first = new BetterSqlite3(to, { readonly: true });
    const ids = first.prepare('SELECT min(id) AS first, max(id) AS last FROM orders').get();
    expect(ids).toEqual({ first: 1, last: orders });
    first.close();
    expect(tablesOf(to).get('products')).toBe(counts.get('products'));
    expect(tablesOf(to).get('auditEntries')).toBe(counts.get('auditEntries'));
    expect(problemsOf(to)).toEqual(['ok', []]);
  });

  it('reads a file whose header is lost', async () => {
    const to = join(folder, 'of-headless.db');
    const from = damaged('headless', (bytes) => bytes.fill(0, 0, 100));
    const { isReadable } = await salvage(from, to);
    expect(isReadable).toBe(true);
    expect(tablesOf(to)).toEqual(counts);
  });

  it('makes the search words anew', async () => {
    const to = join(folder, 'of-search.db');
    await salvage(whole, to);
    const database = new BetterSqlite3(to, { readonly: true });
    const hits = database.prepare(`SELECT count(*) FROM productSearch WHERE productSearch MATCH 'walnut'`);
    expect(hits.pluck().get()).toBe(1);
    database.close();
  });

  it.each(['empty', 'text'])('says that nothing can be read: %s', async (kind) => {
    const from = damaged(`none-${kind}`, (bytes) => {
      if (kind === 'text') bytes.fill(0x20);
    });
    if (kind === 'empty') truncateSync(from, 0);
    const { isReadable } = await salvage(from, join(folder, `of-none-${kind}.db`));
    expect(isReadable).toBe(false);
  });

  it('ends with a whole file whatever pages, sectors and ends are lost', async () => {
    const size = readFileSync(whole).length;
    for (let seed = 1; seed <= 12; seed += 1) {
      const at = (seed * 7_919 * 512) % (size - pageSize * 2);
      const from = damaged('random', (bytes) => {
        const start = pageSize + at;
        if (seed % 3 === 0) bytes.fill(0, start, start + 512);
        if (seed % 3 === 1) bytes.fill(0xff, start, start + pageSize);
        if (seed % 3 === 2) bytes.fill(0, size - seed * pageSize);
      });
      const to = join(folder, 'of-random.db');
      await salvage(from, to);
      expect([seed, ...problemsOf(to)]).toEqual([seed, 'ok', []]);
    }
  });
});
