import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Discount, discountOn, discountShare } from './discount.ts';
import { money, negateMoney } from './money.ts';
import { percent, rate } from './rate.ts';

const anyDiscount: fc.Arbitrary<Discount> = fc.oneof(
  fc.integer({ min: -100, max: 1e10 }).map((n): Discount => ({ kind: 'amount', amount: money(n) })),
  fc.integer({ min: -100, max: 2_000_000 }).map((n): Discount => ({ kind: 'percent', rate: rate(n) })),
);

describe('discountOn', () => {
  test.each<[number, Discount | null, number]>([
    [1000, { kind: 'amount', amount: money(150) }, 150],
    [1000, { kind: 'amount', amount: money(1500) }, 1000],
    [-1000, { kind: 'amount', amount: money(150) }, -150],
    [1005, { kind: 'percent', rate: percent(10) }, 101],
    [-1005, { kind: 'percent', rate: percent(10) }, -101],
    [1005, { kind: 'percent', rate: percent(250) }, 1005],
    [1000, null, 0],
    [0, { kind: 'amount', amount: money(5) }, 0],
  ])('on %d %j takes %d', (base, discount, wanted) => {
    expect(discountOn(money(base), discount)).toBe(wanted);
  });

  test('stays between nothing and the base, and mirrors', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1e12 }).map(money), anyDiscount, (base, discount) => {
        const taken = discountOn(base, discount);
        expect(taken).toBeGreaterThanOrEqual(0);
        expect(taken).toBeLessThanOrEqual(base);
        expect(discountOn(negateMoney(base), discount)).toBe(negateMoney(taken));
      }),
    );
  });
});

test('discountShare is what a ceiling is held against', () => {
  expect(discountShare(money(2000), money(200))).toBe(100_000);
  expect(discountShare(money(0), money(0))).toBe(0);
});
