import { AppError } from '../../../shared/contract/errors.ts';
import { mayEditOrder } from '../../../shared/domain/order-status.ts';
import type { ReadDb } from '../../database/connection.ts';
import { query } from '../../database/query.ts';
import { type OrderRecord, requireOrder } from './order-record.ts';

/**
 * An order whose lines may be changed, as the person saw it: still in the shop, of that revision, without an invoice.
 * @throws AppError `not-found`, `order-not-editable`, `order-changed`, `already-invoiced`.
 */
export function requireEditable(
  db: ReadDb,
  wish: { readonly orderId: number; readonly revision: number },
): OrderRecord {
  const order = requireOrder(db, wish.orderId);
  const { status, revision } = order;
  if (!mayEditOrder(status)) throw new AppError('order-not-editable', { status });
  if (revision !== wish.revision) throw new AppError('order-changed', { revision });
  const invoice = db.get(
    query.selectFrom('invoices').select(['number', 'printed']).where('orderId', '=', order.id),
  );
  if (invoice)
    throw new AppError('already-invoiced', { invoiceNumber: invoice.printed ?? String(invoice.number) });
  return order;
}
