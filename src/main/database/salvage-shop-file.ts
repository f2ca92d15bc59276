import { closeSync, copyFileSync, existsSync, openSync, statSync, writeSync } from 'node:fs';
import BetterSqlite3 from 'better-sqlite3';
import { createDb, type WriteDb } from './connection.ts';
import { flushFile, removeShopFile } from './flush.ts';
import { type Migration, migrate } from './migrate.ts';
import { setPragmas } from './pragmas.ts';
import { putTriggersAway } from './put-triggers-away.ts';
import { quoted, type SalvagedTable, salvageTable } from './salvage-table.ts';

/** What came of one table. */
export type SalvagedRows = {
  readonly name: string;
  /** Rows that stand in the new file. */
  readonly read: number;
  /** Rows that were read and could not stay, because what they belong to is gone or they break a rule. */
  readonly dropped: number;
  /** False where a part of the table could not be read. */
  readonly isWhole: boolean;
};

export type Salvaged = {
  /** False when nothing of the old file could be opened; the new one is an empty shop then, never to be put in place. */
  readonly isReadable: boolean;
  readonly tables: readonly SalvagedRows[];
};

/** Tables that the migrations fill and nobody else, and search words, which are made anew. */
const ownTables = /^(sqlite_|statusMoves$|refundMoves$|productSearch|customerSearch)/;

/**
 * Reads what can be read of a damaged shop file into a new file with the schema of these migrations. The old file and
 * its log of writes are only copied. Yields tables done of all. `finish` makes what follows from the rows: search words.
 * @throws only what keeps the new file from being written, such as a full disk.
 */
export function* salvageShopFile(
  from: string,
  to: string,
  migrations: readonly Migration[],
  finish: (db: WriteDb) => void,
): Generator<{ readonly done: number; readonly total: number }, Salvaged> {
  const reading = `${to}.reading`;
  const source = openDamaged(from, reading) ?? openWithHeader(from, reading, migrations);
  try {
    removeShopFile(to);
    const schema = schemaOf(source, migrations.length);
    const target = createTarget(to, migrations.slice(0, schema));
    try {
      const salvaged = yield* takeOver(source, target);
      migrate(target, migrations);
      target.transaction(() => finish(createDb(target)))();
      return salvaged;
    } finally {
      target.close();
      flushFile(to);
    }
  } finally {
    source?.close();
    removeShopFile(reading);
  }
}

/** Opens a copy, so that neither the file nor its log is touched; null when SQLite can make nothing of it. */
function openDamaged(from: string, reading: string): BetterSqlite3.Database | null {
  removeShopFile(reading);
  for (const ending of ['', '-wal']) {
    if (existsSync(`${from}${ending}`)) copyFileSync(`${from}${ending}`, `${reading}${ending}`);
  }
  return openCopy(reading);
}

function openCopy(reading: string): BetterSqlite3.Database | null {
  let database: BetterSqlite3.Database | null = null;
  try {
    database = new BetterSqlite3(reading, { fileMustExist: true, timeout: 2000 });
    database.pragma('trusted_schema = 0');
    // Off, so that a cell of a wrong size costs its row and not its page.
    database.pragma('cell_size_check = 0');
    database.pragma('mmap_size = 0');
    database.prepare('SELECT count(*) FROM sqlite_schema').get();
    database.pragma('query_only = 1');
    return database;
  } catch {
    database?.close();
    return null;
  }
}

const headerBytes = 100;

/** The first bytes of a file say only how it is built, and are the same for each of ours: a lost header is no lost shop. */
function openWithHeader(
  from: string,
  reading: string,
  migrations: readonly Migration[],
): BetterSqlite3.Database | null {
  if ((statSync(from, { throwIfNoEntry: false })?.size ?? 0) <= headerBytes) return null;
  const fresh = new BetterSqlite3(':memory:');
  migrate(fresh, migrations);
  const header = Buffer.from(fresh.serialize().subarray(0, headerBytes));
  fresh.close();
  // Two counters that differ: the number of pages is taken from the size of the file.
  header.writeUInt32BE(2, 24);
  header.writeUInt32BE(1, 92);
  // No list of free pages: nothing is written to this copy.
  header.fill(0, 32, 40);
  removeShopFile(reading);
  copyFileSync(from, reading);
  const opened = openSync(reading, 'r+');
  writeSync(opened, header, 0, headerBytes, 0);
  closeSync(opened);
  return openCopy(reading);
}

function schemaOf(source: BetterSqlite3.Database | null, newest: number): number {
  const said = source?.pragma('user_version', { simple: true });
  return typeof said === 'number' && said >= 1 && said <= newest ? said : newest;
}

function createTarget(to: string, migrations: readonly Migration[]): BetterSqlite3.Database {
  const target = new BetterSqlite3(to);
  setPragmas(target, { journal_mode: 'delete', synchronous: 2, temp_store: 2 });
  migrate(target, migrations);
  target.pragma('foreign_keys = OFF');
  return target;
}

