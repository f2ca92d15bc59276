import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import BetterSqlite3 from 'better-sqlite3';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openPages } from './salvage-pages.ts';
import type { StoredValue } from './salvage-record.ts';
import type { TreeShape } from './salvage-shapes.ts';
import { noClaims, walkTree } from './salvage-walk.ts';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'orderlla-walk-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const shapeOf = (tree: 'table' | 'index', columns: number): TreeShape => ({
  ...{ name: 't', table: 't', isIndex: false, tree, usualRoot: null },
  columns: Array.from({ length: columns }, (_, place) => ({
    ...{ name: `c${place}`, type: '', mayBeNull: true, isRowId: false },
  })),
  lengths: new Set([columns]),
});

type Read = { readonly rows: (readonly unknown[])[]; readonly isWhole: boolean };

/** What the pages of a tree hold, without SQLite. */
function walked(path: string, root: number, shape: TreeShape): Read {
  const pages = openPages(path);
  const rows: (readonly unknown[])[] = [];
  const steps = walkTree({
    ...{ pages, claims: noClaims(pages), shape, root },
    take: ({ rowId, values }) => rows.push(rowId === null ? values : [rowId, ...values]),
  });
  let step = steps.next();
  while (!step.done) step = steps.next();
  pages.close();
  return { rows, isWhole: step.value.isWhole };
}

const exact = (value: unknown): unknown =>
  typeof value === 'bigint' &&
  value >= BigInt(Number.MIN_SAFE_INTEGER) &&
  value <= BigInt(Number.MAX_SAFE_INTEGER)
    ? Number(value)
    : value;

const value: fc.Arbitrary<StoredValue> = fc.oneof(
  fc.constant(null),
  fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n }),
  fc.integer().map(BigInt),
  fc.constantFrom(0n, 1n, -1n, 127n, 128n, -32_769n, 2n ** 47n, -(2n ** 47n) - 1n),
  fc.double({ noNaN: true }).filter((number) => !Number.isInteger(number)),
  fc.string({ unit: 'grapheme', maxLength: 40 }),
  fc.integer({ min: 0, max: 30_000 }).map((length) => 'ü'.repeat(length)),
  fc.uint8Array({ maxLength: 200 }).map((bytes) => Buffer.from(bytes)),
  fc.integer({ min: 0, max: 20_000 }).map((length) => Buffer.alloc(length, 7)),
);

describe('pages of a healthy file', () => {
  it('hold exactly what SQLite reads, of tables with and without row ids', () => {
    fc.assert(
      fc.property(
        // Without a size fast-check gives ten at most, whose tree is one page.
        fc.array(fc.tuple(value, value, value), { maxLength: 60, size: 'max' }),
        fc.constantFrom(512, 1024, 4096, 65_536),
        fc.array(fc.nat(), { maxLength: 20 }),
        (given, pageSize, deleted) => {
          const path = join(folder, 'any.db');
          rmSync(path, { force: true });
          const database = new BetterSqlite3(path);
          database.pragma(`page_size = ${pageSize}`);
          database.exec(`CREATE TABLE other (x);
            CREATE TABLE t (c0, c1, c2);
            CREATE TABLE k (c0, c1, c2, n INTEGER, PRIMARY KEY (c1, n)) WITHOUT ROWID`);
          const insert = database.prepare('INSERT INTO t VALUES (?, ?, ?)');
          const keyed = database.prepare("INSERT INTO k VALUES (?, ifnull(?, ''), ?, ?)");
          for (const [index, row] of given.entries()) {
            insert.run(...row);
            keyed.run(...row, index);
          }
          // Rows that are gone leave their bytes on the page.
          for (const one of deleted) database.prepare('DELETE FROM t WHERE rowid = ?').run(one % 60);
          const all = (sql: string) =>
            (database.prepare(sql).raw().safeIntegers().all() as unknown[][]).map((row) => row.map(exact));
          const roots = Object.fromEntries(
            database.prepare('SELECT name, rootpage FROM sqlite_schema').raw().all() as [string, number][],
          );
          const rows = all('SELECT rowid, * FROM t');
          const keyedRows = all('SELECT c1, n, c0, c2 FROM k ORDER BY c1, n');
          database.close();
          // By Node, as vitest looks at each byte of the long ones.
          const table = walked(path, roots.t ?? 0, shapeOf('table', 3));
          expect(isDeepStrictEqual(table, { rows, isWhole: true })).toBe(true);
          const index = walked(path, roots.k ?? 0, shapeOf('index', 4));
          expect(isDeepStrictEqual(index, { rows: keyedRows, isWhole: true })).toBe(true);
        },
      ),
      // Made smaller, what fails takes minutes, as rows are long.
      { numRuns: 20, endOnFailure: true },
    );
  });

  it('hold the rows of an index in the order of its key, those on its inner pages as well', () => {
    const path = join(folder, 'inner.db');
    const database = new BetterSqlite3(path);
    database.exec('CREATE TABLE k (c0, c1 PRIMARY KEY) WITHOUT ROWID');
    const insert = database.prepare('INSERT INTO k VALUES (zeroblob(900), ?)');
    for (let row = 0; row < 100; row += 1) insert.run((row * 7) % 100);
    const root = database.prepare("SELECT rootpage FROM sqlite_schema WHERE name = 'k'").pluck().get();
    database.close();
    const { rows, isWhole } = walked(path, Number(root), shapeOf('index', 2));
    expect(rows.map(([key]) => key)).toEqual(Array.from({ length: 100 }, (_, key) => key));
    expect(isWhole).toBe(true);
  });
});

