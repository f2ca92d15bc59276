import { AppError } from '../../../shared/contract/errors.ts';
import type { CalendarDate } from '../../../shared/domain/calendar.ts';
import type { TaskContext } from '../../app/context.ts';
import { preparedRead } from '../../database/prepared.ts';
import { query } from '../../database/query.ts';
import { staffOf } from '../orders/append-event.ts';
import { requireOrder } from '../orders/order-record.ts';
import { customerForOrder } from '../orders/order-statements.ts';

/** An order's invoice: its number, the day on which it was first asked for, and the buyer as known that day. */
export type NumberedInvoice = {
  readonly number: number;
  readonly businessDate: CalendarDate;
  readonly buyerName: string | null;
  readonly buyerAddress: string | null;
};

const invoiceOf = preparedRead<{ orderId: number }, NumberedInvoice>((slot) =>
  query
    .selectFrom('invoices')
    .select(['number', 'businessDate', 'buyerName', 'buyerAddress'])
    .where('orderId', '=', slot('orderId')),
);

/**
 * The invoice of an order, numbered when it is first asked for: one more than the last, taken with the writing of
 * its row, so that no number is given twice and none is skipped, whatever becomes of the print. It stays when the
 * order is cancelled later.
 * @throws AppError `not-found`, `nothing-to-invoice` for a cancelled order that has none yet.
 */
export async function requireInvoice(ctx: TaskContext, orderId: number): Promise<NumberedInvoice> {
  const known = invoiceOf.get(ctx.db, { orderId });
  if (known) return known;
  return ctx.transaction((db, note) => {
    const taken = invoiceOf.get(db, { orderId });
    if (taken) return taken;
    const { status, customerId } = requireOrder(db, orderId);
    if (status === 'cancelled') throw new AppError('nothing-to-invoice');
    const { now: at, today: businessDate } = ctx;
    const customer = customerId === null ? undefined : customerForOrder.get(db, { customerId });
    const buyer = { buyerName: customer?.name ?? null, buyerAddress: customer?.address ?? null };
    const row = { orderId, at, businessDate, staffId: staffOf(ctx.actor), ...buyer };
    const number = db.run(query.insertInto('invoices').values(row)).lastId;
    note(`order ${orderId}`, { invoice: number });
    return { number, businessDate, ...buyer };
  });
}
