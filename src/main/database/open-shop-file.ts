import { existsSync, statSync } from 'node:fs';
import BetterSqlite3 from 'better-sqlite3';
import { createDb, type ReadDb, type WriteDb } from './connection.ts';
import { type Migration, migrate, requireOurs, ShopFileError } from './migrate.ts';
import { readerPragmas, setPragmas, writerPragmas } from './pragmas.ts';
import { storeFindings } from './sealing/raw-finding.ts';
import { sealFile } from './sealing/seal-file.ts';
import { sealKeys } from './sealing/seal-keys.ts';
import { createSealing, type Sealing } from './sealing/sealing.ts';
import { type VerifyScope, verifySeals } from './sealing/verify-seals.ts';

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
  /**
   * Seals from now on what every transaction writes, with the key of the audit log; what was found while the seals were
   * brought to the file's schema is kept among the findings of `at`. Once for each file.
   */
  seal(key: Uint8Array, at: number): void;
  /** Tells of each commit, once it is on disk. A listener must not throw. */
  onCommit(listener: () => void): void;
  /** The shop as it is now, to be looked through while selling goes on. */
  snapshot(): Snapshot;
  /** Moves what was written so far into the file itself; waits for nobody, and not while a long command runs. */
  checkpoint(): void;
  close(): void;
};

/** One moment of the shop file, however long somebody looks at it. The log of writes grows meanwhile. */
export type Snapshot = {
  readonly read: ReadDb;
  verifySeals(key: Uint8Array, options: VerifyScope): ReturnType<typeof verifySeals>;
  close(): void;
};

export type OpenOptions = {
  readonly path: string;
  readonly migrations: readonly Migration[];
  /** Only the first run creates a file: a shop that is missing must never become an empty one. */
  readonly create: boolean;
};

/** The file has an earlier schema. It is never migrated where it lies: `shell/upgrade-shop.ts` puts a copy in its place. */
export class OlderFileError extends Error {
  constructor(schema: number) {
    super(`The shop file has schema ${schema} and is to be upgraded first`);
  }
}

/**
 * Opens the shop file as `docs/reliability.md` says; an empty one gets the newest schema.
 * @throws ShopFileError with the problem's name when it cannot be opened safely, OlderFileError.
 */
export function openShopFile({ path, migrations, create }: OpenOptions): ShopFile {
  if (!create && !existsSync(path)) throw new ShopFileError('missing', `No shop file at ${path}`);
  if (!create && statSync(path).size === 0) {
    throw new ShopFileError('damaged', `The shop file at ${path} is empty`);
  }
  const writer = openWriter(path, migrations, create);
  const reader = openReader(path);
  const db = createDb(writer);
  const identity = fileIdentity(path);
  const listeners = new Set<() => void>();
  let sealing: Sealing | null = null;
  const commit = (): void => {
    sealing?.finish();
    if (fileIdentity(path) !== identity) {
      throw new ShopFileError('missing', 'The shop file was moved or replaced while it was open.');
    }
    writer.exec('COMMIT');
    sealing?.committed();
    for (const listener of listeners) listener();
  };
  const connection: Connection = {
    writer,
    commit,
    rollback() {
      sealing?.forget();
      if (writer.inTransaction) writer.exec('ROLLBACK');
    },
  };
  const run = <T>(work: (db: WriteDb) => T): T => transaction(connection, () => work(db));
  return {
    path,
    read: createDb(reader),
    transaction: run,
    longTransaction: (work, onStep, signal) =>
      longTransaction(
        connection,
        () => work(db),
        (step) => {
          sealing?.relieve();
          onStep(step);
        },
        signal,
      ),
    seal(key, at) {
      if (sealing) return;
      const found = sealFile(writer, sealKeys(key));
      sealing = createSealing({ writer, db, reader, key });
      if (found.length > 0) run(() => storeFindings(db, found, at));
    },
    onCommit: (listener) => void listeners.add(listener),
    snapshot: () => snapshotOf(openReader(path)),
    checkpoint() {
      if (!writer.inTransaction) writer.pragma('wal_checkpoint(PASSIVE)');
    },
    close() {
      reader.close();
      closeWriter(writer);
    },
  };
}

function closeWriter(writer: BetterSqlite3.Database): void {
  try {
    writer.pragma('optimize');
  } catch (error) {
    // Only makes later questions quicker: on a full disk the shop is closed without it.
    if (!(error instanceof BetterSqlite3.SqliteError)) throw error;
  } finally {
    writer.close();
  }
}

function openReader(path: string): BetterSqlite3.Database {
  const reader = new BetterSqlite3(path, { fileMustExist: true, readonly: true, timeout: 2000 });
  setPragmas(reader, readerPragmas);
  return reader;
}

function snapshotOf(database: BetterSqlite3.Database): Snapshot {
  database.exec('BEGIN');
  // The moment is that of the first read.
  database.prepare('SELECT count(*) FROM shopFile').get();
  return {
    read: createDb(database),
    verifySeals: (key, options) => verifySeals(database, sealKeys(key), options),
    close: () => void database.close(),
  };
}

/** The connection that writes, and how a transaction of it ends. */
type Connection = {
  readonly writer: BetterSqlite3.Database;
  commit(): void;
  rollback(): void;
};

function openWriter(path: string, migrations: readonly Migration[], create: boolean): BetterSqlite3.Database {
  let database: BetterSqlite3.Database | undefined;
  try {
    database = new BetterSqlite3(path, { fileMustExist: !create, timeout: 2000 });
    // Before the settings: the journal mode is written into whatever file this is.
    const schema = requireOurs(database, migrations);
    if (schema > 0 && schema < migrations.length) throw new OlderFileError(schema);
    setPragmas(database, writerPragmas);
    migrate(database, migrations);
    return database;
  } catch (error) {
    database?.close();
    throw asShopFileError(error);
  }
}

function transaction<T>({ writer, commit, rollback }: Connection, work: () => T): T {
  writer.exec('BEGIN IMMEDIATE');
  try {
    const result = work();
    if (result instanceof Promise) throw new Error('A command must be synchronous');
    commit();
    return result;
  } catch (error) {
    rollback();
    throw error;
  }
}

async function longTransaction<T>(
  { writer, commit, rollback }: Connection,
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
    rollback();
    throw error;
  }
}

/**
 * Which files these are on disk, the shop file and its log of writes. On Linux and macOS an open file can be deleted or
 * replaced, and SQLite would go on confirming orders into nowhere. `stat` opens nothing, so it does not disturb SQLite's
 * locks.
 */
function fileIdentity(path: string): string {
  // What was written last lies in the log of writes alone: without it a crash takes paid orders along.
  return `${identityOf(path)} ${identityOf(`${path}-wal`)}`;
}

function identityOf(path: string): string {
  const found = statSync(path, { throwIfNoEntry: false, bigint: true });
  return found ? `${found.dev}:${found.ino}` : 'missing';
}

/** What SQLite says, as the problem that it is for a shop. */
export function asShopFileError(error: unknown): unknown {
  if (!(error instanceof BetterSqlite3.SqliteError)) return error;
  const { code, message } = error;
  if (code === 'SQLITE_NOTADB' || code.startsWith('SQLITE_CORRUPT'))
    return new ShopFileError('damaged', message);
  if (code.startsWith('SQLITE_BUSY')) return new ShopFileError('locked', message);
  if (code.startsWith('SQLITE_READONLY')) return new ShopFileError('read-only', message);
  if (code.startsWith('SQLITE_CANTOPEN')) return new ShopFileError('missing', message);
  return error;
}
