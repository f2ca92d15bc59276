import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseQuantity, pieces, quantity } from './quantity.ts';

describe('quantity', () => {
  test('whole pieces are thousandths', () => {
    expect(pieces(3)).toBe(3000);
    expect(pieces(-1)).toBe(-1000);
    expect(() => pieces(1.5)).toThrow(RangeError);
    expect(() => pieces(2 ** 50)).toThrow(RangeError);
    expect(() => quantity(0.5)).toThrow(RangeError);
  });

  test.each<[string, number]>([
    ['1', 1000],
    ['1.5', 1500],
    ['1,5', 1500],
    ['0.125', 125],
    ['0,125', 125],
    ['1.234', 1234],
    ['-2', -2000],
    ['1.2500', 1250],
    ['١٫٥', 1500],
    ['1,234,567', 1234567000],
  ])('%s is %d thousandths', (text, wanted) => {
    expect(parseQuantity(text)).toBe(wanted);
  });

  test.each(['', '1.2345', '1,234', 'abc', '1e3', '2 kg', '1/2', '9'.repeat(30)])('refuses %j', (text) => {
    expect(parseQuantity(text)).toBeNull();
  });

  test('the shop’s mark settles "1,234"', () => {
    expect(parseQuantity('1,234', ',')).toBe(1234);
    expect(parseQuantity('1,234', '.')).toBe(1234000);
    expect(parseQuantity('1.234', ',')).toBe(1234000);
  });

  test('reads back every quantity', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1e9 }), (n) => {
        const text = `${Math.trunc(n / 1000)}.${String(n % 1000).padStart(3, '0')}`;
        expect(parseQuantity(text)).toBe(n);
      }),
    );
  });
});
