import { CalendarDate as LibraryDate } from '@internationalized/date';
import { type CalendarDate, calendarDate, dateParts } from '../../shared/domain/calendar.ts';

/** The date library's own kind of date, for its fields only. */
export function toLibraryDate(date: CalendarDate): LibraryDate {
  const { year, month, day } = dateParts(date);
  return new LibraryDate(year, month, day);
}

/** Null outside the years 1000 to 9999, which somebody still typing a year passes through. */
export function fromLibraryDate(date: Pick<LibraryDate, 'year' | 'month' | 'day'>): CalendarDate | null {
  if (date.year < 1000 || date.year > 9999) return null;
  return calendarDate(date.year * 10_000 + date.month * 100 + date.day);
}
