import type { Numbering } from '../../../shared/contract/shop-identity.ts';
import { addMonths, type CalendarDate } from '../../../shared/domain/calendar.ts';
import { type InvoiceNumbering, invoiceCounter, printedNumber } from '../../../shared/domain/paper-number.ts';
import type { QueryHandler, Shop } from '../../app/context.ts';
import type { ReadDb } from '../../database/connection.ts';
import { query } from '../../database/query.ts';
import { isPrefixUsed, lastInvoiceNo, nextInvoice, numberingOf } from './next-invoice.ts';

/** How numbers look now. */
export const getNumbering: QueryHandler<'shop.numbering'> = ({ shop, today }) => keptNumbering(shop, today);

/** The shop's numbering as it is edited: `invoiceFirst` is of the counter that holds today. */
export function keptNumbering(shop: Shop, today: CalendarDate): Numbering {
  const counter = invoiceCounter(numberingOf(shop), today);
  return {
    orderPrefix: shop.orderPrefix,
    orderDigits: shop.orderDigits,
    invoicePrefix: shop.invoicePrefix,
    invoiceDigits: shop.invoiceDigits,
    invoiceYearly: shop.invoiceYearly === 1,
    yearStartMonth: shop.yearStartMonth,
    invoiceFirst: counter === shop.invoiceFirstCounter ? shop.invoiceFirst : 1,
  };
}

/** The invoices' part of a numbering. */
export function invoicesOf(numbering: Numbering): InvoiceNumbering {
  return {
    prefix: numbering.invoicePrefix,
    digits: numbering.invoiceDigits,
    yearly: numbering.invoiceYearly,
    yearStartMonth: numbering.yearStartMonth,
  };
}

/** What the next numbers would be with a numbering that is being edited. */
export const previewNumbers: QueryHandler<'shop.previewNumbers'> = ({ db, today }, numbering) => {
  const invoices = invoicesOf(numbering);
  const counter = invoiceCounter(invoices, today);
  const start = { invoiceFirst: numbering.invoiceFirst, invoiceFirstCounter: counter };
  return {
    order: printedNumber({ prefix: numbering.orderPrefix, digits: numbering.orderDigits }, nextOrderId(db)),
    invoice: nextInvoice(db, invoices, start, today).printed,
    invoiceNextYear: numbering.invoiceYearly
      ? nextInvoice(db, invoices, start, addMonths(today, 12)).printed
      : null,
    isBegun: lastInvoiceNo(db, counter) !== null,
    lastInvoice: lastPrinted(db),
    isPrefixUsed: isPrefixUsed(db, invoices),
  };
};

function nextOrderId(db: ReadDb): number {
  const last = db.get(query.selectFrom('orders').select(({ fn }) => fn.max('id').as('id')));
  return (last?.id ?? 0) + 1;
}

function lastPrinted(db: ReadDb): string | null {
  const last = db.get(
    query.selectFrom('invoices').select(['number', 'printed']).orderBy('number', 'desc').limit(1),
  );
  return last ? (last.printed ?? String(last.number)) : null;
}
