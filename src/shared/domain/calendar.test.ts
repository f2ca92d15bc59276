import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  addDays,
  addMonths,
  type CalendarDate,
  calendarDate,
  dateOfDayNumber,
  dateParts,
  dayNumber,
  dayOfWeek,
  daysBetween,
  firstOfMonth,
  isCalendarDate,
  isoDate,
  lastOfMonth,
  parseIsoDate,
} from './calendar.ts';

const today = calendarDate(20261122);
const days = fc.integer({ min: -350_000, max: 2_900_000 }).map(dateOfDayNumber);

describe('calendar', () => {
  test.each([
    20260229,
    20261301,
    20260431,
    20260100,
    20260001,
    99991232,
    9991231,
    20261122.5,
    -1,
    Number.NaN,
  ])('there is no %d', (n) => {
    expect(isCalendarDate(n)).toBe(false);
    expect(() => calendarDate(n)).toThrow(RangeError);
  });

  test('a Sunday in November', () => {
    expect(dayOfWeek(today)).toBe(7);
    expect(dayOfWeek(calendarDate(19700101))).toBe(4);
    expect(addDays(today, 4)).toBe(20261126);
    expect(addDays(today, 40)).toBe(20270101);
    expect(daysBetween(calendarDate(20240228), calendarDate(20240301))).toBe(2);
    expect(firstOfMonth(today)).toBe(20261101);
    expect(lastOfMonth(calendarDate(20240210))).toBe(20240229);
    expect(addMonths(calendarDate(20260131), 1)).toBe(20260228);
    expect(addMonths(calendarDate(20260131), -2)).toBe(20251130);
    expect(addMonths(today, 2)).toBe(20270122);
    expect(dateParts(today)).toEqual({ year: 2026, month: 11, day: 22 });
    expect(isoDate(today)).toBe('2026-11-22');
  });

  test.each(['2026-02-29', '2026-11-2', '20261122', '2026-11-22T00:00', ' 2026-11-22', '', '٢٠٢٦-١١-٢٢'])(
    'does not read %j',
    (text) => {
      expect(parseIsoDate(text)).toBeNull();
    },
  );

  test('agrees with the platform’s own calendar', () => {
    fc.assert(
      fc.property(days, (date) => {
        const utc = Date.UTC(dateParts(date).year, dateParts(date).month - 1, dateParts(date).day);
        expect(dayNumber(date)).toBe(utc / 86_400_000);
        expect(dateOfDayNumber(dayNumber(date))).toBe(date);
        expect(parseIsoDate(isoDate(date))).toBe(date);
        expect(dayOfWeek(date)).toBe(new Date(utc).getUTCDay() || 7);
      }),
    );
  });

  test('days add and subtract', () => {
    fc.assert(
      fc.property(days, fc.integer({ min: -3000, max: 3000 }), (date, step) => {
        const later = addDays(date, step);
        expect(daysBetween(date, later)).toBe(step);
        expect(later > date).toBe(step > 0);
      }),
    );
    expect(() => addDays(calendarDate(99991231), 1)).toThrow(RangeError);
    expect(() => addDays(20261122 as CalendarDate, 0.5)).toThrow(RangeError);
  });
});
