import type BetterSqlite3 from 'better-sqlite3';
import { quoted } from './salvage-insert.ts';

type Reference = {
  readonly id: number;
  readonly table: string;
  readonly from: string;
  readonly to: string | null;
};

/** What belongs to one row of another table, column by column. */
export type ReferenceTo = {
  readonly child: string;
  readonly parent: string;
  /** Columns of the child, and those of the parent that they name. */
  readonly columns: readonly { readonly from: string; readonly to: string }[];
};

/** What the rows of these tables refer to. */
export function referencesOf(
  database: BetterSqlite3.Database,
  names: readonly string[],
): readonly ReferenceTo[] {
  return names.flatMap((child) => {
    const listed = database
      .prepare('SELECT id, "table", "from", "to" FROM pragma_foreign_key_list(?) ORDER BY id, seq')
      .all(child) as Reference[];
    const ids = [...new Set(listed.map(({ id }) => id))];
    return ids.map((id): ReferenceTo => {
      const own = listed.filter((one) => one.id === id);
      const parent = own[0]?.table ?? '';
      const keys = database
        .prepare('SELECT name FROM pragma_table_info(?) WHERE pk > 0 ORDER BY pk')
        .pluck()
        .all(parent) as string[];
      const columns = own.map(({ from, to }, place) => ({ from, to: to ?? keys[place] ?? 'rowid' }));
      return { child, parent, columns };
    });
  });
}

/** Rows of a child whose parent is not there, as what follows FROM. */
export function danglingRows({ child, parent, columns }: ReferenceTo): string {
  const same = columns.map(({ from, to }) => `p.${quoted(to)} = ${quoted(child)}.${quoted(from)}`);
  const given = columns.map(({ from }) => `${quoted(child)}.${quoted(from)} IS NOT NULL`);
  return `${quoted(child)} WHERE ${given.join(' AND ')}
    AND NOT EXISTS (SELECT 1 FROM ${quoted(parent)} p WHERE ${same.join(' AND ')})`;
}

/**
 * Takes out what belongs to rows that are gone; a reference that may be absent is emptied instead. Answers how many
 * rows of each table went.
 */
export function dropDangling(
  database: BetterSqlite3.Database,
  references: readonly ReferenceTo[],
): ReadonlyMap<string, number> {
  const dropped = new Map<string, number>();
  for (let changed = 1; changed > 0; ) {
    changed = 0;
    for (const reference of references) {
      const { child, columns } = reference;
      const rows = danglingRows(reference);
      const isThere = database.prepare(`SELECT 1 FROM ${rows} LIMIT 1`).get() !== undefined;
      if (!isThere) continue;
      const [only] = columns;
      if (columns.length === 1 && only) changed += emptied(database, reference, only.from);
      const { changes } = database.prepare(`DELETE FROM ${rows}`).run();
      changed += changes;
      dropped.set(child, (dropped.get(child) ?? 0) + changes);
    }
  }
  return dropped;
}

/** A column that may not be empty, or whose row would break a rule so, stays as it is. */
function emptied(database: BetterSqlite3.Database, reference: ReferenceTo, column: string): number {
  const rows = danglingRows(reference).slice(quoted(reference.child).length);
  try {
    return database
      .prepare(`UPDATE OR IGNORE ${quoted(reference.child)} SET ${quoted(column)} = NULL${rows}`)
      .run().changes;
  } catch (error) {
    if (String((error as { code?: unknown }).code).startsWith('SQLITE_CONSTRAINT')) return 0;
    throw error;
  }
}
