import { type RawBuilder, sql } from 'kysely';
import { explainedKinds } from '../../../shared/contract/reports.ts';
import type { Metric } from '../../../shared/domain/kpi.ts';
import { fullProductName } from '../catalog/named-product.ts';
import type { Explaining } from './explained-rows.ts';

type Sql = RawBuilder<unknown>;
const kindNo = (kind: (typeof explainedKinds)[number]): Sql => sql`${explainedKinds.indexOf(kind)} AS kindNo`;

/**
 * Figures that stand as they do now, and those of customers, products and movements: their rows, one each. What has no
 * day, or no time, has 0.
 */
export function explainedNow(metric: Metric, asked: Explaining): readonly Sql[] | null {
  const found = rowsNow(metric, asked);
  return found === null ? null : [found];
}

function rowsNow(metric: Metric, asked: Explaining): Sql | null {
  const { kind, key } = asked.part;
  if (kind === 'product' || kind === 'all') {
    const only = kind === 'all' ? sql`1` : sql`p.id = ${Number(key)}`;
    const found = products(metric, asked, only);
    if (found !== null || kind === 'product') return found;
  }
  if (kind === 'category') return products(metric, asked, sql`${inCategory} = ${Number(key)}`);
  if (kind === 'movement' || kind === 'all') {
    const found = movements(metric, asked, kind === 'all' ? sql`1` : sql`m.type = ${key}`);
    if (found !== null || kind === 'movement') return found;
  }
  return kind === 'all' ? (openOrders(metric, asked) ?? openMoney(metric) ?? customers(metric, asked)) : null;
}

const inCategory = sql`ifnull(ifnull(p.categoryId, parent.categoryId), 0)`;
const order = sql`o.id AS rowId, o.id AS orderId, o.businessDate AS date, o.placedAt AS at, 0 AS sub,
  ifnull(o.customerName, '') AS name`;

function openOrders(metric: Metric, { today }: Explaining): Sql | null {
  const which: Partial<Record<Metric, Sql>> = {
    openOrders: sql`1`,
    dueOrders: sql`o.deliveryDate = ${today}`,
    overdueOrders: sql`o.deliveryDate < ${today}`,
  };
  const own = which[metric];
  if (!own) return null;
  return sql`SELECT ${kindNo('order')}, ${order}, 1 AS part, 0 AS base
    FROM orders AS o WHERE o.deliveredAt IS NULL AND o.cancelledAt IS NULL AND ${own}`;
}

function openMoney(metric: Metric): Sql | null {
  if (metric === 'owed') {
    return sql`SELECT ${kindNo('order')}, ${order}, max(0, o.total - o.credited) - o.paid + o.refunded AS part, 0 AS base
      FROM orders AS o WHERE o.cancelledAt IS NULL AND o.paid - o.refunded < o.total - o.credited`;
  }
  if (metric !== 'awaitingRefund' && metric !== 'awaitingRefunds') return null;
  const part = metric === 'awaitingRefund' ? sql`r.amount` : sql`1`;
  return sql`SELECT ${kindNo('refund')}, r.id AS rowId, r.orderId, r.businessDate AS date, r.openedAt AS at, 0 AS sub,
      ifnull(o.customerName, '') AS name, ${part} AS part, 0 AS base
    FROM refunds AS r LEFT JOIN orders AS o ON o.id = r.orderId WHERE r.state IN ('awaiting', 'failed')`;
}

function customers(metric: Metric, { span }: Explaining): Sql | null {
  const which: Partial<Record<Metric, Sql>> = {
    customers: sql`1`,
    newCustomers: sql`first >= ${span.from}`,
    returningCustomers: sql`first < ${span.from}`,
  };
  const own = which[metric];
  if (!own) return null;
  return sql`SELECT ${kindNo('customer')}, c.id AS rowId, NULL AS orderId, first AS date, 0 AS at, 0 AS sub, c.name, 1 AS part,
      0 AS base
    FROM (SELECT DISTINCT customerId FROM orders WHERE customerId IS NOT NULL
      AND businessDate BETWEEN ${span.from} AND ${span.to}) AS o
    JOIN (SELECT customerId, min(businessDate) AS first FROM orders WHERE customerId IS NOT NULL GROUP BY customerId) AS f
      ON f.customerId = o.customerId
    JOIN customers AS c ON c.id = o.customerId WHERE ${own}`;
}

/** As `stockValue` has it: half away from zero. */
const worth = sql`CAST(round(ifnull(p.cost, 0) * s.onHand / 1000.0) AS INTEGER)`;

function products(metric: Metric, { span }: Explaining, only: Sql): Sql | null {
  // Read once for all products: lines have no index by product. What an old file takes back as a correction was not sold.
  const unsold = sql`s.tracked = 1 AND s.onHand > 0 AND p.id NOT IN (SELECT l.productId FROM orders AS o
    JOIN orderLines AS l ON l.orderId = o.id
    WHERE o.businessDate BETWEEN ${span.from} AND ${span.to} AND l.productId IS NOT NULL
    GROUP BY l.productId HAVING sum(l.quantity) > 0)`;
  const plans: Partial<Record<Metric, readonly [part: Sql, which: Sql]>> = {
    lowStock: [
      sql`1`,
      sql`s.tracked = 1 AND p.archivedAt IS NULL AND p.kind <> 'parent' AND s.onHand - s.reserved <= s.reorderLevel`,
    ],
    onHand: [sql`s.onHand`, sql`s.tracked = 1`],
    stockValue: [worth, sql`s.tracked = 1`],
    deadStock: [sql`1`, unsold],
    deadStockValue: [worth, unsold],
  };
  const plan = plans[metric];
  if (!plan) return null;
  return sql`SELECT ${kindNo('product')}, p.id AS rowId, NULL AS orderId, 0 AS date, 0 AS at, 0 AS sub,
      ${fullProductName} AS name, ${plan[0]} AS part, 0 AS base
    FROM products AS p JOIN productStock AS s ON s.productId = p.id LEFT JOIN products AS parent ON parent.id = p.parentId
    WHERE ${plan[1]} AND ${only}`;
}

function movements(metric: Metric, { span }: Explaining, only: Sql): Sql | null {
  const plans: Partial<Record<Metric, Sql>> = {
    movements: sql`1`,
    stockIn: sql`max(m.onHandChange, 0)`,
    stockOut: sql`max(-m.onHandChange, 0)`,
  };
  const part = plans[metric];
  if (!part) return null;
  return sql`SELECT ${kindNo('movement')}, m.productId AS rowId, iif(m.sourceType = 'order', m.sourceId, NULL) AS orderId,
      m.businessDate AS date, m.at, m.movementNo AS sub, ${fullProductName} AS name, ${part} AS part, 0 AS base
    FROM stockMovements AS m JOIN products AS p ON p.id = m.productId LEFT JOIN products AS parent ON parent.id = p.parentId
    WHERE m.onHandChange <> 0 AND m.businessDate BETWEEN ${span.from} AND ${span.to} AND ${only}`;
}
