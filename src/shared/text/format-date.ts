import type { CalendarDate } from '../domain/calendar.ts';

/** Dates and times of the shop: calendar dates have no zone, instants are shown in the shop's zone. */
export type DateFormat = {
  /** `22 November 2026` in the locale's manner. */
  date(date: CalendarDate): string;
  /** `22 Nov 2026` */
  dateShort(date: CalendarDate): string;
  /** `1 – 29 Nov 2026`, both ends included; one day alone is itself. */
  daySpan(from: CalendarDate, to: CalendarDate): string;
  /** `Sunday, 22 November` */
  weekdayDate(date: CalendarDate): string;
  /** `Sunday` */
  weekday(date: CalendarDate): string;
  /** `Mon 3`, for axes. */
  weekdayDay(date: CalendarDate): string;
  /** `22 Nov`, for axes over weeks. */
  dayMonth(date: CalendarDate): string;
  /** `Nov 2026` */
  month(date: CalendarDate): string;
  /** `November`, of its number, 1 to 12. */
  monthName(month: number): string;
  /** `14:05`; instants are milliseconds UTC. */
  time(at: number): string;
  /** `14:05`, of minutes after midnight: no day, no zone. */
  clock(minutes: number): string;
  /** `22 Nov 2026, 14:05` */
  dateTime(at: number): string;
  /** `14`, the hour alone in the locale's manner, for axes; 0–23. */
  hour(hour: number): string;
  /** `5 minutes ago`, `yesterday`, `in 3 days`. */
  relative(at: number, now: number): string;
};

export function createDateFormat(locale: string, timeZone: string): DateFormat {
  const dated = (options: Intl.DateTimeFormatOptions) => {
    const formatter = new Intl.DateTimeFormat(locale, { ...options, timeZone: 'UTC' });
    return (date: CalendarDate) => formatter.format(noonOf(date));
  };
  const timed = (options: Intl.DateTimeFormatOptions, zone = timeZone) => {
    const formatter = new Intl.DateTimeFormat(locale, { ...options, timeZone: zone });
    return (at: number) => formatter.format(at);
  };
  const spanned = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone: 'UTC' });
  const timeOfDay = timed({ timeStyle: 'short' }, 'UTC');
  const monthOfYear = timed({ month: 'long' }, 'UTC');
  const hourOfDay = timed({ hour: 'numeric' }, 'UTC');
  const relative = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' });

  return {
    date: dated({ dateStyle: 'long' }),
    dateShort: dated({ dateStyle: 'medium' }),
    daySpan: (from, to) => spanned.formatRange(noonOf(from), noonOf(to)),
    weekdayDate: dated({ weekday: 'long', day: 'numeric', month: 'long' }),
    weekday: dated({ weekday: 'long' }),
    weekdayDay: dated({ weekday: 'short', day: 'numeric' }),
    dayMonth: dated({ day: 'numeric', month: 'short' }),
    month: dated({ month: 'short', year: 'numeric' }),
    monthName: (month) => monthOfYear(Date.UTC(2026, month - 1, 15)),
    time: timed({ timeStyle: 'short' }),
    clock: (minutes) => timeOfDay(minutes * minuteLength),
    dateTime: timed({ dateStyle: 'medium', timeStyle: 'short' }),
    hour: (hour) => hourOfDay(hour * hourLength),
    relative: (at, now) => {
      const { value, unit } = distance(at - now);
      return relative.format(value, unit);
    },
  };
}

/** Noon UTC of a calendar date, a point that no zone's offset moves to another day. */
function noonOf(date: CalendarDate): number {
  const year = Math.trunc(date / 10_000);
  const month = Math.trunc(date / 100) % 100;
  return Date.UTC(year, month - 1, date % 100, 12);
}

const secondLength = 1000;
const minuteLength = 60 * secondLength;
const hourLength = 60 * minuteLength;
const dayLength = 24 * hourLength;

/** The largest unit that fits whole, cut and not rounded: 59 minutes are never "1 hour ago". */
function distance(milliseconds: number): { value: number; unit: Intl.RelativeTimeFormatUnit } {
  const size = Math.abs(milliseconds);
  const whole = (length: number) => Math.trunc(milliseconds / length);
  if (size < minuteLength) return { value: 0, unit: 'second' };
  if (size < hourLength) return { value: whole(minuteLength), unit: 'minute' };
  if (size < dayLength) return { value: whole(hourLength), unit: 'hour' };
  if (size < 30 * dayLength) return { value: whole(dayLength), unit: 'day' };
  if (size < 365 * dayLength) return { value: whole(30 * dayLength), unit: 'month' };
  return { value: whole(365 * dayLength), unit: 'year' };
}
