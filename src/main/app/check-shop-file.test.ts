import {
  closeSync,
  copyFileSync,
  mkdtempSync,
  openSync,
  rmSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import BetterSqlite3 from 'better-sqlite3';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { migrationsFolder } from '../../../test/support/create-test-app.ts';
import { damages } from '../../../test/support/damages.ts';
import { eventfulShop } from '../../../test/support/eventful-shop.ts';
import { editFile } from '../../../test/support/tampered-shop.ts';
import { timerRules } from '../../../test/support/timer-rules.ts';
import { shopRules } from '../database/checks/shop-rules.ts';
import { readMigrations } from '../database/migrate.ts';
import { type CheckedShop, checkShopFile } from './check-shop-file.ts';

const auditKey = Buffer.alloc(32, 2);
const migrations = readMigrations(migrationsFolder);
let folder = '';
let shop = '';

beforeAll(async () => {
  const test = await eventfulShop();
  await test.close();
  folder = test.folder;
  shop = join(folder, 'shop.db');
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function check(path: string, deep = true, key: Uint8Array | null = auditKey): CheckedShop {
  const steps = checkShopFile(path, { migrations, auditKey: key, deep });
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
    expect(step.value.done).toBeLessThan(step.value.total);
  }
}

/** What a check says of a copy of the shop after something was done to it; its triggers are those of before. */
function checkAfter(damage: string | ((path: string) => void), deep = true): CheckedShop {
  const place = mkdtempSync(join(tmpdir(), 'orderlla-check-'));
  const copy = join(place, 'shop.db');
  copyFileSync(shop, copy);
  try {
    if (typeof damage === 'string') editFile(place, damage);
    else damage(copy);
    return check(copy, deep);
  } finally {
    rmSync(place, { recursive: true, force: true });
  }
}

const said = ({ problems }: CheckedShop) => problems.map(({ check: area, what }) => `${area}: ${what}`);

describe('a shop in which everything has happened', () => {
  it('is whole, and tells what is in it', () => {
    const { facts, problems, unreadable } = check(shop);
    expect([problems, unreadable]).toEqual([[], null]);
    const database = new BetterSqlite3(shop, { readonly: true });
    const one = (sql: string) => database.prepare(sql).pluck().get();
    expect(facts).toMatchObject({
      shop: one('SELECT name FROM shop'),
      schema: migrations.length,
      orders: one('SELECT count(*) FROM orders'),
      sales: one("SELECT sum(total) FROM orders WHERE status <> 'cancelled'"),
      products: one('SELECT count(*) FROM products'),
      lastOrder: {
        at: one('SELECT max(placedAt) FROM orders'),
        total: one('SELECT total FROM orders ORDER BY placedAt DESC'),
      },
      lastEntry: { id: one('SELECT count(*) FROM auditEntries') },
      fileId: one('SELECT fileId FROM shopFile'),
    });
    expect(facts?.rows.payments).toBe(one('SELECT count(*) FROM payments'));
    database.close();
  });

  it('is whole to a quick look too, and to one without the key', () => {
    expect(check(shop, false).problems).toEqual([]);
    expect(check(shop, true, null).problems).toEqual([]);
  });

  it('does not verify with the key of another computer', () => {
    expect(said(check(shop, true, Buffer.alloc(32, 9)))).toContain('chain: entry-changed');
  });
});

describe('what was done to a file behind the application', () => {
  // When the timer ran is no part of what a shop is worth.
  const ofTimer = new Set(timerRules.map(([what]) => what));
  it.each(Object.entries(damages).filter(([what]) => !ofTimer.has(what)))(
    'is noticed: %s',
    (_name, damage) => {
      expect(checkAfter(damage).problems.length).toBeGreaterThan(0);
    },
  );

  it.each([
    ['orders unlike the sum of their lines', 'UPDATE orders SET subtotal = subtotal + 1 WHERE id = 1'],
    [
      'lines that are not price times quantity, or not the sum of their parts',
      'UPDATE orderLines SET unitPrice = unitPrice + 1 WHERE orderId = 1',
    ],
    ['orders whose taxes do not add up', 'UPDATE orderTaxes SET amount = amount + 1 WHERE orderId = 1'],
    ['orders unlike their payments', 'UPDATE payments SET amount = amount + 1 WHERE orderId = 2'],
    ['counter sales that are not fully paid', 'UPDATE orders SET paid = paid - 1 WHERE id = 1'],
    ['orders unlike their settled refunds', 'UPDATE orders SET refunded = refunded - 1 WHERE id = 1'],
    ['payments of which more goes back than they were', 'UPDATE refunds SET amount = 901 WHERE id = 1'],
    [
      'orders credited otherwise than by their returns and goodwill',
      'UPDATE orders SET credited = credited - 1 WHERE id = 1',
    ],
    ['returns unlike the sum of their lines', 'UPDATE returns SET net = net + 1 WHERE id = 1'],
    [
      'lines of which more came back than was sold',
      'UPDATE orderLines SET quantity = 1 WHERE (orderId, lineNo) IN (SELECT b.orderId, l.orderLineNo FROM returns b JOIN returnLines l ON l.returnId = b.id)',
    ],
    [
      'products whose stock is not the sum of its ledger',
      'UPDATE productStock SET onHand = onHand + 1 WHERE productId = 1',
    ],
    [
      'gaps in the stock ledger',
      'UPDATE stockMovements SET movementNo = movementNo + 1 WHERE productId = 1 AND movementNo = (SELECT max(movementNo) FROM stockMovements WHERE productId = 1)',
    ],
    [
      'products that reserve otherwise than their open orders',
      'UPDATE productStock SET reserved = reserved + 1 WHERE productId = 1',
    ],
    [
      'lines whose goods are not where their order is',
      "DELETE FROM stockMovements WHERE sourceType = 'order' AND sourceId = 1",
    ],
    ['customers whose figures are not those of their orders', 'UPDATE customerFigures SET spent = spent + 1'],
    ['gaps in the order numbers', 'DELETE FROM orders WHERE id = 2'],
    ['gaps in the invoice numbers', 'UPDATE invoices SET number = 2'],
    ['gaps in the timelines of orders', 'DELETE FROM orderEvents WHERE orderId = 2 AND eventNo = 2'],
  ])('is named: %s', (what, damage) => {
    expect(said(checkAfter(damage)).map((one) => one.slice(one.indexOf(' ') + 1))).toContain(what);
  });

  it('names every rule in the list above', () => {
    expect(shopRules).toHaveLength(18);
  });

  it('is noticed where it would run: a planted trigger', () => {
    const planted = 'CREATE TRIGGER gift AFTER INSERT ON orders BEGIN UPDATE orders SET total = 0; END';
    expect(said(checkAfter(planted))).toEqual([
      'schema: tables, triggers or views are not those of its version',
    ]);
  });

  it.each([
    ['all digests are gone', 'DELETE FROM digests', 'seals: seals-missing'],
    ['one digest is gone', "DELETE FROM digests WHERE kind = 'staff'", 'seals: seals-missing'],
    ['that of the orders is gone', "DELETE FROM digests WHERE kind = 'orders'", 'seals: seals-missing'],
    [
      'one was written without the key',
      "UPDATE digests SET mac = (SELECT mac FROM digests WHERE kind = 'shop') WHERE kind = 'staff'",
      'seals: seals-changed',
    ],
  ])('is noticed where %s', (_name, damage, what) => {
    expect(said(checkAfter(damage))).toContain(what);
  });

  it('is noticed in the log of deeds, to a quick look where it is new', () => {
    const edit = "UPDATE auditEntries SET details = '{}' WHERE id = (SELECT max(id) FROM auditEntries)";
    expect(said(checkAfter(edit, false))).toEqual(['chain: entry-changed']);
  });
});

describe('a file that cannot be read', () => {
  it.each([
    ['missing', (path: string) => rmSync(path)],
    ['damaged', (path: string) => truncateSync(path, 0)],
    ['damaged', (path: string) => writeFileSync(path, 'This is no database, whatever it is called.')],
    ['newer', (path: string) => editFile(dirname(path), 'PRAGMA user_version = 9999')],
    ['foreign', (path: string) => editFile(dirname(path), 'PRAGMA application_id = 7')],
  ] as const)('is %s', (problem, damage) => {
    expect(checkAfter(damage)).toMatchObject({
      facts: null,
      unreadable: problem,
      problems: [{ check: 'file' }],
    });
  });

  it('is not followed to where a link leads', () => {
    const link = join(folder, 'link.db');
    symlinkSync(shop, link);
    expect(check(link).unreadable).toBe('missing');
  });

  it('is told by what can be read of it', () => {
    const cut = checkAfter((path) => truncateSync(path, 200_000));
    expect(cut.problems.length).toBeGreaterThan(0);
    const holed = checkAfter((path) => {
      const database = new BetterSqlite3(path);
      const size = database.pragma('page_size', { simple: true }) as number;
      const page = database
        .prepare("SELECT rootpage FROM sqlite_schema WHERE name = 'orders'")
        .pluck()
        .get() as number;
      database.close();
      const bytes = Buffer.alloc(size);
      const file = openSync(path, 'r+');
      writeSync(file, bytes, 0, size, (page - 1) * size);
      closeSync(file);
    });
    expect(holed.problems.map(({ check: area }) => area)).toEqual(
      expect.arrayContaining(['file', 'money', 'counts']),
    );
    expect(holed.facts).toBeNull();
  });
});
