import type BetterSqlite3 from 'better-sqlite3';

/** A table as both files have it. */
export type SalvagedTable = {
  readonly name: string;
  readonly columns: readonly string[];
  /** The columns of its primary key, in order. */
  readonly key: readonly string[];
  /** Whether the first column of its key is a whole number, so that what cannot be read can be gone round. */
  readonly isCounted: boolean;
};

export type TableSource = {
  readonly database: BetterSqlite3.Database;
  readonly table: SalvagedTable;
  /** Takes one row, the values in the order of the columns; called again for a row that is met twice. */
  readonly put: (values: readonly unknown[]) => void;
};

/** A stretch of first key columns of which nothing is known yet; both ends belong to it. */
type Stretch = { readonly from: number; readonly to: number };
type Walked = { readonly last: number | null; readonly isWhole: boolean };

/** So many questions in a row that bring nothing new, and the rest of the holes is given up. */
const mostInVain = 1000;
const rowsPerStep = 500;

/**
 * Reads what can be read of a table in order of its key: from the front to the first fault, from the back to the
 * first fault, and by halves into what lies between. Never throws for a fault of the file.
 *
 * @returns whether every part of the table could be read.
 */
export function* salvageTable(source: TableSource): Generator<number, boolean> {
  const front = yield* walk(source, null, 'ASC');
  if (front.isWhole) return true;
  const back = yield* walk(source, null, 'DESC');
  if (!source.table.isCounted) return false;
  const from = front.last ?? 0;
  const to = back.last ?? Number.MAX_SAFE_INTEGER;
  yield* walkHoles(source, { from, to });
  return false;
}

/** The widest holes first, so that where it must end most has been read. */
function* walkHoles(source: TableSource, hole: Stretch): Generator<number, void> {
  const holes: Stretch[] = [hole];
  for (let inVain = 0; inVain < mostInVain; inVain += 1) {
    const next = holes.shift();
    if (next === undefined) return;
    const middle = next.from + Math.floor((next.to - next.from) / 2);
    for (const half of [
      { from: next.from, to: middle },
      { from: middle + 1, to: next.to },
    ]) {
      if (half.from > half.to) continue;
      const front = yield* walk(source, half, 'ASC');
      if (front.last !== null) inVain = 0;
      if (front.isWhole) continue;
      const back = yield* walk(source, half, 'DESC');
      if (back.last !== null) inVain = 0;
      const left = { from: (front.last ?? half.from - 1) + 1, to: (back.last ?? half.to + 1) - 1 };
      // One key alone that cannot be read is lost.
      if (left.from < left.to || (left.from === left.to && half.from < half.to)) holes.push(left);
    }
  }
}

function* walk(
  { database, table, put }: TableSource,
  stretch: Stretch | null,
  direction: 'ASC' | 'DESC',
): Generator<number, Walked> {
  const first = quoted(table.key[0] ?? 'rowid');
  const order = table.key.map((column) => `${quoted(column)} ${direction}`).join(', ');
  const place = table.columns.indexOf(table.key[0] ?? '');
  let last: number | null = null;
  let read = 0;
  try {
    const select = database
      .prepare(
        `SELECT ${table.columns.map(quoted).join(', ')} FROM main.${quoted(table.name)} NOT INDEXED
         ${stretch ? `WHERE ${first} BETWEEN ? AND ?` : ''} ORDER BY ${order}`,
      )
      .raw()
      .safeIntegers();
    const bounds = stretch ? [BigInt(stretch.from), BigInt(stretch.to)] : [];
    for (const row of select.iterate(...bounds)) {
      const values = row as readonly unknown[];
      put(values);
      const key = values[place];
      if (typeof key === 'bigint') last = Number(key);
      read += 1;
      if (read % rowsPerStep === 0) yield read;
    }
    return { last, isWhole: true };
  } catch (error) {
    if (!isFault(error)) throw error;
    return { last, isWhole: false };
  }
}

function isFault(error: unknown): boolean {
  const code = (error as { code?: unknown }).code;
  return typeof code === 'string' && code.startsWith('SQLITE_');
}

export function quoted(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}
