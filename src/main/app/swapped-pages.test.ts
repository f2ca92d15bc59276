import { closeSync, cpSync, mkdtempSync, openSync, readSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import BetterSqlite3 from 'better-sqlite3';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addProduct, counterSale, line } from '../../../test/support/builders.ts';
import {
  createOpenShop,
  createTestApp,
  migrationsFolder,
  ownerPassword,
} from '../../../test/support/create-test-app.ts';
import { readMigrations } from '../database/migrate.ts';
import { openShopFile, type Snapshot } from '../database/open-shop-file.ts';
import { compareWithLedger } from '../features/stock/ledger-slices.ts';
import { verifyChain } from './audit-chain.ts';
import { checkShopFile } from './check-shop-file.ts';

const migrations = readMigrations(migrationsFolder);
const auditKey = Buffer.alloc(32, 2);
let shop = '';

beforeAll(async () => {
  const test = await createOpenShop({}, { keep: true });
  for (let count = 1; count <= 800; count += 1)
    addProduct(test, { sku: `P-${count}`, price: 100, stock: 1000 });
  for (let count = 1; count <= 120; count += 1)
    await test.ask('orders.place', counterSale([line(count, 1, 100)]));
  await test.close();
  shop = test.folder;
});
afterAll(() => rmSync(shop, { recursive: true, force: true }));

/** Puts two pages of a table's rows each in the place of the other: the rows come in another order than their keys. */
function swapPages(path: string, table: string): void {
  const database = new BetterSqlite3(path);
  const size = database.pragma('page_size', { simple: true }) as number;
  const leaves = database
    .prepare<[string], number>("SELECT pageno FROM dbstat WHERE name = ? AND pagetype = 'leaf' ORDER BY path")
    .pluck()
    .all(table);
  database.close();
  const [first, last] = [leaves.at(0), leaves.at(-1)];
  if (first === undefined || last === undefined || first === last) throw new Error(`${table} has one page`);
  const file = openSync(path, 'r+');
  const [one, other] = [first, last].map((page) => {
    const bytes = Buffer.alloc(size);
    readSync(file, bytes, 0, size, (page - 1) * size);
    return bytes;
  }) as [Buffer, Buffer];
  writeSync(file, other, 0, size, (first - 1) * size);
  writeSync(file, one, 0, size, (last - 1) * size);
  closeSync(file);
}

/** Works on a copy of the shop in which pages of a table were swapped. */
function swapped(table: string, work: (path: string) => void): void {
  const folder = mkdtempSync(join(tmpdir(), 'orderlla-swapped-'));
  try {
    cpSync(shop, folder, { recursive: true });
    const path = join(folder, 'shop.db');
    swapPages(path, table);
    work(path);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** What steps come to. None of this shop takes so many: they would go on for ever. */
function endOf<T>(steps: Generator<unknown, T>): T {
  for (let count = 0; count < 2000; count += 1) {
    const step = steps.next();
    if (step.done) return step.value;
  }
  throw new Error('it goes on without end');
}

describe('a file whose pages stand in each other’s place', () => {
  it.each([
    ['orders', 'seals'],
    ['auditEntries', 'chain'],
    ['paperSeals', 'seals'],
    ['stockMovements', 'seals'],
  ])('is looked through to an end where they are of %s', (table, area) => {
    swapped(table, (path) => {
      const { problems } = endOf(checkShopFile(path, { migrations, auditKey, deep: true }));
      expect(problems.map(({ check }) => check)).toEqual(expect.arrayContaining(['file', area]));
      // The others are found by what their rows say.
      if (table === 'orders' || table === 'auditEntries')
        expect(problems).toContainEqual(
          expect.objectContaining({ check: area, what: expect.stringContaining('out of order') }),
        );
    });
  });

  it('is known to be damaged once the open shop looks at its seals or its log', () => {
    const looks = {
      orders: (snapshot: Snapshot) => snapshot.verifySeals(auditKey, { scope: 'whole', unseen: null }),
      auditEntries: (snapshot: Snapshot) => snapshot.heard(verifyChain(snapshot.read, auditKey, 1)),
    };
    for (const [table, look] of Object.entries(looks)) {
      swapped(table, (path) => {
        const file = openShopFile({ path, migrations, create: false });
        const met: string[] = [];
        file.onProblem((problem) => met.push(problem));
        const snapshot = file.snapshot();
        expect(() => endOf(look(snapshot))).toThrow('out of order');
        expect(met).toEqual(['damaged']);
        snapshot.close();
        file.close();
      });
    }
  });

  it('compares stock with the ledger to an end', () => {
    swapped('productStock', (path) => {
      const file = openShopFile({ path, migrations, create: false });
      expect(() => endOf(compareWithLedger(file.read))).toThrow('out of order');
      file.close();
    });
  });

  it('says so to whoever compares stock at the till, and sells nothing more', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'orderlla-swapped-'));
    cpSync(shop, folder, { recursive: true });
    swapPages(join(folder, 'shop.db'), 'productStock');
    const test = createTestApp({ folder });
    await test.ask('session.signIn', { staffId: 1, password: ownerPassword });
    expect(await test.refused('stock.check', { cause: 'manual' })).toMatchObject({ code: 'shop-damaged' });
    expect(test.file.isFrozen()).toBe(true);
    await test.close();
    rmSync(folder, { recursive: true, force: true });
  });
});
