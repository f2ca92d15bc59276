import { sql } from 'kysely';
import type { Metric } from '../../../shared/domain/kpi.ts';
import { money } from '../../../shared/domain/money.ts';
import { quantity } from '../../../shared/domain/quantity.ts';
import { stockValue } from '../../../shared/domain/stock-value.ts';
import type { QueryContext } from '../../app/context.ts';
import { countLowStock } from '../stock/low-stock.ts';

type Asker = Pick<QueryContext, 'db' | 'today'>;

const open = sql`status IN ('received', 'shipped', 'in-transit')`;
const one = ({ db }: Asker, rows: ReturnType<typeof sql<{ value: number | null }>>): number =>
  db.get(rows)?.value ?? 0;

/** Figures that stand as they do at this moment, whatever the range. */
export const nowValues = {
  openOrders: (ctx: Asker) => one(ctx, sql`SELECT count(*) AS value FROM orders WHERE ${open}`),
  dueOrders: (ctx: Asker) =>
    one(ctx, sql`SELECT count(*) AS value FROM orders WHERE ${open} AND deliveryDate = ${ctx.today}`),
  overdueOrders: (ctx: Asker) =>
    one(ctx, sql`SELECT count(*) AS value FROM orders WHERE ${open} AND deliveryDate < ${ctx.today}`),
  lowStock: ({ db }: Asker) => countLowStock(db),
  awaitingRefund: (ctx: Asker) =>
    one(
      ctx,
      sql`SELECT sum(amount) AS value FROM refunds WHERE state IN ('awaiting', 'initiated', 'failed') AND state <> 'initiated'`,
    ),
  awaitingRefunds: (ctx: Asker) =>
    one(
      ctx,
      sql`SELECT count(*) AS value FROM refunds WHERE state IN ('awaiting', 'initiated', 'failed') AND state <> 'initiated'`,
    ),
  owed: (ctx: Asker) =>
    one(
      ctx,
      sql`SELECT sum(max(0, total - credited) - (paid - refunded)) AS value FROM orders INDEXED BY ordersOwing
        WHERE status <> 'cancelled' AND paid - refunded < total - credited`,
    ),
  // Product by product, so that it is what the rows of its report add up to, however much that is.
  stockValue: ({ db }: Asker) =>
    db
      .all(sql<{ onHand: number; cost: number }>`SELECT s.onHand, p.cost FROM productStock AS s
        JOIN products AS p ON p.id = s.productId WHERE s.tracked = 1 AND p.cost IS NOT NULL AND s.onHand <> 0`)
      .reduce(
        (sum, { onHand, cost }) => sum + stockValue([{ quantity: quantity(onHand), unitCost: money(cost) }]),
        0,
      ),
  onHand: (ctx: Asker) => one(ctx, sql`SELECT sum(onHand) AS value FROM productStock WHERE tracked = 1`),
} as const satisfies Partial<Record<Metric, (ctx: Asker) => number>>;

export type NowMetric = keyof typeof nowValues;

export function isNowMetric(metric: Metric): metric is NowMetric {
  return Object.hasOwn(nowValues, metric);
}
