import { type Expression, type SqlBool, sql } from 'kysely';
import { AppError } from '../../../shared/contract/errors.ts';
import type { Output, Parsed } from '../../../shared/contract/index.ts';
import type { CalendarDate } from '../../../shared/domain/calendar.ts';
import { zeroMoney } from '../../../shared/domain/money.ts';
import { orderBalance } from '../../../shared/domain/order-balance.ts';
import { paymentStatus } from '../../../shared/domain/order-status.ts';
import type { QueryHandler } from '../../app/context.ts';
import type { ReadDb } from '../../database/connection.ts';
import { query } from '../../database/query.ts';
import { ordersOfText } from './orders-of-text.ts';

type Input = Parsed<'orders.list'>;

/**
 * Orders, newest first. The place in the list is a key (business date, number), never an offset, so that the
 * last page costs what the first does.
 */
export const listOrders: QueryHandler<'orders.list'> = ({ db, today }, input) => {
  const filtered = filteredOrders(db, input, today);
  const rows = db.all(filtered.limit(input.limit + 1));
  const items = rows.slice(0, input.limit).map(({ refunded, credited, ...row }) => {
    const cancelled = row.status === 'cancelled';
    const { owed, open } = orderBalance({ ...row, refunded, credited, refundPending: zeroMoney, cancelled });
    return { ...row, open, paymentStatus: paymentStatus({ ...row, total: owed, refunded, cancelled }) };
  });
  const last = items.at(-1);
  const next = rows.length > input.limit && last ? cursorOf(last) : null;
  return { items, next };
};

function filteredOrders(db: ReadDb, input: Input, today: CalendarDate) {
  const after = input.cursor === null ? null : parseCursor(input.cursor);
  const found = input.text.trim() === '' ? null : ordersOfText(db, input.text.trim());
  let rows = query
    .selectFrom('orders')
    .leftJoin('staff', 'staff.id', 'orders.staffId')
    .select([
      'orders.id',
      'orders.kind',
      'orders.status',
      'orders.placedAt',
      'orders.businessDate',
      'orders.deliveryDate',
      'orders.customerId',
      'orders.customerName',
      'staff.name as staffName',
      'orders.lineCount',
      'orders.total',
      'orders.paid',
      'orders.refunded',
      'orders.credited',
    ])
    .orderBy('orders.businessDate', 'desc')
    .orderBy('orders.id', 'desc');
  if (input.status !== 'all') rows = rows.where(statusFilter(input.status, today));
  if (input.payment !== 'all') rows = rows.where(paymentFilter(input.payment));
  if (input.kind !== 'all') rows = rows.where('orders.kind', '=', input.kind);
  if (input.fromDate !== null) rows = rows.where('orders.businessDate', '>=', input.fromDate);
  if (input.toDate !== null) rows = rows.where('orders.businessDate', '<=', input.toDate);
  if (input.customerId !== null) rows = rows.where('orders.customerId', '=', input.customerId);
  if (found) rows = rows.where(found);
  if (after) rows = rows.where(sql<SqlBool>`(orders.businessDate, orders.id) < (${after.date}, ${after.id})`);
  return rows;
}

function statusFilter(status: Exclude<Input['status'], 'all'>, today: CalendarDate): Expression<SqlBool> {
  // Spelled as the partial index of open orders is, or SQLite would not use it.
  const open = sql<SqlBool>`orders.status IN ('received', 'shipped', 'in-transit')`;
  if (status === 'open') return open;
  if (status === 'due') return sql<SqlBool>`${open} AND orders.deliveryDate = ${today}`;
  if (status === 'overdue') return sql<SqlBool>`${open} AND orders.deliveryDate < ${today}`;
  if (status === 'delivered' || status === 'cancelled') return sql<SqlBool>`orders.status = ${status}`;
  return sql<SqlBool>`${open} AND orders.status = ${status}`;
}

/** Spelled as the partial indices of orders and refunds are, or SQLite would not use them. */
function paymentFilter(payment: Exclude<Input['payment'], 'all'>): Expression<SqlBool> {
  if (payment === 'owing') {
    return sql<SqlBool>`orders.status <> 'cancelled'
      AND orders.paid - orders.refunded < orders.total - orders.credited`;
  }
  // All together, doubles and all: to merge them, SQLite would read every order by its number.
  return sql<SqlBool>`orders.id IN (
    SELECT id FROM orders WHERE paid - refunded > 0
      AND (status = 'cancelled' OR paid - refunded > total - credited)
    UNION ALL SELECT orderId FROM refunds
      WHERE state IN ('awaiting', 'initiated', 'failed') AND state <> 'failed')`;
}

function cursorOf({ businessDate, id }: Output<'orders.list'>['items'][number]): string {
  return `${businessDate}.${id}`;
}

/** @throws AppError `invalid-input`. */
function parseCursor(cursor: string): { readonly date: number; readonly id: number } {
  const match = /^(\d{8})\.(\d{1,15})$/.exec(cursor);
  if (!match) throw new AppError('invalid-input', { field: 'cursor' });
  return { date: Number(match[1]), id: Number(match[2]) };
}
