import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays, calendarDate, dayOfWeek } from './calendar.ts';
import { refundAge } from './refund-age.ts';

/** Friday. */
const friday = calendarDate(20261120);

test('counts days, and warns after two working days', () => {
  const age = (days: number) => refundAge(friday, addDays(friday, days));
  expect(age(0)).toEqual({ days: 0, late: false });
  expect(age(1)).toEqual({ days: 1, late: false });
  // Saturday and Sunday are no working days: Tuesday is the second one.
  expect(age(4)).toEqual({ days: 4, late: false });
  expect(age(5)).toEqual({ days: 5, late: true });
});

test('takes a clock that was set back for the same day', () => {
  expect(refundAge(friday, addDays(friday, -3))).toEqual({ days: 0, late: false });
});

test('always: late as soon as a third working day has come', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 20_000 }), fc.integer({ min: 0, max: 60 }), (start, days) => {
      const opened = addDays(calendarDate(20000101), start);
      let working = 0;
      for (let day = 1; day <= days; day += 1) if (dayOfWeek(addDays(opened, day)) <= 5) working += 1;
      expect(refundAge(opened, addDays(opened, days)).late).toBe(working > 2);
    }),
  );
});
