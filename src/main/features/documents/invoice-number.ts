import { AppError } from '../../../shared/contract/errors.ts';
import type { CalendarDate } from '../../../shared/domain/calendar.ts';
import type { TaskContext } from '../../app/context.ts';
import { preparedRead } from '../../database/prepared.ts';
import { query } from '../../database/query.ts';
import { staffOf } from '../orders/append-event.ts';
import { requireOrder } from '../orders/order-record.ts';

/** An order's invoice: its number and the day on which it was first asked for. */
export type NumberedInvoice = { readonly number: number; readonly businessDate: CalendarDate };

const invoiceOf = preparedRead<{ orderId: number }, NumberedInvoice>((slot) =>
  query.selectFrom('invoices').select(['number', 'businessDate']).where('orderId', '=', slot('orderId')),
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
    const { status } = requireOrder(db, orderId);
    if (status === 'cancelled') throw new AppError('nothing-to-invoice');
    const { now: at, today: businessDate } = ctx;
    const row = { orderId, at, businessDate, staffId: staffOf(ctx.actor) };
    const number = db.run(query.insertInto('invoices').values(row)).lastId;
    note(`order ${orderId}`, { invoice: number });
    return { number, businessDate };
  });
}
