import {
  addDays,
  addMonths,
  type CalendarDate,
  calendarDate,
  dateParts,
  dayOfWeek,
  daysBetween,
  firstOfMonth,
  lastOfMonth,
} from './calendar.ts';

/** Some business dates in a row; both ends count. */
export type Span = { readonly from: CalendarDate; readonly to: CalendarDate };

export type StepSize = 'hour' | 'day' | 'week' | 'month' | 'quarter' | 'year';
export const comparisons = [
  'none',
  'previous',
  'last-week',
  'last-month',
  'last-quarter',
  'last-year',
] as const;
export type Comparison = (typeof comparisons)[number];

/** A point of a time line: some days, or one hour of a day by the shop's clock. */
export type Step = Span & { readonly hour: number | null };

/** More points than this no chart shows and no person reads. */
export const mostSteps = 4000;
/** 40 years. */
export const longestSpan = 14_610;

/** How many days a span has. */
export function daysIn({ from, to }: Span): number {
  return daysBetween(from, to) + 1;
}

/** The first day of the week (Monday), month, quarter or year that a day lies in. */
export function startOfStep(date: CalendarDate, by: StepSize): CalendarDate {
  if (by === 'week') return addDays(date, 1 - dayOfWeek(date));
  const { year, month } = dateParts(date);
  if (by === 'month') return firstOfMonth(date);
  if (by === 'quarter') return calendarDate(year * 10_000 + (month - ((month - 1) % 3)) * 100 + 1);
  return by === 'year' ? calendarDate(year * 10_000 + 101) : date;
}

function nextStart(start: CalendarDate, by: StepSize): CalendarDate {
  if (by === 'week') return addDays(start, 7);
  if (by === 'month') return addMonths(start, 1);
  if (by === 'quarter') return addMonths(start, 3);
  return by === 'year' ? addMonths(start, 12) : addDays(start, 1);
}

/**
 * Cuts a span into steps, the first and the last cut off at its ends; null where they would be too many. The hours of a
 * day begin with the one in which the business day does.
 */
export function stepsOf(span: Span, by: StepSize, firstHour = 0): readonly Step[] | null {
  const steps: Step[] = [];
  for (let at = span.from; at <= span.to; ) {
    const next = nextStart(startOfStep(at, by), by);
    const to = next > span.to ? span.to : addDays(next, -1);
    if (by === 'hour') for (const hour of hoursFrom(firstHour)) steps.push({ from: at, to, hour });
    else steps.push({ from: at, to, hour: null });
    if (steps.length > mostSteps) return null;
    at = next;
  }
  return steps;
}

/** The 24 hours of a business day in their order: 4, 5, … 23, 0, 1, 2, 3 where it begins at four. */
export function hoursFrom(firstHour: number): readonly number[] {
  return Array.from({ length: 24 }, (_, at) => (firstHour + at) % 24);
}

export function isWholeMonths({ from, to }: Span): boolean {
  return from === firstOfMonth(from) && to === lastOfMonth(to);
}

/** How many months before lie the same days of the last one. */
const monthsBefore = { 'last-month': 1, 'last-quarter': 3, 'last-year': 12 } as const;

/**
 * What a span is compared with: `previous` is as many whole months before whole months, as many days before anything
 * else. The others are the same days of the last week, month, quarter or year: 1 to 29 November beside 1 to 29 October.
 */
export function comparedSpan(span: Span, compare: Comparison): Span | null {
  if (compare === 'none') return null;
  if (compare === 'last-week') return { from: addDays(span.from, -7), to: addDays(span.to, -7) };
  if (compare !== 'previous') return moved(span, monthsBefore[compare]);
  if (!isWholeMonths(span)) {
    const days = daysIn(span);
    return { from: addDays(span.from, -days), to: addDays(span.from, -1) };
  }
  const [first, last] = [dateParts(span.from), dateParts(span.to)];
  return moved(span, (last.year - first.year) * 12 + last.month - first.month + 1);
}

function moved(span: Span, months: number): Span {
  const to = addMonths(span.to, -months);
  return { from: addMonths(span.from, -months), to: isWholeMonths(span) ? lastOfMonth(to) : to };
}
