import { sql } from 'kysely';
import type { CalendarDate } from '../../../shared/domain/calendar.ts';
import {
  type InvoiceNumbering,
  invoiceCounter,
  invoicePrefix,
  isOfPattern,
  printedNumber,
} from '../../../shared/domain/paper-number.ts';
import type { Shop } from '../../app/context.ts';
import type { ReadDb } from '../../database/connection.ts';
import { preparedRead } from '../../database/prepared.ts';
import { query } from '../../database/query.ts';

/** An invoice's number before it is written: in its counter, and as it is printed. */
export type InvoiceNumber = {
  readonly counter: string;
  readonly counterNo: number;
  readonly prefix: string;
  readonly printed: string;
};

/** What a counter begins with where it has no invoice yet. */
export type CounterStart = { readonly invoiceFirst: number; readonly invoiceFirstCounter: string };

const lastOfCounter = preparedRead<{ counter: string }, { no: number | null }>(
  (slot) => sql<{ no: number | null }>`
    SELECT max(coalesce(counterNo, number)) AS no FROM invoices WHERE counter = ${slot('counter')}`,
);
const usedPrefixes = preparedRead<Record<never, never>, { prefix: string; counter: string }>(() =>
  query.selectFrom('invoices').select(['prefix', 'counter']).groupBy(['prefix', 'counter']),
);

export function numberingOf(shop: Shop): InvoiceNumbering {
  return {
    prefix: shop.invoicePrefix,
    digits: shop.invoiceDigits,
    yearly: shop.invoiceYearly === 1,
    yearStartMonth: shop.yearStartMonth,
  };
}

/** The last number that a counter gave, or null. */
export function lastInvoiceNo(db: ReadDb, counter: string): number | null {
  return lastOfCounter.get(db, { counter })?.no ?? null;
}

/** The number of the next invoice of a day: one more than the last of its counter, so that none is skipped. */
export function nextInvoice(
  db: ReadDb,
  numbering: InvoiceNumbering,
  { invoiceFirst, invoiceFirstCounter }: CounterStart,
  today: CalendarDate,
): InvoiceNumber {
  const counter = invoiceCounter(numbering, today);
  const last = lastInvoiceNo(db, counter);
  const first = counter === invoiceFirstCounter ? invoiceFirst : 1;
  const counterNo = last === null ? first : last + 1;
  const prefix = invoicePrefix(numbering, today);
  return { counter, counterNo, prefix, printed: printedNumber({ ...numbering, prefix }, counterNo) };
}

/**
 * Whether a counter of the other kind printed a prefix that this numbering makes, in this or any year: two counters
 * under one prefix would give a number twice.
 */
export function isPrefixUsed(db: ReadDb, { prefix, yearly }: InvoiceNumbering): boolean {
  return usedPrefixes
    .all(db, {})
    .some((used) => (used.counter === '') === yearly && isOfPattern(used.prefix, prefix));
}
