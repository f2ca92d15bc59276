import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { businessDateOf } from './calendar.ts';
import { dayStartClash } from './day-start.ts';

const at = (iso: string): number => Date.parse(iso);
const hour = 3_600_000;

describe('dayStartClash', () => {
  it('lets the start change when both give the present moment the same date', () => {
    expect(dayStartClash(at('2026-11-22T10:00:00Z'), 'Europe/London', 0, 240)).toBeNull();
    expect(dayStartClash(at('2026-11-22T04:00:00Z'), 'Europe/London', 0, 240)).toBeNull();
  });

  it('refuses it in the hours between the two, either way', () => {
    const night = at('2026-11-22T03:59:00Z');
    const clash = { from: 20261122, to: 20261121, afterMinutes: 240 };
    expect(dayStartClash(night, 'Europe/London', 0, 240)).toEqual(clash);
    const back = { from: 20261121, to: 20261122, afterMinutes: 240 };
    expect(dayStartClash(night, 'Europe/London', 240, 0)).toEqual(back);
  });

  it('always: dates never go back, whenever and however often the start is changed', () => {
    const step = fc.record({
      hours: fc.integer({ min: 0, max: 30 }),
      wanted: fc.integer({ min: 0, max: 720 }),
    });
    const zones = fc.constantFrom('Europe/London', 'Asia/Kolkata', 'America/New_York', 'Australia/Lord_Howe');
    fc.assert(
      fc.property(zones, fc.array(step, { maxLength: 30 }), (zone, steps) => {
        let now = at('2026-10-20T00:00:00Z');
        let start = 0;
        let last = businessDateOf(now, zone, start);
        for (const { hours, wanted } of steps) {
          now += hours * hour;
          const before = businessDateOf(now, zone, start);
          expect(before).toBeGreaterThanOrEqual(last);
          if (dayStartClash(now, zone, start, wanted) === null) start = wanted;
          last = businessDateOf(now, zone, start);
          expect(last).toBe(before);
        }
      }),
    );
  });
});
