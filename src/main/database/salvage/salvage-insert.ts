import type BetterSqlite3 from 'better-sqlite3';
import type { StoredRow } from './salvage-page.ts';
import type { TreeShape } from './salvage-shapes.ts';

/** What became of a row: it is in; one with its key stands there already; the table does not take such a row. */
export type Inserted = 'in' | 'twice' | 'refused';

/** Puts rows, as they were stored, into the tables of a file. */
export type RowInserter = (shape: TreeShape, row: StoredRow) => Inserted;

const twice = new Set([
  'SQLITE_CONSTRAINT_PRIMARYKEY',
  'SQLITE_CONSTRAINT_ROWID',
  'SQLITE_CONSTRAINT_UNIQUE',
]);

/** Columns that a row does not have yet, because it is older than they are, get what they have by default. */
export function createInserter(database: BetterSqlite3.Database): RowInserter {
  const statements = new Map<string, BetterSqlite3.Statement>();
  const statementFor = ({ name, columns }: TreeShape, length: number): BetterSqlite3.Statement => {
    const key = `${name} ${length}`;
    const known = statements.get(key);
    if (known) return known;
    const names = columns.slice(0, length).map((column) => quoted(column.name));
    const made = database.prepare(
      `INSERT INTO main.${quoted(name)} (${names.join(', ')}) VALUES (${names.map(() => '?').join(', ')})`,
    );
    statements.set(key, made);
    return made;
  };
  return (shape, { rowId, values }) => {
    const given = values.map((value, place) => (shape.columns[place]?.isRowId ? rowId : value));
    try {
      statementFor(shape, values.length).run(...given);
      return 'in';
    } catch (error) {
      const code = String((error as { code?: unknown }).code);
      if (twice.has(code)) return 'twice';
      // Also a text that a check cannot work with.
      if (code.startsWith('SQLITE_CONSTRAINT') || code === 'SQLITE_ERROR' || code === 'SQLITE_TOOBIG')
        return 'refused';
      throw new Error('The new file could not be written', { cause: error });
    }
  };
}

export function quoted(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}
