import { copyFileSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import BetterSqlite3 from 'better-sqlite3';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { migrationsFolder } from '../../../test/support/create-test-app.ts';
import {
  backup,
  begin,
  changedTables,
  end,
  folder,
  middle,
  ofDays,
  ofWhole,
  opens,
  pageSize,
  pages,
  pagesOf,
  problems,
  salvage,
  tableOf,
  to,
  whole,
  without,
} from '../../../test/support/salvaging.ts';
import { salvageShop } from './salvage-shop.ts';

beforeAll(begin, 240_000);
afterAll(end);

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
