import { type CalendarDate, dateParts } from './calendar.ts';

/** How the numbers of one kind of paper look: "INV-{year}-" and four digits are INV-2026-0042. */
export type NumberLook = { readonly prefix: string; readonly digits: number };

/** How invoices are numbered. */
export type InvoiceNumbering = NumberLook & {
  /** Each business year begins again. */
  readonly yearly: boolean;
  /** The month that the business year begins with, 1 to 12. */
  readonly yearStartMonth: number;
};

/** Stands in a prefix for the business year. */
export const yearMark = '{year}';
export const mostPrefix = { order: 12, invoice: 20 } as const;
export const mostDigits = 9;

/** A business year as it is written: "2026", or "2026-27" where it begins after January. */
export function businessYear(date: CalendarDate, yearStartMonth: number): string {
  const { year, month } = dateParts(date);
  if (yearStartMonth === 1) return String(year);
  const first = month >= yearStartMonth ? year : year - 1;
  return `${first}-${String((first + 1) % 100).padStart(2, '0')}`;
}

/** The counter that an invoice of this day counts in: '' is the one that never begins again. */
export function invoiceCounter({ yearly, yearStartMonth }: InvoiceNumbering, date: CalendarDate): string {
  return yearly ? businessYear(date, yearStartMonth) : '';
}

/** The prefix of an invoice of this day. */
export function invoicePrefix({ prefix, yearStartMonth }: InvoiceNumbering, date: CalendarDate): string {
  return prefix.replaceAll(yearMark, businessYear(date, yearStartMonth));
}

/** A number as it is printed. */
export function printedNumber({ prefix, digits }: NumberLook, number: number): string {
  return `${prefix}${String(number).padStart(digits, '0')}`;
}

/** Why a prefix cannot be taken. */
export type PrefixProblem = 'sign' | 'digit-at-end' | 'year-missing' | 'year-not-here';

/**
 * Why a prefix cannot be taken, or null. It must not end with a digit, so that the digits at the end of a printed
 * number are the number and nothing else: two prefixes then never make the same text.
 */
export function prefixProblem(
  prefix: string,
  paper: { readonly kind: 'order' } | { readonly kind: 'invoice'; readonly yearly: boolean },
): PrefixProblem | null {
  const hasYear = prefix.includes(yearMark);
  const rest = prefix.replaceAll(yearMark, '');
  if (/[^\p{L}\p{M}\p{Nd}\-/._#:]/u.test(rest)) return 'sign';
  if (hasYear && paper.kind === 'order') return 'year-not-here';
  if (prefix.endsWith(yearMark) || /\p{Nd}$/u.test(prefix)) return 'digit-at-end';
  return paper.kind === 'invoice' && paper.yearly && !hasYear ? 'year-missing' : null;
}

/** Whether a prefix that was printed is one that the pattern makes in some year. */
export function isOfPattern(printedPrefix: string, pattern: string): boolean {
  const parts = pattern.split(yearMark).map((part) => part.replaceAll(/[.*+?^${}()|[\]\\/]/g, '\\$&'));
  return new RegExp(`^${parts.join('\\d{4}(?:-\\d{2})?')}$`, 'iu').test(printedPrefix);
}

/**
 * The order that a text names as it was printed ("R-00042"), by any prefix that the shop ever had. Null for anything
 * else, a number without a prefix included.
 */
export function printedOrderNumber(typed: string, prefixes: readonly string[]): number | null {
  const text = typed.trim();
  const found = /^(.*?)(\d{1,15})$/su.exec(text);
  const [, before = '', digits = ''] = found ?? [];
  if (before === '') return null;
  const isOurs = prefixes.some((prefix) => prefix !== '' && prefix.toLowerCase() === before.toLowerCase());
  const number = Number(digits);
  return isOurs && number > 0 ? number : null;
}
