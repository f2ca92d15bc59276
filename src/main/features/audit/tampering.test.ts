import { createHash } from 'node:crypto';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
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
  replaceShopFile,
} from '../../../../test/support/tampered-shop.ts';
import type { AuditRow } from '../../app/audit.ts';

/** What somebody does to the closed file with a plain SQLite tool, and what the next start must say of it. */

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

describe('the file as it was left', () => {
  it('gives no finding, however often it is opened', async () => {
    const copy = copyOf(shop);
    for (let turn = 0; turn < 3; turn += 1) {
      const test = await openAgain(copy);
      expect(await noticedIn(test)).toEqual([]);
      await test.ask('session.signIn', { staffId: 1, password: ownerPassword });
      await test.ask('shop.update', { phone: `555-${turn}` });
      await test.close();
    }
    rmSync(copy, { recursive: true });
  });
});

describe('an edit of the file with a plain SQLite tool', () => {
  it('of an order’s total names the order', async () => {
    const edit =
      'UPDATE orders SET total = total - 100, net = net - 100, subtotal = subtotal - 100 WHERE id = 2';
    expect(await noticed(edit)).toEqual([finding('order-changed', 'order 2')]);
  });

  it('of a line’s price, quantity or cost names its order', async () => {
    for (const change of ['unitPrice = 1', 'quantity = 1000', 'unitCost = 1', "name = 'Other'"]) {
      const edit = `UPDATE orderLines SET ${change} WHERE orderId = 1 AND lineNo = 1`;
      expect(await noticed(edit)).toEqual([finding('order-changed', 'order 1')]);
    }
  });

  it('that deletes an order with all its rows says which number is missing', async () => {
    expect(await noticed(deleteOrder(3))).toContainEqual(
      finding('orders-missing', null, { from: 3, to: 3, count: 1 }),
    );
  });

  it('that deletes the last order with all its rows says so too', async () => {
    expect(await noticed(deleteOrder(6))).toEqual([
      finding('orders-missing', null, { from: 6, to: 6, count: 1 }),
    ]);
  });

  it('that deletes a payment, a tax or a remark of the timeline names the order', async () => {
    for (const table of ['payments', 'orderTaxes', 'orderEvents']) {
      expect(await noticed(`DELETE FROM ${table} WHERE orderId = 4`)).toEqual([
        finding('order-changed', 'order 4'),
      ]);
    }
  });

  it('that puts a payment to another order names both', async () => {
    expect(await noticed('UPDATE payments SET orderId = 5 WHERE orderId = 4')).toEqual([
      finding('order-changed', 'order 4'),
      finding('order-changed', 'order 5'),
    ]);
  });

  it('that puts in an order, with a seal of another or none, says that it was never placed', async () => {
    const insert = (database: BetterSqlite3.Database, seal: string): void => {
      const columns = database.pragma('table_info(orders)') as { name: string }[];
      const names = columns.map(({ name }) => name).join(', ');
      const values = columns
        .map(({ name }) => (name === 'id' ? '7' : name === 'seal' ? seal : name))
        .join(', ');
      database.exec(`INSERT INTO orders (${names}) SELECT ${values} FROM orders WHERE id = 1`);
    };
    for (const seal of ["''", 'seal']) {
      expect(await noticed((database) => insert(database, seal))).toEqual([
        finding('order-added', 'order 7'),
      ]);
    }
  });

  it('that cuts off the end of the log, and the last order with it, says how much is missing', async () => {
    const copy = copyOf(shop);
    const last = lastEntry(copy);
    editFile(copy, `DELETE FROM auditEntries WHERE id > ${last - 12}; ${deleteOrder(6)}`);
    const found = await noticedAtStart(copy);
    expect(found[0]).toMatchObject({
      kind: 'history-shorter',
      params: { from: last - 11, to: last, count: 12, keptAt: expect.any(Number) },
    });
    expect(found).toContainEqual(finding('orders-missing', null, { from: 6, to: 6, count: 1 }));
  });

  it('that rewrites an entry and makes a plain chain anew names the first entry', async () => {
    const forge = (database: BetterSqlite3.Database): void => {
      database.exec(`UPDATE auditEntries SET details = '{}', staffId = NULL WHERE id = 5`);
      const read = database.prepare<[], AuditRow>('SELECT * FROM auditEntries ORDER BY id');
      const write = database.prepare('UPDATE auditEntries SET hash = ? WHERE id = ?');
      let before = database.prepare<[], string>('SELECT hash FROM auditEntries WHERE id = 4').pluck().get();
      for (const { hash: _, ...row } of read.all().filter(({ id }) => id >= 5)) {
        before = createHash('sha256')
          .update(JSON.stringify([before, row]))
          .digest('base64url');
        write.run(before, row.id);
      }
    };
    const [first, ...rest] = await noticed(forge);
    expect(first).toMatchObject({ kind: 'entry-changed', target: 'entry 5', params: { from: 5 } });
    expect(rest).toEqual([]);
  });

  it('that rewrites one entry and leaves the rest names that entry', async () => {
    expect(await noticed("UPDATE auditEntries SET staffId = 1, call = 'orders.get' WHERE id = 3")).toEqual([
      finding('entry-changed', 'entry 3', { from: 3, to: 3, count: 1 }),
    ]);
    expect(await noticed("UPDATE auditEntries SET requestId = NULL, till = 'till-2' WHERE id = 4")).toEqual([
      finding('entry-changed', 'entry 4', { from: 4, to: 4, count: 1 }),
    ]);
  });

  it('that takes entries out of the middle says which numbers are missing', async () => {
    expect(await noticed('DELETE FROM auditEntries WHERE id IN (6, 7)')).toEqual([
      finding('entries-missing', null, { from: 6, to: 7, count: 2 }),
    ]);
  });

  it('that puts back an older copy says since when entries are missing', async () => {
    const later = copyOf(shop);
    const test = await openAgain(later);
    await test.ask('session.signIn', { staffId: 1, password: ownerPassword });
    for (let turn = 0; turn < 3; turn += 1) await test.ask('shop.update', { phone: `555-${turn}` });
    await test.close();
    const [before, after] = [lastEntry(shop), lastEntry(later)];
    replaceShopFile(shop, later);
    expect(await noticedAtStart(later)).toEqual([
      finding('history-shorter', null, {
        ...{ from: before + 1, to: after, count: after - before },
        keptAt: expect.any(Number) as unknown as number,
      }),
    ]);
  });

  it('of a role, a PIN or a right of one’s own names the person', async () => {
    const person = rows('rows-changed', 'staff 1', 'staff');
    expect(await noticed("UPDATE staff SET role = 'viewer' WHERE id = 1")).toEqual([person]);
    expect(await noticed("UPDATE staff SET pinHash = 'scrypt$1' WHERE id = 1")).toEqual([person]);
    expect(await noticed("INSERT INTO staffRights VALUES (1, 'refund', 1)")).toEqual([
      rows('rows-added', 'staff 1', 'staffRights'),
    ]);
  });

  it('of a product’s price, cost or barcode names the product', async () => {
    expect(await noticed('UPDATE products SET price = 1 WHERE id = 2')).toEqual([
      rows('rows-changed', 'product 2', 'products'),
    ]);
    expect(await noticed("INSERT INTO barcodes VALUES ('123', 1)")).toEqual([
      rows('rows-added', 'product 1', 'barcodes'),
    ]);
    expect(await noticed('DELETE FROM products WHERE id = 2')).toEqual([
      rows('rows-missing', 'product 2', 'products'),
    ]);
  });

  it('of the stock ledger in balance names the product', async () => {
    const steal = `UPDATE stockMovements SET onHandChange = onHandChange - 3000
        WHERE productId = 1 AND sourceType = 'product';
      UPDATE productStock SET onHand = onHand - 3000 WHERE productId = 1;`;
    const source = 'product 1';
    expect(await noticed(steal)).toEqual([
      finding('rows-changed', 'product 1', { table: 'stockMovements', source }),
    ]);
    const invent = `INSERT INTO stockMovements (productId, movementNo, type, onHandChange, reservedChange, sourceType,
        sourceId, sourceLine, at, businessDate) VALUES (2, 99, 'adjust', -1000, 0, 'adjustment', 99, 1, 1, 20261122)`;
    expect(await noticed(invent)).toEqual([
      finding('rows-added', 'product 2', { table: 'stockMovements', source: 'adjustment 99' }),
    ]);
    expect(await noticed("DELETE FROM stockMovements WHERE sourceType = 'receipt'")).toEqual([
      finding('rows-missing', null, { table: 'stockMovements', source: 'receipt 1' }),
    ]);
  });

  it('of a movement that an order made names the order', async () => {
    const edit = "UPDATE stockMovements SET unitCost = 1 WHERE sourceType = 'order' AND sourceId = 1";
    expect(await noticed(edit)).toEqual([finding('order-changed', 'order 1')]);
  });

  it('of a refund, a return or an invoice names its order or return', async () => {
    expect(await noticed('UPDATE refunds SET amount = amount + 1 WHERE orderId = 3')).toEqual([
      rows('rows-changed', 'order 3', 'refunds'),
    ]);
    expect(await noticed('UPDATE returns SET note = note || 1, total = total + 1 WHERE id = 1')).toEqual([
      rows('rows-changed', 'return 1', 'returns'),
    ]);
    expect(await noticed('DELETE FROM invoices WHERE orderId = 5')).toEqual([
      rows('rows-missing', 'order 5', 'invoices'),
    ]);
  });

  it('of taxes, tenders, settings or the rules of a status says what', async () => {
    const edits = {
      shop: 'UPDATE shop SET returnCap = 999999',
      taxClasses: "UPDATE taxClasses SET name = 'Other' WHERE id = 1",
      tenders: "UPDATE tenders SET kind = 'other' WHERE id = 1",
      statusMoves: "INSERT INTO statusMoves VALUES ('cancelled', 'delivered', 0)",
    };
    for (const [table, edit] of Object.entries(edits)) {
      expect(await noticed(edit)).toEqual([rows('rows-changed', 'shop 1', table)]);
    }
  });

  it('of a customer’s log-in names the customer', async () => {
    expect(await noticed("UPDATE customers SET username = 'ada', passwordHash = 'x' WHERE id = 1")).toEqual([
      rows('rows-changed', 'customer 1', 'customers'),
    ]);
  });

  it('of the schema says so', async () => {
    const plant = 'CREATE TRIGGER gift AFTER INSERT ON orderLines BEGIN SELECT 1; END';
    expect(await noticed(plant)).toEqual([rows('rows-changed', null, 'schema')]);
  });

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

describe('the kept head', () => {
  const headIn = (folder: string): string => join(folder, 'audit-head.json');

  it('that is gone is itself noticed, once', async () => {
    const copy = copyOf(shop);
    rmSync(headIn(copy));
    const test = await openAgain(copy);
    expect(await noticedIn(test)).toEqual([finding('head-missing', null)]);
    await test.close();
    expect(existsSync(headIn(copy))).toBe(true);
    expect(await noticedAtStart(copy)).toHaveLength(1);
  });

  it('that somebody wrote is noticed', async () => {
    for (const write of [
      (text: string) => text.replace(/"orders":\d+/, '"orders":1'),
      () => 'not JSON',
      () => '{"version":1,"heads":[{"fileId":"x"}]}',
    ]) {
      const copy = copyOf(shop);
      writeFileSync(headIn(copy), write(readFileSync(headIn(copy), 'utf8')));
      expect(await noticedAtStart(copy)).toEqual([finding('head-damaged', null)]);
    }
  });

  it('that is behind after a crash is no finding', async () => {
    const copy = copyOf(shop);
    const behind = readFileSync(headIn(copy), 'utf8');
    const test = await openAgain(copy);
    await test.ask('session.signIn', { staffId: 1, password: ownerPassword });
    await test.ask('shop.update', { phone: 'new' });
    await test.close();
    writeFileSync(headIn(copy), behind);
    expect(await noticedAtStart(copy)).toEqual([]);
  });

  it('tells a file that went on elsewhere from one that was cut', async () => {
    const [here, elsewhere] = [copyOf(shop), copyOf(shop)];
    for (const [folder, count] of [
      [here, 2],
      [elsewhere, 6],
    ] as const) {
      const test = await openAgain(folder);
      await test.ask('session.signIn', { staffId: 1, password: ownerPassword });
      for (let turn = 0; turn < count; turn += 1)
        await test.ask('shop.update', { phone: `${folder} ${turn}` });
      await test.close();
    }
    replaceShopFile(elsewhere, here);
    expect((await noticedAtStart(here)).map(({ kind }) => kind)).toContain('history-differs');
    rmSync(elsewhere, { recursive: true });
  });
});

function lastEntry(folder: string): number {
  let last = 0;
  const look = (database: BetterSqlite3.Database): void => {
    last = database.prepare<[], number>('SELECT max(id) FROM auditEntries').pluck().get() ?? 0;
  };
  editFile(folder, look);
  return last;
}
