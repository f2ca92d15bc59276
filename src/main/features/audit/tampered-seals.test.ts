import { rmSync } from 'node:fs';
import { join } from 'node:path';
import type BetterSqlite3 from 'better-sqlite3';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestApp, ownerPassword } from '../../../../test/support/create-test-app.ts';
import {
  closedShop,
  copyOf,
  editFile,
  type Noticed,
  noticedAtStart,
  noticedIn,
  openAgain,
} from '../../../../test/support/tampered-shop.ts';

let shop: string;
beforeAll(async () => {
  shop = await closedShop();
});
afterAll(() => rmSync(shop, { recursive: true }));

const noticed = (edit: string | ((database: BetterSqlite3.Database) => void)) => {
  const copy = copyOf(shop);
  editFile(copy, edit);
  return noticedAtStart(copy);
};

const finding = (kind: string, target: string | null, params: Noticed['params'] = {}): Noticed => ({
  kind,
  target,
  params,
});
const rows = (kind: string, target: string | null, table: string): Noticed =>
  finding(kind, target, { table });

const orderRows = ['orderLines', 'orderTaxes', 'payments', 'orderEvents'];
const deleteOrder = (id: number): string =>
  [
    ...orderRows.map((table) => `DELETE FROM ${table} WHERE orderId = ${id};`),
    `DELETE FROM stockMovements WHERE sourceType = 'order' AND sourceId = ${id};`,
    `DELETE FROM orders WHERE id = ${id};`,
  ].join('\n');

describe('an edit with a plain SQLite tool', () => {
  it('of the seals themselves says so, and what they stood for', async () => {
    expect(await noticed("UPDATE orders SET seal = 'AAAAAAAAAAAAAAAAAAAAAA' WHERE id = 1")).toEqual([
      finding('order-changed', 'order 1'),
    ]);
    const found = await noticed(`UPDATE staff SET role = 'viewer' WHERE id = 1;
      UPDATE digests SET rowCount = 1, sum = 'AA' WHERE kind = 'staff'`);
    expect(found).toContainEqual(rows('seals-changed', null, 'staff'));
    expect(found).toContainEqual(rows('rows-changed', 'staff 1', 'staff'));
    expect(await noticed("DELETE FROM digests; UPDATE orders SET seal = ''")).toContainEqual(
      rows('seals-missing', null, 'all'),
    );
    expect(await noticed("DELETE FROM digests WHERE kind = 'products'")).toContainEqual(
      rows('seals-missing', null, 'products'),
    );
  });

  it('of rows together with an earlier digest is told by the kept head', async () => {
    const copy = copyOf(shop);
    const test = await openAgain(copy);
    await test.ask('session.signIn', { staffId: 1, password: ownerPassword });
    await test.ask('shop.update', { phone: 'new' });
    await test.close();
    editFile(copy, (database) => {
      database.exec(`ATTACH '${join(shop, 'shop.db')}' AS old`);
      for (const table of ['shop', 'digests', 'digestParts']) {
        database.exec(`DELETE FROM main.${table}; INSERT INTO main.${table} SELECT * FROM old.${table};`);
      }
      database.exec('DETACH old');
    });
    expect(await noticedAtStart(copy)).toContainEqual(rows('seals-changed', null, 'shop'));
  });

  it('is noticed also where an order is sealed anew before anybody looked', async () => {
    const copy = copyOf(shop);
    editFile(copy, 'UPDATE orders SET total = total - 100, net = net - 100 WHERE id = 2');
    const test = createTestApp({ folder: copy, keep: true });
    await test.ask('session.signIn', { staffId: 1, password: ownerPassword });
    await test.ask('orders.addNote', { orderId: 2, note: 'called' });
    expect(await noticedIn(test)).toEqual([finding('order-changed', 'order 2')]);
    await test.close();
    rmSync(copy, { recursive: true });
  });
});

describe('without seals', () => {
  it('nothing of all this is noticed: it is they who notice', async () => {
    for (const edit of [
      'UPDATE orders SET total = total - 100, net = net - 100 WHERE id = 2',
      'DELETE FROM payments WHERE orderId = 4',
      deleteOrder(3),
      'UPDATE products SET price = 1 WHERE id = 2',
      "UPDATE staff SET role = 'owner'",
    ]) {
      const copy = copyOf(shop);
      editFile(copy, edit);
      expect(await noticedAtStart(copy, true)).toEqual([]);
    }
  });
});
