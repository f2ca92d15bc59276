import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { sharedData } from '../../../test/support/shared-data.ts';
import { barcodeKind, checkDigit, checkDigitIsRight, expandUpcE, normalizeBarcode } from './barcode.ts';
import { parseOrderCode } from './order-code.ts';

const list = sharedData('barcodes/barcodes.csv');
const digits = (length: number) =>
  fc.string({ unit: fc.constantFrom(...'0123456789'), minLength: length, maxLength: length });
const withCheck = (body: string) => `${body}${checkDigit(body)}`;

describe('real barcodes', () => {
  const rows =
    list === null
      ? []
      : readFileSync(list, 'utf8')
          .replace(/\r?\n$/, '')
          .split(/\r?\n/)
          .slice(1);

  test.skipIf(list === null)('are known by their check digit (skipped without the shared data)', () => {
    const kinds: Record<string, string> = { ean13: 'ean-13', ean8: 'ean-8', upca: 'upc-a', upce: 'upc-e' };
    const counts: Record<string, number> = {};
    for (const row of rows) {
      const symbology = row.slice(0, row.indexOf(','));
      const text = row.slice(row.indexOf(',') + 1, row.lastIndexOf(','));
      counts[symbology] = (counts[symbology] ?? 0) + 1;
      const kind = kinds[symbology];
      if (kind !== undefined) {
        expect(barcodeKind(text), text).toBe(kind);
        expect(checkDigitIsRight(text)).toBe(true);
        expect(normalizeBarcode(text)).toHaveLength(kind === 'ean-8' ? 8 : 13);
        expect(checkDigitIsRight(normalizeBarcode(text))).toBe(true);
      } else {
        expect(normalizeBarcode(text)).toBe(text.trim());
      }
      expect(normalizeBarcode(normalizeBarcode(text))).toBe(normalizeBarcode(text));
      expect(parseOrderCode(text)).toBeNull();
    }
    expect(counts).toEqual({ code128: 7, code39: 4, ean13: 32, ean8: 7, upca: 13, upce: 3 });
  });
});

describe('normalizeBarcode', () => {
  test.each([
    ['024543136538', '0024543136538'],
    ['0024543136538', '0024543136538'],
    ['01234565', '0012345000065'],
    ['012345000065', '0012345000065'],
    ['10024543136535', '10024543136535'],
    ['00024543136538', '0024543136538'],
    ['  4000539017100\r\n', '4000539017100'],
    ['\u0002]E04000539017100\u0003', '4000539017100'],
    [']E0]C14000539017100', '4000539017100'],
    ['\ufeff4000539017100\u200b', '4000539017100'],
    ['978-0-14-001399-3', '9780140013993'],
    ['9 780140 013993', '9780140013993'],
    ['４０００５３９０１７１００', '4000539017100'],
    ['4000539017101', '4000539017101'],
    [' WWW.CITRONSOFT.COM ', 'WWW.CITRONSOFT.COM'],
    ['abc-1 2', 'abc-1 2'],
    ['12-34', '12-34'],
    ['', ''],
    [' \t\u0000', ''],
    ['x'.repeat(1000), 'x'.repeat(80)],
  ])('%j is %j', (text, wanted) => {
    expect(normalizeBarcode(text)).toBe(wanted);
  });

  test('all forms of a trade number come to one', () => {
    fc.assert(
      fc.property(digits(11), (body) => {
        const upcA = withCheck(body);
        expect(normalizeBarcode(`0${upcA}`)).toBe(normalizeBarcode(upcA));
        expect(normalizeBarcode(`00${upcA}`)).toBe(normalizeBarcode(upcA));
      }),
    );
  });

  test('a UPC-E is the UPC-A it stands for', () => {
    fc.assert(
      fc.property(fc.constantFrom('0', '1'), digits(6), (system, body) => {
        const expanded = expandUpcE(`${system}${body}0`) ?? '';
        const upcA = withCheck(expanded.slice(0, -1));
        const upcE = `${system}${body}${upcA.slice(-1)}`;
        if (barcodeKind(upcE) === 'upc-e') expect(normalizeBarcode(upcE)).toBe(`0${upcA}`);
        else expect(barcodeKind(upcE)).toBe('ean-8');
        if (system === '0') expect(barcodeKind(upcE)).toBe('upc-e');
      }),
    );
  });

  test('once is enough, for any text', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary' }), digits(8), digits(12), digits(14)), (text) => {
        const once = normalizeBarcode(text);
        expect(once.length).toBeLessThanOrEqual(80);
        expect(normalizeBarcode(once)).toBe(once);
      }),
      { numRuns: 2000 },
    );
  });
});

test('one wrong digit is noticed', () => {
  fc.assert(
    fc.property(digits(12), fc.nat(12), fc.integer({ min: 1, max: 9 }), (body, at, more) => {
      const code = withCheck(body);
      const wrong = code.slice(0, at) + ((Number(code[at]) + more) % 10) + code.slice(at + 1);
      expect(barcodeKind(code)).toBe('ean-13');
      expect(barcodeKind(wrong)).toBe('other');
    }),
  );
});
