import type { StoredRow } from './salvage-page.ts';
import type { StoredValue } from './salvage-record.ts';
import type { TreeShape } from './salvage-shapes.ts';

/** What the indices of a table hold of one of its rows, by column. */
export type IndexEntry = Readonly<Record<string, StoredValue>>;

/** What the indices hold of tables that are not whole. */
export type IndexEntries = {
  readonly take: (shape: TreeShape, row: StoredRow) => void;
  /** By the number of the row; nothing of tables whose rows have none. */
  readonly of: (table: string) => ReadonlyMap<number, IndexEntry>;
  /** How many rows of a table there must have been. */
  readonly count: (table: string) => number;
};

const none: ReadonlyMap<number, IndexEntry> = new Map();

export function createEntries(): IndexEntries {
  const byTable = new Map<string, Map<number, Record<string, StoredValue>>>();
  // Of an index of all rows that has more entries than the table has rows, the rows are lost.
  const counts = new Map<string, number>();
  return {
    take(shape, { values }) {
      counts.set(shape.name, (counts.get(shape.name) ?? 0) + 1);
      const id = shape.columns.at(-1)?.name === 'rowid' ? values.at(-1) : null;
      if (typeof id !== 'number') return;
      const rows = byTable.get(shape.table) ?? new Map<number, Record<string, StoredValue>>();
      byTable.set(shape.table, rows);
      const entry = rows.get(id) ?? {};
      rows.set(id, entry);
      shape.columns.forEach(({ name }, place) => {
        const value = values[place];
        if (name !== '' && name !== 'rowid' && value !== undefined) entry[name] = value;
      });
    },
    of: (table) => byTable.get(table) ?? none,
    count(table) {
      const ofOthers = [...counts].filter(([name]) => indexTables.get(name) === table);
      return Math.max(byTable.get(table)?.size ?? 0, ...ofOthers.map(([, count]) => count));
    },
  };
}

/** Indices of all rows of tables whose rows have no number. */
const indexTables: ReadonlyMap<string, string> = new Map([
  ['stockMovementsSource', 'stockMovements'],
  ['barcodesProduct', 'barcodes'],
  ['dayFiguresDay', 'dayFigures'],
]);
