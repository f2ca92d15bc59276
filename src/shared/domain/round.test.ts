import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { divideRounded, mulDivRounded } from './round.ts';

const safe = fc.maxSafeInteger();
const divisor = safe.filter((n) => n !== 0);

/** The same by another road: exact BigInt, floor of the doubled size. */
function exact(a: bigint, b: bigint): bigint {
  const size = (a < 0n ? -a : a) * 2n;
  const by = b < 0n ? -b : b;
  const rounded = (size / by + 1n) / 2n;
  return a < 0n === b < 0n ? rounded : -rounded;
}

describe('divideRounded', () => {
  test.each([
    [5, 2, 3],
    [-5, 2, -3],
    [5, -2, -3],
    [-5, -2, 3],
    [4, 3, 1],
    [-1, 3, 0],
    [0, -7, 0],
    [Number.MAX_SAFE_INTEGER, 2, 4503599627370496],
    [Number.MAX_SAFE_INTEGER, Number.MAX_SAFE_INTEGER - 1, 1],
  ])('%d ÷ %d = %d', (a, b, wanted) => {
    expect(divideRounded(a, b)).toBe(wanted);
  });

  test('is exact for all safe integers, never -0', () => {
    fc.assert(
      fc.property(safe, divisor, (a, b) => {
        const result = divideRounded(a, b);
        expect(BigInt(result)).toBe(exact(BigInt(a), BigInt(b)));
        expect(Object.is(result, -0)).toBe(false);
      }),
    );
  });

  test('mirrors its sign', () => {
    fc.assert(
      fc.property(safe, divisor, (a, b) => {
        expect(divideRounded(-a, b) + divideRounded(a, b)).toBe(0);
      }),
    );
  });

  test.each([
    [1, 0],
    [1.5, 2],
    [Number.NaN, 1],
    [2 ** 53, 1],
    [1, Number.POSITIVE_INFINITY],
  ])('refuses %d ÷ %d', (a, b) => {
    expect(() => divideRounded(a, b)).toThrow(RangeError);
  });
});

describe('mulDivRounded', () => {
  test('is exact where the product is not safe', () => {
    fc.assert(
      fc.property(safe, safe, divisor, (a, b, c) => {
        const wanted = exact(BigInt(a) * BigInt(b), BigInt(c));
        if (Number.isSafeInteger(Number(wanted))) expect(BigInt(mulDivRounded(a, b, c))).toBe(wanted);
        else expect(() => mulDivRounded(a, b, c)).toThrow(RangeError);
      }),
      { numRuns: 1000 },
    );
  });

  test('is exact for sums a shop sees', () => {
    const amount = fc.integer({ min: -1e9, max: 1e9 });
    fc.assert(
      fc.property(amount, fc.integer({ min: 0, max: 1e8 }), (a, b) => {
        expect(BigInt(mulDivRounded(a, b, 1000))).toBe(exact(BigInt(a) * BigInt(b), 1000n));
      }),
    );
  });

  test.each([
    [1, 1, 0],
    [2 ** 52, 2 ** 52, 0],
    [0.5, 2, 1],
    [2 ** 53, 0, 1],
    [2 ** 40, 2 ** 40, 0.5],
  ])('refuses %d × %d ÷ %d', (a, b, c) => {
    expect(() => mulDivRounded(a, b, c)).toThrow(RangeError);
  });
});
