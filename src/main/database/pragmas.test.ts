import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import BetterSqlite3 from 'better-sqlite3';
import { sql } from 'kysely';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { migrationsFolder } from '../../../test/support/create-test-app.ts';
import type { ReadDb } from './connection.ts';
import { readMigrations } from './migrate.ts';
import { openShopFile, type ShopFile } from './open-shop-file.ts';
import { readerPragmas, setPragmas, writerPragmas } from './pragmas.ts';

const migrations = readMigrations(migrationsFolder);
let folder = '';
let file: ShopFile;

/** A file that was closed and is open again: what is kept in the file must not make up for what is not set. */
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'orderlla-pragmas-'));
  const path = join(folder, 'shop.db');
  openShopFile({ path, migrations, create: true }).close();
  file = openShopFile({ path, migrations, create: false });
});
afterEach(() => {
  file.close();
  rmSync(folder, { recursive: true, force: true });
});

function pragma(db: ReadDb, name: string): unknown {
  return Object.values(db.get<object>(sql.raw(`PRAGMA ${name}`)) ?? {})[0];
}

describe('the connection that writes', () => {
  it('answers synchronous = 2 after a statement on a reopened file', () => {
    file.transaction((db) => {
      db.get(sql`SELECT count(*) FROM orders`);
      expect(pragma(db, 'synchronous')).toBe(2);
    });
  });

  // The written table, spelled out: a changed constant must fail here and be reasoned about.
  it.each([
    ['journal_mode', 'wal'],
    ['synchronous', 2],
    ['fullfsync', 1],
    ['checkpoint_fullfsync', 1],
    ['foreign_keys', 1],
    ['trusted_schema', 0],
    ['cell_size_check', 1],
    ['locking_mode', 'normal'],
    ['wal_autocheckpoint', 1000],
    ['journal_size_limit', 67_108_864],
    ['cache_size', -65_536],
    ['temp_store', 2],
    ['analysis_limit', 400],
    ['busy_timeout', 2000],
    ['application_id', 0x4f524c41],
    ['user_version', migrations.length],
  ])('has %s = %s', (name, value) => {
    file.transaction((db) => expect(pragma(db, name)).toBe(value));
  });

  it('maps no memory', () => {
    file.transaction((db) => expect(pragma(db, 'mmap_size') ?? 0).toBe(0));
  });

  it('is on its guard against SQL that edits the schema', () => {
    expect(() =>
      file.transaction((db) => {
        db.statement('PRAGMA writable_schema = ON').run();
        db.run(sql`DELETE FROM sqlite_schema`);
      }),
    ).toThrow(/may not be modified/);
  });

  it('checks references', () => {
    expect(() => file.transaction((db) => db.run(sql`INSERT INTO barcodes VALUES ('1', 99)`))).toThrow(
      /FOREIGN KEY/,
    );
  });
});

describe('the connection that reads', () => {
  it.each([
    ['query_only', 1],
    ['trusted_schema', 0],
    ['cell_size_check', 1],
    ['cache_size', -32_768],
    ['temp_store', 2],
    ['journal_mode', 'wal'],
    ['busy_timeout', 2000],
  ])('has %s = %s', (name, value) => {
    expect(pragma(file.read, name)).toBe(value);
  });

  it('maps no memory', () => {
    expect(pragma(file.read, 'mmap_size') ?? 0).toBe(0);
  });
});

describe('setPragmas', () => {
  it('throws when the file answers something else than was set', () => {
    const database = new BetterSqlite3(':memory:');
    // A database in memory cannot have a write-ahead log, and says so only when asked.
    expect(() => setPragmas(database, writerPragmas)).toThrow(/journal_mode = memory, expected wal/);
    expect(() => setPragmas(database, readerPragmas)).not.toThrow();
    database.close();
  });
});
