import { type RawBuilder, sql } from 'kysely';
import { firstOfMonth, lastOfMonth } from '../../../shared/domain/calendar.ts';
import type { Span } from '../../../shared/domain/report-span.ts';
import type { Progress } from '../../app/context.ts';
import { type ProductPart, type ProductSums, productColumns, productReads } from './product-rows.ts';
import { monthsOf, partsOf, type Reading } from './read-days.ts';
import { readOnce } from './read-once.ts';
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
  return yield* readOnce(reading, 'products', span, () => readAll(reading, span));
}

function* readAll(reading: Reading, span: Span): Generator<Progress, readonly ProductFigure[]> {
  const { folded, open } = partsOf(reading, span);
  const plan = folded ? planOf(folded, reading) : { years: [], months: [], days: [] };
  const raw = [...plan.days, ...(open ? monthsOf(open) : [])];
  const found: Found = new Map();
  const total = raw.length + 1;
  yield { done: 0, total };
  if (plan.years.length + plan.months.length > 0)
    for (const figure of reading.db.all(foldedRows(plan))) found.set(figure.productId, figure);
  for (const [index, days] of raw.entries()) {
    yield { done: index + 1, total };
    for (const read of productReads(days)) for (const part of reading.db.all(read)) put(found, part);
  }
  return [...found.values()].sort((a, b) => a.productId - b.productId);
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

/** One figure for each product. Every period is in the order of products, so that all are gone through side by side. */
function foldedRows({ years, months }: Plan): RawBuilder<ProductFigure> {
  const of = (table: string, period: string) => (value: number) =>
    sql`SELECT productId, ${columns} FROM ${sql.table(table)} WHERE ${sql.ref(period)} = ${value}`;
  const periods = [...years.map(of('productYears', 'year')), ...months.map(of('productMonths', 'month'))];
  const inOrder = sql`${sql.join(periods, sql` UNION ALL `)} ORDER BY productId`;
  return periods.length === 1
    ? sql<ProductFigure>`${inOrder}`
    : sql<ProductFigure>`SELECT productId, ${sums} FROM (${inOrder}) GROUP BY productId`;
}

type Found = Map<number, { -readonly [K in keyof ProductFigure]: ProductFigure[K] }>;

const nothing = Object.fromEntries(productColumns.map((name) => [name, 0])) as ProductSums;

function put(into: Found, part: ProductPart): void {
  const { productId } = part;
  const figure = into.get(productId) ?? { ...nothing, productId };
  for (const name of productColumns) figure[name] += part[name] ?? 0;
  into.set(productId, figure);
}
