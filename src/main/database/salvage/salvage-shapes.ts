import BetterSqlite3 from 'better-sqlite3';
import { type Migration, migrate } from '../migrate.ts';
import type { PageTree, StoredRow } from './salvage-page.ts';
import type { StoredValue } from './salvage-record.ts';

type StoredColumn = {
  readonly name: string;
  /** As a strict table declares it; empty where anything may stand. */
  readonly type: string;
  readonly mayBeNull: boolean;
  /** It is the row's number, and null in its record. */
  readonly isRowId: boolean;
};

/** How the rows of one tree of a shop file are stored. */
export type TreeShape = {
  /** Of the table or the index. */
  readonly name: string;
  /** Whose rows it holds, or, of an index, points at. */
  readonly table: string;
  readonly isIndex: boolean;
  readonly tree: PageTree;
  readonly columns: readonly StoredColumn[];
  /** How many columns a record may have: rows from before a column was added lack it. */
  readonly lengths: ReadonlySet<number>;
  /** Where its first page is in a file that was made by this version; null where that differs. */
  readonly usualRoot: number | null;
};

export type KnownSchema = {
  /** The number of the schema. */
  readonly version: number;
  /** Tables first, then indices, by name. */
  readonly shapes: ReadonlyMap<string, TreeShape>;
};

/** Where a file says which tables it has, and where each begins. */
export const schemaShape: TreeShape = {
  name: 'sqlite_schema',
  table: 'sqlite_schema',
  isIndex: false,
  tree: 'table',
  columns: [
    { name: 'type', type: 'TEXT', mayBeNull: false, isRowId: false },
    { name: 'name', type: 'TEXT', mayBeNull: false, isRowId: false },
    { name: 'tbl_name', type: 'TEXT', mayBeNull: false, isRowId: false },
    { name: 'rootpage', type: 'INTEGER', mayBeNull: true, isRowId: false },
    { name: 'sql', type: 'TEXT', mayBeNull: true, isRowId: false },
  ],
  lengths: new Set([5]),
  usualRoot: 1,
};

/** The trees of a shop file of each schema, the oldest first. */
export function knownSchemas(migrations: readonly Migration[]): readonly KnownSchema[] {
  const database = new BetterSqlite3(':memory:');
  try {
    const earlier = new Map<string, (readonly StoredColumn[])[]>();
    return migrations.map((_, index) => {
      migrate(database, migrations.slice(0, index + 1));
      return { version: index + 1, shapes: shapesOf(database, earlier) };
    });
  } finally {
    database.close();
  }
}

/** What SQLite itself keeps for choosing indices; only so that its pages are taken for nothing else. */
const statistics: readonly TreeShape[] = [
  statisticsShape('sqlite_stat1', ['TEXT', 'TEXT', 'TEXT']),
  statisticsShape('sqlite_stat4', ['TEXT', 'TEXT', 'TEXT', 'TEXT', 'TEXT', 'BLOB']),
];

function statisticsShape(name: string, types: readonly string[]): TreeShape {
  const columns = types.map((type, place) => ({
    ...{ name: `column${place}`, type, mayBeNull: true, isRowId: false },
  }));
  return {
    ...{ name, table: name, isIndex: false, tree: 'table', columns },
    ...{ lengths: new Set([columns.length]), usualRoot: null },
  };
}

type Listed = {
  readonly type: string;
  readonly name: string;
  readonly tbl_name: string;
  readonly rootpage: number;
};

