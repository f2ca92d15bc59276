import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checkDigitIsRight, normalizeBarcode } from './barcode.ts';
import { orderCode, parseOrderCode } from './order-code.ts';

describe('order codes', () => {
  test('are read back, through any keyboard', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: Number.MAX_SAFE_INTEGER }), (number) => {
        const code = orderCode(number);
        expect(parseOrderCode(code)).toBe(number);
        expect(parseOrderCode(normalizeBarcode(code))).toBe(number);
        for (const sign of ['Ö', 'ö', '>', 'Ж', 'ñ', ';', '.']) {
          expect(parseOrderCode(code.replaceAll(':', sign).toLowerCase())).toBe(number);
        }
        expect(checkDigitIsRight(code)).toBe(false);
      }),
    );
  });

  test('a wrong or swapped digit opens nothing', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 100, max: 1e9 }),
        fc.nat(2),
        fc.integer({ min: 1, max: 9 }),
        (number, at, more) => {
          const digits = String(number);
          const check = orderCode(number).slice(-2);
          const wrong = digits.slice(0, at) + ((Number(digits[at]) + more) % 10) + digits.slice(at + 1);
          expect(parseOrderCode(`ORDERLLA:O:${wrong}:${check}`)).toBeNull();
          const swapped =
            digits.slice(0, at) + digits.charAt(at + 1) + digits.charAt(at) + digits.slice(at + 2);
          if (swapped !== digits) expect(parseOrderCode(`ORDERLLA:O:${swapped}:${check}`)).toBeNull();
        },
      ),
    );
  });

  test.each([
    '',
    '1042',
    '4000539017100',
    'ORDERLLA',
    'ORDERLLA:O:1042',
    'ORDERLLA:O:01042:76',
    'ORDERLLA:P:1042:76',
    'ORDERLLA:O:-1:48',
    'ORDERLLA:O;1042:76',
    `ORDERLLA:O:${'9'.repeat(16)}:00`,
    'x'.repeat(100_000),
    'https://example.org/',
  ])('%.30j is no order', (text) => {
    expect(parseOrderCode(text)).toBeNull();
  });

  test.each([0, -1, 1.5, 2 ** 53])('there is no order %d', (number) => {
    expect(() => orderCode(number)).toThrow(RangeError);
  });
});
