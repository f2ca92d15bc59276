import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import BetterSqlite3 from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { checkShop } from '../../../test/support/check-shop.ts';
import { migrationsFolder } from '../../../test/support/create-test-app.ts';
import { fillOldShop, oldOrders, oldPlacedAt } from '../../../test/support/old-shop.ts';
import { migrate, readMigrations } from './migrate.ts';
import { openShopFile } from './open-shop-file.ts';
import { upgradeCopy } from './upgrade-copy.ts';

const migrations = readMigrations(migrationsFolder);
const auditKey = Buffer.alloc(32, 2);

let folder = '';
let path = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'orderlla-migrate-'));
  path = join(folder, 'shop.db');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** A shop file as the first version left it. Answers what stood in every column of it. */
function oldShop(): Readonly<Record<string, readonly unknown[]>> {
  const database = new BetterSqlite3(path);
  try {
    migrate(database, migrations.slice(0, 1));
    fillOldShop(database);
    return contents(database, columnsOf(database));
  } finally {
    database.close();
  }
}

type Columns = Readonly<Record<string, readonly string[]>>;

function columnsOf(database: BetterSqlite3.Database): Columns {
  const tables = database
    .prepare("SELECT name FROM sqlite_schema WHERE type = 'table' AND sql LIKE '%STRICT%' ORDER BY name")
    .pluck()
    .all() as string[];
  const columns = database.prepare('SELECT name FROM pragma_table_info(?)').pluck();
  return Object.fromEntries(tables.map((table) => [table, columns.all(table) as string[]]));
}

/** Every value with its storage class, in the order of all columns. */
function contents(database: BetterSqlite3.Database, columns: Columns): Record<string, readonly unknown[]> {
  const rows = Object.entries(columns).map(([table, names]) => {
    const values = names.map((name) => `typeof("${name}") || ' ' || quote("${name}") AS "${name}"`);
    const places = names.map((_, index) => index + 1);
    return [table, database.prepare(`SELECT ${values} FROM "${table}" ORDER BY ${places}`).all()] as const;
  });
  return Object.fromEntries(rows);
}

function inMigrated<T>(work: (database: BetterSqlite3.Database) => T): T {
  upgradeCopy(path, migrations);
  const database = new BetterSqlite3(path);
  try {
    return work(database);
  } finally {
    database.close();
  }
}

describe('a shop of the first schema', () => {
  it('keeps every value that it had', () => {
    const before = oldShop();
    const columns = Object.fromEntries(
      Object.entries(before).map(([table, [first]]) => [table, Object.keys(first ?? {})]),
    );
    const filled = Object.keys(columns).filter((table) => columns[table]?.length);
    expect(filled).toEqual(
      expect.arrayContaining(['orders', 'orderLines', 'payments', 'orderEvents', 'stockMovements']),
    );
    inMigrated((database) => {
      for (const table of filled) {
        const after = contents(database, { [table]: columns[table] ?? [] });
        expect(after[table]).toEqual(before[table]);
      }
    });
  });

  it('begins with nothing edited, nothing credited, the timer on', () => {
    oldShop();
    inMigrated((database) => {
      expect(database.prepare('SELECT DISTINCT revision, credited FROM orders').all()).toEqual([
        { revision: 0, credited: 0 },
      ]);
      expect(database.prepare('SELECT DISTINCT sourceRound FROM stockMovements').pluck().all()).toEqual([0]);
      expect(database.prepare('SELECT timerEnabled, returnCap FROM shop').get()).toEqual({
        timerEnabled: 1,
        returnCap: 5000,
      });
      expect(database.prepare('SELECT DISTINCT purpose FROM tenders').pluck().all()).toEqual([null]);
    });
  });

  it('has a refund for each payment of a cancelled order, and none besides', () => {
    oldShop();
    const cancelledAt = (id: number): number => oldPlacedAt + id * 1000 + 86_400_000;
    const row = (orderId: number, paymentNo: number, tenderId: number, amount: number) => ({
      ...{ orderId, paymentNo, tenderId, amount, rounding: 0, cause: 'cancel', returnId: null, staffId: 1 },
      openedAt: cancelledAt(orderId),
    });
    const settled = (id: number) => ({
      state: 'settled',
      initiatedAt: cancelledAt(id),
      settledAt: cancelledAt(id),
    });
    const awaiting = { state: 'awaiting', initiatedAt: null, settledAt: null };
    inMigrated((database) => {
      const refunds =
        database.prepare(`SELECT orderId, paymentNo, tenderId, amount, rounding, cause, returnId,
        staffId, openedAt, state, initiatedAt, settledAt FROM refunds ORDER BY orderId, paymentNo`);
      expect(refunds.all()).toEqual([
        { ...row(10, 1, 2, 400), ...settled(10) },
        { ...row(10, 2, 1, 200), ...settled(10) },
        { ...row(11, 1, 3, 600), ...awaiting },
      ]);
    });
  });

  it('holds everything that must hold of any shop but the days of old cancellations', () => {
    oldShop();
    upgradeCopy(path, migrations);
    const file = openShopFile({ path, migrations, create: false });
    try {
      // Which day that was the shop's clock knows, so the application says it before it adds up a day.
      expect(checkShop(file.read, auditKey)).toEqual(['3 × cancelled order without its day']);
    } finally {
      file.close();
    }
  });

  it('migrates as it would have been built: the same schema, letter for letter', () => {
    oldShop();
    const schema = `SELECT type, name, sql FROM sqlite_schema WHERE sql IS NOT NULL AND name NOT LIKE 'sqlite!_%' ESCAPE '!'
      ORDER BY type, name`;
    const built = new BetterSqlite3(':memory:');
    migrate(built, migrations);
    const expected = built.prepare(schema).all();
    built.close();
    expect(inMigrated((database) => database.prepare(schema).all())).toEqual(expected);
  });

  it('is whole when the migration ends in the middle', () => {
    const before = oldShop();
    const [first, second, ...rest] = migrations;
    if (!first || !second) throw new Error('two migrations, at least');
    const half = { ...second, sql: `${second.sql}\nINSERT INTO nowhere VALUES (1);` };
    expect(() => upgradeCopy(path, [first, half, ...rest])).toThrow(/nowhere/);
    const database = new BetterSqlite3(path);
    expect(contents(database, columnsOf(database))).toEqual(before);
    expect(database.pragma('user_version', { simple: true })).toBe(1);
    database.close();
  });

  it('covers every kind and every status', () => {
    expect(new Set(oldOrders.map((order) => order.status)).size).toBe(5);
    expect(new Set(oldOrders.map((order) => order.kind)).size).toBe(3);
  });
});
