import fc from 'fast-check';
import { expect, test } from 'vitest';
import { money, negateMoney, sumMoney } from './money.ts';
import { cashRounding, handOut, roundCash } from './round-cash.ts';

test.each([
  [1002, 5, 1000],
  [1003, 5, 1005],
  [1005, 10, 1010],
  [-1005, 10, -1010],
  [1049, 50, 1050],
  [1002, 0, 1002],
  [1002, 1, 1002],
])('%d to %d is %d', (amount, increment, wanted) => {
  expect(roundCash(money(amount), increment)).toBe(wanted);
});

test('is a multiple, at most half away, and mirrors', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: -1e12, max: 1e12 }).map(money),
      fc.integer({ min: 1, max: 10_000 }),
      (amount, by) => {
        const rounded = roundCash(amount, by);
        expect(Math.abs(rounded % by)).toBe(0);
        expect(Math.abs(cashRounding(amount, by)) * 2).toBeLessThanOrEqual(by);
        expect(roundCash(negateMoney(amount), by)).toBe(negateMoney(rounded));
      },
    ),
  );
});

test.each([-5, 0.5, Number.NaN])('refuses an increment of %d', (by) => {
  expect(() => roundCash(money(1), by)).toThrow(RangeError);
});

test('what is handed out of one order is rounded as one sum, in coins', () => {
  const amounts = [102, 102, 101].map(money);
  expect(handOut(amounts, 0, 5)).toBe(305);
  expect(handOut([money(2)], 2, 5)).toBe(0);
  expect(handOut([money(2)], -2, 5)).toBe(5);
  expect(handOut([], 0, 5)).toBe(0);
  const some = fc.array(fc.nat(10_000).map(money), { minLength: 1, maxLength: 20 });
  fc.assert(
    fc.property(some, fc.integer({ min: 1, max: 100 }), (parts, by) => {
      const handedOut = handOut(parts, 0, by);
      expect(handedOut % by).toBe(0);
      expect(Math.abs(handedOut - sumMoney(parts)) * 2).toBeLessThanOrEqual(by);
    }),
  );
});
