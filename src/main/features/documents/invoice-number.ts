import { sql } from 'kysely';
import { AppError } from '../../../shared/contract/errors.ts';
import type { CalendarDate } from '../../../shared/domain/calendar.ts';
import type { TaskContext } from '../../app/context.ts';
import { preparedRead } from '../../database/prepared.ts';
import { query } from '../../database/query.ts';
import { staffOf } from '../orders/append-event.ts';
import { requireOrder } from '../orders/order-record.ts';
import { customerForOrder } from '../orders/order-statements.ts';
import { nextInvoice, numberingOf } from '../shop-identity/next-invoice.ts';

/** An order's invoice: its number, the day on which it was first asked for, and the buyer as known that day. */
export type NumberedInvoice = {
  /** Its number as it was first printed; it stays, however numbers look later. */
  readonly printed: string;
  readonly businessDate: CalendarDate;
  readonly buyerName: string | null;
  readonly buyerAddress: string | null;
};

const invoiceOf = preparedRead<{ orderId: number }, NumberedInvoice>(
  (slot) => sql<NumberedInvoice>`
    SELECT coalesce(printed, CAST(number AS TEXT)) AS printed, businessDate, buyerName, buyerAddress
    FROM invoices WHERE orderId = ${slot('orderId')}`,
);

/**
 * The invoice of an order, numbered when it is first asked for: one more than the last of its counter, taken with the
 * writing of its row, so that no number is given twice and none is skipped, whatever becomes of the print. It stays
 * when the order is cancelled later.
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
    const next = nextInvoice(db, numberingOf(ctx.shop), ctx.shop, businessDate);
    const row = { orderId, at, businessDate, staffId: staffOf(ctx.actor), ...buyer, ...next };
    db.run(query.insertInto('invoices').values(row));
    note(`order ${orderId}`, { invoice: next.printed });
    return { printed: next.printed, businessDate, ...buyer };
  });
}
