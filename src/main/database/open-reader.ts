import BetterSqlite3 from 'better-sqlite3';
import { createDb, type ReadDb } from './connection.ts';
import { readerPragmas, setPragmas } from './pragmas.ts';

/** A connection that can only read. */
export type Reader = {
  readonly read: ReadDb;
  /** Does some reading that sees the shop as it was when that began, whatever is written meanwhile. */
  atOneMoment<T>(work: () => T): T;
  close(): void;
};

/** Opens one; the file must be there and brought up to date already. */
export function openReader(path: string): Reader {
  const database = new BetterSqlite3(path, { fileMustExist: true, readonly: true, timeout: 2000 });
  setPragmas(database, readerPragmas);
  return {
    read: createDb(database),
    atOneMoment(work) {
      database.exec('BEGIN');
      try {
        return work();
      } finally {
        database.exec('ROLLBACK');
      }
    },
    close: () => database.close(),
  };
}