describe('pages of a file that was written over', () => {
  it('end, whatever they say, and every row that is read looks like one', () => {
    const path = join(folder, 'bent.db');
    const database = new BetterSqlite3(path);
    database.exec(`CREATE TABLE t (c0 INTEGER, c1 TEXT, c2 BLOB)`);
    const insert = database.prepare('INSERT INTO t VALUES (?, ?, zeroblob(?))');
    for (let row = 0; row < 400; row += 1) insert.run(row, 'x'.repeat(row % 90), row % 40 === 0 ? 9_000 : 3);
    database.close();
    const whole = readFileSync(path);
    const bent = join(folder, 'bent-copy.db');
    const shape = shapeOf('table', 3);
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.nat(whole.length - 1), fc.nat(255)), { minLength: 1, maxLength: 400 }),
        fc.nat(12),
        (changes, root) => {
          const bytes = Buffer.from(whole);
          for (const [at, byte] of changes) bytes[at] = byte;
          writeFileSync(bent, bytes);
          const { rows } = walked(bent, root, shape);
          expect(rows.every((row) => row.length === 4)).toBe(true);
        },
      ),
      { numRuns: 100 },
    );
  });

  it('are gone through once where they lead in a circle', () => {
    const path = join(folder, 'circle.db');
    const bytes = Buffer.alloc(4096 * 4);
    // Pages 2 and 3 are inner pages, each above the other and above itself.
    for (const [page, other] of [
      [2, 3],
      [3, 2],
    ] as const) {
      const at = (page - 1) * 4096;
      bytes[at] = 5;
      bytes.writeUInt16BE(2, at + 3);
      bytes.writeUInt16BE(4080, at + 5);
      bytes.writeUInt32BE(other, at + 8);
      bytes.writeUInt16BE(4080, at + 12);
      bytes.writeUInt16BE(4088, at + 14);
      bytes.writeUInt32BE(page, at + 4080);
      bytes.writeUInt32BE(other, at + 4088);
    }
    writeFileSync(path, bytes);
    expect(walked(path, 2, shapeOf('table', 3))).toEqual({ rows: [], isWhole: false });
  });
});

describe('a log of writes', () => {
  const begin = () => {
    const path = join(folder, 'logged.db');
    for (const ending of ['', '-wal', '-shm']) rmSync(`${path}${ending}`, { force: true });
    const database = new BetterSqlite3(path);
    database.pragma('journal_mode = WAL');
    database.pragma('wal_autocheckpoint = 0');
    database.exec('CREATE TABLE t (c0 INTEGER, c1 TEXT)');
    return { path, database };
  };
  const fill = (database: BetterSqlite3.Database, from: number, to: number) => {
    for (let row = from; row < to; row += 1)
      database.prepare('INSERT INTO t VALUES (?, ?)').run(row, 'y'.repeat(200));
  };
  /** A copy of both files as they lie there, with the log changed. */
  const copied = (path: string, change: (log: Buffer) => Buffer): string => {
    const copy = join(folder, 'logged-copy.db');
    writeFileSync(copy, readFileSync(path));
    writeFileSync(`${copy}-wal`, change(readFileSync(`${path}-wal`)));
    return copy;
  };
  const numbers = (path: string) => walked(path, 2, shapeOf('table', 2)).rows.map((row) => row[1]);
  const upTo = (count: number) => Array.from({ length: count }, (_, place) => place);

  it('is read to its last commit, over what is in the file', () => {
    const { path, database } = begin();
    fill(database, 0, 50);
    database.pragma('wal_checkpoint(TRUNCATE)');
    fill(database, 50, 100);
    database.pragma('wal_checkpoint(PASSIVE)');
    // The log begins anew over what it held before.
    fill(database, 100, 110);
    expect(numbers(copied(path, (log) => log))).toEqual(upTo(110));
    // What was being written when the power went is no row.
    expect(numbers(copied(path, (log) => log.subarray(0, log.length - 5000)))).toEqual(upTo(110));
    database.close();
  });

  it('is read past a damaged frame, where SQLite ends', () => {
    const { path, database } = begin();
    fill(database, 0, 30);
    const frame = 24 + 4096;
    const damaged = copied(path, (log) => {
      const bytes = Buffer.from(log);
      bytes.fill(0xa5, 32 + 5 * frame + 100, 32 + 5 * frame + 200);
      return bytes;
    });
    database.close();
    expect(numbers(damaged)).toEqual(upTo(30));
    expect(openPages(damaged).isLogWhole).toBe(false);
    const sqlite = new BetterSqlite3(damaged);
    expect(sqlite.prepare('SELECT count(*) FROM t').pluck().get()).toBeLessThan(10);
    sqlite.close();
  });

  it('is read without its own header', () => {
    const { path, database } = begin();
    fill(database, 0, 30);
    const headless = copied(path, (log) => Buffer.concat([Buffer.alloc(32), log.subarray(32)]));
    database.close();
    expect(numbers(headless)).toEqual(upTo(30));
  });
});
