import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { money } from './money.ts';
import { quickCash } from './quick-cash.ts';

const euro = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000, 10_000, 20_000];
const rupee = [100, 200, 500, 1000, 2000, 5000, 10_000, 20_000, 50_000];
const yen = [1, 5, 10, 50, 100, 500, 1000, 2000, 5000, 10_000];

describe('quickCash', () => {
  test.each<[number, number, number[], number[]]>([
    [1735, 2, euro, [1735, 1800, 2000, 5000, 10_000]],
    [2000, 2, euro, [2000, 5000, 10_000, 20_000]],
    [35, 2, euro, [35, 100, 200, 500, 1000]],
    [123_400, 2, rupee, [123_400, 125_000, 130_000, 140_000, 150_000]],
    [3480, 0, yen, [3480, 3500, 4000, 5000, 10_000]],
    [0, 2, euro, []],
    [-500, 2, euro, []],
    [777, 2, [], [777]],
  ])('%d with %d decimals', (due, exponent, denominations, wanted) => {
    expect(quickCash(money(due), exponent, denominations)).toEqual(wanted);
  });

  test('exact first, then rising, at most five, each enough', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 1e12 }).map(money),
        fc.constantFrom(euro, rupee, yen),
        (due, notes) => {
          const amounts = quickCash(due, 2, notes);
          expect(amounts[0]).toBe(due);
          expect(amounts.length).toBeLessThanOrEqual(5);
          amounts.slice(1).forEach((amount, index) => {
            expect(amount).toBeGreaterThan(amounts[index] ?? 0);
          });
        },
      ),
    );
  });
});
