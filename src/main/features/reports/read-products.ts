import { type RawBuilder, sql } from 'kysely';
import { firstOfMonth, lastOfMonth } from '../../../shared/domain/calendar.ts';
import type { Span } from '../../../shared/domain/report-span.ts';
import type { Progress } from '../../app/context.ts';
import { type ProductSums, productColumns, productRows } from './product-rows.ts';
import { monthsOf, partsOf, type Reading } from './read-days.ts';
import type { Closed } from './rollups.ts';

/** What a product sold and took back in a span. */
export type ProductFigure = ProductSums & { readonly productId: number };

const sums = sql.join(productColumns.map((name) => sql`sum(${sql.ref(name)}) AS ${sql.ref(name)}`));
const columns = sql.join(productColumns.map((name) => sql.ref(name)));

/**
 * Each product that moved in a span: whole years and months from roll-ups, the days at its edges and those that are not
 * closed yet from their rows. The last folded month reaches to the last folded day, so it may be taken when the span does.
 */
export function* readProducts(reading: Reading, span: Span): Generator<Progress, readonly ProductFigure[]> {
  const { folded, open } = partsOf(reading, span);
  const plan = folded ? planOf(folded, reading) : { years: [], months: [], days: [] };
  const raw = [...plan.days, ...(open ? monthsOf(open) : [])];
  const found = new Map<number, ProductFigure>();
  const total = raw.length + 1;
  yield { done: 0, total };
  if (plan.years.length + plan.months.length > 0) put(found, reading.db.all(foldedRows(plan)));
  for (const [index, days] of raw.entries()) {
    yield { done: index + 1, total };
    put(
      found,
      reading.db.all(
        sql<ProductFigure>`SELECT productId, ${sums} FROM (${productRows(days)}) GROUP BY productId`,
      ),
    );
  }
  return [...found.values()];
}

type Plan = { readonly years: number[]; readonly months: number[]; readonly days: Span[] };

/** Which years, months and days a folded span is made of. */
export function planOf({ from, to }: Span, { closed, isCut }: Closed): Plan {
  const plan: Plan = { years: [], months: [], days: [] };
  const byYear = new Map<number, number[]>();
  for (const month of monthsOf({ from, to })) {
    const whole =
      month.from === firstOfMonth(month.from) && (month.to === lastOfMonth(month.to) || month.to === closed);
    if (!whole) {
      plan.days.push(month);
      continue;
    }
    const year = Math.floor(month.from / 10_000);
    byYear.set(year, [...(byYear.get(year) ?? []), Math.floor(month.from / 100)]);
  }
  for (const [year, months] of byYear) {
    const reaches =
      months.length === 12 || months.at(-1) === (isCut || closed === null ? null : Math.floor(closed / 100));
    if (months[0] === year * 100 + 1 && reaches) plan.years.push(year);
    else plan.months.push(...months);
  }
  return plan;
}

function foldedRows({ years, months }: Plan): RawBuilder<ProductFigure> {
  const list = (values: readonly number[]) => sql`(SELECT value FROM json_each(${JSON.stringify(values)}))`;
  return sql<ProductFigure>`SELECT productId, ${sums} FROM (
    SELECT productId, ${columns} FROM productYears WHERE year IN ${list(years)}
    UNION ALL SELECT productId, ${columns} FROM productMonths WHERE month IN ${list(months)}
  ) GROUP BY productId`;
}

function put(into: Map<number, ProductFigure>, rows: readonly ProductFigure[]): void {
  for (const row of rows) {
    const before = into.get(row.productId);
    into.set(row.productId, before ? added(before, row) : row);
  }
}

function added(a: ProductFigure, b: ProductFigure): ProductFigure {
  const sum: Record<string, number> = { productId: a.productId };
  for (const name of productColumns) sum[name] = a[name] + b[name];
  return sum as ProductFigure;
}
