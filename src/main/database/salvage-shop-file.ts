import BetterSqlite3 from 'better-sqlite3';
import { createDb, type WriteDb } from './connection.ts';
import { flushFile, removeShopFile } from './flush.ts';
import { type Migration, migrate } from './migrate.ts';
import { setPragmas } from './pragmas.ts';
import { putTriggersAway } from './put-triggers-away.ts';
import { estimateRows } from './salvage-counts.ts';
import { createEntries, type IndexEntries } from './salvage-entries.ts';
import { type ReadFile, readShopFile } from './salvage-file.ts';
import { createInserter, quoted } from './salvage-insert.ts';
import { readLayout } from './salvage-layout.ts';
import type { MayHold } from './salvage-lost-pages.ts';
import { mendShop } from './salvage-mend.ts';
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
  /** What the newest verified backup holds: there were at least as many, where nothing was deleted. */
  readonly known?: Readonly<Record<string, number>>;
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
  setPragmas(target, { journal_mode: 'delete', synchronous: 2, temp_store: 2 });
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
  { pages, layout, migrations, words, known = {} }: Source,
): Steps<Omit<Salvaged, 'isNewestLost'>> {
  const tryOut = createTryOut(migrations.slice(0, layout.schema.version));
  target.exec('BEGIN IMMEDIATE');
  const bringTriggersBack = putTriggersAway(target);
  try {
    const { entries, refused, ...found } = yield* fill(target, { pages, layout, mayHold: tryOut.mayHold });
    const names = [...layout.schema.shapes.values()]
      .filter(({ name, isIndex }) => !isIndex && !ownTables.test(name))
      .map(({ name }) => name);
    const isNewest = layout.schema.version === migrations.length;
    const read = countsOf(target, names);
    const isReadable = found.whole.size > 0 && [...read.values()].some((count) => count > 0);
    const mended = mendShop(target, { names, entries, whole: found.whole, words, isNewest });
    const expected = isNewest ? estimateRows(target, { entries, read, known }) : read;
    bringTriggersBack();
    target.exec('COMMIT');
    const tables = names.map((name): SalvagedRows => {
      const dropped = (refused.get(name) ?? 0) + (mended.dropped.get(name) ?? 0);
      const rebuilt = mended.rebuilt.get(name) ?? 0;
      const stayed = (read.get(name) ?? 0) - (mended.dropped.get(name) ?? 0) + rebuilt;
      const isWhole = found.whole.has(name);
      const about = isWhole ? stayed + dropped : (expected.get(name) ?? null);
      return {
        ...{ name, read: stayed, rebuilt, dropped, isWhole },
        expected: about === null ? null : Math.max(about, stayed),
      };
    });
    const { asideRows, mayHoldDeleted } = found;
    return { isReadable, tables, asideRows, mayHoldDeleted, standIns: mended.standIns };
  } finally {
    tryOut.close();
  }
}

/** A shop file in memory, to ask its tables what rows they would take. */
function createTryOut(migrations: readonly Migration[]): { mayHold: MayHold; close(): void } {
  const database = new BetterSqlite3(':memory:');
  migrate(database, migrations);
  putTriggersAway(database);
  database.pragma('foreign_keys = OFF');
  const insert = createInserter(database);
  return {
    mayHold(shape, rows) {
      database.exec('BEGIN');
      try {
        return rows.every((row) => insert(shape, row) !== 'refused');
      } finally {
        database.exec('ROLLBACK');
      }
    },
    close: () => void database.close(),
  };
}

type Filled = ReadFile & { readonly entries: IndexEntries; readonly refused: ReadonlyMap<string, number> };

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
  return { ...found, entries, refused };
}

function countsOf(target: BetterSqlite3.Database, names: readonly string[]): ReadonlyMap<string, number> {
  return new Map(
    names.map((name) => [
      name,
      target
        .prepare(`SELECT count(*) FROM ${quoted(name)}`)
        .pluck()
        .get() as number,
    ]),
  );
}
