import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type BetterSqlite3 from 'better-sqlite3';

/** "ORLA" in ASCII: tells a shop file from any other SQLite file. */
export const applicationId = 0x4f524c41;

export type Migration = { readonly number: number; readonly name: string; readonly sql: string };

/** Why a file cannot be opened; each has its own sentence and way out on the screen. */
export type ShopFileProblem =
  | 'newer'
  | 'foreign'
  | 'damaged'
  | 'missing'
  | 'locked'
  | 'read-only'
  | 'unreadable'
  | 'no-room';

export class ShopFileError extends Error {
  readonly problem: ShopFileProblem;
  constructor(problem: ShopFileProblem, message: string, options?: ErrorOptions) {
    super(message, options);
    this.problem = problem;
  }
}

/** Reads `NNNN_name.sql` in order. Numbers must run 1, 2, 3 … without holes. */
export function readMigrations(folder: string): readonly Migration[] {
  const names = readdirSync(folder)
    .filter((name) => name.endsWith('.sql'))
    .sort();
  return names.map((name, index) => {
    const number = Number(name.slice(0, 4));
    if (!/^\d{4}_[a-z0-9_]+\.sql$/.test(name) || number !== index + 1) {
      throw new Error(`Migration ${name} should be number ${index + 1}, named NNNN_name.sql`);
    }
    return { number, name, sql: readFileSync(join(folder, name), 'utf8') };
  });
}

/**
 * Brings a file to the newest schema: each migration is one transaction that also sets `user_version`, so a
 * crash leaves the old schema or the new one whole. Kysely's own migrator runs outside a transaction on SQLite
 * and leaves half of a failed one behind, which is why this is ours.
 *
 * @throws ShopFileError `newer` when the file is from a later version, `foreign` when it is not a shop file.
 */
export function migrate(database: BetterSqlite3.Database, migrations: readonly Migration[]): number {
  const from = requireOurs(database, migrations);
  for (const migration of migrations.slice(from)) apply(database, migration);
  return from;
}

/**
 * The schema number of a shop file or of an empty one; writes nothing, so that a file which is refused stays as
 * it is, its journal mode included.
 * @throws ShopFileError as `migrate` does.
 */
export function requireOurs(database: BetterSqlite3.Database, migrations: readonly Migration[]): number {
  const version = database.pragma('user_version', { simple: true }) as number;
  const id = database.pragma('application_id', { simple: true }) as number;
  const isEmpty = database.prepare('SELECT count(*) FROM sqlite_schema').pluck().get() === 0;
  if (id !== applicationId && !(isEmpty && id === 0 && version === 0)) {
    throw new ShopFileError('foreign', 'This is not an Orderlla shop file.');
  }
  if (version > migrations.length) {
    throw new ShopFileError(
      'newer',
      `The shop file has schema ${version}; this version knows ${migrations.length}.`,
    );
  }
  return version;
}

function apply(database: BetterSqlite3.Database, migration: Migration): void {
  // Silently ignored inside a transaction, so before it: a table rebuild must not cascade.
  database.pragma('foreign_keys = OFF');
  try {
    database.exec('BEGIN IMMEDIATE');
    database.exec(migration.sql);
    const broken = database.pragma('foreign_key_check') as unknown[];
    if (broken.length > 0) throw new Error(`${migration.name} leaves ${broken.length} broken references`);
    database.pragma(`application_id = ${applicationId}`);
    database.pragma(`user_version = ${migration.number}`);
    database.exec('COMMIT');
  } catch (error) {
    if (database.inTransaction) database.exec('ROLLBACK');
    throw error;
  } finally {
    database.pragma('foreign_keys = ON');
  }
}
