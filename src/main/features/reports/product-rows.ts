import { type RawBuilder, sql } from 'kysely';
import type { Span } from '../../../shared/domain/report-span.ts';
import type { Scope } from './day-kinds.ts';
import { lineCost, lineCosted } from './line-cost.ts';

/** The figures of a product, as `productMonths` and `productYears` keep them, in their order. */
export const productColumns = [
  'soldQuantity',
  'soldAmount',
  'soldTax',
  'soldCost',
  'soldCosted',
  'backQuantity',
  'backAmount',
  'backTax',
  'backCost',
  'backCosted',
] as const;
export type ProductColumn = (typeof productColumns)[number];
export type ProductSums = Readonly<Record<ProductColumn, number>>;
/** Some of them of a product. */
export type ProductPart = Partial<ProductSums> & { readonly productId: number };

const bound = (value: number): RawBuilder<number> => sql<number>`CAST(${value} AS INTEGER)`;

/**
 * What each product sold and took back, by month (yyyymm): key columns `month` and `productId` (0 for custom items), then
 * `productColumns`. Of one order only what it sold on the day it was placed.
 */
export function productRows(scope: Scope): RawBuilder<unknown> {
  const parts = partsOf(scope).map(monthly);
  const sums = productColumns.map((name) => sql`sum(${sql.ref(name)}) AS ${sql.ref(name)}`);
  return sql`SELECT month, productId, ${sql.join(sums)} FROM (${sql.join(parts, sql` UNION ALL `)}) GROUP BY 1, 2`;
}

/**
 * The same for some days, whatever their months: one read for each way in which products move, with `productId` and its
 * own half of `productColumns`. Put together by who reads, which takes a third of what SQL takes to do it.
 */
export function productReads(days: Span): readonly RawBuilder<ProductPart>[] {
  return partsOf(days).map(
    ({ side, rows }) => sql<ProductPart>`SELECT ifnull(l.productId, 0) AS productId,
      ${sql.join(halves[side].map((name, index) => sql`sum(${own[index]}) AS ${sql.ref(name)}`))}
      ${rows} GROUP BY 1`,
  );
}

/** Lines of one way in which products move, each with the date on which it counts. */
type Part = {
  readonly side: 'sold' | 'back';
  readonly date: RawBuilder<unknown>;
  readonly rows: RawBuilder<unknown>;
};

const ofOrders = sql`FROM orders AS o JOIN orderLines AS l ON l.orderId = o.id`;
const ofReturns = sql`FROM returns AS r JOIN returnLines AS l ON l.returnId = r.id`;

function partsOf(scope: Scope): readonly Part[] {
  const [placed, cancelled, returned] = [sql`o.businessDate`, sql`o.cancelledDate`, sql`r.businessDate`];
  if ('orderId' in scope)
    return [{ side: 'sold', date: placed, rows: sql`${ofOrders} WHERE o.id = ${bound(scope.orderId)}` }];
  const between = (date: RawBuilder<unknown>) =>
    sql`${date} BETWEEN ${bound(scope.from)} AND ${bound(scope.to)}`;
  return [
    { side: 'sold', date: placed, rows: sql`${ofOrders} WHERE ${between(placed)}` },
    { side: 'back', date: cancelled, rows: sql`${ofOrders} WHERE ${between(cancelled)}` },
    { side: 'back', date: returned, rows: sql`${ofReturns} WHERE ${between(returned)}` },
  ];
}

/** What a line comes to, in the order of both halves of `productColumns`. */
const own = [sql`l.quantity`, sql`l.total`, sql`l.tax`, lineCost('l'), lineCosted('l')];
const halves = { sold: productColumns.slice(0, own.length), back: productColumns.slice(own.length) } as const;

function monthly({ side, date, rows }: Part): RawBuilder<unknown> {
  const none = own.map(() => sql.lit(0));
  const values = side === 'sold' ? [...own, ...none] : [...none, ...own];
  const columns = productColumns.map((name, index) => sql`sum(${values[index]}) AS ${sql.ref(name)}`);
  return sql`SELECT ${date} / 100 AS month, ifnull(l.productId, 0) AS productId, ${sql.join(columns)}
    ${rows} GROUP BY 1, 2`;
}
