import { sql } from 'kysely';
import type { Output } from '../../../shared/contract/index.ts';
import { zeroMoney } from '../../../shared/domain/money.ts';
import { orderBalance } from '../../../shared/domain/order-balance.ts';
import { paymentStatus } from '../../../shared/domain/order-status.ts';
import type { QueryHandler } from '../../app/context.ts';
import type { ReadDb } from '../../database/connection.ts';
import { preparedRead } from '../../database/prepared.ts';
import { query } from '../../database/query.ts';
import { orderPage } from './order-page.ts';

export type OrderListRow = Output<'orders.list'>['items'][number];

/** Orders by keyset, newest first unless told otherwise. @throws AppError `invalid-input`. */
export const listOrders: QueryHandler<'orders.list'> = ({ db, today }, input) => {
  const { withLines, cursor, limit, sort, descending, ...filter } = input;
  const { ids, next } = orderPage(db, filter, { cursor, limit, sort, descending }, today);
  return { items: [...orderRows(db, ids, withLines)], next };
};

const headers = preparedRead<{ ids: string }, HeaderRow>((slot) =>
  query
    .selectFrom('orders')
    .leftJoin('staff', 'staff.id', 'orders.staffId')
    .leftJoin('tenders', 'tenders.id', 'orders.awaitedTenderId')
    .select([
      'orders.id',
      'orders.kind',
      'orders.status',
      'orders.placedAt',
      'orders.businessDate',
      'orders.deliveryDate',
      'orders.deliveryAddress',
      'orders.customerId',
      'orders.customerName',
      'orders.channel',
      'staff.name as staffName',
      'tenders.name as awaitedName',
      'orders.lineCount',
      'orders.total',
      'orders.paid',
      'orders.refunded',
      'orders.credited',
    ])
    .where(sql<boolean>`orders.id IN (SELECT value FROM json_each(${slot('ids')}))`),
);

type HeaderRow = Omit<OrderListRow, 'open' | 'paymentStatus' | 'awaitedBy' | 'lines' | 'paidBy'> & {
  readonly awaitedName: string | null;
  readonly refunded: OrderListRow['paid'];
  readonly credited: OrderListRow['paid'];
};

/** Orders as the list shows them, in the order of their numbers given. */
export function orderRows(db: ReadDb, ids: readonly number[], withLines: boolean): readonly OrderListRow[] {
  const named = JSON.stringify(ids);
  const lines = withLines ? Map.groupBy(linesOf.all(db, { ids: named }), (line) => line.orderId) : null;
  const tenders = withLines ? Map.groupBy(tendersOf.all(db, { ids: named }), (one) => one.orderId) : null;
  const rows = new Map(headers.all(db, { ids: named }).map((row) => [row.id, row]));
  return ids.flatMap((id) => {
    const row = rows.get(id);
    if (!row) return [];
    return [
      {
        ...standingOf(row),
        lines: (lines?.get(id) ?? []).map(({ orderId: _orderId, ...line }) => line),
        paidBy: (tenders?.get(id) ?? []).map(({ name }) => name),
      },
    ];
  });
}

function standingOf({ refunded, credited, awaitedName, ...row }: HeaderRow) {
  const cancelled = row.status === 'cancelled';
  const { owed, open } = orderBalance({ ...row, refunded, credited, refundPending: zeroMoney, cancelled });
  const status = paymentStatus({ ...row, total: owed, refunded, cancelled });
  return { ...row, open, paymentStatus: status, awaitedBy: open > 0 ? awaitedName : null };
}

/** How many of an order's lines the list names. */
const namedLines = 4;

const linesOf = preparedRead<{ ids: string }, OrderListRow['lines'][number] & { orderId: number }>(
  (slot) => sql`
    SELECT l.orderId, l.name, l.quantity, l.unit FROM json_each(${slot('ids')}) AS chosen
    CROSS JOIN orderLines AS l ON l.orderId = chosen.value
    WHERE l.lineNo <= (SELECT min(lineNo) + ${sql.lit(namedLines - 1)} FROM orderLines WHERE orderId = chosen.value)
    ORDER BY chosen.key, l.lineNo`,
);

const tendersOf = preparedRead<{ ids: string }, { orderId: number; name: string }>(
  (slot) => sql`
    SELECT p.orderId, t.name FROM json_each(${slot('ids')}) AS chosen
    CROSS JOIN payments AS p ON p.orderId = chosen.value
    JOIN tenders AS t ON t.id = p.tenderId
    GROUP BY p.orderId, t.id ORDER BY chosen.key, min(p.paymentNo)`,
);
