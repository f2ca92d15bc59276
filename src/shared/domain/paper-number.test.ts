import { describe, expect, it } from 'vitest';
import { addMonths, type CalendarDate, calendarDate } from './calendar.ts';
import {
  businessYear,
  type InvoiceNumbering,
  invoiceCounter,
  invoicePrefix,
  isOfPattern,
  prefixProblem,
  printedNumber,
  printedOrderNumber,
} from './paper-number.ts';

const day = (value: number): CalendarDate => calendarDate(value);
const numbering = (change: Partial<InvoiceNumbering> = {}): InvoiceNumbering => ({
  prefix: 'INV-{year}-',
  digits: 4,
  yearly: true,
  yearStartMonth: 1,
  ...change,
});

describe('businessYear', () => {
  it.each([
    [20261231, 1, '2026'],
    [20270101, 1, '2027'],
    [20260331, 4, '2025-26'],
    [20260401, 4, '2026-27'],
    [20991201, 7, '2099-00'],
    [20260228, 12, '2025-26'],
  ])('of %i with a year from month %i is %s', (date, month, year) => {
    expect(businessYear(day(date), month)).toBe(year);
  });

  it('lasts twelve months, whatever month it begins with', () => {
    for (let month = 1; month <= 12; month += 1) {
      const first = day(20260001 + month * 100);
      const years = Array.from({ length: 24 }, (_, step) => businessYear(addMonths(first, step), month));
      expect(new Set(years.slice(0, 12)).size).toBe(1);
      expect(new Set(years.slice(12)).size).toBe(1);
      expect(years[0]).not.toBe(years[12]);
    }
  });
});

describe('an invoice’s number', () => {
  it('has its prefix with the year, and its digits', () => {
    const april = numbering({ yearStartMonth: 4 });
    expect(invoicePrefix(april, day(20261122))).toBe('INV-2026-27-');
    expect(invoiceCounter(april, day(20261122))).toBe('2026-27');
    expect(invoiceCounter(numbering({ yearly: false }), day(20261122))).toBe('');
    expect(printedNumber({ prefix: 'INV-2026-', digits: 4 }, 42)).toBe('INV-2026-0042');
    expect(printedNumber({ prefix: '', digits: 1 }, 7)).toBe('7');
    expect(printedNumber({ prefix: 'A', digits: 2 }, 12_345)).toBe('A12345');
  });

  it('can be told apart by its text alone: digits at the end are the number', () => {
    const prefixes = ['', 'INV-', 'INV-2026-', 'A', '2026/', 'Ü.'];
    const texts = prefixes.flatMap((prefix) => {
      expect(prefixProblem(prefix, { kind: 'invoice', yearly: false })).toBeNull();
      return [1, 12, 202, 2026, 20261].flatMap((number) => printedNumber({ prefix, digits: 1 }, number));
    });
    expect(new Set(texts).size).toBe(texts.length);
  });
});

describe('prefixProblem', () => {
  it.each([
    ['INV-{year}-', 'invoice', true, null],
    ['INV-{year}', 'invoice', true, 'digit-at-end'],
    ['INV-', 'invoice', true, 'year-missing'],
    ['INV-', 'invoice', false, null],
    ['INV-2026', 'invoice', false, 'digit-at-end'],
    ['R٢', 'order', false, 'digit-at-end'],
    ['R-{year}-', 'order', false, 'year-not-here'],
    ['R ', 'order', false, 'sign'],
    ['<b>', 'order', false, 'sign'],
    ['{yy}-', 'invoice', false, 'sign'],
    ['चालान/', 'invoice', false, null],
    ['', 'order', false, null],
  ] as const)('of %j for %s (yearly %s) is %s', (prefix, kind, yearly, problem) => {
    expect(prefixProblem(prefix, kind === 'order' ? { kind } : { kind, yearly })).toBe(problem);
  });
});

describe('isOfPattern', () => {
  it('knows a prefix of any year, and no other', () => {
    expect(isOfPattern('INV-2027-', 'INV-{year}-')).toBe(true);
    expect(isOfPattern('inv-2026-27-', 'INV-{year}-')).toBe(true);
    expect(isOfPattern('INV-26-', 'INV-{year}-')).toBe(false);
    expect(isOfPattern('INVX2027-', 'INV.{year}-')).toBe(false);
    expect(isOfPattern('', '')).toBe(true);
  });
});

describe('printedOrderNumber', () => {
  const prefixes = ['R-', 'Order/', ''];
  it.each([
    ['R-00042', 42],
    ['r-42', 42],
    ['  Order/7 ', 7],
    ['42', null],
    ['R-', null],
    ['R-0', null],
    ['X-42', null],
    ['R-42b', null],
    ['INV-R-42', null],
  ])('reads %j as %s', (typed, number) => {
    expect(printedOrderNumber(typed, prefixes)).toBe(number);
  });
});
