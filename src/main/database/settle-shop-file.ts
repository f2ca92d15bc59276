import { closeSync, openSync, readSync } from 'node:fs';
import BetterSqlite3 from 'better-sqlite3';
import { asShopFileErrorOn } from './file-problem.ts';
import { applicationId, type Migration, migrate, requireOurs } from './migrate.ts';
import { setPragmas } from './pragmas.ts';

/** Where the header of a SQLite file says what it is, and the number of its schema; both big-endian. */
const header = { length: 72, version: 60, application: 68 } as const;

/**
 * The number of a shop file's schema as its header says it; null where it is no shop file that can be read. Touches
 * nothing, not even SQLite's locks.
 */
export function schemaInHeader(path: string): number | null {
  const bytes = Buffer.alloc(header.length);
  try {
    const opened = openSync(path, 'r');
    try {
      if (readSync(opened, bytes, 0, header.length, 0) < header.length) return null;
    } finally {
      closeSync(opened);
    }
  } catch {
    return null;
  }
  return bytes.readUInt32BE(header.application) === applicationId ? bytes.readUInt32BE(header.version) : null;
}

export type Settled = {
  readonly schema: number;
  /** A shop was opened in it; otherwise there is nothing in it to lose. */
  readonly hasShop: boolean;
};

/**
 * Moves what a crash may have left in the log of writes into the shop file itself, and takes the log away. The file is
 * whole by itself then. @throws ShopFileError, `locked` where another program has it open.
 */
export function settleShopFile(path: string, migrations: readonly Migration[]): Settled {
  return withFile(path, (database) => {
    const schema = requireOurs(database, migrations);
    setPragmas(database, { trusted_schema: 0, cell_size_check: 1, mmap_size: 0, synchronous: 2 });
    database.pragma('wal_checkpoint(TRUNCATE)');
    const hasShop = schema > 0 && database.prepare('SELECT count(*) FROM shop').pluck().get() === 1;
    return { schema, hasShop };
  });
}

/** Brings a file without a shop to the newest schema where it lies: a first start that was cut short. */
export function migrateEmptyFile(path: string, migrations: readonly Migration[]): void {
  withFile(path, (database) => void migrate(database, migrations));
}

function withFile<T>(path: string, work: (database: BetterSqlite3.Database) => T): T {
  let database: BetterSqlite3.Database | undefined;
  try {
    database = new BetterSqlite3(path, { fileMustExist: true, timeout: 2000 });
    return work(database);
  } catch (error) {
    throw asShopFileErrorOn(path, error);
  } finally {
    database?.close();
  }
}
