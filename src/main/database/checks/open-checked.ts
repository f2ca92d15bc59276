import { lstatSync } from 'node:fs';
import BetterSqlite3 from 'better-sqlite3';
import { createDb, type ReadDb } from '../connection.ts';
import { type Migration, migrate, requireOurs, ShopFileError } from '../migrate.ts';
import { setPragmas } from '../pragmas.ts';
import { sealKeys } from '../sealing/seal-keys.ts';
import { verifySeals } from '../sealing/verify-seals.ts';
import { rowCounts } from '../shop-file-facts.ts';
import type { CheckArea } from './shop-rules.ts';

/** Something that is wrong with a shop file. `what` is for the log and holds nothing that anybody typed. */
export type ShopProblem = { readonly check: CheckArea; readonly what: string; readonly count: number };

/** A file that is looked at and that nobody writes to. */
export type CheckedFile = {
  readonly read: ReadDb;
  /** The number of its schema. */
  readonly schema: number;
  /** `quick_check` (not deep) or `integrity_check` (deep). */
  integrity(deep: boolean): readonly string[];
  /** How many references lead nowhere. */
  brokenReferences(): number;
  /** Whether its tables, triggers and views are exactly what the migrations make. */
  hasOwnSchema(): boolean;
  count(rows: string): number;
  /** Rows of each table of its own. */
  rows(): Readonly<Record<string, number>>;
  verifySeals(key: Uint8Array): ReturnType<typeof verifySeals>;
  close(): void;
};

/**
 * Opens a file to look at it: nothing in it can run or be written, whatever somebody planted there.
 * @throws ShopFileError `missing`, `foreign`, `newer`, `damaged`.
 */
export function openChecked(path: string, migrations: readonly Migration[]): CheckedFile {
  const found = lstatSync(path, { throwIfNoEntry: false });
  if (!found?.isFile()) throw new ShopFileError('missing', `No file at ${path}`);
  if (found.size === 0) throw new ShopFileError('damaged', `The file at ${path} is empty`);
  const database = new BetterSqlite3(path, { fileMustExist: true, readonly: true, timeout: 2000 });
  try {
    setPragmas(database, {
      trusted_schema: 0,
      query_only: 1,
      cell_size_check: 1,
      mmap_size: 0,
      temp_store: 2,
    });
    const schema = requireOurs(database, migrations);
    return {
      read: createDb(database),
      schema,
      integrity: (deep) => integrityOf(database, deep),
      brokenReferences: () => (database.pragma('foreign_key_check') as unknown[]).length,
      hasOwnSchema: () => hasOwnSchema(database, migrations.slice(0, schema)),
      count: (rows) => database.prepare(`SELECT count(*) FROM (${rows})`).pluck().get() as number,
      rows: () => rowCounts(database),
      verifySeals: (key) => verifySeals(database, sealKeys(key), { scope: 'whole', unseen: null }),
      close: () => void database.close(),
    };
  } catch (error) {
    database.close();
    throw error;
  }
}

function integrityOf(database: BetterSqlite3.Database, deep: boolean): readonly string[] {
  const found = database.pragma(deep ? 'integrity_check(20)' : 'quick_check(20)') as readonly object[];
  const said = found.map((row) => String(Object.values(row)[0]));
  return said.length === 1 && said[0] === 'ok' ? [] : said;
}

/** A planted trigger or view would run with the shop's own rights: what the migrations make, and nothing else. */
export function hasOwnSchema(database: BetterSqlite3.Database, migrations: readonly Migration[]): boolean {
  return schemaOf(database) === ownSchema(migrations);
}

/** To make a file anew takes longer than to look through a small shop. */
const made = new Map<string, string>();

function ownSchema(migrations: readonly Migration[]): string {
  const key = migrations.map(({ sql }) => sql).join('\n');
  const known = made.get(key);
  if (known !== undefined) return known;
  const fresh = new BetterSqlite3(':memory:');
  try {
    migrate(fresh, migrations);
    const schema = schemaOf(fresh);
    made.set(key, schema);
    return schema;
  } finally {
    fresh.close();
  }
}

function schemaOf(database: BetterSqlite3.Database): string {
  const rows = database
    .prepare(
      "SELECT type, name, tbl_name, sql FROM sqlite_schema WHERE name NOT LIKE 'sqlite_%' ORDER BY type, name",
    )
    .raw()
    .all();
  return JSON.stringify(rows);
}
