import { accessSync, constants, existsSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import BetterSqlite3 from 'better-sqlite3';
import { createDb, type FaultHearer, type ReadDb, type WriteDb } from './connection.ts';
import { probe, watchCondition } from './file-condition.ts';
import { asShopFileErrorOn } from './file-problem.ts';
import { type Migration, migrate, requireOurs, ShopFileError, type ShopFileProblem } from './migrate.ts';
import { readerPragmas, setPragmas, writerPragmas } from './pragmas.ts';
import { runLongTransaction, runTransaction, type Writing } from './run-transaction.ts';
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
  /**
   * Tells of each problem that a connection of the file meets. One that is damaged is frozen by then: from the first
   * page that cannot be read as it should nothing is written any more. A listener must not throw.
   */
  onProblem(listener: (problem: ShopFileProblem) => void): void;
  /** Tells of each broken rule that no command breaks in a sound file. A listener must not throw. */
  onDoubt(listener: () => void): void;
  /** Another connection to this file met a problem: that of the helper process. */
  met(problem: ShopFileProblem): void;
  /** Whether it was found damaged. */
  isFrozen(): boolean;
  /** What is wrong with the file now; null where it can be written. Writes nothing that anybody could read. */
  probe(): ShopFileProblem | null;
  close(): void;
};

/** One moment of the shop file, however long somebody looks at it. The log of writes grows meanwhile. */
export type Snapshot = {
  readonly read: ReadDb;
  verifySeals(key: Uint8Array, options: VerifyScope): ReturnType<typeof verifySeals>;
  /** The same steps; what they throw of the file is heard of, as what a statement throws is. */
  heard<Step, Found>(steps: Generator<Step, Found>): Generator<Step, Found>;
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
  if (!create) requireWritable(path);
  const writer = openWriter(path, migrations, create);
  const reader = openReader(path);
  const condition = watchCondition(path);
  const { hear, onProblem, onDoubt, met, isFrozen } = condition;
  const db = createDb(writer, hear);
  const listeners = new Set<() => void>();
  let sealing: Sealing | null = null;
  const writing: Writing = {
    writer,
    begin: condition.requireSound,
    commit() {
      sealing?.finish();
      condition.requireSound();
      condition.requireThere();
      writer.exec('COMMIT');
      sealing?.committed();
      for (const listener of listeners) listener();
    },
    rollback() {
      sealing?.forget();
      if (writer.inTransaction) writer.exec('ROLLBACK');
    },
    hear,
  };
  const run = <T>(work: (db: WriteDb) => T): T => runTransaction(writing, () => work(db));
  return {
    path,
    read: createDb(reader, hear),
    transaction: run,
    longTransaction(work, onStep, signal) {
      const relieved = (step: unknown): void => {
        sealing?.relieve();
        onStep(step);
      };
      return runLongTransaction(writing, () => work(db), relieved, signal);
    },
    seal(key, at) {
      if (sealing) return;
      const found = sealFile(writer, sealKeys(key));
      sealing = createSealing({ writer, db, reader, key });
      if (found.length > 0) run(() => storeFindings(db, found, at));
    },
    onCommit: (listener) => void listeners.add(listener),
    snapshot: () => snapshotOf(openReader(path), hear),
    checkpoint() {
      if (!writer.inTransaction && !isFrozen()) writer.pragma('wal_checkpoint(PASSIVE)');
    },
    ...{ onProblem, onDoubt, met, isFrozen },
    probe: () => probe(writer, condition),
    close() {
      if (isFrozen()) return closeFrozen(writer, reader);
      reader.close();
      closeWriter(writer);
    },
  };
}

/**
 * Leaves the file and its log of writes byte for byte as they are: whoever closes last moves the log into the file, and
 * one that only reads cannot.
 */
function closeFrozen(writer: BetterSqlite3.Database, reader: BetterSqlite3.Database): void {
  writer.close();
  reader.close();
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

/**
 * SQLite opens what nobody may write all the same, to be read, and each sale would be refused. Asking opens nothing, so
 * it does not disturb SQLite's locks. @throws ShopFileError `read-only`
 */
function requireWritable(path: string): void {
  const places = [dirname(path), path, `${path}-wal`, `${path}-shm`];
  for (const place of places.filter((one) => existsSync(one))) {
    try {
      accessSync(place, constants.W_OK);
    } catch (error) {
      throw new ShopFileError('read-only', `Nobody may write ${place}`, { cause: error });
    }
  }
}

function openReader(path: string): BetterSqlite3.Database {
  const reader = new BetterSqlite3(path, { fileMustExist: true, readonly: true, timeout: 2000 });
  setPragmas(reader, readerPragmas);
  return reader;
}

function snapshotOf(database: BetterSqlite3.Database, hear: FaultHearer): Snapshot {
  database.exec('BEGIN');
  // The moment is that of the first read.
  database.prepare('SELECT count(*) FROM shopFile').get();
  function* heard<Step, Found>(steps: Generator<Step, Found>): Generator<Step, Found> {
    try {
      return yield* steps;
    } catch (thrown) {
      throw hear(thrown);
    }
  }
  return {
    ...{ read: createDb(database, hear), heard },
    verifySeals: (key, options) => heard(verifySeals(database, sealKeys(key), options)),
    close: () => void database.close(),
  };
}

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
    throw asShopFileErrorOn(path, error);
  }
}
