import { createHash } from 'node:crypto';
import { copyFileSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import BetterSqlite3 from 'better-sqlite3';
import { isLiving } from './damage-kinds.ts';

/** What each table and each index reads like, by plain SQL; `unreadable` where it does not. */
export type RowHashes = ReadonlyMap<string, string>;

/** What a damage changed that anybody could read. */
export type Touched = 'living' | 'other' | 'index' | 'nothing';

type Reading = { readonly name: string; readonly sql: string };

/** Every table by its own rows, and every index by its own entries, of a shop that is whole. */
export function readingsOf(path: string): readonly Reading[] {
  const database = new BetterSqlite3(path, { readonly: true });
  try {
    const found = database
      .prepare<[], { type: string; name: string; tbl_name: string; sql: string | null }>(
        `SELECT type, name, tbl_name, sql FROM sqlite_schema WHERE type IN ('table', 'index') AND rootpage > 0`,
      )
      .all();
    return found.flatMap(({ type, name, tbl_name: table, sql }): Reading[] => {
      if (type === 'table') return [{ name: `table ${name}`, sql: `SELECT * FROM "${name}" NOT INDEXED` }];
      const where = /\bWHERE\b[\s\S]*$/iu.exec(sql ?? '')?.[0] ?? '';
      const reading = `SELECT ${keyColumns(database, name)} FROM "${table}" INDEXED BY "${name}" ${where}`;
      return isPreparable(database, reading) ? [{ name: `index ${name}`, sql: reading }] : [];
    });
  } finally {
    database.close();
  }
}

/** The columns that an index is sorted by, but for those that are reckoned. */
function keyColumns(database: BetterSqlite3.Database, index: string): string {
  const columns = database
    .prepare<[string], string>('SELECT name FROM pragma_index_xinfo(?) WHERE name IS NOT NULL')
    .pluck()
    .all(index);
  return columns.length > 0 ? columns.map((column) => `"${column}"`).join(', ') : 'count(*)';
}

function isPreparable(database: BetterSqlite3.Database, sql: string): boolean {
  try {
    database.prepare(sql);
    return true;
  } catch {
    return false;
  }
}

/** Reads a copy, so that neither the file nor its log of writes is touched. */
export function hashRows(folder: string, readings: readonly Reading[]): RowHashes {
  const copy = mkdtempSync(join(tmpdir(), 'orderlla-rows-'));
  try {
    for (const name of ['shop.db', 'shop.db-wal'])
      if (existsSync(join(folder, name))) copyFileSync(join(folder, name), join(copy, name));
    return new Map(read(join(copy, 'shop.db'), readings));
  } finally {
    rmSync(copy, { recursive: true });
  }
}

function read(path: string, readings: readonly Reading[]): readonly (readonly [string, string])[] {
  let database: BetterSqlite3.Database | null = null;
  try {
    database = new BetterSqlite3(path);
    const open = database;
    return readings.map(({ name, sql }) => [name, hashOf(open, sql)] as const);
  } catch {
    return readings.map(({ name }) => [name, 'unreadable'] as const);
  } finally {
    database?.close();
  }
}

function hashOf(database: BetterSqlite3.Database, sql: string): string {
  try {
    const hash = createHash('sha256');
    for (const row of database.prepare(sql).raw().iterate() as Iterable<unknown[]>)
      hash.update(JSON.stringify(row));
    return hash.digest('base64');
  } catch {
    return 'unreadable';
  }
}

/** The weightiest of what reads differently. */
export function touchedBy(healthy: RowHashes, damaged: RowHashes): Touched {
  const changed = [...healthy].filter(([name, hash]) => damaged.get(name) !== hash).map(([name]) => name);
  const tables = changed.filter((name) => name.startsWith('table ')).map((name) => name.slice(6));
  if (tables.some(isLiving)) return 'living';
  if (tables.length > 0) return 'other';
  return changed.length > 0 ? 'index' : 'nothing';
}
