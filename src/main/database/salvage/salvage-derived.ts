import type BetterSqlite3 from 'better-sqlite3';
import { newestInstant, type StandInWords } from './salvage-stand-ins.ts';

/** Tables from which the figures of days and customers follow. */
const trading = ['orders', 'orderLines', 'orderTaxes', 'payments', 'refunds', 'returns', 'returnLines'];
const figures = ['dayFigures', 'productMonths', 'productYears', 'rollups'];
/** Tables whose rows follow from others: nothing of them is lost for good. */
export const derivedTables: ReadonlySet<string> = new Set([
  ...[...figures, 'auditMarks', 'customerFigures', 'digestParts', 'productStock'],
]);
const stock = ['products', 'productStock', 'stockMovements', 'orders', 'orderLines'];

/**
 * Makes anew what follows from other rows, where any of those is lost: figures of customers, stock, marks of the log.
 * What days came to is let go of: the timer adds it up again, and until then it is read from the rows. The newest schema
 * alone.
 */
export function reckonAnew(
  database: BetterSqlite3.Database,
  { changed, words }: { readonly changed: ReadonlySet<string>; readonly words: StandInWords },
): void {
  const isAny = (tables: readonly string[]) => tables.some((table) => changed.has(table));
  if (isAny([...trading, ...figures])) for (const table of figures) database.exec(`DELETE FROM ${table}`);
  if (isAny([...trading, 'customers', 'customerFigures'])) reckonCustomers(database);
  if (isAny(stock)) reckonStock(database, words);
  if (isAny(['auditEntries', 'auditMarks'])) markLog(database);
}

/** As migration 0004 does. */
function reckonCustomers(database: BetterSqlite3.Database): void {
  database.exec(`DELETE FROM customerFigures;
    INSERT INTO customerFigures
    SELECT c.id, ifnull(sum(o.counted), 0), ifnull(sum(o.cancelled), 0),
      ifnull(sum(o.worth), 0) - (SELECT ifnull(sum(worth), 0) FROM customerReturns WHERE customerId = c.id),
      ifnull(sum(o.open), 0), min(o.businessDate), max(o.businessDate)
    FROM customers AS c LEFT JOIN customerOrders AS o ON o.customerId = c.id GROUP BY c.id`);
}

type Drift = {
  readonly productId: number;
  readonly free: number;
  readonly onHand: number;
  readonly reserved: number;
};

/** What a product's ledger adds up to, what is ordered of it, and the next number of its ledger. */
const ledgers = `SELECT s.productId, s.onHand AS counted,
    ifnull(m.onHand, 0) AS onHand, ifnull(m.reserved, 0) AS reserved, ifnull(w.quantity, 0) AS ordered,
    ifnull(m.n, 0) AS n, ifnull(m.last, 0) AS last
  FROM productStock s
  LEFT JOIN (SELECT productId, sum(onHandChange) AS onHand, sum(reservedChange) AS reserved, count(*) AS n,
    max(movementNo) AS last FROM stockMovements GROUP BY productId) m ON m.productId = s.productId
  LEFT JOIN (SELECT l.productId, sum(l.quantity) AS quantity FROM orders o JOIN orderLines l ON l.orderId = o.id
    WHERE o.status = 'received' GROUP BY l.productId) w ON w.productId = s.productId`;

/**
 * Stock follows from its ledger. Where movements are lost, what was counted last is truer than what is left of them: one
 * adjustment brings the ledger to it.
 */
function reckonStock(database: BetterSqlite3.Database, words: StandInWords): void {
  const saved = new Set(database.prepare('SELECT productId FROM productStock').pluck().all() as number[]);
  database.exec(`INSERT INTO productStock (productId, tracked, onHand, reserved, reorderLevel)
    SELECT p.id, EXISTS (SELECT 1 FROM stockMovements WHERE productId = p.id), 0, 0,
      ifnull((SELECT reorderLevel FROM shop), 0)
    FROM products p WHERE p.kind <> 'parent' AND p.id NOT IN (SELECT productId FROM productStock)`);
  const found = database.prepare(ledgers).all() as (Record<'productId' | 'counted' | 'n' | 'last', number> &
    Record<'onHand' | 'reserved' | 'ordered', number>)[];
  const drifts = found.flatMap((one): Drift[] => {
    // A ledger whose end is lost has no gap; stock that was saved tells it.
    const onHand = saved.has(one.productId) ? one.counted - one.onHand : 0;
    const reserved = one.ordered - one.reserved;
    if (onHand === 0 && reserved === 0) return [];
    const isGap = one.last > one.n;
    return [
      {
        productId: one.productId,
        free: isGap ? freeNumber(database, one.productId) : one.last + 1,
        onHand,
        reserved,
      },
    ];
  });
  if (drifts.length > 0) adjust(database, drifts, words);
  database.exec(`UPDATE productStock SET (onHand, reserved) = (
    SELECT ifnull(sum(onHandChange), 0), ifnull(sum(reservedChange), 0) FROM stockMovements m
    WHERE m.productId = productStock.productId)`);
}

/** The first number that is missing in a ledger. */
function freeNumber(database: BetterSqlite3.Database, productId: number): number {
  const numbers = database
    .prepare('SELECT movementNo FROM stockMovements WHERE productId = ? ORDER BY movementNo')
    .pluck()
    .all(productId) as number[];
  const place = numbers.findIndex((number, index) => number !== index + 1);
  return place < 0 ? numbers.length + 1 : place + 1;
}

function adjust(database: BetterSqlite3.Database, drifts: readonly Drift[], { note }: StandInWords): void {
  const at = newestInstant(database);
  const businessDate = database
    .prepare('SELECT ifnull(max(businessDate), 19700101) FROM orders')
    .pluck()
    .get();
  const paper = database
    .prepare(
      `INSERT INTO stockAdjustments (kind, reason, note, at, businessDate)
       VALUES ('adjust', 'other', @note, @at, @businessDate)`,
    )
    .run({ note, at, businessDate }).lastInsertRowid;
  const insert = database.prepare(`INSERT INTO stockMovements (productId, movementNo, type, onHandChange,
      reservedChange, sourceType, sourceId, sourceLine, reason, at, businessDate)
    VALUES (@productId, @free, 'adjust', @onHand, @reserved, 'adjustment', @paper, @line, 'other', @at, @businessDate)`);
  for (const [place, drift] of drifts.entries())
    insert.run({ ...drift, paper, line: place + 1, at, businessDate });
}

/** As migration 0007 does. */
function markLog(database: BetterSqlite3.Database): void {
  database.exec(`INSERT OR IGNORE INTO auditMarks (mark, stretch)
    SELECT 'date ' || businessDate, id >> 10 FROM auditEntries
    UNION SELECT 'call ' || call, id >> 10 FROM auditEntries
    UNION SELECT 'staff ' || staffId, id >> 10 FROM auditEntries WHERE staffId IS NOT NULL
    UNION SELECT 'staff ' || staffId || ' ' || call, id >> 10 FROM auditEntries WHERE staffId IS NOT NULL
    UNION SELECT 'actor ' || actor, id >> 10 FROM auditEntries
    UNION SELECT 'refused', id >> 10 FROM auditEntries WHERE outcome <> 'ok'
    UNION SELECT 'refused ' || outcome, id >> 10 FROM auditEntries WHERE outcome <> 'ok'
    UNION SELECT 'approved', id >> 10 FROM auditEntries WHERE approvedBy IS NOT NULL`);
}
