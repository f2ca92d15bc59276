import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  addMoney,
  type Money,
  money,
  multiplyMoney,
  negateMoney,
  parseMoney,
  parseMoneyRounded,
  subtractMoney,
  sumMoney,
  zeroMoney,
} from './money.ts';
import { quantity } from './quantity.ts';

const amounts = fc.integer({ min: -1e12, max: 1e12 }).map(money);

describe('money', () => {
  test.each([0.5, Number.NaN, Number.POSITIVE_INFINITY, 2 ** 53, -(2 ** 53)])('refuses %d', (n) => {
    expect(() => money(n)).toThrow(RangeError);
  });

  test('adds, subtracts and negates without -0', () => {
    fc.assert(
      fc.property(amounts, amounts, (a, b) => {
        expect(subtractMoney(addMoney(a, b), b)).toBe(a);
        expect(addMoney(a, negateMoney(a))).toBe(0);
      }),
    );
    expect(Object.is(negateMoney(zeroMoney), 0)).toBe(true);
    expect(Object.is(money(-0), 0)).toBe(true);
  });

  test('a sum out of range is refused, though its end is in range', () => {
    const most = money(Number.MAX_SAFE_INTEGER);
    expect(() => sumMoney([most, money(2), negateMoney(most)])).toThrow(RangeError);
    expect(sumMoney([])).toBe(0);
  });

  test('a line is rounded once, away from zero, and its return is its mirror', () => {
    expect(multiplyMoney(money(333), quantity(1500))).toBe(500);
    expect(multiplyMoney(money(333), quantity(-1500))).toBe(-500);
    fc.assert(
      fc.property(amounts, fc.integer({ min: -1e6, max: 1e6 }), (price, q) => {
        expect(multiplyMoney(price, quantity(-q)) + multiplyMoney(price, quantity(q))).toBe(0);
      }),
    );
  });
});

