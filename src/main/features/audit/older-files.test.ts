import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import BetterSqlite3 from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { auditInputs } from '../../../../test/support/audit-inputs.ts';
import { migrationsFolder } from '../../../../test/support/create-test-app.ts';
import { fillOldShop, oldOrders, oldPlacedAt } from '../../../../test/support/old-shop.ts';
import { closedShop, editFile, noticedIn, openAgain } from '../../../../test/support/tampered-shop.ts';
import { type AuditRow, chainHash } from '../../app/audit.ts';
import { type Migration, migrate, readMigrations } from '../../database/migrate.ts';
import { openShopFile } from '../../database/open-shop-file.ts';
import { upgradeCopy } from '../../database/upgrade-copy.ts';

const migrations = readMigrations(migrationsFolder);
const key = Buffer.alloc(32, 2);

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'orderlla-old-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** A shop as the second version left it, with entries of its log from then. */
function oldShop(): void {
  const database = new BetterSqlite3(join(folder, 'shop.db'));
  migrate(database, migrations.slice(0, 1));
  fillOldShop(database);
  migrate(database, migrations.slice(0, 2));
  const insert =
    database.prepare(`INSERT INTO auditEntries (id, at, businessDate, staffId, actor, call, outcome,
    approvedBy, subject, details, hash) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`);
  let before = '';
  for (let id = 1; id <= 20; id += 1) {
    const subject = `order ${(id % oldOrders.length) + 1}`;
    const what = {
      staffId: 1,
      actor: 'staff',
      call: 'orders.place',
      outcome: 'ok',
      approvedBy: null,
      subject,
    } as const;
    const row = { id, at: oldPlacedAt + id, businessDate: 20261122, ...what, details: '{}' };
    const unknown = { till: null, windowId: null, requestId: null, customerId: null };
    before = chainHash(key, before, { ...row, ...unknown } as unknown as AuditRow);
    insert.run(...Object.values(row), before);
  }
  database.close();
}

describe('a file from before there were seals', () => {
  it('is sealed as it stands when it is first opened, and nothing is found', async () => {
    oldShop();
    const test = await openAgain(folder);
    expect(await noticedIn(test)).toEqual([]);
    await test.close();
    const again = await openAgain(folder);
    expect(await noticedIn(again)).toEqual([]);
    await again.close();
  });

  it('is watched from then on, its old entries too', async () => {
    oldShop();
    await (await openAgain(folder)).close();
    editFile(
      folder,
      "UPDATE auditEntries SET staffId = NULL WHERE id = 3; UPDATE orders SET note = 'x' WHERE id = 2",
    );
    const test = await openAgain(folder);
    expect(await noticedIn(test)).toMatchObject([
      { kind: 'entry-changed', target: 'entry 3' },
      { kind: 'order-changed', target: 'order 2' },
    ]);
    await test.close();
  });

  it('keeps its old entries findable by order and by day', async () => {
    oldShop();
    const test = await openAgain(folder);
    const everything = { ...auditInputs['audit.list'], limit: 50 };
    const system = { kind: 'system' } as const;
    const found = await test.app.ask(system, 'audit.list', { ...everything, orderId: 2 });
    expect(found).toMatchObject({ ok: true, value: { items: [{ entryId: 1, call: 'orders.place' }] } });
    const placed = await test.app.ask(system, 'audit.list', { ...everything, orderId: null, staffId: 1 });
    expect(placed.ok && placed.value.items).toHaveLength(20);
    await test.close();
  });
});

describe('a file from before a later migration', () => {
  const later: Migration = {
    number: migrations.length + 1,
    name: 'later.sql',
    sql: `ALTER TABLE products ADD COLUMN shelf TEXT NOT NULL DEFAULT 'A';
      ALTER TABLE orders ADD COLUMN crate INTEGER; ALTER TABLE stockMovements ADD COLUMN bin INTEGER;`,
  };

  /** Opens the shop with one migration more, as its next version does; answers what is found. */
  function migrateFurther(shop: string): readonly { kind: string; targetKind: string; targetId: number }[] {
    upgradeCopy(join(shop, 'shop.db'), [...migrations, later]);
    const file = openShopFile({
      path: join(shop, 'shop.db'),
      migrations: [...migrations, later],
      create: false,
    });
    file.seal(key, 1);
    const snapshot = file.snapshot();
    const steps = snapshot.verifySeals(key, { scope: 'whole', unseen: null });
    let step = steps.next();
    while (!step.done) step = steps.next();
    snapshot.close();
    // Under the new columns everything is as it is said to be.
    expect(step.value).toEqual([]);
    const found = file.read
      .statement('SELECT kind, targetKind, targetId FROM auditFindings ORDER BY id')
      .all();
    file.close();
    return found as { kind: string; targetKind: string; targetId: number }[];
  }

  it('is sealed anew over its new columns, and nothing is found', async () => {
    const shop = await closedShop();
    expect(migrateFurther(shop)).toEqual([]);
    rmSync(shop, { recursive: true });
  });

  it('hides no change that was made before it', async () => {
    const shop = await closedShop();
    editFile(
      shop,
      `UPDATE products SET price = 1 WHERE id = 2;
       UPDATE orders SET note = 'paid already' WHERE id = 2;
       UPDATE stockMovements SET onHandChange = onHandChange - 1000 WHERE sourceType = 'product' AND productId = 1`,
    );
    expect(migrateFurther(shop)).toEqual([
      { kind: 'rows-changed', targetKind: 'product', targetId: 2 },
      { kind: 'order-changed', targetKind: 'order', targetId: 2 },
      { kind: 'rows-changed', targetKind: 'product', targetId: 1 },
    ]);
    rmSync(shop, { recursive: true });
  });
});
