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

/** Makes seals from the rows that this connection sees. */
export function orderSeals(
  database: BetterSqlite3.Database,
  columns: OrderColumns,
  keyed: KeyedHash,
): OrderSeals {
  const reads = orderTables.map(({ table, order, sortedBy, only }) => {
    const names = (columns[table] ?? []).map((column) => `"${column}"`).join(', ');
    const where = only ? ` AND ${only(table)}` : '';
    return database
      .prepare<[number], unknown[]>(
        `SELECT ${names} FROM main.${table} WHERE ${order} = ?${where} ORDER BY ${sortedBy}`,
      )
      .raw();
  });
  return {
    make(orderId) {
      const rows = reads.map((read) => read.all(orderId));
      if (rows[0]?.length === 0) return null;
      return keyed.bytes(JSON.stringify(rows)).subarray(0, sealLength).toString('base64url');
    },
  };
}
