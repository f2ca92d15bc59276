import BetterSqlite3 from 'better-sqlite3';
import { setPragmas } from './pragmas.ts';

/** The columns that are asked of each table. */
export type WantedTables = Readonly<Record<string, readonly string[]>>;

/** A row by the names that were asked for: each value as text, whatever the file kept it as; blobs are null. */
export type ForeignRow = Readonly<Record<string, string | null>>;

/** Why a file is not read: no SQLite database, damaged, or more rows than anybody has. */
export type ForeignProblem = 'unreadable' | 'too-many-rows';

export class ForeignFileError extends Error {
  readonly problem: ForeignProblem;
  constructor(problem: ForeignProblem) {
    super(`The foreign file is ${problem}`);
    this.name = 'ForeignFileError';
    this.problem = problem;
  }
}

const signature = 'SQLite format 3\0';
const rowsPerStep = 500;

/** True for bytes that say they are a SQLite database. */
export function isSqliteFile(bytes: Uint8Array): boolean {
  return Buffer.from(bytes.subarray(0, signature.length)).toString('latin1') === signature;
}

/**
 * Reads the wanted columns of the wanted tables out of the bytes of a stranger's SQLite file; yields how many rows
 * were read. The file is opened in memory, read-only, and nothing of its own is run: views and virtual tables are
 * left alone, generated columns are not asked for, and reading rows fires no trigger. A table that is not there is
 * absent from the answer; columns that are not there are absent from its rows.
 * @throws ForeignFileError
 */
export function* readForeignTables(
  bytes: Uint8Array,
  wanted: WantedTables,
  mostRows: number,
): Generator<number, Readonly<Record<string, readonly ForeignRow[]>>> {
  let database: BetterSqlite3.Database | null = null;
  try {
    database = new BetterSqlite3(withoutWal(bytes), { readonly: true });
    setPragmas(database, { query_only: 1, trusted_schema: 0, cell_size_check: 1, temp_store: 2 });
    database.defaultSafeIntegers(true);
    const tables: Record<string, readonly ForeignRow[]> = {};
    let before = 0;
    for (const [name, columns] of Object.entries(wanted)) {
      const rows = yield* readTable(database, { name, columns, before, mostRows });
      if (rows === null) continue;
      tables[name] = rows;
      before += rows.length;
    }
    return tables;
  } catch (error) {
    if (error instanceof ForeignFileError) throw error;
    throw new ForeignFileError('unreadable');
  } finally {
    database?.close();
  }
}

type Table = {
  readonly name: string;
  readonly columns: readonly string[];
  readonly before: number;
  readonly mostRows: number;
};

function* readTable(
  database: BetterSqlite3.Database,
  { name, columns, before, mostRows }: Table,
): Generator<number, readonly ForeignRow[] | null> {
  const written = ordinaryTable(database, name);
  if (written === null) return null;
  const there = database.prepare('SELECT name FROM pragma_table_info(?)').pluck().all(written) as string[];
  const found = columns.flatMap((column) => {
    const own = there.find((one) => one.toLowerCase() === column.toLowerCase());
    return own === undefined ? [] : [`${quoted(own)} AS ${quoted(column)}`];
  });
  if (found.length === 0) return [];
  const rows: ForeignRow[] = [];
  // No index of the file is used: a wrong one would hide rows.
  const select = database.prepare(`SELECT ${found.join(', ')} FROM main.${quoted(written)} NOT INDEXED`);
  for (const row of select.iterate()) {
    if (before + rows.length >= mostRows) throw new ForeignFileError('too-many-rows');
    rows.push(asTexts(row as Readonly<Record<string, unknown>>));
    if (rows.length % rowsPerStep === 0) yield before + rows.length;
  }
  return rows;
}

/** The table's name as the file spells it; null where it has none, or a view or virtual table instead. */
function ordinaryTable(database: BetterSqlite3.Database, name: string): string | null {
  const found = database
    .prepare(
      `SELECT name FROM main.sqlite_schema WHERE type = 'table' AND name = ? COLLATE NOCASE
         AND rootpage > 0 AND sql NOT LIKE 'CREATE VIRTUAL%'`,
    )
    .pluck()
    .get(name);
  return typeof found === 'string' ? found : null;
}

function quoted(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}

function asTexts(row: Readonly<Record<string, unknown>>): ForeignRow {
  const texts: Record<string, string | null> = {};
  for (const [name, value] of Object.entries(row)) {
    // A number's shortest digits are those it was written with; no amount passes through arithmetic here.
    const isPlain = typeof value === 'string' || typeof value === 'number' || typeof value === 'bigint';
    texts[name] = isPlain ? String(value) : null;
  }
  return texts;
}

/** A copy whose header asks for no write-ahead log: there is none beside bytes in memory. */
function withoutWal(bytes: Uint8Array): Buffer {
  const copy = Buffer.from(bytes);
  if (copy.length > 19 && copy[18] === 2) copy.fill(1, 18, 20);
  return copy;
}
