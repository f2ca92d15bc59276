import type BetterSqlite3 from 'better-sqlite3';
import type { IndexEntries } from './salvage-entries.ts';
import { quoted } from './salvage-insert.ts';

type Filling = {
  /** Tables that are not whole. */
  readonly lost: ReadonlySet<string>;
  readonly entries: IndexEntries;
};

/** The order has not changed since the backup: then all that belongs to it is as it was. */
const sameOrder = (
  order: string,
): string => `EXISTS (SELECT 1 FROM main.orders o JOIN backup.orders was ON was.id = o.id
  WHERE o.id = ${order} AND o.seal = was.seal AND o.seal <> '')`;

/**
 * Tables that are filled up, after those that they belong to, and which of their rows (b) still hold. What is deleted in
 * the course of a day is not among them.
 */
const filled: readonly (readonly [table: string, where: string])[] = [
  ...(
    [
      ...[
        'shop',
        'shopFile',
        'keyCopy',
        'staff',
        'staffRights',
        'taxClasses',
        'taxRates',
        'tenders',
        'categories',
      ],
      ...['pictures', 'products', 'barcodes', 'customers', 'customerNotes', 'customerMerges'],
      ...[
        'imports',
        'orderllaIds',
        'historySources',
        'historyImports',
        'historyMonths',
        'historyIds',
        'historyMade',
      ],
      ...['importMappings', 'usedOrderPrefixes', 'savedViews', 'viewDefaults', 'bulkEdits', 'bulkEditRows'],
      ...['stockReceipts', 'stockAdjustments', 'stockCounts', 'stockCountLines', 'paperSeals'],
      ...['auditEntries', 'auditChecks', 'auditFindings', 'cartRemovals', 'timerRuns', 'timerHours'],
    ] as const
  ).map((table) => [table, '1'] as const),
  // A timeline that went on since tells of a change.
  [
    'orders',
    `ifnull((SELECT max(eventNo) FROM main.orderEvents WHERE orderId = b.id), 0)
       <= ifnull((SELECT max(eventNo) FROM backup.orderEvents WHERE orderId = b.id), 0)`,
  ],
  ...(['orderLines', 'orderTaxes', 'payments', 'orderEvents', 'invoices'] as const).map(
    (table) => [table, sameOrder('b.orderId')] as const,
  ),
  ['stockMovements', `(b.sourceType <> 'order' OR ${sameOrder('b.sourceId')})`],
  ['productStock', '1'],
  ['returns', '1'],
  ['returnLines', '1'],
  ['refunds', `(b.orderId IS NULL OR ${sameOrder('b.orderId')})`],
];

/**
 * Puts rows of a backup, attached as `backup`, where a table lost them: what is there stays, and an order that changed
 * since is left to what was read of it. The newest schema alone. Answers how many of each table there were.
 */
export function fillFromBackup(
  database: BetterSqlite3.Database,
  { lost, entries }: Filling,
): ReadonlyMap<string, number> {
  const taken = new Map<string, number>();
  for (const [table, where] of filled) {
    if (!lost.has(table)) continue;
    const fill = filler(database, table);
    if (table === 'orders') taken.set(table, fillOrders(database, { entries, where, fill }));
    else if (table === 'productStock') taken.set(table, fillStock(database, fill));
    else taken.set(table, fill(where));
  }
  return taken;
}

type Fill = (where: string, ...given: unknown[]) => number;

function filler(database: BetterSqlite3.Database, table: string): Fill {
  const columns = database.prepare('SELECT name FROM pragma_table_info(?)').pluck().all(table) as string[];
  const names = columns.map(quoted).join(', ');
  // What the migrations put there is nobody's.
  const verb = table === 'shopFile' ? 'REPLACE' : 'INSERT OR IGNORE';
  return (where, ...given) =>
    database
      .prepare(
        `${verb} INTO main.${quoted(table)} (${names}) SELECT ${names} FROM backup.${quoted(table)} AS b WHERE ${where}`,
      )
      .run(...given).changes;
}

/** An order that an index knows to stand elsewhere by now is put together from what was read of it. */
function fillOrders(
  database: BetterSqlite3.Database,
  { entries, where, fill }: { readonly entries: IndexEntries; readonly where: string; readonly fill: Fill },
): number {
  const missing = database
    .prepare(
      `SELECT id, status, total, customerId FROM backup.orders AS b
       WHERE id NOT IN (SELECT id FROM main.orders) AND ${where}`,
    )
    .all() as { id: number; status: string; total: number; customerId: number | null }[];
  const known = entries.of('orders');
  const standing = missing.filter(({ id, ...row }) => {
    const entry = known.get(id) ?? {};
    return Object.entries(row).every(([name, value]) => entry[name] === undefined || entry[name] === value);
  });
  return standing.reduce((count, { id }) => count + fill('b.id = ?', id), 0);
}

/** What was on hand then is not what is on hand now: that follows from the ledger. */
function fillStock(database: BetterSqlite3.Database, fill: Fill): number {
  const missing = database
    .prepare(
      'SELECT productId FROM backup.productStock WHERE productId NOT IN (SELECT productId FROM main.productStock)',
    )
    .pluck()
    .all() as number[];
  const count = database.prepare(`UPDATE main.productStock SET (onHand, reserved) = (
    SELECT ifnull(sum(onHandChange), 0), ifnull(sum(reservedChange), 0) FROM main.stockMovements m
    WHERE m.productId = productStock.productId) WHERE productId = ?`);
  for (const productId of missing) {
    fill('b.productId = ?', productId);
    count.run(productId);
  }
  return missing.length;
}
