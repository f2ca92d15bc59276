import { type RawBuilder, sql } from 'kysely';
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

const bound = (value: number): RawBuilder<number> => sql<number>`CAST(${value} AS INTEGER)`;

/**
 * What each product sold and took back, by month (yyyymm): key columns `month` and `productId` (0 for custom items), then
 * `productColumns`. Of one order only what it sold on the day it was placed.
 */
export function productRows(scope: Scope): RawBuilder<unknown> {
  const parts =
    'orderId' in scope
      ? [sold(sql`o.id = ${bound(scope.orderId)}`)]
      : [
          sold(between(sql`o.businessDate`, scope)),
          part(
            'back',
            sql`o.cancelledDate`,
            sql`FROM orders AS o JOIN orderLines AS l ON l.orderId = o.id`,
            between(sql`o.cancelledDate`, scope),
          ),
          part(
            'back',
            sql`r.businessDate`,
            sql`FROM returns AS r JOIN returnLines AS l ON l.returnId = r.id`,
            between(sql`r.businessDate`, scope),
          ),
        ];
  const sums = productColumns.map((name) => sql`sum(${sql.ref(name)}) AS ${sql.ref(name)}`);
  return sql`SELECT month, productId, ${sql.join(sums)} FROM (${sql.join(parts, sql` UNION ALL `)}) GROUP BY 1, 2`;
}

function sold(where: RawBuilder<unknown>): RawBuilder<unknown> {
  return part(
    'sold',
    sql`o.businessDate`,
    sql`FROM orders AS o JOIN orderLines AS l ON l.orderId = o.id`,
    where,
  );
}

function between(date: RawBuilder<unknown>, { from, to }: { readonly from: number; readonly to: number }) {
  return sql`${date} BETWEEN ${bound(from)} AND ${bound(to)}`;
}

function part(
  side: 'sold' | 'back',
  date: RawBuilder<unknown>,
  from: RawBuilder<unknown>,
  where: RawBuilder<unknown>,
): RawBuilder<unknown> {
  const own = [sql`l.quantity`, sql`l.total`, sql`l.tax`, lineCost('l'), lineCosted('l')];
  const none = own.map(() => sql.lit(0));
  const values = side === 'sold' ? [...own, ...none] : [...none, ...own];
  const columns = productColumns.map((name, index) => sql`sum(${values[index]}) AS ${sql.ref(name)}`);
  return sql`SELECT ${date} / 100 AS month, ifnull(l.productId, 0) AS productId, ${sql.join(columns)}
    ${from} WHERE ${where} GROUP BY 1, 2`;
}