/** Fills the tables in one transaction, with the triggers away meanwhile: rows stand as they stood. */
function* takeOver(
  source: BetterSqlite3.Database | null,
  target: BetterSqlite3.Database,
): Generator<{ readonly done: number; readonly total: number }, Salvaged> {
  const names = ownNames(target);
  const found: { name: string; read: number; isWhole: boolean }[] = [];
  target.exec('BEGIN IMMEDIATE');
  const bringTriggersBack = putTriggersAway(target);
  for (const [index, name] of names.entries()) {
    found.push({ name, ...(yield* fill(source, target, name)) });
    yield { done: index + 1, total: names.length };
  }
  dropDangling(target, names);
  bringTriggersBack();
  target.exec('COMMIT');
  const count = (name: string) =>
    target
      .prepare(`SELECT count(*) FROM ${quoted(name)}`)
      .pluck()
      .get() as number;
  const tables = found.map(({ name, read, isWhole }) => {
    const stayed = count(name);
    return { name, read: stayed, dropped: Math.max(0, read - stayed), isWhole };
  });
  return { isReadable: source !== null && found.some(({ read }) => read > 0), tables };
}

function ownNames(database: BetterSqlite3.Database): readonly string[] {
  const names = database
    .prepare(`SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name`)
    .pluck()
    .all() as string[];
  return names.filter((name) => !ownTables.test(name));
}

function* fill(
  source: BetterSqlite3.Database | null,
  target: BetterSqlite3.Database,
  name: string,
): Generator<{ readonly done: number; readonly total: number }, { read: number; isWhole: boolean }> {
  const table = source === null ? null : sharedTable(source, target, name);
  if (source === null || table === null) return { read: 0, isWhole: false };
  const places = table.columns.map(() => '?').join(', ');
  const insert = target.prepare(
    `INSERT OR IGNORE INTO ${quoted(name)} (${table.columns.map(quoted).join(', ')}) VALUES (${places})`,
  );
  let read = 0;
  let refused = 0;
  const put = (values: readonly unknown[]): void => {
    // What the migrations put there gives way to what the shop made of it.
    if (read === 0) target.prepare(`DELETE FROM ${quoted(name)}`).run();
    read += 1;
    try {
      // A row met twice is put in once.
      if (insert.run(...values).changes === 0) refused += 1;
    } catch (error) {
      if (isDisk(error)) throw new Error('The new file could not be written', { cause: error });
      refused += 1;
    }
  };
  const steps = salvageTable({ database: source, table, put });
  for (;;) {
    const step = steps.next();
    // A whole table is met once: what was refused there was a row, not a repetition.
    if (step.done) return { read: step.value ? read : read - refused, isWhole: step.value };
    yield { done: 0, total: 0 };
  }
}

function isDisk(error: unknown): boolean {
  const code = String((error as { code?: unknown }).code);
  return code === 'SQLITE_FULL' || code.startsWith('SQLITE_IOERR') || code === 'SQLITE_READONLY';
}

type Column = { readonly name: string; readonly type: string; readonly pk: number };

/** Null where the old file knows no such table any more. */
function sharedTable(
  source: BetterSqlite3.Database,
  target: BetterSqlite3.Database,
  name: string,
): SalvagedTable | null {
  const columnsOf = (database: BetterSqlite3.Database) =>
    database.prepare('SELECT name, type, pk FROM pragma_table_info(?)').all(name) as Column[];
  try {
    const there = new Set(columnsOf(source).map((column) => column.name));
    const columns = columnsOf(target).filter((column) => there.has(column.name));
    const key = columns.filter(({ pk }) => pk > 0).sort((one, other) => one.pk - other.pk);
    if (key.length === 0) return null;
    return {
      name,
      columns: columns.map((column) => column.name),
      key: key.map((column) => column.name),
      isCounted: key[0]?.type === 'INTEGER',
    };
  } catch {
    return null;
  }
}

type Reference = {
  readonly id: number;
  readonly table: string;
  readonly from: string;
  readonly to: string | null;
};

/** Takes out what belongs to rows that are gone; a reference that may be absent is emptied instead. */
function dropDangling(target: BetterSqlite3.Database, names: readonly string[]): void {
  for (let changed = 1; changed > 0; ) {
    changed = 0;
    for (const name of names) {
      const references = target
        .prepare('SELECT id, "table", "from", "to" FROM pragma_foreign_key_list(?)')
        .all(name) as Reference[];
      const ids = new Set(references.map(({ id }) => id));
      for (const id of ids)
        changed += dropOne(
          target,
          name,
          references.filter((one) => one.id === id),
        );
    }
  }
}

function dropOne(target: BetterSqlite3.Database, name: string, reference: readonly Reference[]): number {
  const parent = reference[0]?.table ?? '';
  const keys = target
    .prepare('SELECT name FROM pragma_table_info(?) WHERE pk > 0 ORDER BY pk')
    .pluck()
    .all(parent) as string[];
  const child = (from: string) => `${quoted(name)}.${quoted(from)}`;
  const same = reference.map(
    ({ from, to }, place) => `p.${quoted(to ?? keys[place] ?? 'rowid')} = ${child(from)}`,
  );
  const given = reference.map(({ from }) => `${child(from)} IS NOT NULL`);
  const where = `WHERE ${given.join(' AND ')}
    AND NOT EXISTS (SELECT 1 FROM ${quoted(parent)} p WHERE ${same.join(' AND ')})`;
  const [only] = reference;
  const emptied =
    reference.length === 1 && only
      ? target.prepare(`UPDATE OR IGNORE ${quoted(name)} SET ${quoted(only.from)} = NULL ${where}`).run()
          .changes
      : 0;
  return emptied + target.prepare(`DELETE FROM ${quoted(name)} ${where}`).run().changes;
}
