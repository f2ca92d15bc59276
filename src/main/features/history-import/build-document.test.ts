import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { multiplyMoney } from '../../../shared/domain/money.ts';
import { quantity } from '../../../shared/domain/quantity.ts';
import { rate } from '../../../shared/domain/rate.ts';
import { buildDocument } from './build-document.ts';
import type { BuildTerms, BuiltDocument, BuiltSide, SalesRow } from './document-parts.ts';
import { fine, readCount, readFine, readRate } from './fine-amounts.ts';

const plain: BuildTerms = { pricesIncludeTax: true, taxName: 'Tax', taxRate: null, isTaxed: false };
const onTop: BuildTerms = { pricesIncludeTax: false, taxName: 'VAT', taxRate: null, isTaxed: true };
const within: BuildTerms = { ...onTop, pricesIncludeTax: true };

let line = 0;
/** Amounts as a file writes them; quantities in pieces. */
function row(
  count: number,
  said: Readonly<Partial<Record<'price' | 'total' | 'tax' | 'discount', string>>>,
): SalesRow {
  line += 1;
  const read = (text: string | undefined) =>
    text === undefined ? null : (readFine(text, { decimalMark: '.', exponent: 2 })?.amount ?? null);
  const { price, total, tax, discount } = said;
  return {
    ...{
      line,
      good: null,
      name: 'Tea',
      sku: null,
      quantity: quantity(Math.round(count * 1000)),
      discountRate: null,
      taxRate: null,
    },
    ...{ gross: null, cost: null },
    ...{ price: read(price), total: read(total), tax: read(tax), discount: read(discount) },
  };
}

function built(rows: readonly SalesRow[], terms = plain, isReturn = false): BuiltDocument {
  const found = buildDocument(rows, isReturn, terms);
  if (typeof found === 'string') throw new Error(found);
  return found;
}

const amounts = (side: BuiltSide | null) =>
  side && [side.gross, side.discount, side.net, side.tax, side.total];

describe('a document', () => {
  it('is priced by price and quantity, less its discount', () => {
    expect(
      amounts(built([row(2, { price: '2.50' }), row(1, { price: '1.20', discount: '0.20' })]).sold),
    ).toEqual([620, 20, 600, 0, 600]);
  });

  it('takes a total for what was paid, and the difference for a discount', () => {
    const { sold } = built([row(3, { price: '2.50', total: '7.00' })]);
    expect(amounts(sold)).toEqual([750, 50, 700, 0, 700]);
    expect(amounts(built([row(3, { price: '2.50', total: '8.00' })]).sold)?.slice(2)).toEqual([800, 0, 800]);
    expect(built([row(3, { total: '10.00' })]).sold?.lines[0]).toMatchObject({
      unitPrice: 334,
      gross: 1002,
      discount: 2,
    });
  });

  it('rounds a line once, half away from zero, however fine its price', () => {
    const { sold } = built([row(1000, { price: '0.125' }), row(1, { price: '0.005' })]);
    expect(sold?.lines.map(({ total }) => total)).toEqual([12_500, 1]);
    expect(sold?.exact).toBe(125_005_000);
  });

  it('rounds the tax of a receipt once', () => {
    const rows = [
      row(1, { price: '0.10', tax: '0.005' }),
      row(1, { price: '0.10', tax: '0.005' }),
      row(1, { price: '0.10', tax: '0.005' }),
    ];
    expect(amounts(built(rows, onTop).sold)).toEqual([30, 0, 30, 2, 32]);
    expect(amounts(built([row(1, { price: '1.20', tax: '0.20' })], within).sold)).toEqual([
      120, 0, 100, 20, 120,
    ]);
    expect(built([row(1, { price: '1.20', tax: '0.20' })], within).sold?.lines[0]?.taxes).toEqual([
      { name: 'VAT', rate: 200_000, amount: 20 },
    ]);
    expect(
      amounts(built([row(7, { price: '74.69', tax: '26.1415', total: '548.9715' })], onTop).sold),
    ).toEqual([52_283, 0, 52_283, 2614, 54_897]);
  });

  it('parts what came back from what was sold', () => {
    const { sold, back } = built([
      row(3, { price: '2.50' }),
      row(-1, { price: '2.50' }),
      row(1, { price: '-0.50' }),
    ]);
    expect([amounts(sold), amounts(back)]).toEqual([
      [750, 0, 750, 0, 750],
      [300, 0, 300, 0, 300],
    ]);
    expect(back?.lines.map((one) => one.quantity)).toEqual([1000, 1000]);
  });

  it('is a return as a whole where its number is marked, with or without signs', () => {
    for (const count of [2, -2]) {
      const { sold, back } = built([row(count, { price: '2.50' }), row(count, { price: '0' })], plain, true);
      expect([sold, amounts(back)]).toEqual([null, [500, 0, 500, 0, 500]]);
    }
    expect(amounts(built([row(-2, { total: '5.00' })], plain).back)).toEqual([500, 0, 500, 0, 500]);
  });

  it('keeps a correction of stock that is worth nothing on its order', () => {
    const { sold, back } = built([row(-5, { price: '0' })]);
    expect(back).toBe(null);
    expect(sold?.lines[0]).toMatchObject({ quantity: -5000, total: 0, unitPrice: 0 });
  });

  it('does not come in beyond what a shop sells, or with more tax than amount', () => {
    expect(buildDocument([row(900_000_000, { price: '900000000' })], false, plain)).toBe('order-too-large');
    expect(buildDocument([row(1, { price: '1.00', tax: '2.00' })], false, within)).toBe('tax-above-amount');
  });
});

