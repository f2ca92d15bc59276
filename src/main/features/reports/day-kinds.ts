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

/** Which rows: those of some business dates (up to an instant, where one is named), or of one order alone. */
export type Scope = (Span & { readonly until?: number }) | { readonly orderId: number };

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

function select({ key, date, sums, from }: Source, wanted: readonly DayColumn[]): RawBuilder<unknown> {
  const columns = wanted.map((name) => sql`${sums[name] ?? sql.lit(0)} AS ${sql.ref(name)}`);
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
const lines = sql`JOIN orderLines AS l ON l.orderId = o.id`;
const taxes = sql`JOIN orderTaxes AS t ON t.orderId = o.id`;
const bound = (value: number): RawBuilder<number> => sql<number>`CAST(${value} AS INTEGER)`;

/** An event: the business date it counts by, and its instant. */
type When = { readonly date: RawBuilder<unknown>; readonly at: RawBuilder<unknown> };
const when = (date: string, at: string): When => ({ date: sql.ref(date), at: sql.ref(at) });
const placed = when('o.businessDate', 'o.placedAt');
const undone = when('o.cancelledDate', 'o.cancelledAt');
const back = when('r.businessDate', 'r.at');
const settled = when('r.settledDate', 'r.settledAt');
const opened = when('r.businessDate', 'r.openedAt');
const paid = when('p.businessDate', 'p.at');

function within({ date, at }: When, scope: Scope): RawBuilder<unknown> {
  if ('orderId' in scope) return sql`o.id = ${bound(scope.orderId)}`;
  const days = sql`${date} BETWEEN ${bound(scope.from)} AND ${bound(scope.to)}`;
  return scope.until === undefined ? days : sql`${days} AND ${at} <= ${bound(scope.until)}`;
}

/** The rows of a kind in a scope: key, date and columns. `timeZone` tells the hours. */
export function dayRows(
  kind: DayKind,
  scope: Scope,
  timeZone: string,
  wanted: readonly DayColumn[] = dayColumns,
): RawBuilder<unknown> {
  const parts = sourcesOf(kind, scope, timeZone).map((source) => select(source, wanted));
  return sql.join(parts, sql` UNION ALL `);
}

function sourcesOf(kind: DayKind, scope: Scope, timeZone: string): readonly Source[] {
  const sales = (more = sql``): RawBuilder<unknown> =>
    sql`FROM orders AS o ${more} WHERE ${within(placed, scope)}`;
  const undoing = (more = sql``): RawBuilder<unknown> =>
    sql`FROM orders AS o ${more} WHERE ${within(undone, scope)}`;
  const returns = (more = sql``): RawBuilder<unknown> =>
    sql`FROM returns AS r ${more} WHERE ${within(back, scope)}`;
  switch (kind) {
    case 'sale':
      return [{ key: none, date: placed.date, sums: orderSums, from: sales() }];
    case 'sale-staff':
      return [{ key: staff, date: placed.date, sums: orderSums, from: sales() }];
    case 'kept':
      return [
        {
          key: none,
          date: placed.date,
          sums: few,
          from: sql`${sales()} AND o.status <> 'cancelled'`,
        },
      ];
    case 'kept-staff':
      return [
        {
          key: staff,
          date: placed.date,
          sums: few,
          from: sql`${sales()} AND o.status <> 'cancelled'`,
        },
      ];
    case 'sale-goods':
      return [{ key: none, date: placed.date, sums: goodsSums, from: sales(lines) }];
    case 'sale-hour': {
      const key = sql`weekdayHour(o.businessDate, o.placedAt, ${timeZone})`;
      return [{ key, date: placed.date, sums: few, from: sales() }];
    }
    case 'sale-tax':
      return [{ key: taxKey, date: placed.date, sums: taxSums, from: sales(taxes) }];
    case 'discount':
      return discounts(scope);
    case 'cancel':
      return [{ key: none, date: undone.date, sums: orderSums, from: undoing() }];
    case 'cancel-staff':
      return [{ key: staff, date: undone.date, sums: few, from: undoing() }];
    case 'cancel-goods':
      return [{ key: none, date: undone.date, sums: goodsSums, from: undoing(lines) }];
    case 'cancel-tax':
      return [{ key: taxKey, date: undone.date, sums: taxSums, from: undoing(taxes) }];
    default:
      return moneyRows(kind, scope, returns);
  }
}

type LaterKind = Exclude<(typeof laterKinds)[number], `cancel${string}`>;
type From = (more?: RawBuilder<unknown>) => RawBuilder<unknown>;

function moneyRows(kind: LaterKind, scope: Scope, returns: From): readonly Source[] {
  const backLines = sql`JOIN returnLines AS l ON l.returnId = r.id`;
  const sums = {
    count: sql`count(*)`,
    amount: sql`sum(r.total)`,
    tax: sql`sum(r.tax)`,
    rounding: sql`sum(r.rounding)`,
  };
  const refunds = sql`FROM refunds AS r WHERE ${within(settled, scope)} AND ${isMoney('r')}`;
  const refundSums = { count: sql`count(*)`, amount: sql`sum(r.amount)`, rounding: sql`sum(r.rounding)` };
  switch (kind) {
    case 'return':
      return [{ key: none, date: back.date, sums, from: returns() }];
    case 'return-staff':
      return [{ key: sql`ifnull(r.staffId, '')`, date: back.date, sums, from: returns() }];
    case 'return-goods':
      return [{ key: sql`l.reason`, date: back.date, sums: goodsSums, from: returns(backLines) }];
    case 'return-tax': {
      const parts = sql`${backLines} JOIN json_each(l.taxes) AS t`;
      const key = sql`(t.value ->> 'name') || '|' || (t.value ->> 'rate')`;
      // What is worth nothing, because no money went back, bears no tax either.
      const taxed = { count: sql`count(*)`, amount: sql`sum(l.net)`, tax: sql`sum(t.value ->> 'amount')` };
      return [{ key, date: back.date, sums: taxed, from: returns(parts) }];
    }
    case 'goodwill':
      return goodwill(scope);
    case 'payment':
      return payments(scope);
    case 'refund':
      return [
        {
          key: sql`r.tenderId`,
          date: settled.date,
          sums: refundSums,
          from: refunds,
        },
      ];
    case 'refund-cause':
      return [
        {
          key: sql`r.cause`,
          date: settled.date,
          sums: refundSums,
          from: refunds,
        },
      ];
  }
}

/** What goes over in an exchange is no money. */
function isMoney(row: string): RawBuilder<unknown> {
  return sql`${sql.ref(`${row}.tenderId`)} NOT IN (SELECT id FROM tenders WHERE purpose IS NOT NULL)`;
}

/** Most payments are of the day their order was placed; the others have an index of their own. */
function payments(scope: Scope): readonly Source[] {
  const from = sql`FROM (
    SELECT p.tenderId, p.businessDate, p.amount FROM orders AS o JOIN payments AS p ON p.orderId = o.id
      WHERE p.isLater = 0 AND ${within(placed, scope)}
    UNION ALL
    SELECT p.tenderId, p.businessDate, p.amount FROM payments AS p
      WHERE p.isLater = 1 AND ${within(paid, scope)}
  ) AS p WHERE ${isMoney('p')}`;
  const sums = { count: sql`count(*)`, amount: sql`sum(p.amount)` };
  return [{ key: sql`p.tenderId`, date: paid.date, sums, from }];
}

/** Given on the day it was taken off; what a cancelled order had been given is taken back on the day of that. */
function goodwill(scope: Scope): readonly Source[] {
  const from = sql`FROM (
    SELECT r.businessDate AS date, r.takenOff AS amount, 1 AS one FROM refunds AS r
      WHERE r.takenOff > 0 AND ${within(opened, scope)}
    UNION ALL
    SELECT o.cancelledDate, -r.takenOff, -1 FROM orders AS o JOIN refunds AS r ON r.orderId = o.id
      WHERE r.takenOff > 0 AND ${within(undone, scope)}
  ) AS g`;
  return [
    {
      key: none,
      date: sql`g.date`,
      sums: { count: sql`sum(g.one)`, amount: sql`sum(g.amount)` },
      from,
    },
  ];
}

/** Discounts on lines and on whole orders, by who gave them. */
function discounts(scope: Scope): readonly Source[] {
  const of = (kind: string, column: string): Source => {
    const key = sql`${sql.lit(`${kind}|`)} || ifnull(o.staffId, '')`;
    const discount = sql.ref(`o.${column}`);
    const sums = { count: sql`count(*)`, discount: sql`sum(${discount})` };
    return {
      key,
      date: placed.date,
      sums,
      from: sql`FROM orders AS o WHERE ${within(placed, scope)} AND ${discount} <> 0`,
    };
  };
  return [of('line', 'lineDiscount'), of('order', 'orderDiscount')];
}
