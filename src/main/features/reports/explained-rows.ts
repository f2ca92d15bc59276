import { type RawBuilder, sql } from 'kysely';
import type { ReportPart } from '../../../shared/contract/reports.ts';
import { explainedKinds } from '../../../shared/contract/reports.ts';
import type { Metric } from '../../../shared/domain/kpi.ts';
import type { Span } from '../../../shared/domain/report-span.ts';
import { lineCost } from './line-cost.ts';

/**
 * The rows behind a figure, in SQL of their own: nothing here reads a roll-up or a statement that folds one. Each row is
 * an event with its part of the figure, and `base`, by which an average or a share is divided.
 */

type Sql = RawBuilder<unknown>;
export type Explaining = {
  readonly span: Span;
  readonly part: ReportPart;
  readonly timeZone: string;
  readonly today: number;
};

/** What an event adds to a figure. */
type Adds = { readonly part: Sql; readonly base?: Sql };
type Source = 'placed' | 'kept' | 'cancelled' | 'returned' | 'given' | 'taken-back' | 'paid' | 'refunded';
type Plan = Partial<Record<Source, Adds>>;

const one: Adds = { part: sql`1` };
const minus = (part: Sql): Adds => ({ part: sql`-(${part})` });
const discount = sql`o.lineDiscount + o.orderDiscount`;
const back = { cancelled: minus(sql`o.total`), returned: minus(sql`r.total`) };
const goodwill = { given: { part: sql`r.takenOff` }, 'taken-back': minus(sql`r.takenOff`) };
const lessGoodwill = { given: minus(sql`r.takenOff`), 'taken-back': { part: sql`r.takenOff` } };

/** Figures of whole orders, returns, payments and refunds. */
const plans: Partial<Record<Metric, Plan>> = {
  grossSales: { placed: { part: sql`o.subtotal` } },
  discounts: { placed: { part: discount } },
  discountShare: { placed: { part: discount, base: sql`o.subtotal` } },
  discountedOrders: { placed: one },
  sales: { placed: { part: sql`o.total` } },
  cancelled: { cancelled: { part: sql`o.total` } },
  returned: { returned: { part: sql`r.total` } },
  goodwill,
  netSales: { placed: { part: sql`o.total` }, ...back, ...lessGoodwill },
  tax: { placed: { part: sql`o.tax` }, cancelled: minus(sql`o.tax`), returned: minus(sql`r.tax`) },
  netSalesWithoutTax: {
    placed: { part: sql`o.total - o.tax` },
    cancelled: minus(sql`o.total - o.tax`),
    returned: minus(sql`r.total - r.tax`),
    ...lessGoodwill,
  },
  rounding: { placed: { part: sql`o.rounding` } },
  orders: { placed: one },
  keptOrders: { kept: one },
  keptSales: { kept: { part: sql`o.total` } },
  averageOrder: { kept: { part: sql`o.total`, base: sql`1` } },
  cancelledOrders: { cancelled: one },
  returns: { returned: one },
  paid: { paid: { part: sql`p.amount` } },
  payments: { paid: one },
  // What it is divided by is paid by all ways together: no row of these.
  paidShare: { paid: { part: sql`p.amount` } },
  refunded: { refunded: { part: sql`r.amount` } },
  refunds: { refunded: one },
  newSales: { kept: { part: sql`o.total` } },
  returningSales: { kept: { part: sql`o.total` } },
  walkInSales: { kept: { part: sql`o.total` } },
};

/** Figures of lines: what one adds, of a line `l`; `margin` of those alone whose cost is known. */
const known = (value: Sql): Sql => sql`iif(l.unitCost IS NULL, 0, ${value})`;
const linePlans: Partial<Record<Metric, Adds>> = {
  units: { part: sql`l.quantity` },
  goods: { part: sql`l.total` },
  cost: { part: lineCost('l') },
  margin: { part: known(sql`l.net - ${lineCost('l')}`) },
  marginShare: { part: known(sql`l.net - ${lineCost('l')}`), base: known(sql`l.net`) },
};
const returnLinePlans: Partial<Record<Metric, Adds>> = {
  returnedUnits: { part: sql`l.quantity` },
  returnedGoods: { part: sql`l.total` },
};

/**
 * The rows behind a figure that has a list of events, by where they come from; null where it has none, or none for that
 * part of it.
 */
export function explainedRows(metric: Metric, asked: Explaining): readonly Sql[] | null {
  const lines = linePlans[metric] ?? returnLinePlans[metric];
  return lines ? lineSources(metric, lines, asked) : orderSources(metric, asked);
}

