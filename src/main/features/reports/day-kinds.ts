import { type RawBuilder, sql } from 'kysely';
import type { Span } from '../../../shared/domain/report-span.ts';
import { lineCost, lineCosted } from './line-cost.ts';

/**
 * What days come to, by kind: one statement each, from the rows. The same statement folds a closed day, reads the days
 * that are not folded yet, corrects a day when an order of it changes, and proves what stands.
 */

/** The columns of `dayFigures` beside kind, key and date, in their order. */
export const dayColumns = [
  'count',
  'gross',
  'discount',
  'amount',
  'tax',
  'rounding',
  'quantity',
  'cost',
  'costed',
] as const;
export type DayColumn = (typeof dayColumns)[number];

/** Which rows: those of some business dates, or of one order alone. */
export type Scope = Span | { readonly orderId: number };

const saleKinds = ['sale', 'kept', 'sale-staff', 'kept-staff'] as const;
const placedKinds = [...saleKinds, 'sale-goods', 'sale-hour', 'sale-tax', 'discount'] as const;
const laterKinds = [
  'cancel',
  'cancel-goods',
  'cancel-tax',
  'cancel-staff',
  'return',
  'return-goods',
  'return-tax',
  'return-staff',
  'goodwill',
  'payment',
  'refund',
  'refund-cause',
] as const;
/** Kinds that count by the day an order was placed: what an order of a closed day may still change. */
export const kindsOfPlacing: readonly DayKind[] = placedKinds;
export const dayKinds = [...placedKinds, ...laterKinds] as const;
export type DayKind = (typeof dayKinds)[number];

type Sums = Partial<Record<DayColumn, RawBuilder<unknown>>>;
type Source = {
  readonly key: RawBuilder<unknown>;
  readonly date: RawBuilder<unknown>;
  readonly sums: Sums;
  readonly from: RawBuilder<unknown>;
};

function select({ key, date, sums, from }: Source): RawBuilder<unknown> {
  const columns = dayColumns.map((name) => sql`${sums[name] ?? sql.lit(0)} AS ${sql.ref(name)}`);
  return sql`SELECT ${key} AS key, ${date} AS date, ${sql.join(columns)} ${from} GROUP BY 1, 2`;
}

const none = sql.lit('');
const orderSums: Sums = {
  count: sql`count(*)`,
  gross: sql`sum(o.subtotal)`,
  discount: sql`sum(o.lineDiscount + o.orderDiscount)`,
  amount: sql`sum(o.total)`,
  tax: sql`sum(o.tax)`,
  rounding: sql`sum(o.rounding)`,
};
const goodsSums: Sums = {
  count: sql`count(*)`,
  amount: sql`sum(l.total)`,
  tax: sql`sum(l.tax)`,
  quantity: sql`sum(l.quantity)`,
  cost: sql`sum(${lineCost('l')})`,
  costed: sql`sum(${lineCosted('l')})`,
};
const few: Sums = { count: sql`count(*)`, amount: sql`sum(o.total)` };
const staff = sql`ifnull(o.staffId, '')`;
const taxKey = sql`t.name || '|' || t.rate`;
const taxSums: Sums = { count: sql`count(*)`, amount: sql`sum(t.taxable)`, tax: sql`sum(t.amount)` };
const placed = sql`o.businessDate`;
const undone = sql`o.cancelledDate`;
const lines = sql`JOIN orderLines AS l ON l.orderId = o.id`;
const taxes = sql`JOIN orderTaxes AS t ON t.orderId = o.id`;
const back = sql`r.businessDate`;
const bound = (value: number): RawBuilder<number> => sql<number>`CAST(${value} AS INTEGER)`;

function within(date: RawBuilder<unknown>, scope: Scope): RawBuilder<unknown> {
  if ('orderId' in scope) return sql`o.id = ${bound(scope.orderId)}`;
  return sql`${date} BETWEEN ${bound(scope.from)} AND ${bound(scope.to)}`;
}

/** The rows of a kind in a scope: key, date and `dayColumns`. `timeZone` tells the hours. */
export function dayRows(kind: DayKind, scope: Scope, timeZone: string): RawBuilder<unknown> {
  const sales = (more = sql``): RawBuilder<unknown> =>
    sql`FROM orders AS o ${more} WHERE ${within(placed, scope)}`;
  const undoing = (more = sql``): RawBuilder<unknown> =>
    sql`FROM orders AS o ${more} WHERE ${within(undone, scope)}`;
  const returns = (more = sql``): RawBuilder<unknown> =>
    sql`FROM returns AS r ${more} WHERE ${within(back, scope)}`;
  switch (kind) {
    case 'sale':
      return select({ key: none, date: placed, sums: orderSums, from: sales() });
    case 'sale-staff':
      return select({ key: staff, date: placed, sums: orderSums, from: sales() });
    case 'kept':
      return select({
        key: none,
        date: placed,
        sums: few,
        from: sql`${sales()} AND o.status <> 'cancelled'`,
      });
    case 'kept-staff':
      return select({
        key: staff,
        date: placed,
        sums: few,
        from: sql`${sales()} AND o.status <> 'cancelled'`,
      });
    case 'sale-goods':
      return select({ key: none, date: placed, sums: goodsSums, from: sales(lines) });
    case 'sale-hour': {
      const key = sql`weekdayHour(o.businessDate, o.placedAt, ${timeZone})`;
      return select({ key, date: placed, sums: few, from: sales() });
    }
    case 'sale-tax':
      return select({ key: taxKey, date: placed, sums: taxSums, from: sales(taxes) });
    case 'discount':
      return discounts(scope);
    case 'cancel':
      return select({ key: none, date: undone, sums: orderSums, from: undoing() });
    case 'cancel-staff':
      return select({ key: staff, date: undone, sums: few, from: undoing() });
    case 'cancel-goods':
      return select({ key: none, date: undone, sums: goodsSums, from: undoing(lines) });
    case 'cancel-tax':
      return select({ key: taxKey, date: undone, sums: taxSums, from: undoing(taxes) });
    default:
      return moneyRows(kind, scope, returns);
  }
}

