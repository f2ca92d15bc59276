import {
  addDays,
  addMonths,
  type CalendarDate,
  dateParts,
  dayOfWeek,
  firstOfMonth,
  lastOfMonth,
} from './calendar.ts';
import { type Comparison, daysIn, isWholeMonths, type Span, startOfStep } from './report-span.ts';

/** Ranges that have a name and move with the day. */
export const rangePresets = [
  'today',
  'yesterday',
  'this-week',
  'last-7-days',
  'this-month',
  'last-month',
  'last-30-days',
  'this-quarter',
  'last-quarter',
  'this-year',
  'last-year',
  'last-12-months',
  'all-time',
] as const;
export type RangePreset = (typeof rangePresets)[number];

/**
 * The days of a named range. What is still going on ends today. The last 12 months are calendar months, this one as
 * far as it is. All time begins with `firstDay`: the first business date of the shop.
 */
export function presetSpan(preset: RangePreset, today: CalendarDate, firstDay: CalendarDate | null): Span {
  const since = (from: CalendarDate): Span => ({ from, to: today });
  switch (preset) {
    case 'today':
      return since(today);
    case 'yesterday':
      return { from: addDays(today, -1), to: addDays(today, -1) };
    case 'this-week':
      return since(startOfStep(today, 'week'));
    case 'last-7-days':
      return since(addDays(today, -6));
    case 'this-month':
      return since(firstOfMonth(today));
    case 'last-month': {
      const from = addMonths(firstOfMonth(today), -1);
      return { from, to: lastOfMonth(from) };
    }
    case 'last-30-days':
      return since(addDays(today, -29));
    case 'this-quarter':
      return since(startOfStep(today, 'quarter'));
    case 'last-quarter': {
      const from = addMonths(startOfStep(today, 'quarter'), -3);
      return { from, to: addDays(startOfStep(today, 'quarter'), -1) };
    }
    case 'this-year':
      return since(startOfStep(today, 'year'));
    case 'last-year': {
      const from = addMonths(startOfStep(today, 'year'), -12);
      return { from, to: addDays(startOfStep(today, 'year'), -1) };
    }
    case 'last-12-months':
      return since(addMonths(firstOfMonth(today), -11));
    case 'all-time':
      return since(firstDay === null || firstDay > today ? today : firstDay);
  }
}

/**
 * The period before a named range: of what is still going on the same days, so that 29 days of November stand beside
 * 29 of October. Null where there is none: nothing was before all time.
 */
export function previousOf(preset: RangePreset | null): Comparison | null {
  switch (preset) {
    case 'this-week':
      return 'last-week';
    case 'this-month':
      return 'last-month';
    case 'this-quarter':
      return 'last-quarter';
    case 'this-year':
    case 'last-year':
    case 'last-12-months':
      return 'last-year';
    case 'all-time':
      return null;
    default:
      return 'previous';
  }
}

export type Shifted = { readonly span: Span; readonly preset: RangePreset | null };

/** In what a range goes on to the next or the one before: calendar months, calendar weeks, or its own days. */
type Stride = { readonly unit: 'month' | 'day'; readonly count: number };

const strides: { readonly [preset in RangePreset]?: Stride } = {
  'this-week': { unit: 'day', count: 7 },
  'this-month': { unit: 'month', count: 1 },
  'this-quarter': { unit: 'month', count: 3 },
  'this-year': { unit: 'month', count: 12 },
  'last-12-months': { unit: 'month', count: 12 },
};

/** The presets that a stride may end in, so that going back and forth arrives at what it set out from. */
const presetsOf: Readonly<Record<string, readonly RangePreset[]>> = {
  'day 1': ['today', 'yesterday'],
  'day 7': ['this-week', 'last-7-days'],
  'day 30': ['last-30-days'],
  'month 1': ['this-month', 'last-month'],
  'month 3': ['this-quarter', 'last-quarter'],
  'month 12': ['this-year', 'last-year', 'last-12-months'],
};

function strideOf(preset: RangePreset | null, span: Span): Stride {
  const known = preset === null ? undefined : strides[preset];
  if (known) return known;
  if (!isWholeMonths(span)) return { unit: 'day', count: daysIn(span) };
  const [first, last] = [dateParts(span.from), dateParts(span.to)];
  return { unit: 'month', count: (last.year - first.year) * 12 + last.month - first.month + 1 };
}

/**
 * The period before (`way` -1) or after (1) a range, whole, or as far as today. Null where there is none: after today,
 * and around all time.
 */
export function shiftRange(
  preset: RangePreset | null,
  span: Span,
  way: -1 | 1,
  today: CalendarDate,
): Shifted | null {
  if (preset === 'all-time') return null;
  const { unit, count } = strideOf(preset, span);
  const from = unit === 'month' ? addMonths(span.from, way * count) : addDays(span.from, way * count);
  if (from > today || from < 1900_01_01) return null;
  const end = unit === 'month' ? addDays(addMonths(from, count), -1) : addDays(from, count - 1);
  const shifted = { from, to: end > today ? today : end };
  const isWeek = unit === 'day' && count === 7 && dayOfWeek(from) === 1;
  const named = (presetsOf[`${unit} ${count}`] ?? []).find((one) => {
    const { from: first, to: last } = presetSpan(one, today, null);
    return first === shifted.from && last === shifted.to && (one !== 'last-7-days' || !isWeek);
  });
  return { span: shifted, preset: named ?? null };
}
