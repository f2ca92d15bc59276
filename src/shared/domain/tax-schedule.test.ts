import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, type CalendarDate, calendarDate } from './calendar.ts';
import { rate } from './rate.ts';
import type { Tax } from './tax.ts';
import { entriesToChange, entriesToRemove, type RateEntry, taxesOn, taxTimeline } from './tax-schedule.ts';

const first = calendarDate(19000101);
const day = (offset: number): CalendarDate => addDays(calendarDate(20260701), offset);
const entry = (name: string, startDate: CalendarDate, parts: number | null, entryNo = 0): RateEntry => ({
  name,
  startDate,
  rate: parts === null ? null : rate(parts),
  entryNo,
});
const vat = (parts: number): Tax => ({ name: 'VAT', rate: rate(parts) });

describe('taxesOn', () => {
  it('takes of each component the latest start that has come', () => {
    const entries = [
      entry('VAT', first, 190_000),
      entry('VAT', day(0), 160_000),
      entry('VAT', day(184), 190_000),
    ];
    expect(taxesOn(entries, day(-1))).toEqual([vat(190_000)]);
    expect(taxesOn(entries, day(0))).toEqual([vat(160_000)]);
    expect(taxesOn(entries, day(183))).toEqual([vat(160_000)]);
    expect(taxesOn(entries, day(184))).toEqual([vat(190_000)]);
  });

  it('leaves out a component that ended, and believes the last entry of a day', () => {
    const entries = [
      entry('VAT', first, 190_000),
      entry('VAT', day(0), null),
      entry('CGST', day(0), 19_000),
      entry('CGST', day(0), 90_000, 1),
    ];
    expect(taxesOn(entries, day(0))).toEqual([{ name: 'CGST', rate: 90_000 }]);
  });
});

describe('taxTimeline', () => {
  it('says what held, holds and will hold, and what was corrected', () => {
    const entries = [
      entry('VAT', first, 190_000),
      entry('VAT', day(-9), 61_000),
      entry('VAT', day(-9), 160_000, 1),
      entry('VAT', day(9), 200_000),
    ];
    expect(taxTimeline(entries, day(0))).toEqual([
      { startDate: first, taxes: [vat(190_000)], state: 'past', replaced: [] },
      { startDate: day(-9), taxes: [vat(160_000)], state: 'now', replaced: [vat(61_000)] },
      { startDate: day(9), taxes: [vat(200_000)], state: 'future', replaced: [] },
    ]);
  });
});

describe('entriesToChange', () => {
  it('enters only what differs, ends what is left out, and keeps one name for one component', () => {
    const entries = [entry('CGST', first, 60_000), entry('SGST', first, 60_000)];
    const wanted = [
      { name: 'cgst', rate: rate(60_000) },
      { name: 'IGST', rate: rate(120_000) },
    ];
    expect(entriesToChange(entries, day(3), wanted)).toEqual([
      entry('IGST', day(3), 120_000),
      entry('SGST', day(3), null),
    ]);
    expect(entriesToChange(entries, day(3), taxesOn(entries, day(3)))).toEqual([]);
  });
});

const names = ['CGST', 'SGST', 'CESS'] as const;
const taxes = fc
  .uniqueArray(
    fc.record({ name: fc.constantFrom(...names), rate: fc.nat(200_000).map((parts) => rate(parts)) }),
    { selector: (tax) => tax.name, maxLength: 3 },
  )
  .map((list) => [...list].sort((a, b) => (a.name < b.name ? -1 : 1)));
const anyDay = fc.integer({ min: 0, max: 40 }).map(day);
const deeds = fc.array(fc.record({ at: anyDay, wanted: fc.option(taxes) }), { maxLength: 10 });

type Deed = { readonly at: CalendarDate; readonly wanted: readonly Tax[] | null };

/** What the class bears on a day, by a calendar in which each change is one whole set: no entries, no components. */
function expected(list: readonly Deed[]) {
  const calendar = new Map<CalendarDate, readonly Tax[]>([[first, []]]);
  const on = (asked: CalendarDate): readonly Tax[] => {
    const latest = Math.max(...[...calendar.keys()].filter((one) => one <= asked));
    return calendar.get(calendarDate(latest)) ?? [];
  };
  for (const { at, wanted } of list) {
    if (wanted === null) calendar.delete(at);
    else if (JSON.stringify(wanted) !== JSON.stringify(on(at))) calendar.set(at, wanted);
  }
  return on;
}

function entered(list: readonly Deed[]): readonly RateEntry[] {
  let entries: readonly RateEntry[] = [];
  for (const { at, wanted } of list) {
    if (wanted !== null) entries = [...entries, ...entriesToChange(entries, at, wanted)];
    else {
      const added = entriesToRemove(entries, at);
      entries = [...entries.filter((one) => one.startDate !== at), ...added];
    }
  }
  return entries;
}

describe('a schedule of rates', () => {
  it('always: the rate in force on a day is that of the last change that has come', () => {
    fc.assert(
      fc.property(deeds, fc.integer({ min: -2, max: 45 }).map(day), (list, asked) => {
        expect(taxesOn(entered(list), asked)).toEqual(expected(list)(asked));
      }),
    );
  });

  it('always: what is wanted from a day holds on that day, and no day before it and no later change moves', () => {
    fc.assert(
      fc.property(deeds, anyDay, taxes, (list, at, wanted) => {
        const entries = entered(list);
        const after = [...entries, ...entriesToChange(entries, at, wanted)];
        expect(taxesOn(after, at)).toEqual(wanted);
        const later = new Set(entries.map((one) => one.startDate).filter((one) => one > at));
        for (let one = day(-2); one < day(45); one = addDays(one, 1)) {
          if (one < at || later.has(one)) expect(taxesOn(after, one)).toEqual(taxesOn(entries, one));
        }
      }),
    );
  });

  it('always: no two entries of one component and day have one number', () => {
    fc.assert(
      fc.property(deeds, (list) => {
        const keys = entered(list).map(({ name, startDate, entryNo }) => `${name} ${startDate} ${entryNo}`);
        expect(new Set(keys).size).toBe(keys.length);
      }),
    );
  });

  it('always: the timeline names each change once, and exactly one of them as of now', () => {
    fc.assert(
      fc.property(deeds, fc.integer({ min: 0, max: 45 }).map(day), (list, today) => {
        const entries = [entry('LEVY', first, 1), ...entered(list)];
        const timeline = taxTimeline(entries, today);
        expect(timeline.filter(({ state }) => state === 'now')).toHaveLength(1);
        expect(timeline.find(({ state }) => state === 'now')?.taxes).toEqual(taxesOn(entries, today));
      }),
    );
  });
});
