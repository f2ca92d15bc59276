import BetterSqlite3 from 'better-sqlite3';
import { createDb, type WriteDb } from './connection.ts';

/** A database of its own for work under way: nothing of it outlives `close`, or the process. */
export type Staging = {
  readonly db: WriteDb;
  /** Runs writes together: many small ones cost a tenth then. */
  together<T>(work: () => T): T;
  isOpen(): boolean;
  close(): void;
};

/** So much of it is held in memory; the rest lies in a file that the system deletes by itself. */
const heldKib = 24 * 1024;

/**
 * Opens an empty database in a temporary file without a name. It has nothing to do with the shop file: what is read from
 * a large file is put here to be sorted and added up, so that memory stays flat.
 */
export function openStaging(schema: string): Staging {
  const database = new BetterSqlite3('');
  database.pragma('journal_mode = off');
  database.pragma('synchronous = 0');
  database.pragma('locking_mode = exclusive');
  database.pragma('temp_store = 1');
  database.pragma(`cache_size = -${heldKib}`);
  database.exec(schema);
  return {
    db: createDb(database),
    together(work) {
      if (database.inTransaction) return work();
      database.exec('BEGIN');
      try {
        return work();
      } finally {
        database.exec('COMMIT');
      }
    },
    isOpen: () => database.open,
    close: () => void database.close(),
  };
}
