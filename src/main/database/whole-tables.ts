import BetterSqlite3 from 'better-sqlite3';
import { type Migration, migrate, requireOurs } from './migrate.ts';
import { readerPragmas, setPragmas } from './pragmas.ts';
import { putTriggersAway } from './put-triggers-away.ts';

/** What a cell of a shop's table can hold. Whole numbers come exact, whatever their size. */
export type Cell = bigint | string | Uint8Array | null;

export type WholeTable = {
  readonly name: string;
  readonly columns: readonly { readonly name: string; readonly type: 'INTEGER' | 'TEXT' | 'BLOB' }[];
};

/** Where the business date of a row stands: in a column of its own, or of the row of another table that it belongs to. */
export type DayOfRow = {
  readonly column: string;
  /** The table that has the column, and the column of the row that names the id there. */
  readonly of?: { readonly table: string; readonly by: string };
};

/** Every table of a shop file as it was at one moment, row by row. */
export type WholeShop = {
  /** The number of its schema. */
  readonly schema: number;
  readonly tables: readonly WholeTable[];
  /** All rows of a table, always in the same order. */
  rows(table: WholeTable): Iterable<readonly Cell[]>;
  /** Those that belong to business dates from one to another, both included. */
  rowsBetween(table: WholeTable, day: DayOfRow, from: number, to: number): Iterable<readonly Cell[]>;
  count(table: WholeTable): number;
  countBetween(table: WholeTable, day: DayOfRow, from: number, to: number): number;
  /** Rows of a read, for what people are told. */
  ask(sql: string): Iterable<readonly Cell[]>;
  close(): void;
};

/** Opens a shop file for that; what is written meanwhile is not seen. @throws ShopFileError */
export function openWholeShop(path: string, migrations: readonly Migration[]): WholeShop {
  const database = new BetterSqlite3(path, { fileMustExist: true, readonly: true, timeout: 2000 });
  try {
    setPragmas(database, readerPragmas);
    database.defaultSafeIntegers(true);
    database.exec('BEGIN');
    database.prepare('SELECT count(*) FROM sqlite_schema').get();
    database.defaultSafeIntegers(false);
    const schema = requireOurs(database, migrations);
    database.defaultSafeIntegers(true);
    const select = (table: WholeTable, where: string) =>
      database
        .prepare<unknown[], Cell[]>(`SELECT ${namesOf(table)} FROM ${quoted(table.name)}${where}`)
        .raw();
    const count = (table: WholeTable, where: string, ...dates: number[]) =>
      Number(
        database
          .prepare(`SELECT count(*) FROM ${quoted(table.name)}${where}`)
          .pluck()
          .get(...dates),
      );
    return {
      schema,
      tables: tablesOf(database),
      rows: (table) => select(table, ` ORDER BY ${keyOf(database, table)}`).iterate(),
      rowsBetween: (table, day, from, to) =>
        select(table, `${within(day)} ORDER BY ${keyOf(database, table)}`).iterate(from, to),
      count: (table) => count(table, ''),
      countBetween: (table, day, from, to) => count(table, within(day), from, to),
      ask: (sql) => database.prepare<unknown[], Cell[]>(sql).raw().iterate(),
      close: () => void database.close(),
    };
  } catch (error) {
    database.close();
    throw error;
  }
}

function within({ column, of }: DayOfRow): string {
  const isWithin = `${quoted(column)} BETWEEN ? AND ?`;
  if (!of) return ` WHERE ${isWithin}`;
  return ` WHERE ${quoted(of.by)} IN (SELECT id FROM ${quoted(of.table)} WHERE ${isWithin})`;
}

/** How many rows of a table name a row of another that is not there. */
export type LostRows = { readonly table: string; readonly other: string; readonly count: number };

/** A new shop file, to be filled table by table. */
export type EmptyShop = {
  readonly tables: readonly WholeTable[];
  /** Puts rows in as they are. @throws what the table refuses. */
  fill(table: WholeTable, rows: Iterable<readonly Cell[]>): void;
  /** The first value of a read; empty where there is none. */
  ask(sql: string): string;
  /** The first table of which rows belong to something that is not there; null where there is none. */
  lost(): LostRows | null;
  /** Puts the triggers back and closes it whole. */
  finish(): void;
  /** Closes it as it is. */
  abandon(): void;
};

/**
 * Makes a shop file of an earlier or the newest schema with nothing in it. All of it is one transaction; triggers are
 * away meanwhile, for they would write again what is put in.
 */
export function createEmptyShop(path: string, migrations: readonly Migration[]): EmptyShop {
  const database = new BetterSqlite3(path, { timeout: 2000 });
  setPragmas(database, {
    trusted_schema: 0,
    cell_size_check: 1,
    mmap_size: 0,
    temp_store: 2,
    synchronous: 2,
  });
  migrate(database, migrations);
  database.pragma('foreign_keys = OFF');
  database.exec('BEGIN IMMEDIATE');
  const bringTriggersBack = putTriggersAway(database);
  const tables = tablesOf(database);
  for (const { name } of tables) database.exec(`DELETE FROM ${quoted(name)}`);
  return {
    tables,
    fill(table, rows) {
      const slots = table.columns.map(() => '?').join(', ');
      const insert = database.prepare(
        `INSERT INTO ${quoted(table.name)} (${namesOf(table)}) VALUES (${slots})`,
      );
      for (const row of rows) insert.run(...row);
    },
    ask: (sql) => String(database.prepare(sql).pluck().get() ?? ''),
    lost() {
      const broken = database.pragma('foreign_key_check') as readonly { table: string; parent: string }[];
      const [first] = broken;
      if (!first) return null;
      const { table, parent } = first;
      const count = broken.filter((one) => one.table === table && one.parent === parent).length;
      return { table, other: parent, count };
    },
    finish() {
      bringTriggersBack();
      database.exec('COMMIT');
      database.close();
    },
    abandon: () => void database.close(),
  };
}

/** Tables of the shop's own: what searches are answered from is made anew. */
function tablesOf(database: BetterSqlite3.Database): readonly WholeTable[] {
  const names = database
    .prepare(
      `SELECT name FROM sqlite_schema AS t WHERE type = 'table' AND rootpage > 0 AND name NOT LIKE 'sqlite_%'
         AND NOT EXISTS (SELECT 1 FROM sqlite_schema AS search
           WHERE search.sql LIKE 'CREATE VIRTUAL%' AND t.name LIKE search.name || '\\_%' ESCAPE '\\')
       ORDER BY name`,
    )
    .pluck()
    .all() as string[];
  return names.map((name) => ({
    name,
    columns: (
      database
        .prepare(`SELECT name, type FROM pragma_table_info(?)`)
        .all(name) as WholeTable['columns'][number][]
    ).map((column) => ({ name: column.name, type: column.type })),
  }));
}

/** The primary key: what puts rows in the same order every time. */
function keyOf(database: BetterSqlite3.Database, table: WholeTable): string {
  const key = database
    .prepare('SELECT name FROM pragma_table_info(?) WHERE pk > 0 ORDER BY pk')
    .pluck()
    .all(table.name) as string[];
  return key.length > 0 ? key.map(quoted).join(', ') : 'rowid';
}

function namesOf(table: WholeTable): string {
  return table.columns.map(({ name }) => quoted(name)).join(', ');
}

function quoted(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}
