import { sql } from 'kysely';
import type { CalendarDate } from '../../../shared/domain/calendar.ts';
import { daysIn, type Span, type Step } from '../../../shared/domain/report-span.ts';
import type { Progress } from '../../app/context.ts';
import { monthsOf, type Reading } from './read-days.ts';
import { keepRead, readOnce } from './read-once.ts';
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

type Found = Map<number | null, { -readonly [K in keyof CustomerSums]: CustomerSums[K] }>;

/** Everybody who placed an order in the span. */
export function* readCustomers({
  reading,
  span,
}: Pick<Asked, 'reading' | 'span'>): Generator<Progress, readonly CustomerSums[]> {
  return yield* readOnce(reading, 'customers', span, function* () {
    const months = monthsOf(span);
    const found: Found = new Map();
    for (const [index, month] of months.entries()) {
      yield { done: index, total: months.length };
      put(found, customersOf(reading, month));
    }
    return [...found.values()];
  });
}

/** Each customer once; only then is looked up when they were first there. */
function customersOf({ db }: Reading, { from, to }: Span): readonly CustomerSums[] {
  return db.all(sql<CustomerSums>`SELECT g.customerId, g.orders, g.kept, g.spent, f.firstDate FROM (
      SELECT customerId, count(*) AS orders, sum(status <> 'cancelled') AS kept,
        sum(iif(status = 'cancelled', 0, total)) AS spent
      FROM orders WHERE businessDate BETWEEN ${from} AND ${to} GROUP BY customerId
    ) AS g LEFT JOIN customerFigures AS f ON f.customerId = g.customerId`);
}

function put(found: Found, rows: readonly CustomerSums[]): void {
  for (const row of rows) {
    const sums = found.get(row.customerId);
    if (sums) {
      sums.orders += row.orders;
      sums.kept += row.kept;
      sums.spent += row.spent;
    } else found.set(row.customerId, row);
  }
}

/** Whether a customer's first order ever lies in the span. */
export function isNew({ firstDate }: CustomerSums, { from }: Span): boolean {
  return firstDate !== null && firstDate >= from;
}

/** How many were new in each step of a span, and how many had ordered before it. */
export function* customersByStep(
  { reading, span }: Pick<Asked, 'reading' | 'span'>,
  steps: readonly Step[],
): Generator<Progress, number[][]> {
  const values: number[][] = [];
  const found: Found = new Map();
  for (const [index, step] of steps.entries()) {
    if (index % 16 === 0 || daysIn(step) > 7) yield { done: index, total: steps.length };
    const here = new Map<number, boolean>();
    for (const part of monthsOf(step)) {
      const rows = customersOf(reading, part);
      for (const row of rows) if (row.customerId !== null) here.set(row.customerId, isNew(row, step));
      put(found, rows);
    }
    let fresh = 0;
    for (const isFresh of here.values()) if (isFresh) fresh += 1;
    values.push([fresh, here.size - fresh]);
  }
  // The steps are all of the span.
  keepRead(reading, 'customers', span, [...found.values()]);
  return values;
}
