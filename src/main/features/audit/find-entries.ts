import { type RawBuilder, type SqlBool, sql } from 'kysely';
import { stretchBits } from '../../app/audit-marks.ts';
import type { ReadDb } from '../../database/connection.ts';
import { type EntryFilter, filterConditions, filterStretches } from './entry-filter.ts';
import { type EntryRow, entryColumns } from './entry-view.ts';
import { entriesOfOrder } from './order-entries.ts';

/** Stretches that are read in one go: some ten thousand entries, some ten milliseconds each thousand. */
const mostStretches = 60;

export type FoundEntries = {
  readonly rows: readonly EntryRow[];
  /** Everything from this entry on is looked through; null where the log's beginning is reached. */
  readonly through: number | null;
};

/**
 * Entries before one of them, newest first, at most so many. Only stretches of the log are read in which what is looked
 * for occurs, and so many of them that nobody waits: there may be more even where few or none were found.
 */
export function findEntries(db: ReadDb, filter: EntryFilter, beforeId: number, most: number): FoundEntries {
  const conditions = filterConditions(filter);
  if (filter.orderId !== null) {
    const ids = entriesOfOrder(db, filter.orderId);
    const those = sql<SqlBool>`e.id IN (${ids.length === 0 ? sql`NULL` : sql.join(ids)})`;
    const rows = read(db, both(those, conditions), beforeId, most);
    return { rows, through: reached(rows, most) };
  }
  const marked = filterStretches(filter);
  if (marked === null && conditions === null) {
    const rows = read(db, null, beforeId, most);
    return { rows, through: reached(rows, most) };
  }
  return readStretches(db, stretchesBefore(db, marked, beforeId), conditions, { beforeId, most });
}

function readStretches(
  db: ReadDb,
  stretches: readonly number[],
  conditions: RawBuilder<SqlBool> | null,
  { beforeId, most }: { readonly beforeId: number; readonly most: number },
): FoundEntries {
  const rows: EntryRow[] = [];
  for (const [index, stretch] of stretches.entries()) {
    const firstId = stretch << stretchBits;
    if (index === mostStretches) return { rows, through: firstId + (1 << stretchBits) };
    const within = both(sql<SqlBool>`e.id >= ${firstId}`, conditions);
    const end = Math.min(beforeId, firstId + (1 << stretchBits));
    rows.push(...read(db, within, end, most - rows.length));
    if (rows.length === most) return { rows, through: rows.at(-1)?.id ?? firstId };
  }
  return { rows, through: null };
}

/** The stretches to look through, newest first; one more than are read in one go. */
function stretchesBefore(
  db: ReadDb,
  marked: RawBuilder<{ stretch: number }> | null,
  beforeId: number,
): readonly number[] {
  const newest = db.get(sql<{ id: number | null }>`SELECT max(id) AS id FROM auditEntries`)?.id ?? 0;
  const last = Math.min(beforeId - 1, newest) >> stretchBits;
  if (marked === null) {
    return Array.from({ length: Math.min(last + 1, mostStretches + 1) }, (_, index) => last - index);
  }
  const found = db.all(sql<{ stretch: number }>`SELECT DISTINCT stretch FROM (${marked})
    WHERE stretch <= ${last} ORDER BY stretch DESC LIMIT ${sql.lit(mostStretches + 1)}`);
  return found.map(({ stretch }) => stretch);
}

function read(
  db: ReadDb,
  conditions: RawBuilder<SqlBool> | null,
  beforeId: number,
  most: number,
): readonly EntryRow[] {
  return db.all(sql<EntryRow>`SELECT ${entryColumns} FROM auditEntries AS e
    LEFT JOIN staff AS person ON person.id = e.staffId LEFT JOIN staff AS approver ON approver.id = e.approvedBy
    WHERE e.id < ${beforeId}${conditions === null ? sql`` : sql` AND ${conditions}`}
    ORDER BY e.id DESC LIMIT ${most}`);
}

function both(one: RawBuilder<SqlBool>, other: RawBuilder<SqlBool> | null): RawBuilder<SqlBool> {
  return other === null ? one : sql<SqlBool>`${one} AND ${other}`;
}

function reached(rows: readonly EntryRow[], most: number): number | null {
  return rows.length === most ? (rows.at(-1)?.id ?? null) : null;
}
