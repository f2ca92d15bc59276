import type { ReadDb } from '../../src/main/database/connection.ts';

/**
 * The figures of reports in SQL of its own, row by row and without any roll-up: for shops in a zone whose days are those
 * of UTC, so that the day of a cancellation follows from its instant.
 */

type Span = { readonly from: number; readonly to: number };

const placed = 'o.businessDate BETWEEN @from AND @to';
const cancelDay = "CAST(strftime('%Y%m%d', o.cancelledAt / 1000, 'unixepoch') AS INTEGER)";
const undone = `o.cancelledAt IS NOT NULL AND ${cancelDay} BETWEEN @from AND @to`;
const came = 'r.businessDate BETWEEN @from AND @to';
const settled = `r.state = 'settled' AND r.settledDate BETWEEN @from AND @to
  AND (SELECT purpose FROM tenders WHERE id = r.tenderId) IS NULL`;
const paid = `p.businessDate BETWEEN @from AND @to AND (SELECT purpose FROM tenders WHERE id = p.tenderId) IS NULL`;

/** +1 for what was sold in the span, -1 for what was cancelled or came back in it: every line with its order's sign. */
const lines = `
  SELECT o.id AS orderId, l.productId, l.quantity AS q, l.total AS t, l.tax AS x, l.net AS n, l.unitCost AS c, l.taxes, 1 AS s
    FROM orderLines l JOIN orders o ON o.id = l.orderId WHERE ${placed}
  UNION ALL SELECT o.id, l.productId, l.quantity, l.total, l.tax, l.net, l.unitCost, l.taxes, -1
    FROM orderLines l JOIN orders o ON o.id = l.orderId WHERE ${undone}
  UNION ALL SELECT r.orderId, l.productId, l.quantity, l.total, l.tax, l.net, l.unitCost, l.taxes, -1
    FROM returnLines l JOIN returns r ON r.id = l.returnId WHERE ${came}`;
const cost = 'CAST(round(c * q / 1000.0) AS INTEGER)';

const sum = (what: string, from: string): string => `ifnull((SELECT sum(${what}) FROM ${from}), 0)`;
const count = (from: string): string => `(SELECT count(*) FROM ${from})`;
const goodwill = `${sum('r.takenOff', `refunds r WHERE ${came}`)} - ${sum(
  'r.takenOff',
  `refunds r JOIN orders o ON o.id = r.orderId WHERE ${undone}`,
)}`;

const figures = {
  grossSales: sum('l.gross', `orderLines l JOIN orders o ON o.id = l.orderId WHERE ${placed}`),
  discounts: sum(
    'l.discount + l.orderDiscount',
    `orderLines l JOIN orders o ON o.id = l.orderId WHERE ${placed}`,
  ),
  sales: sum('o.total', `orders o WHERE ${placed}`),
  cancelled: sum('o.total', `orders o WHERE ${undone}`),
  returned: sum('r.total', `returns r WHERE ${came}`),
  goodwill,
  rounding: sum('o.total - o.net - o.tax', `orders o WHERE ${placed}`),
  tax: sum('s * x', `(${lines})`),
  orders: count(`orders o WHERE ${placed}`),
  keptOrders: count(`orders o WHERE ${placed} AND o.cancelledAt IS NULL`),
  keptSales: sum('o.total', `orders o WHERE ${placed} AND o.cancelledAt IS NULL`),
  cancelledOrders: count(`orders o WHERE ${undone}`),
  returns: count(`returns r WHERE ${came}`),
  returnedUnits: sum('l.quantity', `returnLines l JOIN returns r ON r.id = l.returnId WHERE ${came}`),
  returnedGoods: sum('l.total', `returnLines l JOIN returns r ON r.id = l.returnId WHERE ${came}`),
  units: sum('s * q', `(${lines})`),
  goods: sum('s * t', `(${lines})`),
  cost: sum(`s * ${cost}`, `(${lines}) WHERE c IS NOT NULL`),
  costed: sum('s * n', `(${lines}) WHERE c IS NOT NULL`),
  paid: sum('p.amount', `payments p WHERE ${paid}`),
  payments: count(`payments p WHERE ${paid}`),
  refunded: sum('r.amount', `refunds r WHERE ${settled}`),
  refunds: count(`refunds r WHERE ${settled}`),
  openOrders: count(`orders o WHERE o.deliveredAt IS NULL AND o.cancelledAt IS NULL`),
  awaitingRefund: sum('r.amount', `refunds r WHERE r.state IN ('awaiting', 'failed')`),
  awaitingRefunds: count(`refunds r WHERE r.state IN ('awaiting', 'failed')`),
  onHand: sum(
    'm.onHandChange',
    `stockMovements m JOIN productStock s ON s.productId = m.productId AND s.tracked = 1`,
  ),
  customers: `(SELECT count(DISTINCT o.customerId) FROM orders o WHERE ${placed})`,
  newCustomers:
    count(`(SELECT min(businessDate) AS first FROM orders WHERE customerId IS NOT NULL GROUP BY customerId)
    WHERE first BETWEEN @from AND @to`),
  walkInSales: sum('o.total', `orders o WHERE ${placed} AND o.customerId IS NULL AND o.cancelledAt IS NULL`),
  movements: count('stockMovements m WHERE m.onHandChange <> 0 AND m.businessDate BETWEEN @from AND @to'),
  stockIn: sum(
    'm.onHandChange',
    'stockMovements m WHERE m.onHandChange > 0 AND m.businessDate BETWEEN @from AND @to',
  ),
  stockOut: sum(
    '-m.onHandChange',
    'stockMovements m WHERE m.onHandChange < 0 AND m.businessDate BETWEEN @from AND @to',
  ),
} as const;

