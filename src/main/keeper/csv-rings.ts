import type { Cell, WholeTable } from '../database/whole-tables.ts';
import { csvFault, tableWords } from './csv-fault.ts';

/** Tables whose rows belong to other rows of the same table, by the column that says to which. */
const upwards: Readonly<Record<string, string>> = {
  categories: 'parentId',
  customers: 'mergedInto',
  products: 'parentId',
};

/** Looks at rows as they pass for what belongs to itself: no foreign key finds that, and nothing that climbs ends. */
export function createRings() {
  const links = new Map<string, Map<Cell, Cell>>();
  return {
    /** Passes the rows of a table on. */
    *watch(table: WholeTable, rows: Iterable<readonly Cell[]>): Generator<readonly Cell[], void> {
      const at = (name: string | undefined) => table.columns.findIndex((column) => column.name === name);
      const [id, up] = [at('id'), at(upwards[table.name])];
      const above = new Map<Cell, Cell>();
      if (up >= 0) links.set(table.name, above);
      for (const row of rows) {
        const parent = up < 0 ? null : (row[up] ?? null);
        if (parent !== null) above.set(row[id] ?? null, parent);
        yield row;
      }
    },
    /** @throws AppError `backup-damaged` with the table and the number of one that belongs to itself. */
    requireNone(): void {
      for (const [table, above] of links) {
        const found = inRing(above);
        if (found !== null) throw csvFault('ring', { table: tableWords(table), id: String(found) });
        const nested = table === 'products' && [...above].find(([, parent]) => above.has(parent));
        if (nested) throw csvFault('nested', { table: tableWords(table), id: String(nested[0]) });
      }
    },
  };
}

/** One from which climbing never ends; null where there is none. */
function inRing(above: ReadonlyMap<Cell, Cell>): Cell {
  const seen = new Set<Cell>();
  const ends = new Set<Cell>();
  for (const begin of above.keys()) {
    const climbed: Cell[] = [];
    for (let at = begin; above.has(at) && !ends.has(at); at = above.get(at) ?? null) {
      if (seen.has(at)) return at;
      seen.add(at);
      climbed.push(at);
    }
    for (const one of climbed) ends.add(one);
  }
  return null;
}
