import { sql } from 'kysely';
import type { CalendarDate } from '../../../shared/domain/calendar.ts';
import type { Span, Step } from '../../../shared/domain/report-span.ts';
import type { Progress } from '../../app/context.ts';
import { monthsOf } from './read-days.ts';
import type { Asked } from './report-parts.ts';

/** What a customer ordered in a span; `customerId` null is nobody known. Read from rows: merging moves orders. */
export type CustomerSums = {
  readonly customerId: number | null;
  readonly orders: number;
  readonly kept: number;
  readonly spent: number;
  /** The day of their first order ever; null for nobody known. */
  readonly firstDate: CalendarDate | null;
};

/** Everybody who placed an order in the span. */
export function* readCustomers({
  reading,
  span,
}: Pick<Asked, 'reading' | 'span'>): Generator<Progress, readonly CustomerSums[]> {
  const months = monthsOf(span);
  const found = new Map<number | null, CustomerSums>();
  for (const [index, { from, to }] of months.entries()) {
    yield { done: index, total: months.length };
    const rows = reading.db.all(sql<CustomerSums>`
      SELECT o.customerId, count(*) AS orders, sum(o.status <> 'cancelled') AS kept,
        sum(iif(o.status = 'cancelled', 0, o.total)) AS spent, f.firstDate
      FROM orders AS o LEFT JOIN customerFigures AS f ON f.customerId = o.customerId
      WHERE o.businessDate BETWEEN ${from} AND ${to} GROUP BY o.customerId`);
    for (const row of rows) {
      const before = found.get(row.customerId);
      found.set(row.customerId, {
        ...row,
        orders: row.orders + (before?.orders ?? 0),
        kept: row.kept + (before?.kept ?? 0),
        spent: row.spent + (before?.spent ?? 0),
      });
    }
  }
  return [...found.values()];
}

/** Whether a customer's first order ever lies in the span. */
export function isNew({ firstDate }: CustomerSums, { from }: Span): boolean {
  return firstDate !== null && firstDate >= from;
}

/** How many were new in each step, and how many had ordered before it. */
export function* customersByStep(
  { reading }: Pick<Asked, 'reading'>,
  steps: readonly Step[],
): Generator<Progress, number[][]> {
  const values: number[][] = [];
  for (const [index, { from, to }] of steps.entries()) {
    if (index % 16 === 0) yield { done: index, total: steps.length };
    const row = reading.db.get(sql<{ fresh: number; known: number }>`
      SELECT count(DISTINCT iif(f.firstDate >= ${from}, o.customerId, NULL)) AS fresh,
        count(DISTINCT iif(f.firstDate < ${from}, o.customerId, NULL)) AS known
      FROM orders AS o JOIN customerFigures AS f ON f.customerId = o.customerId
      WHERE o.businessDate BETWEEN ${from} AND ${to}`);
    values.push([row?.fresh ?? 0, row?.known ?? 0]);
  }
  return values;
}
