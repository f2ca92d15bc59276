import fc from 'fast-check';
import { expect, test } from 'vitest';
import { keptRounding } from './kept-rounding.ts';
import { money } from './money.ts';

test.each([
  [-2, 1002, -2],
  [2, 998, 2],
  [-2, 1, -1],
  [-2, 0, 0],
  [2, 0, 0],
  [0, 500, 0],
])('rounding of %d with goods for %d stays as %d', (rounding, goods, wanted) => {
  expect(keptRounding(money(rounding), money(goods))).toBe(wanted);
});

test('an order never costs less than nothing, and keeps what it can', () => {
  fc.assert(
    fc.property(fc.integer({ min: -50, max: 50 }), fc.nat(200), (rounding, goods) => {
      const kept = keptRounding(money(rounding), money(goods));
      expect(goods + kept).toBeGreaterThanOrEqual(0);
      expect(Math.abs(kept)).toBeLessThanOrEqual(Math.abs(rounding));
      if (goods > 50) expect(kept).toBe(rounding);
    }),
  );
});
