import { AppError } from '../../../shared/contract/errors.ts';
import type { OrderDetail } from '../../../shared/contract/order-views.ts';
import { paymentStatus } from '../../../shared/domain/order-status.ts';
import type { ReadDb } from '../../database/connection.ts';
import type {
  OrderEventsTable,
  OrderLinesTable,
  OrdersTable,
  OrderTaxesTable,
  PaymentsTable,
} from '../../database/order-tables.ts';
import { preparedRead } from '../../database/prepared.ts';
import { query } from '../../database/query.ts';

type Key = { orderId: number };
type WithStaff<T> = Omit<T, 'orderId' | 'staffId'> & { staffName: string | null };

const header = preparedRead<Key, Omit<OrdersTable, 'id'> & { id: number; staffName: string | null }>((slot) =>
  query
    .selectFrom('orders')
    .leftJoin('staff', 'staff.id', 'orders.staffId')
    .selectAll('orders')
    .select('staff.name as staffName')
    .where('orders.id', '=', slot('orderId')),
);

const lines = preparedRead<Key, OrderLinesTable & { pictureId: number | null }>((slot) =>
  query
    .selectFrom('orderLines as line')
    .leftJoin('products as product', 'product.id', 'line.productId')
    .selectAll('line')
    .select('product.pictureId')
    .where('line.orderId', '=', slot('orderId'))
    .orderBy('line.lineNo'),
);

const taxes = preparedRead<Key, Omit<OrderTaxesTable, 'orderId'>>((slot) =>
  query
    .selectFrom('orderTaxes')
    .select(['name', 'rate', 'taxable', 'amount'])
    .where('orderId', '=', slot('orderId'))
    .orderBy('rate', 'desc')
    .orderBy('name'),
);

type PaymentRow = WithStaff<Omit<PaymentsTable, 'tenderId' | 'businessDate'>> & {
  tenderName: string;
  tenderKind: OrderDetail['payments'][number]['tenderKind'];
};
const payments = preparedRead<Key, PaymentRow>((slot) =>
  query
    .selectFrom('payments as payment')
    .innerJoin('tenders as tender', 'tender.id', 'payment.tenderId')
    .leftJoin('staff', 'staff.id', 'payment.staffId')
    .select([
      'payment.paymentNo',
      'tender.name as tenderName',
      'tender.kind as tenderKind',
      'payment.amount',
      'payment.change',
      'payment.reference',
      'staff.name as staffName',
      'payment.at',
    ])
    .where('payment.orderId', '=', slot('orderId'))
    .orderBy('payment.paymentNo'),
);

const events = preparedRead<Key, WithStaff<OrderEventsTable>>((slot) =>
  query
    .selectFrom('orderEvents as event')
    .leftJoin('staff', 'staff.id', 'event.staffId')
    .select(['event.eventNo', 'event.kind', 'staff.name as staffName', 'event.at', 'event.details'])
    .where('event.orderId', '=', slot('orderId'))
    .orderBy('event.eventNo'),
);

/** An order with its lines, taxes, payments and timeline, or null when there is none of that number. */
export function findOrderDetail(db: ReadDb, orderId: number): OrderDetail | null {
  const order = header.get(db, { orderId });
  if (!order) return null;
  const { staffId: _staffId, taxRounding: _taxRounding, ...rest } = order;
  return {
    ...rest,
    pricesIncludeTax: order.pricesIncludeTax === 1,
    paymentStatus: paymentStatus({ ...order, cancelled: order.status === 'cancelled' }),
    lines: lines
      .all(db, { orderId })
      .map(({ orderId: _orderId, taxes: _taxes, unitCost: _cost, ...line }) => line),
    taxes: taxes.all(db, { orderId }),
    payments: payments.all(db, { orderId }),
    events: events.all(db, { orderId }).map((event) => ({ ...event, details: JSON.parse(event.details) })),
  };
}

/** The same. @throws AppError `not-found`. */
export function getOrderDetail(db: ReadDb, orderId: number): OrderDetail {
  const found = findOrderDetail(db, orderId);
  if (!found) throw new AppError('not-found', { what: 'order', orderId });
  return found;
}