describe('parseMoney', () => {
  test.each<[string, number, number]>([
    ['12.50', 2, 1250],
    ['12,50', 2, 1250],
    ['12.5', 2, 1250],
    [' 12 ', 2, 1200],
    ['.5', 2, 50],
    [',05', 2, 5],
    ['5.', 2, 500],
    ['007', 2, 700],
    ['1,234.50', 2, 123450],
    ['1.234,50', 2, 123450],
    ['1 234,50', 2, 123450],
    ['1\u00a0234,50', 2, 123450],
    ['1\u202f234,50', 2, 123450],
    ["1'234.50", 2, 123450],
    ['1’234.50', 2, 123450],
    ['12,34,567.00', 2, 123456700],
    ['12,34,567', 2, 123456700],
    ['1,234,567', 2, 123456700],
    ['1.234.567', 2, 123456700],
    ['1,234', 2, 123400],
    ['0.500', 2, 50],
    ['1234.500', 2, 123450],
    ['1.50000', 2, 150],
    ['1.234', 0, 1234],
    ['1,234', 0, 1234],
    ['1234.00', 0, 1234],
    ['1.234', 3, 1234],
    ['0,250', 3, 250],
    ['-12.50', 2, -1250],
    ['−12.50', 2, -1250],
    ['12.50-', 2, -1250],
    ['(12.50)', 2, -1250],
    ['-0.00', 2, 0],
    ['$12.50', 2, 1250],
    ['-$12.50', 2, -1250],
    ['$-12.50', 2, -1250],
    ['($12.50)', 2, -1250],
    ['$.50', 2, 50],
    ['12,50 €', 2, 1250],
    ['12,50€', 2, 1250],
    ['-12,50 €', 2, -1250],
    ['CHF 5.–', 2, 500],
    ['5,- kr.', 2, 500],
    ['kr 5,-', 2, 500],
    ['kr. 1.234,50', 2, 123450],
    ['Rs. 1,234.50', 2, 123450],
    ['Rs.50', 2, 5000],
    ['₹१२.५०', 2, 1250],
    ['١٢٫٥٠', 2, 1250],
    ['١٬٢٣٤٫٥٠ د.إ.\u200f', 2, 123450],
    ['۱۲٫۵', 2, 1250],
    ['12.50', 2, 1250],
    ['R$ 1.234,50', 2, 123450],
    ['S/ 5.20', 2, 520],
    ['12.50 zł', 2, 1250],
    ['\u200e-12.50', 2, -1250],
    ['90071992547409.91', 2, Number.MAX_SAFE_INTEGER],
  ])('%j with %d decimals is %d', (text, exponent, wanted) => {
    expect(parseMoney(text, exponent)).toBe(wanted);
  });

  test.each<[string, number]>([
    ['', 2],
    ['   ', 2],
    ['-', 2],
    ['.', 2],
    ['€', 2],
    ['abc', 2],
    ['12.505', 2],
    ['1.5', 0],
    ['1.234', 2],
    ['1,234', 3],
    ['1e5', 2],
    ['0x10', 2],
    ['Infinity', 2],
    ['NaN', 2],
    ['1,23,4', 2],
    ['1.23.4', 2],
    ["1'234 567", 2],
    ['1.234,567.89', 2],
    ['12..50', 2],
    ['--5', 2],
    ['-5-', 2],
    ['(-5)', 2],
    ['5 5', 2],
    ['5/6', 2],
    ['500 g', 2],
    ['1.5kg', 2],
    ['5k', 2],
    ['1.5M', 2],
    ['5 Stück', 2],
    ['10 %', 2],
    ['90071992547409.92', 2],
    ['9'.repeat(40), 2],
    ['9'.repeat(100_000), 2],
    ['1'.concat(' '.repeat(100_000), '1'), 2],
    ['👍5', 2],
    ['½', 2],
    ['五', 2],
  ])('refuses text %#', (text, exponent) => {
    expect(parseMoney(text, exponent)).toBeNull();
  });

  test('the shop’s mark settles what stands before three digits', () => {
    expect(parseMoney('1.234', 2, ',')).toBe(123400);
    expect(parseMoney('1,234', 2, '.')).toBe(123400);
    expect(parseMoney('1.234', 2, '.')).toBeNull();
    expect(parseMoney('1.500', 2, '.')).toBe(150);
    expect(parseMoney('1,234', 3, ',')).toBe(1234);
    expect(parseMoney('1,234', 3, '.')).toBe(1234000);
    expect(parseMoney('12.50', 2, ',')).toBe(1250);
  });

  test('reads back what every locale writes', () => {
    const locales = ['en', 'de', 'fr', 'de-CH', 'hi', 'ar-EG', 'fa', 'sv', 'bn', 'pt-BR', 'mr', 'pl'];
    const writers = locales.map((locale) => new Intl.NumberFormat(locale, { minimumFractionDigits: 2 }));
    fc.assert(
      fc.property(fc.integer({ min: -1e11, max: 1e11 }), fc.constantFrom(...writers), (n, writer) => {
        expect(parseMoney(writer.format(n / 100), 2)).toBe(n);
      }),
      { numRuns: 2000 },
    );
  });

  test('any text at all gives an amount or null', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary', maxLength: 80 }),
        fc.integer({ min: 0, max: 4 }),
        (text, exponent) => {
          const read = parseMoney(text, exponent);
          expect(read === null || Number.isSafeInteger(read)).toBe(true);
        },
      ),
    );
    const pieces = fc.constantFrom('1', '23', '456', '.', ',', ' ', "'", '-', '(', ')', '€', 'kr', '٣', '0');
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 12 }), (parts) => {
        const read = parseMoney(parts.join(''), 2);
        expect(read === null || Number.isSafeInteger(read)).toBe(true);
      }),
      { numRuns: 3000 },
    );
  });
});

describe('parseMoneyRounded', () => {
  test.each<[string, number, number, boolean]>([
    ['12.5051', 2, 1251, true],
    ['12.504', 2, 1250, true],
    ['-12.505', 2, -1251, true],
    ['12.5000', 2, 1250, false],
    ['1.234', 2, 123, true],
    ['1,234', 2, 123400, false],
    ['0.999', 0, 1, true],
    ['-0.001', 2, 0, true],
    ['3.3333333333333333333', 2, 333, true],
  ])('%s is %d decimals: %d, rounded %s', (text, exponent, wanted, rounded) => {
    expect(parseMoneyRounded(text, exponent)).toEqual({ money: wanted as Money, rounded });
  });

  test('a decimal comma found in the column', () => {
    expect(parseMoneyRounded('1,234', 2, ',')).toEqual({ money: 123, rounded: true });
    expect(parseMoneyRounded('1.234', 2, ',')).toEqual({ money: 123400, rounded: false });
    expect(parseMoneyRounded('n/a', 2)).toBeNull();
  });
});