function shapesOf(
  database: BetterSqlite3.Database,
  earlier: Map<string, (readonly StoredColumn[])[]>,
): ReadonlyMap<string, TreeShape> {
  const listed = database
    .prepare(
      'SELECT type, name, tbl_name, rootpage FROM sqlite_schema WHERE rootpage > 0 ORDER BY type DESC, name',
    )
    .all() as Listed[];
  const keyed = keyedTables(database);
  const stored = new Map<string, readonly StoredColumn[]>();
  const shapes = listed.map(({ type, name, tbl_name: table, rootpage: usualRoot }): TreeShape => {
    const isIndex = type === 'index';
    const columns = isIndex
      ? indexColumns(database, name, stored.get(table) ?? [])
      : tableColumns(database, name, keyed.has(name));
    stored.set(name, columns);
    const before = isIndex ? [] : (earlier.get(name) ?? []).filter((set) => isStartOf(set, columns));
    earlier.set(name, [...before, columns]);
    const lengths = new Set([...before, columns].map((set) => set.length));
    const tree = isIndex || keyed.has(name) ? 'index' : 'table';
    return { name, table, isIndex, tree, columns, lengths, usualRoot };
  });
  return new Map([...shapes, ...statistics].map((shape) => [shape.name, shape]));
}

/** Columns that were added stand behind those that were there; a table that was made anew begins anew. */
function isStartOf(some: readonly StoredColumn[], all: readonly StoredColumn[]): boolean {
  return some.every((column, place) => column.name === all[place]?.name);
}

type TableColumn = {
  readonly name: string;
  readonly type: string;
  readonly notnull: number;
  readonly pk: number;
};

function columnsOf(database: BetterSqlite3.Database, table: string): readonly TableColumn[] {
  return database
    .prepare('SELECT name, type, "notnull", pk FROM pragma_table_info(?)')
    .all(table) as TableColumn[];
}

/** The tables whose rows have no number. */
function keyedTables(database: BetterSqlite3.Database): ReadonlySet<string> {
  const listed = database.prepare("SELECT name FROM pragma_table_list WHERE schema = 'main' AND wr = 1");
  return new Set(listed.pluck().all() as string[]);
}

function tableColumns(
  database: BetterSqlite3.Database,
  table: string,
  isKeyed: boolean,
): readonly StoredColumn[] {
  const columns = columnsOf(database, table);
  const keys = columns.filter(({ pk }) => pk > 0).sort((one, other) => one.pk - other.pk);
  const rowId = !isKeyed && keys.length === 1 && keys[0]?.type === 'INTEGER' ? keys[0] : undefined;
  // Without row ids the key stands first, in its own order.
  const stored = isKeyed ? [...keys, ...columns.filter(({ pk }) => pk === 0)] : columns;
  return stored.map((column) => ({
    name: column.name,
    type: column.type,
    mayBeNull: column.notnull === 0 && !(isKeyed && column.pk > 0),
    isRowId: column === rowId,
  }));
}

function indexColumns(
  database: BetterSqlite3.Database,
  index: string,
  columns: readonly StoredColumn[],
): readonly StoredColumn[] {
  const inOrder = database
    .prepare('SELECT cid, name FROM pragma_index_xinfo(?) ORDER BY seqno')
    .all(index) as { readonly cid: number; readonly name: string | null }[];
  return inOrder.map(({ cid, name }) => {
    const own = columns.find((column) => column.name === name);
    if (cid >= 0 && own) return { ...own, isRowId: false };
    // -1 is the row's number, -2 an expression.
    return cid === -1
      ? { name: 'rowid', type: 'INTEGER', mayBeNull: false, isRowId: false }
      : { name: '', type: '', mayBeNull: true, isRowId: false };
  });
}

/** Whether a row may be one of such a tree, as far as the number and the types of its values say. */
export function isShaped(shape: TreeShape, { rowId, values }: StoredRow): boolean {
  if ((rowId === null) !== (shape.tree === 'index') || !shape.lengths.has(values.length)) return false;
  return values.every((value, place) => {
    const column = shape.columns[place];
    if (!column) return false;
    if (column.isRowId) return value === null;
    return value === null ? column.mayBeNull : isTyped(value, column.type);
  });
}

function isTyped(value: Exclude<StoredValue, null>, type: string): boolean {
  if (type === 'INTEGER') return typeof value === 'bigint' || Number.isInteger(value);
  if (type === 'TEXT') return typeof value === 'string';
  return type !== 'BLOB' || Buffer.isBuffer(value);
}
