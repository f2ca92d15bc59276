import type BetterSqlite3 from 'better-sqlite3';
import { type OrderTable, orderTables, paperTables, type SealedKind, sealedKinds } from './sealed-kinds.ts';
import { partSize } from './sum.ts';

type Row = 'OLD' | 'NEW';

/** Hears of every row of a kind that came (1) or went (-1); answers what that adds to its owner's part. */
export type RowListener = (no: number, sign: 1 | -1, values: readonly unknown[]) => number;

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
 * not in the file, so that no handler can forget them and no other program brings its own. Which orders the open
 * transaction has touched, and which papers, stands in tables of the connection as well.
 */
export function watchRows(database: BetterSqlite3.Database, listener: RowListener): void {
  const options = { varargs: true, directOnly: true, deterministic: false };
  database.function('sealRow', options, (no: number, sign: 1 | -1, ...values: unknown[]) =>
    listener(no, sign, values),
  );
  database.exec(`
    CREATE TEMP TABLE touchedOrders (orderId INTEGER PRIMARY KEY, isNew INTEGER NOT NULL);
    CREATE TEMP TABLE touchedPapers (
      sourceType TEXT NOT NULL, sourceId INTEGER NOT NULL, isNew INTEGER NOT NULL, PRIMARY KEY (sourceType, sourceId)
    ) WITHOUT ROWID;`);
  const triggers = [
    ...sealedKinds.flatMap((kind) => kindTriggers(kind, hashedColumns(database, kind))),
    ...orderTables.flatMap((table) => orderTriggers(table, hashedColumns(database, table))),
    ...paperTables.flatMap(paperTriggers),
  ];
  database.exec(triggers.join('\n'));
}

function kindTriggers(sealed: SealedKind, columns: readonly string[]): readonly string[] {
  const { kind, table, no, owner, only } = sealed;
  const step = (row: Row, sign: 1 | -1): string =>
    `INSERT INTO digestParts (kind, owner, sum)
      VALUES (${no}, ${owner(row)}, sealRow(${no}, ${sign}, ${listOf(columns, row)}))
      ON CONFLICT (kind, owner) DO UPDATE SET sum = (sum + excluded.sum) & ${partSize - 1};`;
  return [
    trigger(`${kind}Came`, 'INSERT', table, only?.('NEW'), step('NEW', 1)),
    trigger(`${kind}Went`, 'DELETE', table, only?.('OLD'), step('OLD', -1)),
    // Two, because a row may leave its kind, or come into it, by what it is changed to.
    trigger(`${kind}Was`, `UPDATE OF ${namesOf(columns)}`, table, only?.('OLD'), step('OLD', -1)),
    trigger(`${kind}Is`, `UPDATE OF ${namesOf(columns)}`, table, only?.('NEW'), step('NEW', 1)),
  ];
}

function orderTriggers(sealed: OrderTable, columns: readonly string[]): readonly string[] {
  const { table, order, only, comesWithOrder } = sealed;
  const step = (row: Row, isNew: boolean): string =>
    `INSERT INTO touchedOrders (orderId, isNew) VALUES (${row}.${order}, ${isNew ? 1 : 0}) ON CONFLICT DO NOTHING;`;
  return [
    ...(comesWithOrder
      ? []
      : [trigger(`${table}Placed`, 'INSERT', table, only?.('NEW'), step('NEW', table === 'orders'))]),
    trigger(`${table}Gone`, 'DELETE', table, only?.('OLD'), step('OLD', false)),
    trigger(`${table}Left`, `UPDATE OF ${namesOf(columns)}`, table, only?.('OLD'), step('OLD', false)),
    trigger(`${table}Changed`, `UPDATE OF ${namesOf(columns)}`, table, only?.('NEW'), step('NEW', false)),
  ];
}

function paperTriggers({ table, sourceType }: (typeof paperTables)[number]): readonly string[] {
  const step = (isNew: 0 | 1): string => `INSERT INTO touchedPapers (sourceType, sourceId, isNew)
    VALUES ('${sourceType}', NEW.id, ${isNew}) ON CONFLICT DO NOTHING;`;
  const made = trigger(`${table}PaperMade`, 'INSERT', table, undefined, step(1));
  // A product is changed for many reasons; its stock is opened when it is made.
  if (table === 'products') return [made];
  return [made, trigger(`${table}PaperChanged`, 'UPDATE', table, undefined, step(0))];
}

function trigger(name: string, event: string, table: string, only: string | undefined, step: string): string {
  const when = only === undefined ? '' : `WHEN ${only}`;
  return `CREATE TEMP TRIGGER ${name} AFTER ${event} ON main.${table} ${when} BEGIN ${step} END;`;
}

function listOf(columns: readonly string[], row: Row): string {
  return columns.map((column) => `${row}."${column}"`).join(', ');
}

function namesOf(columns: readonly string[]): string {
  return columns.map((column) => `"${column}"`).join(', ');
}
