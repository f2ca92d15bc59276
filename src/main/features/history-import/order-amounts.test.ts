import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { quantity } from '../../../shared/domain/quantity.ts';
import { buildDocument } from './build-document.ts';
import type { BuildTerms, OrderAmounts, SalesRow } from './document-parts.ts';
import { fine } from './fine-amounts.ts';
import { shareOrder } from './order-amounts.ts';

const unit = 10_000;
const none: OrderAmounts = { discount: null, shipping: null, tip: null, tax: null, total: null };
const onTop: BuildTerms = { pricesIncludeTax: false, taxName: 'VAT', taxRate: null, isTaxed: true };
const within: BuildTerms = { ...onTop, pricesIncludeTax: true };
const untaxed: BuildTerms = { ...within, isTaxed: false };

function row(line: number, count: number, cents: number): SalesRow {
  return {
    ...{
      line,
      good: null,
      name: 'Tea',
      sku: null,
      quantity: quantity(count * 1000),
      price: fine(cents * unit),
    },
    ...{ discount: null, discountRate: null, tax: null, taxRate: null, total: null, gross: null, cost: null },
  };
}

function built(rows: readonly SalesRow[], whole: OrderAmounts, terms: BuildTerms) {
  const shared = shareOrder(rows, whole, terms);
  const found = buildDocument(shared.rows, false, terms);
  if (typeof found === 'string') throw new Error(found);
  return { ...found, fits: shared.fits };
}

const cents = (most: number) => fc.integer({ min: 0, max: most });
const goods = fc.array(fc.tuple(fc.integer({ min: 1, max: 9 }), cents(50_000)), {
  minLength: 1,
  maxLength: 12,
});

describe('amounts that stand once for an order', () => {
  it('come to its total and its tax to the unit, whatever rows share them', () => {
    fc.assert(
      fc.property(
        goods,
        fc.constantFrom(onTop, within),
        ...[cents(2000), cents(900), cents(1000), cents(250)],
        (lines, terms, shipping, tip, off, tax) => {
          const rows = lines.map(([count, price], index) => row(index + 1, count, price));
          const sum = lines.reduce((all, [count, price]) => all + count * price, 0);
          const less = Math.floor((sum * off) / 1000);
          const worth = sum - less + shipping + tip;
          const taxed = Math.floor((worth * tax) / 1000);
          const total = terms.pricesIncludeTax ? worth : worth + taxed;
          const whole = {
            ...{ discount: fine(less * unit), shipping: fine(shipping * unit), tip: fine(tip * unit) },
            ...{ tax: fine(taxed * unit), total: fine(total * unit) },
          };
          const { sold, back, fits } = built(rows, whole, terms);
          expect([sold?.total, sold?.tax, back, fits]).toEqual([total, taxed, null, true]);
          expect([sold?.exact, sold?.exactTax]).toEqual([total * unit, taxed * unit]);
          // The same without the total: it is what the rest comes to.
          expect(built(rows, { ...whole, total: null }, terms).sold?.total).toBe(total);
        },
      ),
      { numRuns: 500 },
    );
  });

  it('decide over what rows come to, and say so beyond rounding', () => {
    const rows = [row(1, 1, 1000), row(2, 2, 500)];
    const near = built(rows, { ...none, total: fine(1999 * unit) }, untaxed);
    expect([near.sold?.total, near.fits]).toEqual([1999, true]);
    const far = built(rows, { ...none, total: fine(1500 * unit) }, untaxed);
    expect([far.sold?.total, far.sold?.discount, far.fits]).toEqual([1500, 500, false]);
    const more = built(rows, { ...none, total: fine(3001 * unit) }, untaxed);
    expect([more.sold?.total, more.fits]).toEqual([3001, false]);
  });

  it('are not taken off twice where rows have the discount already', () => {
    const rows = [row(1, 1, 900), row(2, 1, 900)];
    const { sold, fits } = built(
      rows,
      { ...none, discount: fine(200 * unit), total: fine(1800 * unit) },
      untaxed,
    );
    expect([sold?.total, fits]).toEqual([1800, true]);
  });

  it('are all of it where rows say nothing, finer than a unit too', () => {
    const silent = [1, 2, 3].map((line) => ({ ...row(line, 1, 0), price: null }));
    const { sold } = built(
      silent,
      { ...none, shipping: fine(500 * unit), total: fine(1000 * unit + 1234) },
      untaxed,
    );
    expect([sold?.total, sold?.exact, sold?.lines.length]).toEqual([1000, 10_001_234, 3]);
  });

  it('leave what came back in the same order as it is', () => {
    const rows = [row(1, 3, 1000), row(2, -1, 1000)];
    const { sold, back } = built(
      rows,
      { ...none, discount: fine(200 * unit), total: fine(1800 * unit) },
      untaxed,
    );
    expect((sold?.total ?? 0) - (back?.total ?? 0)).toBe(1800);
  });

  it('of nothing but a return are below zero', () => {
    const rows = [row(1, -2, 1000)];
    const whole = { ...none, tax: fine(-100 * unit), total: fine(-2100 * unit), shipping: fine(0) };
    const { sold, back } = built(rows, whole, onTop);
    expect([sold, back?.total, back?.tax]).toEqual([null, 2100, 100]);
  });
});
