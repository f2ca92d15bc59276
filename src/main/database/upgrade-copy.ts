import BetterSqlite3 from 'better-sqlite3';
import { createDb, type WriteDb } from './connection.ts';
import { type Migration, migrate } from './migrate.ts';
import { setPragmas } from './pragmas.ts';

/**
 * Brings a copy of a shop file to the newest schema, as one file without a log of writes beside it. Never the file of
 * the shop itself: a copy that fails is thrown away. `more` is done to it then, in one transaction.
 */
export function upgradeCopy(
  path: string,
  migrations: readonly Migration[],
  more: ((db: WriteDb) => void) | null = null,
): void {
  const database = new BetterSqlite3(path, { fileMustExist: true, timeout: 2000 });
  try {
    setPragmas(database, {
      ...{ trusted_schema: 0, cell_size_check: 1, mmap_size: 0, temp_store: 2 },
      ...{ journal_mode: 'delete', synchronous: 2, secure_delete: 1 },
    });
    migrate(database, migrations);
    if (more === null) return;
    database.exec('BEGIN IMMEDIATE');
    more(createDb(database));
    database.exec('COMMIT');
  } finally {
    database.close();
  }
}
