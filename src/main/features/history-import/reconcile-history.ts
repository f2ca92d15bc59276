import { sql } from 'kysely';
import type { Output } from '../../../shared/contract/index.ts';
import { money } from '../../../shared/domain/money.ts';
import type { LongQueryHandler } from '../../app/context.ts';
import type { ReadDb } from '../../database/connection.ts';
import type { HistoryMonthsTable } from '../../database/history-tables.ts';
import { preparedRead } from '../../database/prepared.ts';
import { query } from '../../database/query.ts';
import { perUnit } from './fine-amounts.ts';
import { summaryOf } from './list-history.ts';

type Reconciled = Output<'historyImport.reconcile'>;
type Month = Reconciled['months'][number];
type Side = Month['shop'];

/** What the shop has of a month: whole units. */
type ShopMonth = {
  orders: number;
  returns: number;
  lines: number;
  sales: number;
  returned: number;
  tax: number;
};

type Row = { readonly month: number } & ShopMonth;
type Span = { from: number; to: number };

const ordersOf = preparedRead<Span, Row>(
  (
    slot,
  ) => sql<Row>`SELECT o.businessDate / 100 AS month, count(*) AS orders, 0 AS returns, sum(lineCount) AS lines,
    sum(total) AS sales, 0 AS returned, sum(tax) AS tax FROM orders AS o
    WHERE o.id >= ${slot('from')} AND o.id <= ${slot('to')} GROUP BY 1`,
);
const returnsOf = preparedRead<Span, Row>(
  (slot) => sql<Row>`SELECT r.businessDate / 100 AS month, 0 AS orders, count(*) AS returns,
    sum(r.lineCount) AS lines, 0 AS sales, sum(total) AS returned, -sum(tax) AS tax
    FROM returns AS r WHERE r.id >= ${slot('from')} AND r.id <= ${slot('to')} GROUP BY 1`,
);

const rowsPerStep = 20_000;

/** Compares an import with the shop as it is, month by month: what the file says, less what did not come in. */
export const reconcileHistory: LongQueryHandler<'historyImport.reconcile'> = function* (
  { db },
  { importId },
) {
  const summary = summaryOf(db, importId);
  const row = db.get(query.selectFrom('historyImports').selectAll().where('id', '=', importId));
  const total = (row?.orders ?? 0) + (row?.returns ?? 0) + 1;
  const shop = new Map<number, ShopMonth>();
  let done = 0;
  const isThere = row?.undoneAt === null;
  const spans = [
    { read: ordersOf, first: row?.firstOrderId ?? null, last: row?.lastOrderId ?? null },
    { read: returnsOf, first: row?.firstReturnId ?? null, last: row?.lastReturnId ?? null },
  ];
  for (const { read, first, last } of isThere ? spans : []) {
    if (first === null || last === null) continue;
    for (let from = first; from <= last; from += rowsPerStep) {
      const to = Math.min(last, from + rowsPerStep - 1);
      for (const found of read.all(db, { from, to })) addTo(shop, found);
      done += to - from + 1;
      yield { done, total };
    }
  }
  const months = monthsOf(db, importId).map((month) => compare(month, shop.get(month.month) ?? noMonth()));
  const all = months.reduce<Omit<Month, 'month'>>(addMonths, compareNothing());
  const isRounded = months.some(({ difference }) => Object.values(difference).some((one) => one !== 0));
  const agrees =
    months.every((month) => month.agrees) &&
    [...shop.keys()].every((key) => months.some((m) => m.month === key));
  return { summary, months, total: all, unreadRows: row?.unreadRows ?? 0, isRounded, agrees };
};

const noMonth = (): ShopMonth => ({ orders: 0, returns: 0, lines: 0, sales: 0, returned: 0, tax: 0 });

function addTo(shop: Map<number, ShopMonth>, { month, ...row }: Row): void {
  const sums = shop.get(month) ?? noMonth();
  shop.set(month, sums);
  for (const key of Object.keys(sums) as (keyof ShopMonth)[]) sums[key] += row[key];
}

function monthsOf(db: ReadDb, importId: number): HistoryMonthsTable[] {
  return db.all(
    query.selectFrom('historyMonths').selectAll().where('importId', '=', importId).orderBy('month'),
  );
}

function compare(row: HistoryMonthsTable, shop: ShopMonth): Month {
  const { month, orders, returns, lines, sales, returned, tax } = row;
  const file = { orders, returns, lines, sales, returned, tax };
  const leftOut = {
    ...{ orders: row.outOrders, returns: row.outReturns, lines: row.outLines },
    ...{ sales: row.outSales, returned: row.outReturned, tax: row.outTax },
  };
  const difference = {
    sales: shop.sales * perUnit - (sales - row.outSales),
    returned: shop.returned * perUnit - (returned - row.outReturned),
    tax: shop.tax * perUnit - (tax - row.outTax),
  };
  const isCounted =
    shop.orders === orders - row.outOrders &&
    shop.returns === returns - row.outReturns &&
    shop.lines === lines - row.outLines;
  // A line is rounded by half a unit at most, and the tax of a document once more for each of its rates.
  const most = (shop.lines + (shop.orders + shop.returns) * 4) * (perUnit / 2);
  const isNear = Object.values(difference).every((one) => Math.abs(one) <= most);
  return { month, file, leftOut, shop: asMoney(shop), difference, agrees: isCounted && isNear };
}

function asMoney({ sales, returned, tax, ...counts }: ShopMonth): Side {
  return { ...counts, sales: money(sales), returned: money(returned), tax: money(tax) };
}

function compareNothing(): Omit<Month, 'month'> {
  const none = noMonth();
  const difference = { sales: 0, returned: 0, tax: 0 };
  return { file: none, leftOut: none, shop: asMoney(none), difference, agrees: true };
}

function addMonths(sum: Omit<Month, 'month'>, month: Month): Omit<Month, 'month'> {
  const add = <T extends Readonly<Record<string, number>>>(a: T, b: T): T =>
    Object.fromEntries(Object.keys(a).map((key) => [key, (a[key] ?? 0) + (b[key] ?? 0)])) as T;
  return {
    file: add(sum.file, month.file),
    leftOut: add(sum.leftOut, month.leftOut),
    shop: add(sum.shop, month.shop),
    difference: add(sum.difference, month.difference),
    agrees: sum.agrees && month.agrees,
  };
}
