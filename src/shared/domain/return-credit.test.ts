import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { money, zeroMoney } from './money.ts';
import { returnCredit } from './return-credit.ts';

const order = (total: number, rounding: number, credited = 0) => {
  return { total: money(total), rounding: money(rounding), credited: money(credited) };
};

describe('what a return takes off its order', () => {
  test('is the worth of the goods while others are still out', () => {
    expect(returnCredit(order(1005, 2), zeroMoney, money(500))).toBe(500);
    expect(returnCredit(order(1000, -3, 500), money(500), money(300))).toBe(300);
  });

  test('holds the rounding to coins when all goods are back', () => {
    expect(returnCredit(order(1005, 2), zeroMoney, money(1003))).toBe(1005);
    expect(returnCredit(order(1005, 2, 500), money(500), money(503))).toBe(505);
    expect(returnCredit(order(1000, -3, 500), money(500), money(503))).toBe(500);
  });

  test('is never more than the total, though the last goods be worth less than the rounding', () => {
    expect(returnCredit(order(1000, -3), zeroMoney, money(1002))).toBe(1000);
    expect(returnCredit(order(1000, -3, 1000), money(1002), money(1))).toBe(0);
  });

  test('gives the rounding once: goods that were free bring nothing', () => {
    expect(returnCredit(order(1005, 2, 1005), money(1003), zeroMoney)).toBe(0);
    expect(returnCredit(order(0, 0), zeroMoney, zeroMoney)).toBe(0);
  });

  test('leaves out what goodwill took off before', () => {
    expect(returnCredit(order(1000, 0, 100), zeroMoney, money(500))).toBe(500);
    expect(returnCredit(order(1000, 0, 600), money(500), money(500))).toBe(400);
    expect(returnCredit(order(1000, 0, 1000), zeroMoney, money(500))).toBe(0);
  });
});

const parts = fc.array(fc.nat(700), { minLength: 1, maxLength: 12 });
const coins = fc.integer({ min: -49, max: 50 });

/** Brings goods back one after the other, after some goodwill; answers what all of it took off, goodwill too. */
function bringBack(worths: readonly number[], rounding: number, goodwill: number): number {
  const goods = worths.reduce((all, worth) => all + worth, 0);
  let before = 0;
  let credited = Math.min(goodwill, goods + rounding);
  for (const worth of worths) {
    const credit = returnCredit(order(goods + rounding, rounding, credited), money(before), money(worth));
    expect(credit).toBeGreaterThanOrEqual(0);
    credited += credit;
    before += worth;
    expect(credited).toBeLessThanOrEqual(goods + rounding);
  }
  return credited;
}

test('any sequence that brings everything back takes off the total exactly, with goodwill and without', () => {
  fc.assert(
    fc.property(parts, coins, fc.oneof(fc.constant(0), fc.nat(800)), (worths, rounding, goodwill) => {
      const goods = worths.reduce((all, worth) => all + worth, 0);
      // What is free is not rounded, and no rounding is worth more than the goods.
      fc.pre(goods > 0 && goods + rounding >= 0);
      expect(bringBack(worths, rounding, goodwill)).toBe(goods + rounding);
    }),
  );
});
