import type BetterSqlite3 from 'better-sqlite3';
import { rowHash, type sealKeys } from './seal-keys.ts';
import { hashedColumns } from './seal-triggers.ts';
import type { SealedKind } from './sealed-kinds.ts';
import { addHash, partOf, partSize, type Sum, zeroSum } from './sum.ts';

/** All rows of a kind, counted and summed up; `parts` by owner. */
export type RowSums = {
  readonly rowCount: number;
  readonly sum: Sum;
  readonly parts: ReadonlyMap<number, number>;
};

/** Rows that are hashed in one go: some milliseconds. */
const mostInStep = 400;

/** Counts and sums up the rows of a kind as this connection sees them, step by step; yields how many rows each took. */
export function* sumRows(
  database: BetterSqlite3.Database,
  sealed: SealedKind,
  columns: readonly string[],
  keys: ReturnType<typeof sealKeys>,
): Generator<number, RowSums> {
  const { table, only, owner, no } = sealed;
  const names = columns.map((column) => `r."${column}"`).join(', ');
  const rows = database
    .prepare<[], unknown[]>(
      `SELECT ${owner('r')}, ${names} FROM main.${table} AS r WHERE ${only?.('r') ?? 'TRUE'}`,
    )
    .raw()
    .iterate();
  const sum = zeroSum();
  const parts = new Map<number, number>();
  let rowCount = 0;
  for (const [of, ...values] of rows) {
    const hash = rowHash(keys, no, values);
    addHash(sum, hash, 1);
    parts.set(Number(of), ((parts.get(Number(of)) ?? 0) + partOf(hash, 1)) % partSize);
    rowCount += 1;
    if (rowCount % mostInStep === 0) yield mostInStep;
  }
  yield rowCount % mostInStep;
  return { rowCount, sum, parts };
}

/** The columns that a digest was made of, where the file still has all of them. */
export function keptColumns(
  database: BetterSqlite3.Database,
  sealed: SealedKind,
  written: string,
): readonly string[] | null {
  const columns = readColumns(written);
  const present = new Set(hashedColumns(database, { table: sealed.table }));
  return columns?.every((column) => present.has(column)) ? columns : null;
}

function readColumns(written: string): readonly string[] | null {
  const parsed: unknown = JSON.parse(written);
  return Array.isArray(parsed) && parsed.every((column) => typeof column === 'string') ? parsed : null;
}
