import {
  addDays,
  addMonths,
  type CalendarDate,
  calendarDate,
  dateParts,
  dayOfWeek,
  firstOfMonth,
  lastOfMonth,
} from '../../../../shared/domain/calendar.ts';
import type { Span, Step } from '../../../../shared/domain/report-span.ts';
import type { App } from '../../../ui/app-context.tsx';
import type { StepSize } from './merge-steps.ts';

export type Words = Pick<App, 'text' | 'format'>;

/** A step in full, for who hears it or points at it: "Monday, 3 November", "Nov 2026, from 3 Nov to 22 Nov". */
export function stepWords(step: Step, by: StepSize, words: Words): string {
  const { text, format } = words;
  const { from, to, hour } = step;
  if (hour !== null)
    return text('report-chart.hour-of-day', { day: format.weekdayDay(from), hour: hourWords(hour, words) });
  if (by === 'day') return `${format.weekday(from)}, ${format.dateShort(from)}`;
  if (by === 'week') return format.daySpan(from, to);
  const name = periodName(from, by, words);
  const whole = wholeOf(from, by);
  if (whole.from === from && whole.to === to) return name;
  return text('report-chart.part-of', { period: name, from: format.dayMonth(from), to: format.dayMonth(to) });
}

/** An hour of the clock: `14–15`. */
export function hourWords(hour: number, { text, format }: Words): string {
  return text('reports.hour-span', { from: format.hour(hour), to: format.hour((hour + 1) % 24) });
}

function periodName(from: CalendarDate, by: StepSize, { text, format }: Words): string {
  const { year, month } = dateParts(from);
  if (by === 'month') return format.month(from);
  return by === 'quarter'
    ? text('reports.quarter', { number: Math.ceil(month / 3), year: String(year) })
    : String(year);
}

/** The whole month, quarter or year that a day lies in. */
function wholeOf(date: CalendarDate, by: StepSize): Span {
  const { year, month } = dateParts(date);
  if (by === 'month') return { from: firstOfMonth(date), to: lastOfMonth(date) };
  const first = by === 'quarter' ? month - ((month - 1) % 3) : 1;
  const from = calendarDate(year * 10_000 + first * 100 + 1);
  return { from, to: addDays(addMonths(from, by === 'quarter' ? 3 : 12), -1) };
}

/**
 * What stands at the axis: "Mon 3" for days, landmarks where there are many (the first of months, the first hour of
 * days), null between them.
 */
export function axisWords(steps: readonly Step[], by: StepSize, words: Words): readonly (string | null)[] {
  const { format } = words;
  const [first, last] = [steps[0], steps.at(-1)];
  if (first === undefined || last === undefined) return [];
  if (by === 'hour') {
    const isOneDay = first.from === last.from;
    return steps.map(({ from, hour }, at) => {
      if (isOneDay) return format.hour(hour ?? 0);
      return steps[at - 1]?.from === from ? null : format.weekdayDay(from);
    });
  }
  if (by === 'day') {
    if (steps.length <= 35) return steps.map(({ from }) => format.weekdayDay(from));
    if (steps.length <= 100)
      return steps.map(({ from }) => (dayOfWeek(from) === 1 ? format.dayMonth(from) : null));
    return steps.map(({ from }) => (from % 100 === 1 ? format.month(from) : null));
  }
  if (by === 'week') {
    if (steps.length <= 30) return steps.map(({ from }) => format.dayMonth(from));
    return steps.map(({ from, to }) => (from % 100 > to % 100 || from % 100 === 1 ? format.month(to) : null));
  }
  return steps.map(({ from }) => periodName(from, by, words));
}
