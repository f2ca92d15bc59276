import BetterSqlite3 from 'better-sqlite3';
import { createDb, type WriteDb } from '../connection.ts';
import { flushFile, removeShopFile } from '../flush.ts';
import { type Migration, migrate } from '../migrate.ts';
import { setPragmas } from '../pragmas.ts';
import { putTriggersAway } from '../put-triggers-away.ts';
import { estimateRows } from './salvage-counts.ts';
import { createEntries, type IndexEntries } from './salvage-entries.ts';
import { type ReadFile, readShopFile } from './salvage-file.ts';
import { createInserter, quoted, type RowInserter } from './salvage-insert.ts';
import { readLayout } from './salvage-layout.ts';
import type { MayHold } from './salvage-lost-pages.ts';
import { type Mended, mendShop } from './salvage-mend.ts';
import { openPages } from './salvage-pages.ts';
import { knownSchemas } from './salvage-shapes.ts';
import type { StandInWords } from './salvage-stand-ins.ts';

/** What came of one table. */
export type SalvagedRows = {
  readonly name: string;
  /** Rows of the old file that stand in the new one. */
  readonly read: number;
  /** About how many there were; null where nothing tells. */
  readonly expected: number | null;
  /** Rows that were read and could not stay, because what they belong to is gone or they break a rule. */
  readonly dropped: number;
  /** Rows that were lost and were put together again from what else was read. They count as read. */
  readonly rebuilt: number;
  /** Rows that were lost and were taken from a backup. They count as read. */
  readonly fromBackup: number;
  /** False where a part of the table could not be read. */
  readonly isWhole: boolean;
};

export type Salvaged = {
  /** False when nothing of the old file could be opened; the new one is an empty shop then, never to be put in place. */
  readonly isReadable: boolean;
  readonly tables: readonly SalvagedRows[];
  /** Rows of which nothing tells where they belong. */
  readonly asideRows: number;
  /** Some of what was read may have been deleted before. */
  readonly mayHoldDeleted: boolean;
  /** A part of what was written last is damaged. */
  readonly isNewestLost: boolean;
  /** Rows made up for those that are lost and that others belong to: products, customers, people. */
  readonly standIns: number;
};

export type SalvageOptions = {
  readonly migrations: readonly Migration[];
  /** Makes what follows from the rows alone: search words. */
  readonly finish: (db: WriteDb) => void;
  /** Names of what is made up. */
  readonly words: StandInWords;
  /** A verified backup of this shop that is whole: what cannot be read is taken from it where it still holds. */
  readonly backup?: string | null;
};

/** Tables that the migrations fill and nobody else, what SQLite keeps for itself, and search words, which are made anew. */
const ownTables = /^(sqlite_|statusMoves$|refundMoves$|productSearch|customerSearch)/;

type Steps<T> = Generator<{ readonly done: number; readonly total: number }, T>;

/**
 * Reads what can be read of a damaged shop file into a new file with the schema of these migrations, page by page and
 * without SQLite. The old file and its log of writes are only read. Yields pages done of all.
 * @throws only what keeps the old file from being opened or the new one from being written, such as a full disk.
 */
export function* salvageShopFile(from: string, to: string, options: SalvageOptions): Steps<Salvaged> {
  const { migrations, finish } = options;
  const pages = openPages(from);
  try {
    removeShopFile(to);
    const layout = readLayout(pages, knownSchemas(migrations));
    const target = createTarget(to, migrations.slice(0, layout.schema.version));
    try {
      const salvaged = yield* takeOver(target, { ...options, pages, layout });
      migrate(target, migrations);
      target.transaction(() => finish(createDb(target)))();
      return { ...salvaged, isNewestLost: !pages.isLogWhole };
    } finally {
      target.close();
      flushFile(to);
    }
  } finally {
    pages.close();
  }
}

function createTarget(to: string, migrations: readonly Migration[]): BetterSqlite3.Database {
  const target = new BetterSqlite3(to);
  // It is nobody's before it was flushed as a whole.
  setPragmas(target, { journal_mode: 'delete', synchronous: 0, temp_store: 2 });
  migrate(target, migrations);
  target.pragma('foreign_keys = OFF');
  return target;
}

type Source = SalvageOptions & {
  readonly pages: ReturnType<typeof openPages>;
  readonly layout: ReturnType<typeof readLayout>;
};

/** Fills the tables in one transaction, with the triggers away meanwhile: rows stand as they stood. */
function* takeOver(
  target: BetterSqlite3.Database,
  { pages, layout, migrations, words, backup = null }: Source,
): Steps<Omit<Salvaged, 'isNewestLost'>> {
  const isNewest = layout.schema.version === migrations.length;
  const tryOut = createTryOut(migrations.slice(0, layout.schema.version));
  const isAttached = backup !== null && isNewest && attachBackup(target, backup, migrations.length);
  target.exec('BEGIN IMMEDIATE');
  const bringTriggersBack = putTriggersAway(target);
  try {
    const filled = yield* fill(target, { pages, layout, mayHold: tryOut.mayHold });
    const { entries, whole, asideRows, mayHoldDeleted } = filled;
    const names = [...layout.schema.shapes.values()]
      .filter(({ name, isIndex }) => !isIndex && !ownTables.test(name))
      .map(({ name }) => name);
    const read = countsOf(target, names, filled.begun);
    const hasBackup = isAttached && isOfThisShop(target, filled);
    const mended = mendShop(target, { names, entries, whole, words, isNewest, hasBackup });
    const expected = isNewest ? estimateRows(target, { entries, read, hasBackup }) : read;
    bringTriggersBack();
    target.exec('COMMIT');
    if (isAttached) target.exec('DETACH backup');
    const tables = names.map((name) => rowsOf(name, { filled, read, mended, expected }));
    return {
      isReadable: filled.begun.size > 0,
      tables,
      asideRows,
      mayHoldDeleted,
      standIns: mended.standIns,
    };
  } finally {
    tryOut.close();
  }
}