describe('amounts and quantities in cells', () => {
  it.each<[string, '.' | ',', number | null]>([
    ['2.55', '.', 25_500],
    ['-2.5', '.', -25_000],
    ['(2.50)', '.', -25_000],
    ['£1,234.56', '.', 12_345_600],
    ['1.234,56 €', ',', 12_345_600],
    ['1234,5', ',', 12_345_000],
    ['26.1415', '.', 261_415],
    ['0.30000000000000004', '.', 3_000],
    ['', '.', null],
    ['1e5', '.', null],
    ['99999999999999999999', '.', null],
    ['12-34', '.', null],
  ])('%s', (text, decimalMark, expected) => {
    expect(readFine(text, { decimalMark, exponent: 2 })?.amount ?? null).toBe(
      expected === null ? null : expected * 100,
    );
  });

  it('reads pieces and rates', () => {
    expect(readCount('2 x', '.')).toEqual({ count: 2000, rounded: false });
    expect(readCount('0,3333', ',')).toEqual({ count: 333, rounded: true });
    expect([readRate('5%', '.'), readRate('7.7', '.'), readRate('0.05', '.'), readRate('x', '.')]).toEqual([
      50_000,
      77_000,
      50_000,
      null,
    ]);
  });
});

describe('any document', () => {
  const cents = fc.integer({ min: 0, max: 2_000_000 });
  const anyRow = fc.record({
    count: fc.integer({ min: -20_000, max: 20_000 }).filter((count) => count !== 0),
    price: fc.option(
      cents.map((amount) => fine(amount * 10)),
      { nil: null },
    ),
    total: fc.option(
      cents.map((amount) => fine(amount * 100)),
      { nil: null },
    ),
    tax: fc.integer({ min: 0, max: 300 }),
  });

  it('adds up to the unit, and is no further from the file than rounding makes', () => {
    fc.assert(
      fc.property(
        fc.array(anyRow, { minLength: 1, maxLength: 8 }),
        fc.boolean(),
        fc.boolean(),
        (said, isTaxed, includes) => {
          const terms = { ...onTop, isTaxed, pricesIncludeTax: includes };
          const rows: SalesRow[] = said.map(({ count, price, total, tax }, index) => {
            const worth = Math.abs(total ?? ((price ?? 0) * count) / 1000);
            const part = isTaxed ? fine(Math.floor((worth * tax) / 1000)) : null;
            const named = {
              line: index + 1,
              good: null,
              name: 'Tea',
              sku: null,
              discount: null,
              discountRate: null,
              ...{ gross: null, cost: null },
            };
            return { ...named, quantity: quantity(count), price, total, tax: part, taxRate: null };
          });
          const { sold, back } = built(rows, terms);
          for (const side of [sold, back]) {
            if (!side) continue;
            for (const one of side.lines) {
              expect(one.gross).toBe(multiplyMoney(one.unitPrice, one.quantity));
              expect(one.gross - one.discount).toBe(terms.pricesIncludeTax || !isTaxed ? one.total : one.net);
              expect(one.net + one.tax).toBe(one.total);
              expect(Math.min(one.discount, one.net)).toBeGreaterThanOrEqual(0);
            }
            expect(side.total).toBe(side.net + side.tax);
            // Half a unit a line, and half a unit for each rate of tax.
            expect(Math.abs(side.total * 10_000 - side.exact)).toBeLessThanOrEqual(
              (side.lines.length * 2 + 1) * 5_000,
            );
          }
        },
      ),
      { numRuns: 400 },
    );
  });

  it('that comes back is minus what it was sold for', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.integer({ min: 1, max: 50_000 }), cents, fc.constantFrom(0, 50_000, 200_000)), {
          minLength: 1,
          maxLength: 6,
        }),
        (lines) => {
          const rows = (sign: number): SalesRow[] =>
            lines.map(([count, price, taxRate], index) => {
              const none = {
                good: null,
                name: 'Tea',
                sku: null,
                discount: null,
                discountRate: null,
                tax: null,
                total: null,
                ...{ gross: null, cost: null },
              };
              return {
                ...none,
                line: index,
                quantity: quantity(count * sign),
                price: fine(price * 10),
                taxRate: rate(taxRate),
              };
            });
          const { sold } = built(rows(1), onTop);
          const { back } = built(rows(-1), onTop, true);
          expect(amounts(back)).toEqual(amounts(sold));
        },
      ),
      { numRuns: 200 },
    );
  });
});
