import BetterSqlite3 from 'better-sqlite3';
import { setPragmas } from './pragmas.ts';

/** Rows of a table in one shop file and in another. */
export type RowsOfBoth = { readonly was: number; readonly now: number };

/** Orders that one of two shop files has and the other has not. `total` leaves out those that were cancelled. */
export type OrdersOfOne = { readonly count: number; readonly total: number };

export type OrderOfOne = {
  readonly id: number;
  readonly at: number;
  readonly customer: string | null;
  readonly total: number;
};

/** Two shop files of the newest schema, side by side; each is seen as it was at one moment. */
export type TwoShopFiles = {
  isSameShop(): boolean;
  /** How the shop that is open writes its numbers. */
  numbering(): { readonly prefix: string; readonly digits: number };
  rows(table: string): RowsOfBoth;
  /** Orders that are there now and were not then. */
  lost(): OrdersOfOne;
  /** Of those the newest. */
  newestLost(most: number): readonly OrderOfOne[];
  /** Orders that were there then and are not now. */
  back(): OrdersOfOne;
  /** What was done, by call, after the last entry of the log that both have. */
  deeds(): readonly { readonly call: string; readonly count: number }[];
  close(): void;
};

/** An order is the same in both where it was placed at the same time under the same number. */
const notIn = (one: string, other: string): string => `${one}.orders AS mine WHERE NOT EXISTS
  (SELECT 1 FROM ${other}.orders AS other WHERE other.id = mine.id AND other.placedAt = mine.placedAt)`;

/** Opens both to read and nothing else; neither need be closed for it by whoever writes to it. */
export function openTwo(was: string, now: string): TwoShopFiles {
  const database = new BetterSqlite3(now, { fileMustExist: true, readonly: true, timeout: 2000 });
  try {
    setPragmas(database, {
      trusted_schema: 0,
      query_only: 1,
      cell_size_check: 1,
      mmap_size: 0,
      temp_store: 2,
    });
    database.prepare('ATTACH ? AS backup').run(was);
    database.exec('BEGIN');
    return sideBySide(database);
  } catch (error) {
    database.close();
    throw error;
  }
}

function sideBySide(database: BetterSqlite3.Database): TwoShopFiles {
  const value = (statement: string): unknown => database.prepare(statement).pluck().get();
  const count = (table: string): number => value(`SELECT count(*) FROM ${table}`) as number;
  const sum = (rows: string): OrdersOfOne =>
    database
      .prepare(
        `SELECT count(*) AS count, ifnull(sum(total) FILTER (WHERE status <> 'cancelled'), 0) AS total FROM ${rows}`,
      )
      .get() as OrdersOfOne;
  const lost = notIn('main', 'backup');
  return {
    isSameShop: () =>
      value('SELECT fileId FROM main.shopFile') === value('SELECT fileId FROM backup.shopFile'),
    numbering: () =>
      database.prepare('SELECT orderPrefix AS prefix, orderDigits AS digits FROM main.shop').get() as {
        prefix: string;
        digits: number;
      },
    rows: (table) => ({ was: count(`backup."${table}"`), now: count(`main."${table}"`) }),
    lost: () => sum(lost),
    newestLost: (most) =>
      database
        .prepare(
          `SELECT id, placedAt AS at, customerName AS customer, total FROM ${lost} ORDER BY mine.id DESC LIMIT ?`,
        )
        .all(most) as OrderOfOne[],
    back: () => sum(notIn('backup', 'main')),
    deeds: () =>
      database
        .prepare(
          `SELECT call, count(*) AS count FROM main.auditEntries WHERE id > ? AND outcome = 'ok'
           GROUP BY call ORDER BY count DESC, call`,
        )
        .all(lastCommon(database)) as { call: string; count: number }[],
    close: () => void database.close(),
  };
}

/** The newest entry of the log that is in both. Each covers all before it: from where they part they never meet. */
function lastCommon(database: BetterSqlite3.Database): number {
  const isCommon = database
    .prepare(
      `SELECT 1 FROM main.auditEntries AS mine JOIN backup.auditEntries AS other ON other.id = mine.id
       WHERE mine.id = ? AND mine.hash = other.hash`,
    )
    .pluck();
  const before = database.prepare('SELECT max(id) FROM backup.auditEntries WHERE id <= ?').pluck();
  let least = 0;
  let most = (before.get(Number.MAX_SAFE_INTEGER) as number | null) ?? 0;
  while (least < most) {
    const middle = least + Math.ceil((most - least) / 2);
    const entry = before.get(middle) as number | null;
    if (entry === null || isCommon.get(entry)) least = middle;
    else most = middle - 1;
  }
  return least;
}