/** Only a backup with this schema can be read beside the new file. */
function attachBackup(target: BetterSqlite3.Database, backup: string, schema: number): boolean {
  target.pragma('trusted_schema = 0');
  target.prepare('ATTACH ? AS backup').run(backup);
  const isSame = target.pragma('backup.user_version', { simple: true }) === schema;
  if (!isSame) target.exec('DETACH backup');
  return isSame;
}

/** Not a backup of another file, nor of one that went another way since. */
function isOfThisShop(target: BetterSqlite3.Database, { begun }: Filled): boolean {
  const ask = (statement: string) => target.prepare(statement).pluck().get();
  const isSameFile = ask('SELECT 1 FROM main.shopFile AS s JOIN backup.shopFile AS b ON b.fileId = s.fileId');
  const newest =
    ask(`SELECT a.hash = b.hash FROM main.auditEntries AS a JOIN backup.auditEntries AS b ON b.id = a.id
    ORDER BY a.id DESC LIMIT 1`);
  if (newest === 0) return false;
  return begun.has('shopFile') ? isSameFile === 1 : newest === 1;
}

type Results = {
  readonly filled: Filled;
  readonly read: ReadonlyMap<string, number>;
  readonly mended: Mended;
  readonly expected: ReadonlyMap<string, number>;
};

function rowsOf(name: string, { filled, read, mended, expected }: Results): SalvagedRows {
  const went = mended.dropped.get(name) ?? 0;
  const dropped = (filled.refused.get(name) ?? 0) + went;
  const rebuilt = mended.rebuilt.get(name) ?? 0;
  const fromBackup = mended.fromBackup.get(name) ?? 0;
  const stayed = (read.get(name) ?? 0) - went + rebuilt + fromBackup;
  const isWhole = filled.whole.has(name);
  const about = isWhole ? stayed + dropped : (expected.get(name) ?? null);
  return {
    ...{ name, read: stayed, rebuilt, fromBackup, dropped, isWhole },
    expected: about === null ? null : Math.max(about, stayed),
  };
}

/** A shop file in memory, made when it is needed, to ask its tables what rows they would take. */
function createTryOut(migrations: readonly Migration[]): { mayHold: MayHold; close(): void } {
  let database: BetterSqlite3.Database | null = null;
  let insert: RowInserter | null = null;
  const open = (): BetterSqlite3.Database => {
    const opened = new BetterSqlite3(':memory:');
    migrate(opened, migrations);
    putTriggersAway(opened);
    opened.pragma('foreign_keys = OFF');
    return opened;
  };
  return {
    mayHold(shape, rows) {
      database ??= open();
      insert ??= createInserter(database);
      const put = insert;
      database.exec('BEGIN');
      try {
        return rows.every((row) => put(shape, row) !== 'refused');
      } finally {
        database.exec('ROLLBACK');
      }
    },
    close: () => void database?.close(),
  };
}

type Filled = ReadFile & {
  readonly entries: IndexEntries;
  readonly refused: ReadonlyMap<string, number>;
  /** Tables of which any row was read. */
  readonly begun: ReadonlySet<string>;
};

function* fill(
  target: BetterSqlite3.Database,
  source: Pick<Source, 'pages' | 'layout'> & { readonly mayHold: MayHold },
): Steps<Filled> {
  const insert = createInserter(target);
  const entries = createEntries();
  const begun = new Set<string>();
  const refused = new Map<string, number>();
  const found = yield* readShopFile({
    ...source,
    takeEntry: entries.take,
    takeRow(shape, row) {
      if (ownTables.test(shape.name)) return;
      // What the migrations put there gives way to what the shop made of it.
      if (!begun.has(shape.name)) target.exec(`DELETE FROM ${quoted(shape.name)}`);
      begun.add(shape.name);
      if (insert(shape, row) === 'refused') refused.set(shape.name, (refused.get(shape.name) ?? 0) + 1);
    },
  });
  return { ...found, entries, refused, begun };
}

/** Of a table of which no row was read there is at most what the migrations put there. */
function countsOf(
  target: BetterSqlite3.Database,
  names: readonly string[],
  begun: ReadonlySet<string>,
): ReadonlyMap<string, number> {
  const count = (name: string) =>
    target
      .prepare(`SELECT count(*) FROM ${quoted(name)}`)
      .pluck()
      .get() as number;
  return new Map(names.map((name) => [name, begun.has(name) ? count(name) : 0]));
}
