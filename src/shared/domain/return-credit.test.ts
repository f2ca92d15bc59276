import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { money } from './money.ts';
import { returnCredit } from './return-credit.ts';

const roundedUp = { total: money(1005), rounding: money(2) };
const roundedDown = { total: money(1000), rounding: money(-3) };

describe('what a return takes off its order', () => {
  test('is the worth of the goods while others are still out', () => {
    expect(returnCredit(roundedUp, money(0), money(500))).toBe(500);
    expect(returnCredit(roundedDown, money(500), money(300))).toBe(300);
  });

  test('holds the rounding to coins when all goods are back', () => {
    expect(returnCredit(roundedUp, money(0), money(1003))).toBe(1005);
    expect(returnCredit(roundedUp, money(500), money(503))).toBe(505);
    expect(returnCredit(roundedDown, money(500), money(503))).toBe(500);
  });

  test('is never more than the total, though the last goods be worth less than the rounding', () => {
    expect(returnCredit(roundedDown, money(0), money(1002))).toBe(1000);
    expect(returnCredit(roundedDown, money(1002), money(1))).toBe(0);
  });

  test('gives the rounding once: goods that were free bring nothing', () => {
    expect(returnCredit(roundedUp, money(1003), money(0))).toBe(0);
    expect(returnCredit({ total: money(0), rounding: money(0) }, money(0), money(0))).toBe(0);
  });
});

test('any sequence that brings everything back takes off the total exactly', () => {
  const parts = fc.array(fc.nat(700), { minLength: 1, maxLength: 12 });
  fc.assert(
    fc.property(parts, fc.integer({ min: -49, max: 50 }), (worths, rounding) => {
      const goods = worths.reduce((all, worth) => all + worth, 0);
      const order = { total: money(goods + rounding), rounding: money(rounding) };
      // What is free is not rounded, and no rounding is worth more than the goods.
      fc.pre(goods > 0 && goods + rounding >= 0);
      let before = 0;
      let credited = 0;
      for (const worth of worths) {
        const credit = returnCredit(order, money(before), money(worth));
        expect(credit).toBeGreaterThanOrEqual(0);
        credited += credit;
        before += worth;
        expect(credited).toBeLessThanOrEqual(order.total);
      }
      expect(credited).toBe(order.total);
    }),
  );
});