const statement = `SELECT ${Object.entries(figures)
  .map(([name, value]) => `${value} AS "${name}"`)
  .join(', ')}`;

type Figures = Record<string, number | null>;

const rounded = (part: number, whole: number, times = 1): number | null => {
  if (whole === 0) return null;
  const size = (Math.abs(part) * times) / Math.abs(whole);
  return Math.sign(part) * Math.sign(whole) * Math.floor(size + 0.5) + 0;
};

/** Every figure of the dictionary that these shops have, by its name. */
export function figuresBySql(db: ReadDb, span: Span): Figures {
  const found = db.statement(statement).get(span) as Record<keyof typeof figures, number>;
  const netSales = found.sales - found.cancelled - found.returned - found.goodwill;
  const margin = found.costed - found.cost;
  return {
    ...found,
    netSales,
    netSalesWithoutTax: netSales - found.tax,
    averageOrder: rounded(found.keptSales, found.keptOrders),
    discountShare: rounded(found.discounts, found.grossSales, 1_000_000),
    margin,
    marginShare: rounded(margin, found.costed, 1_000_000),
    returningCustomers: found.customers - found.newCustomers,
  };
}

/** What all orders and returns without a receipt come to now, whatever the day: net sales of all time. */
export function worthBySql(db: ReadDb): number {
  const row = db
    .statement(`SELECT ${sum('total - credited', "orders WHERE status <> 'cancelled'")}
      - ${sum('total', 'returns WHERE orderId IS NULL')} AS worth`)
    .get() as { worth: number };
  return row.worth;
}

/** The rows of tables: key, then columns by their names in the report. */
const tables: Readonly<Record<string, string>> = {
  products: `SELECT ifnull(productId, 0) AS key, sum(s * q) AS units, sum(s * t) AS goods,
      sum(iif(c IS NULL, 0, s * ${cost})) AS cost, sum(iif(c IS NULL, 0, s * (n - ${cost}))) AS margin
    FROM (${lines}) GROUP BY 1`,
  payments: `SELECT tenderId AS key, sum(n) AS payments, sum(a) AS paid, sum(m) AS refunds, sum(b) AS refunded FROM (
      SELECT p.tenderId, 1 AS n, p.amount AS a, 0 AS m, 0 AS b FROM payments p WHERE ${paid}
      UNION ALL SELECT r.tenderId, 0, 0, 1, r.amount FROM refunds r WHERE ${settled}) GROUP BY 1`,
  tax: `SELECT (t.value ->> 'name') || '|' || (t.value ->> 'rate') AS key, sum(s * (t.value ->> 'amount')) AS tax
    FROM (${lines}) AS l JOIN json_each(l.taxes) AS t GROUP BY 1`,
  refunds: `SELECT r.cause AS key, count(*) AS refunds, sum(r.amount) AS refunded FROM refunds r WHERE ${settled} GROUP BY 1`,
  returns: `SELECT l.reason AS key, sum(l.quantity) AS returnedUnits, sum(l.total) AS returnedGoods
    FROM returns r JOIN returnLines l ON l.returnId = r.id WHERE ${came} GROUP BY 1`,
  status: `SELECT o.status AS key, count(*) AS orders, sum(o.total) AS sales FROM orders o WHERE ${placed} GROUP BY 1`,
  staff: `SELECT ifnull(o.staffId, '') AS key, count(*) AS orders, sum(o.total) AS sales,
      sum(o.lineDiscount + o.orderDiscount) AS discounts FROM orders o WHERE ${placed} GROUP BY 1`,
  hours: `SELECT iif(strftime('%w', o.placedAt / 1000, 'unixepoch') = '0', '7', strftime('%w', o.placedAt / 1000, 'unixepoch'))
      || '-' || CAST(strftime('%H', o.placedAt / 1000, 'unixepoch') AS INTEGER) AS key, count(*) AS orders, sum(o.total) AS sales
    FROM orders o WHERE ${placed} GROUP BY 1`,
  customers: `SELECT o.customerId AS key, count(*) AS orders, sum(iif(o.cancelledAt IS NULL, o.total, 0)) AS keptSales
    FROM orders o WHERE ${placed} AND o.customerId IS NOT NULL GROUP BY 1`,
  'stock-movements': `SELECT type AS key, count(*) AS movements, sum(max(onHandChange, 0)) AS stockIn FROM stockMovements
    WHERE onHandChange <> 0 AND businessDate BETWEEN @from AND @to GROUP BY 1`,
  'dead-stock': `SELECT s.productId AS key, s.onHand FROM productStock s JOIN products p ON p.id = s.productId
    WHERE s.tracked = 1 AND s.onHand > 0 AND NOT EXISTS (
      SELECT 1 FROM orderLines l JOIN orders o ON o.id = l.orderId WHERE l.productId = s.productId AND ${placed})`,
};

export const reportsWithTables = Object.keys(tables);

type TableRow = { readonly key: string } & Readonly<Record<string, number | string>>;

/** The rows of a report's table, those of nothing left out, by key. */
export function tableBySql(db: ReadDb, report: string, span: Span): readonly TableRow[] {
  const rows = db.statement(tables[report] ?? '').all(span) as TableRow[];
  return rows
    .map((row) => ({ ...row, key: String(row.key) }))
    .filter(({ key: _, ...values }) => Object.values(values).some((value) => value !== 0))
    .toSorted((a, b) => (a.key < b.key ? -1 : 1));
}
