import type BetterSqlite3 from 'better-sqlite3';
import { type OrderTable, orderTables, type SealedKind, sealedKinds } from './sealed-kinds.ts';
import { partSize } from './sum.ts';

type Row = 'OLD' | 'NEW';

/** What the triggers tell. */
export type SealListener = {
  /** A row of a kind came (1) or went (-1); answers what that adds to its owner's part. */
  row(no: number, sign: 1 | -1, values: readonly unknown[]): number;
  /** Rows of an order changed; or it was placed just now. */
  order(orderId: number, isNew: boolean): void;
};

/** The columns of a table that are hashed, in their order in the file. */
export function hashedColumns(
  database: BetterSqlite3.Database,
  { table, leaveOut = [] }: Pick<SealedKind, 'table' | 'leaveOut'>,
): readonly string[] {
  const columns = database.pragma(`table_info(${table})`) as readonly { readonly name: string }[];
  return columns.map(({ name }) => name).filter((name) => !leaveOut.includes(name));
}

/**
 * Makes the connection tell of every row that is written, whoever writes it: the triggers live in the connection and
 * not in the file, so that no handler can forget them and no other program brings its own.
 */
export function watchRows(database: BetterSqlite3.Database, listener: SealListener): void {
  const options = { varargs: true, directOnly: true, deterministic: false };
  database.function('sealRow', options, (no: number, sign: 1 | -1, ...values: unknown[]) =>
    listener.row(no, sign, values),
  );
  database.function('sealOrder', options, (orderId: number, isNew: number) => {
    listener.order(orderId, isNew === 1);
    return 0;
  });
  const triggers = [
    ...sealedKinds.flatMap((kind) => kindTriggers(kind, hashedColumns(database, kind))),
    ...orderTables.flatMap((table) => orderTriggers(table, hashedColumns(database, table))),
  ];
  database.exec(triggers.join('\n'));
}

function kindTriggers(sealed: SealedKind, columns: readonly string[]): readonly string[] {
  const { kind, table, only } = sealed;
  const came = (row: Row, sign: 1 | -1): string =>
    `INSERT INTO digestParts (kind, owner, sum)
      SELECT ${sealed.no}, ${sealed.owner(row)}, sealRow(${sealed.no}, ${sign}, ${listOf(columns, row)})
      WHERE ${only?.(row) ?? 'TRUE'}
      ON CONFLICT (kind, owner) DO UPDATE SET sum = (sum + excluded.sum) & ${partSize - 1};`;
  const trigger = (event: string, ...steps: readonly string[]): string =>
    `CREATE TEMP TRIGGER ${kind}Sealed${event.slice(0, 6)} AFTER ${event} ON main.${table} BEGIN ${steps.join(' ')} END;`;
  return [
    trigger('INSERT', came('NEW', 1)),
    trigger('DELETE', came('OLD', -1)),
    trigger(`UPDATE OF ${namesOf(columns)}`, came('OLD', -1), came('NEW', 1)),
  ];
}

function orderTriggers({ table, order, only }: OrderTable, columns: readonly string[]): readonly string[] {
  const touched = (row: Row, isNew: boolean): string =>
    `SELECT sealOrder(${row}.${order}, ${isNew ? 1 : 0}) WHERE ${only?.(row) ?? 'TRUE'};`;
  const trigger = (event: string, ...steps: readonly string[]): string =>
    `CREATE TEMP TRIGGER ${table}Touched${event.slice(0, 6)} AFTER ${event} ON main.${table} BEGIN ${steps.join(' ')} END;`;
  return [
    trigger('INSERT', touched('NEW', table === 'orders')),
    trigger('DELETE', touched('OLD', false)),
    trigger(`UPDATE OF ${namesOf(columns)}`, touched('OLD', false), touched('NEW', false)),
  ];
}

function listOf(columns: readonly string[], row: Row): string {
  return columns.map((column) => `${row}."${column}"`).join(', ');
}

function namesOf(columns: readonly string[]): string {
  return columns.map((column) => `"${column}"`).join(', ');
}
