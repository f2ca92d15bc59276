import { sql } from 'kysely';
import { orderStatuses } from '../../../shared/domain/order-status.ts';
import type { Progress } from '../../app/context.ts';
import { isNew, readCustomers } from './customers-read.ts';
import { average, type Sums } from './formulas.ts';
import { type Asked, dayColumn, plainColumn, type Row, type Table } from './report-parts.ts';
import { readTimeLine } from './time-line.ts';

/** Orders placed in the range by where they stand now. What was kept and is not open was delivered. */
export function* statusTable(asked: Asked): Generator<Progress, Table> {
  const { reading, span, ctx } = asked;
  const { all } = yield* readTimeLine(reading, ['orders', 'sales', 'keptOrders', 'keptSales'], span, 'all');
  const open = ctx.db.all(sql<{ status: string; count: number; amount: number }>`
    SELECT status, count(*) AS count, sum(total) AS amount FROM orders
    WHERE status IN ('received', 'shipped', 'in-transit') AND businessDate BETWEEN ${span.from} AND ${span.to}
    GROUP BY status`);
  const sumOf = (name: 'count' | 'amount'): number => open.reduce((sum, row) => sum + row[name], 0);
  const at = (name: string): number => all[name] ?? 0;
  const sums: Record<string, Sums> = {
    cancelled: {
      'sale.count': at('sale.count') - at('kept.count'),
      'sale.amount': at('sale.amount') - at('kept.amount'),
    },
    delivered: {
      'sale.count': at('kept.count') - sumOf('count'),
      'sale.amount': at('kept.amount') - sumOf('amount'),
    },
  };
  for (const { status, count, amount } of open) sums[status] = { 'sale.count': count, 'sale.amount': amount };
  return {
    names: [{ key: 'status', unit: 'word' }],
    columns: [dayColumn('orders'), dayColumn('sales')],
    rows: orderStatuses.map((status) => ({
      part: { kind: 'status', key: status },
      span: null,
      names: [status],
      sums: sums[status] ?? {},
    })),
    sort: null,
    hasTotals: true,
  };
}

/** Who bought most. */
export function* customerTable(asked: Asked): Generator<Progress, Table> {
  const found = yield* readCustomers(asked);
  const known = found.filter((one) => one.customerId !== null);
  return {
    names: [
      { key: 'name', unit: 'text' },
      { key: 'kind', unit: 'word' },
    ],
    columns: [
      plainColumn('orders', 'orders'),
      plainColumn('keptSales', 'spent'),
      {
        key: 'averageOrder',
        unit: 'money',
        metric: 'averageOrder',
        value: (sums) => average(sums.spent ?? 0, sums.kept ?? 0),
      },
    ],
    rows: known.map((one) => ({
      part: { kind: 'customer', key: String(one.customerId) },
      span: null,
      names: [null, isNew(one, asked.span) ? 'new' : 'returning'],
      sums: { orders: one.orders, spent: one.spent, kept: one.kept },
    })),
    sort: '-keptSales',
    nameRows: (rows) => nameCustomers(asked, rows),
    hasTotals: true,
  };
}

function nameCustomers({ ctx }: Asked, rows: readonly Row[]): readonly Row[] {
  const names = new Map<string, string>();
  for (let from = 0; from < rows.length; from += 1000) {
    const ids = JSON.stringify(rows.slice(from, from + 1000).map(({ part }) => Number(part.key)));
    const found = ctx.db.all(sql<{ id: number; name: string }>`SELECT id, name FROM customers
      WHERE id IN (SELECT value FROM json_each(${ids}))`);
    for (const { id, name } of found) names.set(String(id), name);
  }
  return rows.map((row) => ({ ...row, names: [names.get(row.part.key) ?? null, ...row.names.slice(1)] }));
}
