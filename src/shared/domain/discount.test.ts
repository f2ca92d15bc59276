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

describe('discountShare', () => {
  test('is the least share that takes so much', () => {
    expect(discountShare(money(2000), money(200))).toBe(99_750);
    expect(discountShare(money(5), money(1))).toBe(100_000);
    expect(discountShare(money(5), money(5))).toBe(900_000);
    expect(discountShare(money(0), money(0))).toBe(0);
    expect(discountShare(money(100), money(0))).toBe(0);
  });

  test('lets through what a ceiling comes to, and not one unit more', () => {
    const base = fc.integer({ min: 1, max: 1e12 });
    fc.assert(
      fc.property(base, fc.integer({ min: 0, max: 1_000_000 }), (size, ceiling) => {
        const whole = money(size);
        const taken = discountOn(whole, { kind: 'percent', rate: rate(ceiling) });
        expect(discountShare(whole, taken)).toBeLessThanOrEqual(ceiling);
        expect(discountShare(negateMoney(whole), negateMoney(taken))).toBe(discountShare(whole, taken));
        if (taken < size) expect(discountShare(whole, money(taken + 1))).toBeGreaterThan(ceiling);
      }),
    );
  });
});
