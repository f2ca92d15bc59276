import type BetterSqlite3 from 'better-sqlite3';
import type { IndexEntries } from './salvage-entries.ts';

type Known = {
  readonly entries: IndexEntries;
  /** Rows of each table that were read. */
  readonly read: ReadonlyMap<string, number>;
  /** A backup is attached as `backup`. */
  readonly hasBackup: boolean;
};

/** What rows say of how many others there are: numbers without gaps, and counts that stand beside what was counted. */
const said: Readonly<Record<string, string>> = {
  orders: `SELECT ifnull((SELECT max(id) FROM orders), 0)
    - (SELECT ifnull(sum(gapTo - gapFrom + 1), 0) FROM historyImports WHERE gapFrom IS NOT NULL)`,
  orderLines: 'SELECT total(lineCount) FROM orders',
  payments: `SELECT total(max(ifnull(p.last, 0), o.paid > 0)) FROM orders o
    LEFT JOIN (SELECT orderId, max(paymentNo) AS last FROM payments GROUP BY orderId) p ON p.orderId = o.id`,
  orderEvents: `SELECT total(max(ifnull(e.last, 0), 1 + (o.paid > 0))) FROM orders o
    LEFT JOIN (SELECT orderId, max(eventNo) AS last FROM orderEvents GROUP BY orderId) e ON e.orderId = o.id`,
  orderTaxes: `SELECT (SELECT count(*) FROM orderTaxes) + count(*) FROM orders o
    WHERE tax <> 0 AND NOT EXISTS (SELECT 1 FROM orderTaxes WHERE orderId = o.id)`,
  stockMovements:
    'SELECT total(last) FROM (SELECT max(movementNo) AS last FROM stockMovements GROUP BY productId)',
  auditEntries: `SELECT max(ifnull((SELECT max(id) FROM auditEntries), 0),
    ifnull((SELECT max(entryId) FROM orders), 0))`,
  invoices: 'SELECT ifnull(max(number), 0) FROM invoices',
  returns: 'SELECT ifnull(max(id), 0) FROM returns',
  returnLines: 'SELECT total(lineCount) FROM returns',
  refunds: 'SELECT ifnull(max(id), 0) FROM refunds',
};

/** Kinds of rows that are counted in the file itself, where they are not called like their table. */
const countedAs: Readonly<Record<string, string>> = { stockRules: 'productStock' };

/**
 * About how many rows each table had, by whatever still tells: never fewer than were read. A table of which nothing
 * tells is left out. The newest schema alone.
 */
export function estimateRows(
  database: BetterSqlite3.Database,
  { entries, read, hasBackup }: Known,
): ReadonlyMap<string, number> {
  const counted = new Map(
    (
      database
        .prepare("SELECT kind, rowCount FROM digests WHERE typeof(rowCount) = 'integer' AND rowCount < 1e12")
        .raw()
        .all() as [string, number][]
    ).map(([kind, count]) => [countedAs[kind] ?? kind, count]),
  );
  const expected = new Map<string, number>();
  for (const [table, count] of read) {
    const told = [
      numberOf(database, said[table]),
      counted.get(table) ?? 0,
      entries.count(table),
      hasBackup && said[table] ? numberOf(database, `SELECT count(*) FROM backup.${table}`) : 0,
    ];
    const most = Math.max(...told);
    if (most > 0) expected.set(table, Math.max(most, count));
  }
  return expected;
}

/** Nothing where damaged values cannot be reckoned with. */
function numberOf(database: BetterSqlite3.Database, statement: string | undefined): number {
  if (statement === undefined) return 0;
  try {
    return database.prepare(statement).pluck().get() as number;
  } catch (error) {
    if (error instanceof RangeError || (error as { code?: unknown }).code === 'SQLITE_ERROR') return 0;
    throw error;
  }
}
