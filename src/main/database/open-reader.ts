import BetterSqlite3 from 'better-sqlite3';
import { createDb, type ReadDb } from './connection.ts';
import { readerPragmas, setPragmas } from './pragmas.ts';

/** A connection that can only read; the file must be there and brought up to date already. */
export function openReader(path: string): { readonly read: ReadDb; close(): void } {
  const database = new BetterSqlite3(path, { fileMustExist: true, readonly: true, timeout: 2000 });
  setPragmas(database, readerPragmas);
  return { read: createDb(database), close: () => database.close() };
}
