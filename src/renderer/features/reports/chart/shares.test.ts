import fc from 'fast-check';
import { expect, it } from 'vitest';
import { sharesOf } from './shares.ts';

it('come to 100.0 % even where no third does', () => {
  expect(sharesOf([1, 1, 1])).toEqual([334_000, 333_000, 333_000]);
  expect(sharesOf([999_999, 1])).toEqual([1_000_000, 0]);
  expect(sharesOf([5, 0])).toEqual([1_000_000, 0]);
});

it('are none where there is no whole', () => {
  expect(sharesOf([])).toBeNull();
  expect(sharesOf([0, 0])).toBeNull();
  expect(sharesOf([5, -5])).toBeNull();
});

it('always come to 100.0 %, each within a tenth of what it is, and no less for more', () => {
  const amounts = fc.array(fc.integer({ min: 0, max: 9_000_000_000 }), { minLength: 1, maxLength: 12 });
  fc.assert(
    fc.property(amounts, (list) => {
      const whole = list.reduce((sum, amount) => sum + amount, 0);
      const shares = sharesOf(list);
      if (whole === 0) return expect(shares).toBeNull();
      expect(shares?.reduce((sum, share) => sum + share, 0)).toBe(1_000_000);
      for (const [index, amount] of list.entries()) {
        const share = shares?.[index] ?? -1;
        expect(share % 1000).toBe(0);
        expect(Math.abs(share - (amount / whole) * 1_000_000)).toBeLessThan(1000);
        for (const [other, than] of list.entries()) {
          if (amount > than) expect(share).toBeGreaterThanOrEqual(shares?.[other] ?? 0);
        }
      }
    }),
  );
});
