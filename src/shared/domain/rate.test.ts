import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parsePercent, percent, rate } from './rate.ts';

describe('rate', () => {
  test('is parts per million', () => {
    expect(percent(10)).toBe(100_000);
    expect(percent(7.7)).toBe(77_000);
    expect(percent(0.0001)).toBe(1);
    expect(percent(-2.1)).toBe(-21_000);
    expect(() => percent(0.00001)).toThrow(RangeError);
    expect(() => percent(Number.NaN)).toThrow(RangeError);
    expect(() => rate(0.5)).toThrow(RangeError);
  });

  test.each<[string, number]>([
    ['10', 100_000],
    ['10%', 100_000],
    ['7,7 %', 77_000],
    ['%10', 100_000],
    ['٪١٠', 100_000],
    ['5.125', 51_250],
    ['5,125', 51_250],
    ['100', 1_000_000],
    ['0', 0],
  ])('%s is %d parts per million', (text, wanted) => {
    expect(parsePercent(text)).toBe(wanted);
  });

  test.each(['', '%', '-5', '10%%', '1.00001', 'ten', '1e1', '5 % 5'])('refuses %j', (text) => {
    expect(parsePercent(text)).toBeNull();
  });

  test('reads back every rate', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 2_000_000 }), (n) => {
        expect(parsePercent(`${Math.trunc(n / 10_000)}.${String(n % 10_000).padStart(4, '0')} %`)).toBe(n);
      }),
    );
  });
});
