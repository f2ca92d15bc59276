import { existsSync, statSync } from 'node:fs';
import BetterSqlite3 from 'better-sqlite3';
import { createDb, type ReadDb, type WriteDb } from './connection.ts';
import { type Migration, migrate, requireOurs, ShopFileError } from './migrate.ts';
import { readerPragmas, setPragmas, writerPragmas } from './pragmas.ts';

/** The open shop file: one connection that writes, one that only reads. */
export type ShopFile = {
  readonly path: string;
  readonly read: ReadDb;
  /**
   * Runs `work` in one transaction (`BEGIN IMMEDIATE`): all of it is on disk when this returns, or none of it.
   * `work` is synchronous, so nothing can come between. @throws whatever `work` throws, after the rollback.
   */
  transaction<T>(work: (db: WriteDb) => T): T;
  /**
   * Runs a long piece of work step by step in one transaction, giving the process a turn between steps; reads
   * meanwhile see the shop as it was. The door holds every other command until it ends.
   * @throws what the work throws, or `signal.reason` when aborted; nothing of it remains then.
   */
  longTransaction<T>(
    work: (db: WriteDb) => Generator<unknown, T>,
    onStep: (step: unknown) => void,
    signal: AbortSignal,
  ): Promise<T>;
  /** Moves what was written so far into the file itself; waits for nobody, and not while a long command runs. */
  checkpoint(): void;
  close(): void;
};

export type OpenOptions = {
  readonly path: string;
  readonly migrations: readonly Migration[];
  /** Only the first run creates a file: a shop that is missing must never become an empty one. */
  readonly create: boolean;
};

/**
 * Opens the shop file as `docs/reliability.md` says, brought to the newest schema.
 * @throws ShopFileError with the problem's name when it cannot be opened safely.
 */
export function openShopFile({ path, migrations, create }: OpenOptions): ShopFile {
  if (!create && !existsSync(path)) throw new ShopFileError('missing', `No shop file at ${path}`);
  if (!create && statSync(path).size === 0) {
    throw new ShopFileError('damaged', `The shop file at ${path} is empty`);
  }
  const writer = openWriter(path, migrations, create);
  const reader = new BetterSqlite3(path, { fileMustExist: true, readonly: true, timeout: 2000 });
  setPragmas(reader, readerPragmas);
  const db = createDb(writer);
  const identity = fileIdentity(path);
  const commit = (): void => {
    if (fileIdentity(path) !== identity) {
      throw new ShopFileError('missing', 'The shop file was moved or replaced while it was open.');
    }
    writer.exec('COMMIT');
  };
  return {
    path,
    read: createDb(reader),
    transaction: (work) => transaction(writer, commit, () => work(db)),
    longTransaction: (work, onStep, signal) =>
      longTransaction(writer, commit, () => work(db), onStep, signal),
    checkpoint() {
      if (!writer.inTransaction) writer.pragma('wal_checkpoint(PASSIVE)');
    },
    close() {
      reader.close();
      try {
        writer.pragma('optimize');
      } finally {
        writer.close();
      }
    },
  };
}

function openWriter(path: string, migrations: readonly Migration[], create: boolean): BetterSqlite3.Database {
  let database: BetterSqlite3.Database | undefined;
  try {
    database = new BetterSqlite3(path, { fileMustExist: !create, timeout: 2000 });
    // Before the settings: the journal mode is written into whatever file this is.
    requireOurs(database, migrations);
    setPragmas(database, writerPragmas);
    migrate(database, migrations);
    return database;
  } catch (error) {
    database?.close();
    throw asShopFileError(error);
  }
}

function transaction<T>(writer: BetterSqlite3.Database, commit: () => void, work: () => T): T {
  writer.exec('BEGIN IMMEDIATE');
  try {
    const result = work();
    if (result instanceof Promise) throw new Error('A command must be synchronous');
    commit();
    return result;
  } catch (error) {
    if (writer.inTransaction) writer.exec('ROLLBACK');
    throw error;
  }
}

async function longTransaction<T>(
  writer: BetterSqlite3.Database,
  commit: () => void,
  work: () => Generator<unknown, T>,
  onStep: (step: unknown) => void,
  signal: AbortSignal,
): Promise<T> {
  writer.exec('BEGIN IMMEDIATE');
  try {
    const steps = work();
    for (;;) {
      signal.throwIfAborted();
      const step = steps.next();
      if (step.done) {
        commit();
        return step.value;
      }
      onStep(step.value);
      await new Promise((resolve) => setImmediate(resolve));
    }
  } catch (error) {
    if (writer.inTransaction) writer.exec('ROLLBACK');
    throw error;
  }
}

/**
 * Which file this is on disk. On Linux and macOS an open file can be deleted or replaced, and SQLite would go
 * on confirming orders into nowhere. `stat` opens nothing, so it does not disturb SQLite's locks.
 */
function fileIdentity(path: string): string {
  const found = statSync(path, { throwIfNoEntry: false, bigint: true });
  return found ? `${found.dev}:${found.ino}` : 'missing';
}

function asShopFileError(error: unknown): unknown {
  if (!(error instanceof BetterSqlite3.SqliteError)) return error;
  const { code, message } = error;
  if (code === 'SQLITE_NOTADB' || code.startsWith('SQLITE_CORRUPT'))
    return new ShopFileError('damaged', message);
  if (code.startsWith('SQLITE_BUSY')) return new ShopFileError('locked', message);
  if (code.startsWith('SQLITE_READONLY')) return new ShopFileError('read-only', message);
  if (code.startsWith('SQLITE_CANTOPEN')) return new ShopFileError('missing', message);
  return error;
}
