import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { money, negateMoney, sumMoney } from './money.ts';
import { percent, rate } from './rate.ts';
import { splitTax, sumRates, taxOn, taxTogether } from './tax.ts';

const gst = [
  { name: 'CGST', rate: percent(9) },
  { name: 'SGST', rate: percent(9) },
];
const amounts = fc.integer({ min: -1e11, max: 1e11 }).map(money);
const rates = fc.integer({ min: 0, max: 500_000 });

describe('taxOn', () => {
  test.each<[number, number, boolean, number]>([
    [12_000, 200_000, true, 2000],
    [999, 200_000, true, 166],
    [999, 200_000, false, 200],
    [-999, 200_000, true, -166],
    [1180, 180_000, true, 180],
    [107, 70_000, true, 7],
    [500, 0, true, 0],
    [1, 255_000, true, 0],
  ])('%d at %d, included %s: %d', (amount, rateSum, included, wanted) => {
    expect(taxOn(money(amount), rateSum, included)).toBe(wanted);
  });

  test('mirrors, and an included tax is the tax on what is left, to the unit', () => {
    fc.assert(
      fc.property(amounts, rates, (amount, rateSum) => {
        for (const included of [true, false]) {
          const tax = taxOn(amount, rateSum, included);
          expect(taxOn(negateMoney(amount), rateSum, included)).toBe(negateMoney(tax));
        }
        const tax = taxOn(amount, rateSum, true);
        const again = taxOn(money(amount - tax), rateSum, false);
        expect(Math.abs(again - tax)).toBeLessThanOrEqual(1);
      }),
    );
  });
});

describe('splitTax', () => {
  test('an odd unit goes to the first of two halves', () => {
    expect(splitTax(money(181), gst)).toEqual([91, 90]);
    expect(splitTax(money(-181), gst)).toEqual([-91, -90]);
    expect(splitTax(money(0), [])).toEqual([]);
    expect(sumRates(gst)).toBe(180_000);
    expect(() => sumRates([{ name: 'no tax', rate: rate(-1) }])).toThrow(RangeError);
  });
});

describe('taxTogether', () => {
  test('three lines of 0.33 at 10 % bear the 0.10 of their sum', () => {
    const lines = [money(33), money(33), money(33)];
    const taxes = [{ name: 'VAT', rate: percent(10) }];
    expect(taxTogether(lines, taxes, false).flat()).toEqual([4, 3, 3]);
  });

  test('the lines add up to the tax rounded once, whatever their signs', () => {
    fc.assert(
      fc.property(fc.array(amounts, { maxLength: 30 }), fc.boolean(), (lines, included) => {
        const parts = taxTogether(lines, gst, included);
        const total = taxOn(sumMoney(lines), 180_000, included);
        expect(sumMoney(parts.flat())).toBe(total);
        expect(parts).toHaveLength(lines.length);
        const halves = gst.map((_, index) => sumMoney(parts.map((part) => money(part[index] ?? 0))));
        expect(Math.abs((halves[0] ?? 0) - (halves[1] ?? 0))).toBeLessThanOrEqual(1);
        parts.forEach((part, index) => {
          const own = taxOn(money(lines[index] ?? 0), 180_000, included);
          expect(Math.abs(sumMoney(part) - own)).toBeLessThanOrEqual(3);
        });
      }),
    );
  });
});
