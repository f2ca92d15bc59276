import type { Selectable } from 'kysely';
import { AppError } from '../../../shared/contract/errors.ts';
import { zeroMoney } from '../../../shared/domain/money.ts';
import { type OrderBalance, orderBalance } from '../../../shared/domain/order-balance.ts';
import type { ReadDb } from '../../database/connection.ts';
import type { OrderLinesTable, OrdersTable } from '../../database/order-tables.ts';
import { preparedRead } from '../../database/prepared.ts';
import { query } from '../../database/query.ts';
import { pendingRefunds } from '../refunds/pending-refunds.ts';

/** An order's row as it stands in the shop file. */
export type OrderRecord = Selectable<OrdersTable>;

const header = preparedRead<{ orderId: number }, OrderRecord>((slot) =>
  query.selectFrom('orders').selectAll().where('id', '=', slot('orderId')),
);

const lines = preparedRead<{ orderId: number }, OrderLinesTable>((slot) =>
  query.selectFrom('orderLines').selectAll().where('orderId', '=', slot('orderId')).orderBy('lineNo'),
);

/** The order of a number. @throws AppError `not-found`. */
export function requireOrder(db: ReadDb, orderId: number): OrderRecord {
  const found = header.get(db, { orderId });
  if (!found) throw new AppError('not-found', { what: 'order', orderId });
  return found;
}

export function orderLinesOf(db: ReadDb, orderId: number): readonly OrderLinesTable[] {
  return lines.all(db, { orderId });
}

/** What is still to be paid or given back, refunds on their way included. */
export function balanceOf(db: ReadDb, order: OrderRecord): OrderBalance {
  const refundPending = order.paid === 0 ? zeroMoney : pendingRefunds(db, order.id);
  return orderBalance({ ...order, refundPending, cancelled: order.status === 'cancelled' });
}
