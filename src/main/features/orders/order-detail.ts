import { sql } from 'kysely';
import { AppError } from '../../../shared/contract/errors.ts';
import type { OrderDetail } from '../../../shared/contract/order-views.ts';
import { zeroMoney } from '../../../shared/domain/money.ts';
import { paymentStatus, undoDeliveredUntil } from '../../../shared/domain/order-status.ts';
import { quantity } from '../../../shared/domain/quantity.ts';
import type { ReadDb } from '../../database/connection.ts';
import type {
  OrderEventsTable,
  OrderLinesTable,
  OrderTaxesTable,
  PaymentsTable,
} from '../../database/order-tables.ts';
import { preparedRead } from '../../database/prepared.ts';
import { query } from '../../database/query.ts';
import { paymentsToRefund, pendingRefunds } from '../refunds/pending-refunds.ts';
import { refundsOfOrder } from '../refunds/refund-rows.ts';
import { findTenderOfPayment } from '../refunds/refund-tender.ts';
import { exchangeOfOrder } from '../returns/exchange-of-order.ts';
import { returnedOfLines, returnsOfOrder } from '../returns/return-rows.ts';
import { balanceOf, type OrderRecord } from './order-record.ts';

type Key = { orderId: number };
type WithStaff<T> = Omit<T, 'orderId' | 'staffId'> & { staffName: string | null };

type Header = OrderRecord & {
  staffName: string | null;
  invoiceNumber: string | null;
  awaitedName: string | null;
  awaitedKind: OrderDetail['payments'][number]['tenderKind'] | null;
};
/** Its invoice's number as it was printed. */
const printedInvoice = sql<string | null>`coalesce(invoices.printed, CAST(invoices.number AS TEXT))`.as(
  'invoiceNumber',
);

const header = preparedRead<Key, Header>((slot) =>
  query
    .selectFrom('orders')
    .leftJoin('staff', 'staff.id', 'orders.staffId')
    .leftJoin('invoices', 'invoices.orderId', 'orders.id')
    .leftJoin('tenders', 'tenders.id', 'orders.awaitedTenderId')
    .selectAll('orders')
    .select(['staff.name as staffName', printedInvoice])
    .select(['tenders.name as awaitedName', 'tenders.kind as awaitedKind'])
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

type PaymentRow = WithStaff<Omit<PaymentsTable, 'businessDate'>> & {
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
      'payment.tenderId',
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

/** An order with all that belongs to it, or null when there is none of that number. */
export function findOrderDetail(db: ReadDb, orderId: number): OrderDetail | null {
  const order = header.get(db, { orderId });
  if (!order) return null;
  const {
    staffId: _staffId,
    seal: _seal,
    entryId: _entryId,
    cancelledDate: _date,
    isFiled: _isFiled,
    ...seen
  } = order;
  const { awaitedTenderId, awaitedName, awaitedKind, ...rest } = seen;
  const isAwaited = awaitedTenderId !== null && awaitedName !== null && awaitedKind !== null;
  const returns = returnsOfOrder(db, orderId);
  return {
    ...rest,
    ...moneyOf(db, order),
    awaited: isAwaited
      ? { tenderId: awaitedTenderId, tenderName: awaitedName, tenderKind: awaitedKind }
      : null,
    pricesIncludeTax: order.pricesIncludeTax === 1,
    undoUntil: returns.length > 0 ? null : undoDeliveredUntil(order),
    exchangeOf: exchangeOfOrder(db, orderId),
    lines: linesOf(db, orderId),
    taxes: taxes.all(db, { orderId }),
    refunds: refundsOfOrder(db, orderId),
    returns,
    payments: paymentsOf(db, orderId),
    events: events.all(db, { orderId }).map((event) => ({ ...event, details: JSON.parse(event.details) })),
  };
}

function moneyOf(db: ReadDb, order: OrderRecord) {
  const { owed, open, dueBack } = balanceOf(db, order);
  const cancelled = order.status === 'cancelled';
  return {
    open,
    dueBack,
    refundPending: pendingRefunds(db, order.id),
    paymentStatus: paymentStatus({ ...order, total: owed, cancelled }),
  };
}

function linesOf(db: ReadDb, orderId: number): OrderDetail['lines'] {
  const returned = returnedOfLines(db, orderId);
  return lines.all(db, { orderId }).map(({ orderId: _orderId, unitCost: _cost, ...line }) => ({
    ...line,
    taxes: taxesIn(line.taxes),
    returned: returned.get(line.lineNo)?.quantity ?? quantity(0),
  }));
}

/** Names and rates of a line's taxes; what they came to is the line's tax. */
function taxesIn(stored: string): OrderDetail['lines'][number]['taxes'] {
  const amounts: OrderDetail['lines'][number]['taxes'] = JSON.parse(stored);
  return amounts.map(({ name, rate }) => ({ name, rate }));
}

function paymentsOf(db: ReadDb, orderId: number): OrderDetail['payments'] {
  const refundable = new Map(
    paymentsToRefund(db, orderId).map((payment) => [payment.paymentNo, payment.refundable]),
  );
  return payments.all(db, { orderId }).map((payment) => ({
    ...payment,
    refundable: refundable.get(payment.paymentNo) ?? zeroMoney,
    backBy: backByOf(db, orderId, payment),
  }));
}

/** A damaged file may not know what was exchanged: its order is shown all the same. */
function backByOf(db: ReadDb, orderId: number, { tenderId, tenderName, tenderKind }: PaymentRow) {
  const tender = findTenderOfPayment(db, { orderId, tenderId });
  return tender
    ? { tenderId: tender.id, tenderName: tender.name, tenderKind: tender.kind }
    : { tenderId, tenderName, tenderKind };
}

/** The same. @throws AppError `not-found`. */
export function getOrderDetail(db: ReadDb, orderId: number): OrderDetail {
  const found = findOrderDetail(db, orderId);
  if (!found) throw new AppError('not-found', { what: 'order', orderId });
  return found;
}
