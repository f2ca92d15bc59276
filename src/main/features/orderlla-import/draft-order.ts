import type { OrderStatus } from '../../../shared/domain/order-status.ts';
import type { ForeignRow } from '../../database/read-foreign-tables.ts';
import { readOrderLines } from './draft-lines.ts';
import { methodReader } from './draft-method.ts';
import type { DraftParts } from './draft-parts.ts';
import { readOrderTimes } from './draft-times.ts';
import type { OddThings } from './odd-things.ts';
import type { DraftMethod, DraftOrder } from './orderlla-draft.ts';
import { readId, readText } from './source-values.ts';

/** Reads orders one by one; null for one that cannot come in. */
export function orderReader(parts: DraftParts): (row: ForeignRow) => DraftOrder | null {
  const readMethod = methodReader(parts.odd);
  return (row) => {
    const oldId = readId(row.id);
    if (oldId === null) return null;
    const status = readStatus(row, oldId, parts.odd);
    const worth = readOrderLines(row, oldId, parts);
    if (worth === null) return null;
    const method = readMethod(row.payment_method, oldId);
    const times = readOrderTimes(row, { oldId, status }, parts);
    return {
      oldId,
      ...whom(row, oldId, parts),
      status,
      ...times,
      ...worth,
      method,
      refund: readRefund(row, { oldId, status, method }, parts.odd),
    };
  };
}

function whom(row: ForeignRow, oldId: number, { customers, odd }: DraftParts) {
  const oldCustomerId = readId(row.customer_id);
  const customer = oldCustomerId === null ? undefined : customers.get(oldCustomerId);
  if (customer) {
    const { name: customerName, phone, address } = customer;
    return { oldCustomerId, customerName, phone, address };
  }
  odd.note('customer-gone', oldId);
  const customerName = oldCustomerId === null ? 'Unknown customer' : `Customer ${oldCustomerId}`;
  return { oldCustomerId: null, customerName, phone: '', address: '' };
}

const statuses: Readonly<Record<string, OrderStatus>> = {
  'order received': 'received',
  received: 'received',
  pending: 'received',
  placed: 'received',
  shipped: 'shipped',
  'in transit': 'in-transit',
  'out for delivery': 'in-transit',
  delivered: 'delivered',
  cancelled: 'cancelled',
  canceled: 'cancelled',
};

/** One that nobody knows is taken for an order that is still to be looked after. */
function readStatus(row: ForeignRow, oldId: number, odd: OddThings): OrderStatus {
  const written = readText(row.status, 60);
  const plain = written.toLowerCase().replace(/[\s_-]+/g, ' ');
  const status = Object.hasOwn(statuses, plain) ? statuses[plain] : undefined;
  if (status === undefined) odd.note('status-unknown', oldId, { status: written || '–' });
  return status ?? 'received';
}

type ForRefund = { readonly oldId: number; readonly status: OrderStatus; readonly method: DraftMethod };

/** What was paid for a cancelled order goes back; Orderlla kept a sentence instead of a state. */
function readRefund(
  row: ForeignRow,
  { oldId, status, method }: ForRefund,
  odd: OddThings,
): DraftOrder['refund'] {
  if (status !== 'cancelled' || method.onDelivery) return null;
  const words = readText(row.cancellation_refund, 300);
  if (/initiated/i.test(words)) return { state: 'initiated', words };
  if (/\b(?:refunded|settled|completed)\b/i.test(words)) return { state: 'settled', words };
  odd.note('refund-awaiting', oldId);
  return { state: 'awaiting', words };
}
