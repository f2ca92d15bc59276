declare const calendarDateBrand: unique symbol;

/** A day of the Gregorian calendar as the integer yyyymmdd (20261122), years 1000 to 9999. */
export type CalendarDate = number & { readonly [calendarDateBrand]: 'CalendarDate' };

/** Checks yyyymmdd. Throws RangeError unless the calendar has that day. */
export function calendarDate(yyyymmdd: number): CalendarDate {
  if (!isCalendarDate(yyyymmdd)) throw new RangeError(`${yyyymmdd} is not a day`);
  return yyyymmdd;
}

export function isCalendarDate(value: number): value is CalendarDate {
  if (!Number.isInteger(value) || value < 10000101 || value > 99991231) return false;
  const { year, month, day } = splitDate(value);
  return month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month);
}

/** The year, month (1 to 12) and day (1 to 31) of a date. */
export function dateParts(date: CalendarDate): {
  readonly year: number;
  readonly month: number;
  readonly day: number;
} {
  return splitDate(date);
}

export function addDays(date: CalendarDate, days: number): CalendarDate {
  return dateOfDayNumber(dayNumber(date) + days);
}

/** The same day `months` later (or earlier), or the month's last where it has no such day. */
export function addMonths(date: CalendarDate, months: number): CalendarDate {
  const { year, month, day } = splitDate(date);
  const count = year * 12 + month - 1 + months;
  const newYear = Math.floor(count / 12);
  const newMonth = count - newYear * 12 + 1;
  return calendarDate(newYear * 10000 + newMonth * 100 + Math.min(day, daysInMonth(newYear, newMonth)));
}

/** Days from one date to the other: 1 from today to tomorrow. */
export function daysBetween(from: CalendarDate, to: CalendarDate): number {
  return dayNumber(to) - dayNumber(from);
}

/** ISO day of the week: 1 is Monday, 7 is Sunday. */
export function dayOfWeek(date: CalendarDate): number {
  return ((((dayNumber(date) + 3) % 7) + 7) % 7) + 1;
}

export function firstOfMonth(date: CalendarDate): CalendarDate {
  return calendarDate(date - (date % 100) + 1);
}

export function lastOfMonth(date: CalendarDate): CalendarDate {
  const { year, month } = splitDate(date);
  return calendarDate(date - (date % 100) + daysInMonth(year, month));
}

/** "2026-11-22", for files and form fields; what people read is formatted by locale. */
export function isoDate(date: CalendarDate): string {
  const digits = String(date);
  return `${digits.slice(0, 4)}-${digits.slice(4, 6)}-${digits.slice(6)}`;
}

/** Reads "2026-11-22", null for anything else. */
export function parseIsoDate(text: string): CalendarDate | null {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return null;
  const value = Number(text.replaceAll('-', ''));
  return isCalendarDate(value) ? value : null;
}

/** Days since 1970-01-01, negative before. Counts years from March, so that the leap day comes last. */
export function dayNumber(date: CalendarDate): number {
  const { year, month, day } = splitDate(date);
  const marchYear = month <= 2 ? year - 1 : year;
  const era = Math.floor(marchYear / 400);
  const yearOfEra = marchYear - era * 400;
  const dayOfYear = Math.floor((153 * ((month + 9) % 12) + 2) / 5) + day - 1;
  return (
    era * 146097 +
    yearOfEra * 365 +
    Math.floor(yearOfEra / 4) -
    Math.floor(yearOfEra / 100) +
    dayOfYear -
    719468
  );
}

/** The date of a number of days since 1970-01-01. Throws RangeError outside of the years 1000 to 9999. */
export function dateOfDayNumber(days: number): CalendarDate {
  const shifted = days + 719468;
  const era = Math.floor(shifted / 146097);
  const dayOfEra = shifted - era * 146097;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36524) - Math.floor(dayOfEra / 146096)) /
      365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const marchMonth = Math.floor((5 * dayOfYear + 2) / 153);
  const day = dayOfYear - Math.floor((153 * marchMonth + 2) / 5) + 1;
  const month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9;
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0);
  return calendarDate(year * 10000 + month * 100 + day);
}

function splitDate(value: number): { year: number; month: number; day: number } {
  return { year: Math.floor(value / 10000), month: Math.floor(value / 100) % 100, day: value % 100 };
}

function daysInMonth(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}
