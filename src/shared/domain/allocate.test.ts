import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { allocate, roundShares } from './allocate.ts';
import { type Money, money, negateMoney, sumMoney } from './money.ts';

const totals = fc
  .oneof(fc.integer({ min: -1000, max: 1000 }), fc.integer({ min: -1e13, max: 1e13 }))
  .map(money);
const weights = fc.array(fc.oneof(fc.nat(5), fc.nat(1_000_000), fc.integer({ min: 0, max: 1e13 })), {
  minLength: 1,
  maxLength: 30,
});

describe('allocate', () => {
  test.each<[number, number[], number[]]>([
    [100, [1, 1, 1], [34, 33, 33]],
    [-100, [1, 1, 1], [-34, -33, -33]],
    [10, [1, 2, 3], [2, 3, 5]],
    [5, [0, 1, 0], [0, 5, 0]],
    [7, [0, 0, 0], [3, 2, 2]],
    [1, [1, 1], [1, 0]],
    [181, [90_000, 90_000], [91, 90]],
    [0, [3, 4], [0, 0]],
    [10, [-1, -1], [5, 5]],
    [0, [], []],
  ])('%d over %j is %j', (total, by, wanted) => {
    expect(allocate(money(total), by)).toEqual(wanted);
  });

  test('adds up, mirrors, and no share is a unit from its exact one', () => {
    fc.assert(
      fc.property(totals, weights, (total, by) => {
        const shares = allocate(total, by);
        expect(sumMoney(shares)).toBe(total);
        expect(allocate(negateMoney(total), by)).toEqual(shares.map(negateMoney));
        const sum = by.reduce((all, weight) => all + BigInt(weight), 0n);
        if (sum === 0n) return;
        shares.forEach((share, index) => {
          const off = BigInt(share) * sum - BigInt(total) * BigInt(by[index] ?? 0);
          expect(off < sum && off > -sum).toBe(true);
          if (by[index] === 0) expect(share).toBe(0);
        });
      }),
      { numRuns: 500 },
    );
  });

  test('a share of a part never exceeds that part', () => {
    fc.assert(
      fc.property(weights, fc.integer({ min: 0, max: 1_000_000 }), (by, share) => {
        const whole = by.reduce((all, weight) => all + weight, 0);
        const total = Number((BigInt(whole) * BigInt(share)) / 1_000_000n);
        const shares = allocate(money(total), by);
        if (whole > 0)
          shares.forEach((part, index) => {
            expect(part).toBeLessThanOrEqual(by[index] ?? 0);
          });
      }),
    );
  });

  test('refuses nothing to divide over, both signs, and weights beyond the safe integers', () => {
    expect(() => allocate(money(1), [])).toThrow(RangeError);
    expect(() => allocate(money(1), [1, -1])).toThrow(RangeError);
    expect(() => allocate(money(1), [0.5])).toThrow(RangeError);
    expect(() => allocate(money(1), [Number.MAX_SAFE_INTEGER, 1])).toThrow(RangeError);
  });
});

describe('roundShares', () => {
  test('gives a sum of both signs back to its parts', () => {
    expect(roundShares([10_001, -10_000], 200_000, 1_000_000, money(0))).toEqual([2000, -2000]);
    expect(roundShares([999, -999], 200_000, 1_000_000, money(0))).toEqual([200, -200]);
  });

  test('adds up to the rounded whole, each part within two units', () => {
    const amounts = fc.array(fc.integer({ min: -1e7, max: 1e7 }), { minLength: 1, maxLength: 40 });
    fc.assert(
      fc.property(amounts, fc.integer({ min: 1, max: 400_000 }), (values, rate) => {
        const exact = values.reduce((sum, value) => sum + value * rate, 0) / 1e6;
        const total = (exact < 0 ? -Math.floor(-exact + 0.5) : Math.floor(exact + 0.5)) as Money;
        const shares = roundShares(values, rate, 1_000_000, money(total));
        expect(sumMoney(shares)).toBe(money(total));
        shares.forEach((share, index) => {
          expect(Math.abs(share - ((values[index] ?? 0) * rate) / 1e6)).toBeLessThan(2);
        });
      }),
    );
  });
});