function orderSources(metric: Metric, asked: Explaining): readonly Sql[] | null {
  const { kind } = asked.part;
  if (kind === 'tax') return taxSources(metric, asked);
  const plan = plans[metric];
  if (!plan) return null;
  const found: Sql[] = [];
  for (const [source, adds] of Object.entries(plan) as [Source, Adds][]) {
    const filter = filterOf(metric, source, asked);
    if (filter === null) return null;
    const own = kind === 'discount' ? { ...adds, part: discountOf(metric, asked.part.key) } : adds;
    found.push(events(source, own, asked, filter));
  }
  return found;
}

const within = (date: Sql, { span }: Explaining): Sql => sql`${date} BETWEEN ${span.from} AND ${span.to}`;

/** An event of a source with what it adds: kind, its number, its order, when, whose. */
function events(source: Source, { part, base = sql`0` }: Adds, asked: Explaining, filter: Sql): Sql {
  const amounts = sql`${part} AS part, ${base} AS base`;
  const name = sql`ifnull(o.customerName, '') AS name`;
  const row = (kind: (typeof explainedKinds)[number], columns: Sql): Sql =>
    sql`SELECT ${explainedKinds.indexOf(kind)} AS kindNo, ${columns}, ${amounts}`;
  const money = sql`(SELECT purpose FROM tenders WHERE id = ${source === 'paid' ? sql`p.tenderId` : sql`r.tenderId`}) IS NULL`;
  const withOrder = sql`LEFT JOIN orders AS o ON o.id = r.orderId`;
  switch (source) {
    case 'placed':
    case 'kept':
      return sql`${row('order', sql`o.id AS rowId, o.id AS orderId, o.businessDate AS date, o.placedAt AS at, 0 AS sub, ${name}`)}
        FROM orders AS o WHERE ${within(sql`o.businessDate`, asked)}
        ${source === 'kept' ? sql`AND o.status <> 'cancelled'` : sql``} AND ${filter}`;
    case 'cancelled':
      return sql`${row('cancel', sql`o.id AS rowId, o.id AS orderId, o.cancelledDate AS date, o.cancelledAt AS at, 0 AS sub, ${name}`)}
        FROM orders AS o WHERE ${within(sql`o.cancelledDate`, asked)} AND ${filter}`;
    case 'returned':
      return sql`${row('return', sql`r.id AS rowId, r.orderId, r.businessDate AS date, r.at, 0 AS sub, ${name}`)}
        FROM returns AS r ${withOrder} WHERE ${within(sql`r.businessDate`, asked)} AND ${filter}`;
    case 'given':
      return sql`${row('refund', sql`r.id AS rowId, r.orderId, r.businessDate AS date, r.openedAt AS at, 0 AS sub, ${name}`)}
        FROM refunds AS r ${withOrder} WHERE r.takenOff > 0 AND ${within(sql`r.businessDate`, asked)} AND ${filter}`;
    case 'taken-back':
      return sql`${row('refund', sql`r.id AS rowId, r.orderId, o.cancelledDate AS date, o.cancelledAt AS at, 1 AS sub, ${name}`)}
        FROM refunds AS r JOIN orders AS o ON o.id = r.orderId
        WHERE r.takenOff > 0 AND ${within(sql`o.cancelledDate`, asked)} AND ${filter}`;
    case 'paid':
      return sql`${row('payment', sql`p.paymentNo AS rowId, p.orderId, p.businessDate AS date, p.at, p.orderId AS sub, ${name}`)}
        FROM payments AS p JOIN orders AS o ON o.id = p.orderId
        WHERE ${within(sql`p.businessDate`, asked)} AND ${money} AND ${filter}`;
    case 'refunded':
      return sql`${row('refund', sql`r.id AS rowId, r.orderId, r.settledDate AS date, r.settledAt AS at, 0 AS sub, ${name}`)}
        FROM refunds AS r ${withOrder} WHERE ${within(sql`r.settledDate`, asked)} AND ${money} AND ${filter}`;
  }
}

const isOrder = (source: Source): boolean =>
  source === 'placed' || source === 'kept' || source === 'cancelled';

