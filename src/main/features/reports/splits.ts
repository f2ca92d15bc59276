import type { Metric } from '../../../shared/domain/kpi.ts';
import type { Step } from '../../../shared/domain/report-span.ts';
import type { Progress } from '../../app/context.ts';
import type { ReadDb } from '../../database/connection.ts';
import { categoriesOfProducts, categoryNames } from './product-tables.ts';
import { bucketOf, type DayFigure, readDays } from './read-days.ts';
import type { Asked, Result } from './report-parts.ts';
import { onHandRows, worthOf } from './stock-tables.ts';
import { bucketBy } from './time-line.ts';

/** A figure by other parts than the report's rows. */
export type Split = NonNullable<Result['split']>;

/** What came of each kind goes in, and what of it was taken back out again. */
const taxKinds = { 'sale-tax': 1, 'cancel-tax': -1, 'return-tax': -1 } as const;

/** Each component of tax at its rate, step by step, the largest first. */
export function* taxSplit(
  { reading, span, input }: Asked,
  steps: readonly Step[],
): Generator<Progress, Split> {
  const by = bucketBy(input.by);
  const found = new Map<string, Map<number, number>>();
  for (const [kind, sign] of Object.entries(taxKinds) as [keyof typeof taxKinds, 1 | -1][]) {
    yield { done: 0, total: 1 };
    for (const figure of readDays(reading, kind, span, by)) putTax(found, figure, sign);
  }
  const parts = [...found].map(([key, buckets]) => {
    const cut = key.lastIndexOf('|');
    return {
      part: { kind: 'tax' as const, key },
      ...{ name: key.slice(0, cut), rate: Number(key.slice(cut + 1)) },
      value: [...buckets.values()].reduce((sum, tax) => sum + tax, 0),
      steps: steps.map(({ from }) => buckets.get(bucketOf(from, by)) ?? 0),
    };
  });
  return { metric: 'tax', parts: parts.toSorted(largestFirst) };
}

function putTax(
  found: Map<string, Map<number, number>>,
  { key, bucket, tax }: DayFigure,
  sign: 1 | -1,
): void {
  const buckets = found.get(key) ?? new Map<number, number>();
  found.set(key, buckets);
  buckets.set(bucket, (buckets.get(bucket) ?? 0) + sign * tax);
}

/** What lies on hand by the category that each product is in: its worth, or for who may not see that, how much it is. */
export function* stockSplit({ ctx: { db }, seesProfit }: Asked): Generator<Progress, Split> {
  yield { done: 0, total: 1 };
  const metric: Metric = seesProfit ? 'stockValue' : 'onHand';
  const names = categoryNames(db);
  const parts = [...stockByCategory(db)].map(([categoryId, sums]) => ({
    part: { kind: 'category' as const, key: String(categoryId) },
    ...{ name: names.get(categoryId) ?? null, rate: null, steps: null },
    value: sums[metric],
  }));
  return { metric, parts: parts.filter(({ value }) => value !== 0).toSorted(largestFirst) };
}

type StockSums = { readonly stockValue: number; readonly onHand: number };

/** Sums of what lies on hand by category, rounded product by product as the report's rows are; 0 is no category. */
export function stockByCategory(db: ReadDb): ReadonlyMap<number, StockSums> {
  const categoryOf = categoriesOfProducts(db);
  const found = new Map<number, StockSums>();
  for (const row of onHandRows(db)) {
    const categoryId = categoryOf.get(row.productId) ?? 0;
    const before = found.get(categoryId);
    found.set(categoryId, {
      stockValue: (before?.stockValue ?? 0) + worthOf(row),
      onHand: (before?.onHand ?? 0) + row.onHand,
    });
  }
  return found;
}

function largestFirst(a: { readonly value: number }, b: { readonly value: number }): number {
  return b.value - a.value;
}
