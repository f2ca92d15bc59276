import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, calendarDate } from './calendar.ts';
import { dueShopCheck } from './shop-checks.ts';

const first = calendarDate(20_261_101);
const on = (days: number, hour: number) => ({ date: addDays(first, days), hour });
const seen = (quick: number, deep: number, isUnclean = false, isSuspect = false) => ({
  ...{ isUnclean, isSuspect, quick: addDays(first, quick), deep: addDays(first, deep) },
});

describe('what is to be looked at', () => {
  it('is a file that was not closed properly, at any time', () => {
    expect(dueShopCheck(on(0, 11), seen(0, 0, true))).toBe('unclean');
  });

  it.each([
    ['nothing, while the week lasts', 6, 4, null],
    ['nothing by day on the seventh day', 7, 11, null],
    ['nothing before three at night', 7, 2, null],
    ['the week, on the seventh night', 7, 3, 'weekly'],
    ['the week a day later at any hour, where the computer was off', 8, 0, 'weekly'],
  ] as const)('is %s', (_what, days, hour, due) => {
    expect(dueShopCheck(on(days, hour), seen(0, 0))).toBe(due);
  });

  it('is a file of which no backup could be made, once a day', () => {
    expect(dueShopCheck(on(1, 11), seen(0, 0, false, true))).toBe('suspect');
    expect(dueShopCheck(on(1, 11), seen(1, 0, false, true))).toBeNull();
  });

  it('is everything once a month, and that counts for the week', () => {
    expect(dueShopCheck(on(30, 5), seen(28, 0))).toBe('monthly');
    expect(dueShopCheck(on(30, 6), seen(28, 0))).toBeNull();
    expect(dueShopCheck(on(31, 12), seen(28, 0))).toBe('monthly');
    expect(dueShopCheck(on(31, 4), seen(20, 30))).toBeNull();
  });

  it('is everything where the last look lies in the future: the clock was wrong', () => {
    expect(dueShopCheck(on(0, 12), seen(0, 40))).toBe('monthly');
    expect(dueShopCheck(on(0, 12), seen(40, 0))).toBe('weekly');
    expect(dueShopCheck(on(0, 12), seen(1, 1))).toBeNull();
  });

  it('never waits longer than 8 and 31 days, whenever the computer is on', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 60 }), { minLength: 1, maxLength: 60 }), (hours) => {
        let [quick, deep] = [first, first];
        let at = 24;
        for (const passed of hours) {
          at += passed;
          const now = on(Math.floor(at / 24), at % 24);
          const due = dueShopCheck(now, { isUnclean: false, isSuspect: false, quick, deep });
          if (due === 'monthly') deep = now.date;
          if (due !== null) quick = now.date;
          expect(addDays(quick, 8) >= now.date || due !== null).toBe(true);
          expect(addDays(deep, 31) >= now.date).toBe(true);
        }
      }),
    );
  });
});