/** Which events belong to a part; null where the figure is not told by such parts. */
function filterOf(metric: Metric, source: Source, asked: Explaining): Sql | null {
  const { kind, key } = asked.part;
  const first = sql`(SELECT min(businessDate) FROM orders AS e WHERE e.customerId = o.customerId)`;
  if (metric === 'newSales') return kind === 'all' ? sql`${first} >= ${asked.span.from}` : null;
  if (metric === 'returningSales') return kind === 'all' ? sql`${first} < ${asked.span.from}` : null;
  if (metric === 'walkInSales') return kind === 'all' ? sql`o.customerId IS NULL` : null;
  switch (kind) {
    case 'all':
      return metric === 'discountedOrders' ? null : sql`1`;
    case 'status':
      return source === 'placed' ? sql`o.status = ${key}` : null;
    case 'tender':
      if (source === 'paid') return sql`p.tenderId = ${Number(key)}`;
      return source === 'refunded' ? sql`r.tenderId = ${Number(key)}` : null;
    case 'reason':
      return source === 'refunded' ? sql`r.cause = ${key}` : null;
    case 'staff':
      if (isOrder(source)) return sql`ifnull(o.staffId, '') = ${key === '' ? '' : Number(key)}`;
      return source === 'returned' ? sql`ifnull(r.staffId, '') = ${key === '' ? '' : Number(key)}` : null;
    case 'hour':
      return source === 'placed'
        ? sql`weekdayHour(o.businessDate, o.placedAt, ${asked.timeZone}) = ${key}`
        : null;
    case 'customer':
      return source === 'placed' || source === 'kept' ? sql`o.customerId = ${Number(key)}` : null;
    case 'discount':
      return metric === 'discounts' || metric === 'discountedOrders' ? discountFilter(key) : null;
    default:
      return null;
  }
}

const discountColumn = (key: string): Sql =>
  sql.ref(key.startsWith('line|') ? 'o.lineDiscount' : 'o.orderDiscount');

function discountFilter(key: string): Sql {
  const staffId = key.slice(key.indexOf('|') + 1);
  return sql`${discountColumn(key)} <> 0 AND ifnull(o.staffId, '') = ${staffId === '' ? '' : Number(staffId)}`;
}

function discountOf(metric: Metric, key: string): Sql {
  return metric === 'discounts' ? discountColumn(key) : sql`1`;
}

/** A component of tax at a rate, in what was placed, cancelled and came back. */
function taxSources(metric: Metric, asked: Explaining): readonly Sql[] | null {
  if (metric !== 'tax' && metric !== 'taxable') return null;
  const { key } = asked.part;
  const cut = key.lastIndexOf('|');
  const [name, rate] = [key.slice(0, cut), Number(key.slice(cut + 1))];
  const column = sql.ref(metric === 'tax' ? 't.amount' : 't.taxable');
  const ofOrder = sql`ifnull((SELECT sum(${column}) FROM orderTaxes AS t
    WHERE t.orderId = o.id AND t.name = ${name} AND t.rate = ${rate}), 0)`;
  const ofReturn = sql`ifnull((SELECT sum(${metric === 'tax' ? sql`t.value ->> 'amount'` : sql`l.net`})
    FROM returnLines AS l JOIN json_each(l.taxes) AS t WHERE l.returnId = r.id
      AND t.value ->> 'name' = ${name} AND t.value ->> 'rate' = ${rate}), 0)`;
  return [
    events('placed', { part: ofOrder }, asked, sql`1`),
    events('cancelled', minus(ofOrder), asked, sql`1`),
    events('returned', minus(ofReturn), asked, sql`1`),
  ];
}

/** Goods: of all lines, of a product's or of a category's, added up for each order and each return. */
function lineSources(metric: Metric, adds: Adds, asked: Explaining): readonly Sql[] | null {
  const { kind, key } = asked.part;
  const isBackOnly = Object.hasOwn(returnLinePlans, metric);
  const filter = lineFilter(kind, key, isBackOnly);
  if (filter === null) return null;
  const sums = (table: 'orderLines' | 'returnLines', sign: 1 | -1): Adds => {
    const own = table === 'orderLines' ? sql`l.orderId = o.id` : sql`l.returnId = r.id`;
    const sum = (value: Sql): Sql =>
      sql`${sql.lit(sign)} * ifnull((SELECT sum(${value}) FROM ${sql.table(table)} AS l WHERE ${own} AND ${filter}), 0)`;
    return { part: sum(adds.part), ...(adds.base ? { base: sum(adds.base) } : {}) };
  };
  const returned = events('returned', sums('returnLines', isBackOnly ? 1 : -1), asked, sql`1`);
  if (isBackOnly) return [returned];
  return [
    events('placed', sums('orderLines', 1), asked, sql`1`),
    events('cancelled', sums('orderLines', -1), asked, sql`1`),
    returned,
  ];
}

function lineFilter(kind: ReportPart['kind'], key: string, isBackOnly: boolean): Sql | null {
  if (kind === 'all') return sql`1`;
  if (kind === 'reason') return isBackOnly ? sql`l.reason = ${key}` : null;
  if (isBackOnly) return null;
  if (kind === 'product') return sql`ifnull(l.productId, 0) = ${Number(key)}`;
  const category = sql`ifnull((SELECT ifnull(p.categoryId, parent.categoryId) FROM products AS p
    LEFT JOIN products AS parent ON parent.id = p.parentId WHERE p.id = l.productId), 0)`;
  return kind === 'category' ? sql`${category} = ${Number(key)}` : null;
}
