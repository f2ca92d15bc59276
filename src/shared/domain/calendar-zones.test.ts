import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  addDays,
  businessDateOf,
  calendarDate,
  dateOfDayNumber,
  dayNumber,
  isTimeZone,
  localParts,
  offsetAt,
  startOfBusinessDate,
} from './calendar.ts';

const at = (iso: string) => Date.parse(iso);
const zones = [
  'UTC',
  'Europe/Paris',
  'America/Santiago',
  'Africa/Cairo',
  'Australia/Lord_Howe',
  'Asia/Kathmandu',
  'America/Havana',
  'Pacific/Apia',
  'Pacific/Kiritimati',
  'America/St_Johns',
  'Africa/Casablanca',
  'Asia/Beirut',
  'America/New_York',
];

describe('localParts', () => {
  test.each([
    ['2026-11-22T11:38:12.345Z', 'Asia/Kathmandu', 20261122, 17, 23],
    ['2026-11-22T20:00:00.345Z', 'Asia/Kathmandu', 20261123, 1, 45],
    ['2026-03-29T00:59:00.345Z', 'Europe/Paris', 20260329, 1, 59],
    ['2026-03-29T01:00:00.345Z', 'Europe/Paris', 20260329, 3, 0],
    ['2026-10-25T00:59:00.345Z', 'Europe/Paris', 20261025, 2, 59],
    ['2026-10-25T01:00:00.345Z', 'Europe/Paris', 20261025, 2, 0],
    ['2026-04-04T14:59:00.345Z', 'Australia/Lord_Howe', 20260405, 1, 59],
    ['2026-04-04T15:00:00.345Z', 'Australia/Lord_Howe', 20260405, 1, 30],
    ['2026-10-03T15:30:00.345Z', 'Australia/Lord_Howe', 20261004, 2, 30],
  ])('%s in %s is %d %d:%d', (iso, zone, date, hour, minute) => {
    expect(localParts(at(iso), zone)).toMatchObject({ date, hour, minute, millisecond: 345 });
  });

  test('knows zones', () => {
    expect(isTimeZone('Europe/Paris')).toBe(true);
    expect(isTimeZone('Europe/Atlantis')).toBe(false);
    expect(() => localParts(0, 'Europe/Atlantis')).toThrow(RangeError);
  });

  test('agrees with the platform, long ago as well', () => {
    const instants = fc.integer({ min: at('1901-01-01'), max: at('2037-12-31') });
    fc.assert(
      fc.property(instants, fc.constantFrom(...zones), (instant, zone) => {
        const { date, hour, minute, second } = localParts(instant, zone);
        const two = (n: number) => String(n).padStart(2, '0');
        const written = new Intl.DateTimeFormat('sv-SE', {
          timeZone: zone,
          dateStyle: 'short',
          timeStyle: 'medium',
        });
        const digits = String(date);
        expect(written.format(instant)).toBe(
          `${digits.slice(0, 4)}-${digits.slice(4, 6)}-${digits.slice(6)} ${two(hour)}:${two(minute)}:${two(second)}`,
        );
      }),
      { numRuns: 500 },
    );
  });
});

describe('business dates', () => {
  test.each([
    // Clocks of Santiago go from 24:00 to 01:00 in September: that day has no midnight.
    ['America/Santiago', 20260906, 0, '2026-09-06T04:00:00Z'],
    // And from 24:00 back to 23:00 in April: Saturday has 23:00 twice, Sunday starts once.
    ['America/Santiago', 20260405, 0, '2026-04-05T04:00:00Z'],
    ['Africa/Cairo', 20260424, 0, '2026-04-23T22:00:00Z'],
    ['Africa/Cairo', 20261030, 0, '2026-10-29T22:00:00Z'],
    ['Europe/Paris', 20260329, 150, '2026-03-29T01:00:00Z'],
    ['Europe/Paris', 20260329, 240, '2026-03-29T02:00:00Z'],
    ['Europe/Paris', 20261025, 150, '2026-10-25T00:30:00Z'],
    ['Europe/Paris', 20261025, 240, '2026-10-25T03:00:00Z'],
    ['Australia/Lord_Howe', 20260405, 105, '2026-04-04T14:45:00Z'],
    ['Australia/Lord_Howe', 20261004, 135, '2026-10-03T15:30:00Z'],
    ['Asia/Kathmandu', 20261122, 240, '2026-11-21T22:15:00Z'],
    ['Pacific/Apia', 20111230, 0, '2011-12-30T10:00:00Z'],
  ])('in %s %d from minute %d starts at %s', (zone, date, startMinutes, iso) => {
    const start = startOfBusinessDate(calendarDate(date), zone, startMinutes);
    expect(new Date(start).toISOString()).toBe(new Date(iso).toISOString());
  });

  test('a sale at two in the night belongs to yesterday', () => {
    expect(businessDateOf(at('2026-11-22T01:00:00Z'), 'Europe/Paris', 240)).toBe(20261121);
    expect(businessDateOf(at('2026-11-22T03:00:00Z'), 'Europe/Paris', 240)).toBe(20261122);
  });

  test('a day that began does not end when clocks go back over its start', () => {
    expect(businessDateOf(at('2026-10-25T00:40:00Z'), 'Europe/Paris', 150)).toBe(20261025);
    expect(businessDateOf(at('2026-10-25T01:10:00Z'), 'Europe/Paris', 150)).toBe(20261025);
  });

  const starts = fc.constantFrom(0, 30, 90, 105, 135, 150, 240, 1439);
  const changes = fc
    .tuple(fc.constantFrom(...zones), fc.integer({ min: 0, max: 365 * 12 }))
    .chain(([zone, offset]) => {
      // Days with a change of clocks, where there is one near; these are where mistakes live.
      let date = addDays(calendarDate(20240101), offset);
      for (let step = 0; step < 200; step += 1) {
        const noon = dayNumber(date) * 86_400_000;
        if (offsetAt(noon, zone) !== offsetAt(noon + 86_400_000, zone)) break;
        date = addDays(date, 1);
      }
      const from = dayNumber(date) * 86_400_000 - 86_400_000;
      return fc.tuple(fc.constant(zone), fc.integer({ min: from, max: from + 4 * 86_400_000 }));
    });

  test('never go back, and start(d) ≤ instant < start(d + 1)', () => {
    fc.assert(
      fc.property(
        changes,
        starts,
        fc.integer({ min: 0, max: 90_000_000 }),
        ([zone, instant], start, later) => {
          const date = businessDateOf(instant, zone, start);
          expect(startOfBusinessDate(date, zone, start)).toBeLessThanOrEqual(instant);
          expect(startOfBusinessDate(addDays(date, 1), zone, start)).toBeGreaterThan(instant);
          expect(businessDateOf(instant + later, zone, start)).toBeGreaterThanOrEqual(date);
        },
      ),
      { numRuns: 1500 },
    );
  });

  test('the start of a day is its first instant', () => {
    fc.assert(
      fc.property(changes, starts, ([zone, instant], start) => {
        const date = dateOfDayNumber(Math.floor(instant / 86_400_000));
        const first = startOfBusinessDate(date, zone, start);
        expect(businessDateOf(first, zone, start)).toBe(date);
        expect(businessDateOf(first - 1, zone, start)).toBe(addDays(date, -1));
      }),
      { numRuns: 1500 },
    );
  });
});