type LaterKind = Exclude<(typeof laterKinds)[number], `cancel${string}`>;
type From = (more?: RawBuilder<unknown>) => RawBuilder<unknown>;

function moneyRows(kind: LaterKind, scope: Scope, returns: From): RawBuilder<unknown> {
  const backLines = sql`JOIN returnLines AS l ON l.returnId = r.id`;
  const sums = {
    count: sql`count(*)`,
    amount: sql`sum(r.total)`,
    tax: sql`sum(r.tax)`,
    rounding: sql`sum(r.rounding)`,
  };
  const settled = sql`FROM refunds AS r WHERE ${within(sql`r.settledDate`, scope)}`;
  const refundSums = { count: sql`count(*)`, amount: sql`sum(r.amount)`, rounding: sql`sum(r.rounding)` };
  switch (kind) {
    case 'return':
      return select({ key: none, date: back, sums, from: returns() });
    case 'return-staff':
      return select({ key: sql`ifnull(r.staffId, '')`, date: back, sums, from: returns() });
    case 'return-goods':
      return select({ key: sql`l.reason`, date: back, sums: goodsSums, from: returns(backLines) });
    case 'return-tax': {
      const parts = sql`${backLines} JOIN json_each(l.taxes) AS t`;
      const key = sql`(t.value ->> 'name') || '|' || (t.value ->> 'rate')`;
      // What is worth nothing, because no money went back, bears no tax either.
      const taxed = { count: sql`count(*)`, amount: sql`sum(l.net)`, tax: sql`sum(t.value ->> 'amount')` };
      return select({ key, date: back, sums: taxed, from: returns(parts) });
    }
    case 'goodwill':
      return goodwill(scope);
    case 'payment':
      return payments(scope);
    case 'refund':
      return select({
        key: sql`r.tenderId`,
        date: sql`r.settledDate`,
        sums: refundSums,
        from: sql`${settled} AND ${isMoney('r')}`,
      });
    case 'refund-cause':
      return select({
        key: sql`r.cause`,
        date: sql`r.settledDate`,
        sums: refundSums,
        from: sql`${settled} AND ${isMoney('r')}`,
      });
  }
}

/** What goes over in an exchange is no money. */
function isMoney(row: string): RawBuilder<unknown> {
  return sql`${sql.ref(`${row}.tenderId`)} NOT IN (SELECT id FROM tenders WHERE purpose IS NOT NULL)`;
}

/** Most payments are of the day their order was placed; the others have an index of their own. */
function payments(scope: Scope): RawBuilder<unknown> {
  const from = sql`FROM (
    SELECT p.tenderId, p.businessDate, p.amount FROM orders AS o JOIN payments AS p ON p.orderId = o.id
      WHERE p.isLater = 0 AND ${within(placed, scope)}
    UNION ALL
    SELECT p.tenderId, p.businessDate, p.amount FROM payments AS p
      WHERE p.isLater = 1 AND ${within(sql`p.businessDate`, scope)}
  ) AS p WHERE ${isMoney('p')}`;
  const sums = { count: sql`count(*)`, amount: sql`sum(p.amount)` };
  return select({ key: sql`p.tenderId`, date: sql`p.businessDate`, sums, from });
}

/** Given on the day it was taken off; what a cancelled order had been given is taken back on the day of that. */
function goodwill(scope: Scope): RawBuilder<unknown> {
  const from = sql`FROM (
    SELECT r.businessDate AS date, r.takenOff AS amount, 1 AS one FROM refunds AS r
      WHERE r.takenOff > 0 AND ${within(sql`r.businessDate`, scope)}
    UNION ALL
    SELECT o.cancelledDate, -r.takenOff, -1 FROM orders AS o JOIN refunds AS r ON r.orderId = o.id
      WHERE r.takenOff > 0 AND ${within(undone, scope)}
  ) AS g`;
  return select({
    key: none,
    date: sql`g.date`,
    sums: { count: sql`sum(g.one)`, amount: sql`sum(g.amount)` },
    from,
  });
}

/** Discounts on lines and on whole orders, by who gave them. */
function discounts(scope: Scope): RawBuilder<unknown> {
  const of = (kind: string, column: string): RawBuilder<unknown> => {
    const key = sql`${sql.lit(`${kind}|`)} || ifnull(o.staffId, '')`;
    const discount = sql.ref(`o.${column}`);
    const sums = { count: sql`count(*)`, discount: sql`sum(${discount})` };
    return select({
      key,
      date: placed,
      sums,
      from: sql`FROM orders AS o WHERE ${within(placed, scope)} AND ${discount} <> 0`,
    });
  };
  return sql`${of('line', 'lineDiscount')} UNION ALL ${of('order', 'orderDiscount')}`;
}
