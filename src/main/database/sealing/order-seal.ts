import type BetterSqlite3 from 'better-sqlite3';
import type { KeyedHash } from './keyed-hash.ts';
import { hashedColumns } from './seal-triggers.ts';
import { orderTables } from './sealed-kinds.ts';

/** The columns that stand under the seal, by table: what a seal was made of. */
export type OrderColumns = Readonly<Record<string, readonly string[]>>;

export type OrderSeals = {
  /** What the seal of an order must be, from its rows as they are now. Null where there is no such order. */
  make(orderId: number): string | null;
};

/** The columns of the orders' tables as the file has them now. */
export function orderColumns(database: BetterSqlite3.Database): OrderColumns {
  return Object.fromEntries(orderTables.map((table) => [table.table, hashedColumns(database, table)]));
}

/** Half of an HMAC-SHA256 is as many letters as need be: 22. */
const sealLength = 16;

/** The rows of a table as texts, each with the table's name. */
function rowTexts(columns: readonly string[], table: string, where: string): string {
  const names = columns.map((column) => `"${column}"`).join(', ');
  return `SELECT json_array('${table}', ${names}) FROM main.${table} WHERE ${where}`;
}

/**
 * Makes seals from the rows that this connection sees. One statement, and SQLite writes each row as a text: a fifth of
 * what it costs to bring every value over. Sorted here, so that no order of a query plan matters.
 */
export function orderSeals(
  database: BetterSqlite3.Database,
  columns: OrderColumns,
  keyed: KeyedHash,
): OrderSeals {
  const texts = orderTables.map(({ table, order, only }) =>
    rowTexts(columns[table] ?? [], table, `${order} = @orderId${only ? ` AND ${only(table)}` : ''}`),
  );
  const read = database.prepare<[{ orderId: number }], string>(texts.join(' UNION ALL ')).pluck();
  return {
    make(orderId) {
      const rows = read.all({ orderId });
      return rows.some((row) => row.startsWith(ofOrder)) ? sealText(keyed, rows) : null;
    },
  };
}

/** How the row of the order itself begins. */
const ofOrder = '["orders",';

export type PaperSeals = {
  /** What the seal of a paper's movements must be. Null where it moved nothing. */
  make(sourceType: string, sourceId: number): string | null;
};

/** The same for the movements of what is no order. */
export function paperSeals(
  database: BetterSqlite3.Database,
  columns: OrderColumns,
  keyed: KeyedHash,
): PaperSeals {
  const where = 'sourceType = @sourceType AND sourceId = @sourceId';
  const read = database
    .prepare<[{ sourceType: string; sourceId: number }], string>(
      rowTexts(columns.stockMovements ?? [], 'stockMovements', where),
    )
    .pluck();
  return {
    make(sourceType, sourceId) {
      const rows = read.all({ sourceType, sourceId });
      return rows.length === 0 ? null : sealText(keyed, rows);
    },
  };
}

function sealText(keyed: KeyedHash, rows: string[]): string {
  return keyed.bytes(rows.sort().join('\n')).subarray(0, sealLength).toString('base64url');
}
