import { copyFileSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import BetterSqlite3 from 'better-sqlite3';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  begin,
  changedTables,
  end,
  folder,
  ofDays,
  ofWhole,
  opened,
  pageSize,
  pages,
  pagesOf,
  problems,
  salvage,
  to,
  whole,
  without,
} from '../../../test/support/salvaging.ts';

beforeAll(begin, 240_000);
afterAll(end);

describe('a healthy file', () => {
  it('is taken over row by row', async () => {
    const salvaged = await salvage(whole);
    expect(salvaged).toMatchObject({ isReadable: true, asideRows: 0, standIns: 0, isNewestLost: false });
    expect(salvaged.tables.filter(({ isWhole, dropped, rebuilt }) => !isWhole || dropped || rebuilt)).toEqual(
      [],
    );
    expect(salvaged.tables.filter(({ read, expected }) => read !== expected)).toEqual([]);
    expect(changedTables()).toEqual([]);
    expect(problems()).toEqual([]);
  });

  it('is taken over with what lies in its log alone', async () => {
    await salvage(opened);
    expect(changedTables()).toEqual([]);
  });

  it('is not filled up from a backup', async () => {
    const { tables } = await salvage(whole, true);
    expect(tables.filter(({ fromBackup }) => fromBackup > 0)).toEqual([]);
    expect(changedTables()).toEqual([]);
  });
});

describe('what leads to the rows is lost', () => {
  it.each([
    ['the first page', () => [1]],
    ['the list of tables', () => pagesOf('sqlite_schema')],
    ['every index', () => pages.filter(({ type }) => type === 'index').map(({ page }) => page)],
    ['the pages above the orders', () => pagesOf('orders', 'internal')],
    ['the pages above the log', () => pagesOf('auditEntries', 'internal')],
  ])('%s: every row is there', async (what, lost) => {
    const { isReadable, asideRows, mayHoldDeleted } = await salvage(without(lost()));
    expect({ isReadable, asideRows, mayHoldDeleted }).toEqual({
      ...{ isReadable: true, asideRows: 0, mayHoldDeleted: false },
    });
    expect(changedTables()).toEqual(what === 'the pages above the orders' ? ofDays : []);
    expect(problems()).toEqual([]);
  });

  it('the whole file but for its log', async () => {
    const path = join(folder, 'log-only.db');
    writeFileSync(path, Buffer.alloc(readFileSync(opened).length));
    copyFileSync(`${opened}-wal`, `${path}-wal`);
    const { isReadable, tables } = await salvage(path);
    expect(isReadable).toBe(true);
    expect(tables.find(({ name }) => name === 'orders')?.read).toBe(ofWhole().orders);
  });
});

describe('pages that nothing leads to', () => {
  /** Changes the whole file as SQLite does, then takes pages away. */
  const changed = (change: string, lost: (database: BetterSqlite3.Database) => readonly number[]): string => {
    const path = join(folder, 'changed.db');
    copyFileSync(whole, path);
    const database = new BetterSqlite3(path);
    database.exec(change);
    const gone = lost(database);
    database.close();
    const bytes = readFileSync(path);
    for (const page of gone) bytes.fill(0, (page - 1) * pageSize, page * pageSize);
    writeFileSync(path, bytes);
    return path;
  };
  const deleted = 'DELETE FROM orderEvents WHERE orderId < 60';
  const rootOf = (database: BetterSqlite3.Database) =>
    database.prepare(`SELECT rootpage FROM sqlite_schema WHERE name = 'orderEvents'`).pluck().get() as number;
  /** How many there are of orders whose events were deleted, and of others. */
  const events = () => {
    const database = new BetterSqlite3(to(), { readonly: true });
    const counts = database
      .prepare(
        'SELECT count(*) FILTER (WHERE orderId < 60), count(*) FILTER (WHERE orderId >= 60) FROM orderEvents',
      )
      .raw()
      .get() as [number, number];
    database.close();
    return { deleted: counts[0], others: counts[1] };
  };

  it('do not bring back what was deleted', async () => {
    const { mayHoldDeleted } = await salvage(changed(deleted, (database) => [rootOf(database)]));
    expect(events()).toMatchObject({ deleted: 0 });
    expect(events().others).toBeGreaterThan(100);
    expect(mayHoldDeleted).toBe(false);
  });

  it('may, where the list of free pages is lost as well, and that is said', async () => {
    const { mayHoldDeleted } = await salvage(changed(deleted, (database) => [1, rootOf(database)]));
    expect(events().others).toBeGreaterThan(100);
    expect(mayHoldDeleted).toBe(true);
  });

  it('are put into no table that they are not of', async () => {
    const inner = pages.filter(({ kind }) => kind === 'internal').map(({ page }) => page);
    const { tables } = await salvage(without([...inner, ...pagesOf('sqlite_schema')]));
    const same = tables.filter(({ name, rebuilt }) => rebuilt === 0 && !ofDays.includes(name));
    const database = new BetterSqlite3(to(), { readonly: true });
    database.exec(`ATTACH '${whole}' AS old`);
    const others = same.filter(
      ({ name }) =>
        database
          .prepare(`SELECT 1 FROM (SELECT * FROM "${name}" EXCEPT SELECT * FROM old."${name}")`)
          .get() !== undefined,
    );
    database.close();
    expect(same.length).toBeGreaterThan(40);
    // The one adjustment that brings the ledger to what was counted.
    expect(others.map(({ name }) => name)).toEqual(['stockAdjustments', 'stockMovements']);
  });
});

describe('whatever is damaged', () => {
  it('something is answered, and the new file is whole in itself', async () => {
    const bytes = readFileSync(whole);
    const path = join(folder, 'any.db');
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(fc.nat(bytes.length - 1), fc.uint8Array({ minLength: 1, maxLength: 600 })), {
          ...{ minLength: 1, maxLength: 60 },
        }),
        async (changes) => {
          const bent = Buffer.from(bytes);
          for (const [at, put] of changes) bent.set(put.subarray(0, bent.length - at), at);
          writeFileSync(path, bent);
          const { tables } = await salvage(path);
          expect(tables.every(({ read, expected }) => expected === null || expected >= read)).toBe(true);
          const database = new BetterSqlite3(to(), { readonly: true });
          expect(database.pragma('integrity_check', { simple: true })).toBe('ok');
          expect(database.pragma('foreign_key_check')).toEqual([]);
          database.close();
        },
      ),
      { numRuns: 12 },
    );
  });
});
