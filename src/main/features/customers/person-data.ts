import { sql } from 'kysely';
import type { CustomerDetail } from '../../../shared/contract/customers.ts';
import type { CalendarDate } from '../../../shared/domain/calendar.ts';
import type { Money } from '../../../shared/domain/money.ts';
import type { Quantity } from '../../../shared/domain/quantity.ts';
import type { Unit } from '../../../shared/domain/unit.ts';
import type { ReadDb } from '../../database/connection.ts';
import { query } from '../../database/query.ts';
import { customerDetailOf } from './customer-detail.ts';

/** Everything the shop file holds of one person, as their file tells it. No cost, and no password's hash. */
export type PersonData = {
  readonly customer: Omit<CustomerDetail, 'merges' | 'favourites' | 'months'>;
  readonly merged: readonly {
    readonly id: number;
    readonly name: string;
    readonly phone: string;
    readonly email: string;
    readonly address: string;
  }[];
  readonly orders: readonly PersonOrder[];
  readonly returns: readonly PersonReturn[];
};

export type PersonOrder = {
  readonly id: number;
  readonly kind: 'counter' | 'pickup' | 'delivery';
  readonly status: 'received' | 'shipped' | 'in-transit' | 'delivered' | 'cancelled';
  readonly placedAt: number;
  readonly businessDate: CalendarDate;
  readonly name: string | null;
  readonly deliveryName: string | null;
  readonly deliveryPhone: string | null;
  readonly deliveryAddress: string | null;
  readonly deliveryDate: CalendarDate | null;
  readonly total: Money;
  readonly credited: Money;
  readonly paid: Money;
  readonly refunded: Money;
  readonly note: string | null;
  readonly lines: readonly {
    readonly name: string;
    readonly quantity: Quantity;
    readonly unit: Unit;
    readonly total: Money;
    readonly note: string | null;
  }[];
  readonly payments: readonly {
    readonly tender: string;
    readonly amount: Money;
    readonly reference: string | null;
    readonly at: number;
  }[];
  readonly notes: readonly { readonly at: number; readonly note: string }[];
  readonly invoice: {
    readonly number: number;
    readonly buyerName: string | null;
    readonly buyerAddress: string | null;
  } | null;
};

export type PersonReturn = {
  readonly id: number;
  readonly orderId: number | null;
  readonly at: number;
  readonly total: Money;
  readonly note: string | null;
  readonly refunds: readonly { readonly amount: Money; readonly state: string; readonly at: number }[];
};

type Nested = {
  readonly lines: string;
  readonly payments: string;
  readonly notes: string;
  readonly invoice: string | null;
};

/** @throws AppError `not-found`. */
export function personData(db: ReadDb, customerId: number): PersonData {
  const {
    merges: _merges,
    favourites: _favourites,
    months: _months,
    ...customer
  } = customerDetailOf(db, customerId);
  const merged = db.all(
    query
      .selectFrom('customers')
      .select(['id', 'name', 'phone', 'email', 'address'])
      .where('mergedInto', '=', customerId)
      .orderBy('id'),
  );
  return { customer, merged, orders: ordersOf(db, customerId), returns: returnsOf(db, customerId) };
}

function ordersOf(db: ReadDb, customerId: number): PersonOrder[] {
  const rows = db.all(sql<Omit<PersonOrder, keyof Nested> & Nested>`
    SELECT o.id, o.kind, o.status, o.placedAt, o.businessDate, o.customerName AS name, o.deliveryName, o.deliveryPhone,
      o.deliveryAddress, o.deliveryDate, o.total, o.credited, o.paid, o.refunded, o.note,
      (SELECT json_group_array(json_object('name', name, 'quantity', quantity, 'unit', unit, 'total', total,
        'note', note) ORDER BY lineNo) FROM orderLines WHERE orderId = o.id) AS lines,
      (SELECT json_group_array(json_object('tender', t.name, 'amount', p.amount, 'reference', p.reference, 'at', p.at)
        ORDER BY p.paymentNo) FROM payments AS p JOIN tenders AS t ON t.id = p.tenderId WHERE p.orderId = o.id)
        AS payments,
      (SELECT json_group_array(json_object('at', at, 'note', details ->> 'note') ORDER BY eventNo) FROM orderEvents
        WHERE orderId = o.id AND details ->> 'note' IS NOT NULL) AS notes,
      (SELECT json_object('number', number, 'buyerName', buyerName, 'buyerAddress', buyerAddress) FROM invoices
        WHERE orderId = o.id) AS invoice
    FROM orders AS o WHERE o.customerId = ${customerId} ORDER BY o.businessDate DESC, o.id DESC`);
  return rows.map(({ lines, payments, notes, invoice, ...order }) => ({
    ...order,
    lines: JSON.parse(lines),
    payments: JSON.parse(payments),
    notes: JSON.parse(notes),
    invoice: invoice === null ? null : JSON.parse(invoice),
  }));
}

function returnsOf(db: ReadDb, customerId: number): PersonReturn[] {
  const rows = db.all(sql<Omit<PersonReturn, 'refunds'> & { readonly refunds: string }>`
    SELECT r.id, r.orderId, r.at, r.total, r.note,
      (SELECT json_group_array(json_object('amount', amount, 'state', state, 'at', openedAt) ORDER BY id)
        FROM refunds WHERE returnId = r.id) AS refunds
    FROM returns AS r WHERE r.customerId = ${customerId}
      OR r.orderId IN (SELECT id FROM orders WHERE customerId = ${customerId}) ORDER BY r.id DESC`);
  return rows.map(({ refunds, ...back }) => ({ ...back, refunds: JSON.parse(refunds) }));
}
