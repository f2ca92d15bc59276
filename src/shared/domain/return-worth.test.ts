import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { money } from './money.ts';
import { priceOrder } from './pricing.ts';
import { type Quantity, quantity } from './quantity.ts';
import { percent, type Rate } from './rate.ts';
import { type ReturnWorth, returnWorth, type SoldAmounts } from './return-worth.ts';

const vat = { name: 'VAT', rate: percent(20) };

function sold(total: number, tax: number, pieces: number): SoldAmounts {
  const taxes = [{ ...vat, amount: money(tax) }];
  return { quantity: quantity(pieces * 1000), total: money(total), tax: money(tax), taxes };
}

const none = quantity(0);
const one = quantity(1000);

describe('a line that comes back in pieces', () => {
  test('is worth its running whole, tax and all', () => {
    const line = sold(1000, 167, 3);
    const parts = [0, 1000, 2000].map((before) => returnWorth(line, quantity(before), one));
    expect(parts.map((part) => part.total)).toEqual([333, 334, 333]);
    expect(parts.map((part) => part.tax)).toEqual([56, 55, 56]);
    expect(parts.map((part) => part.net)).toEqual([277, 279, 277]);
    expect(parts[0]?.taxes).toEqual([{ ...vat, amount: 56 }]);
  });

  test('is worth half when half of it comes back, though halves of net and tax would round up both', () => {
    expect(returnWorth(sold(1000, 167, 2), none, one)).toMatchObject({ total: 500, net: 416, tax: 84 });
  });

  test('never has less than nothing before tax, where total and tax would round apart', () => {
    // 0.02 over four pieces: the total grows with pieces 1 and 3, a tax rounded by itself with piece 2.
    const line = sold(2, 1, 4);
    const parts = [0, 1000, 2000, 3000].map((before) => returnWorth(line, quantity(before), one));
    expect(parts.map((part) => part.total)).toEqual([1, 0, 1, 0]);
    expect(parts.map((part) => part.net)).toEqual([0, 0, 1, 0]);
  });

  test('is worth nothing where it was given away', () => {
    expect(returnWorth(sold(0, 0, 2), none, one)).toMatchObject({ total: 0, net: 0, tax: 0 });
  });

  test('cannot come back beyond what was sold', () => {
    expect(() => returnWorth(sold(1000, 167, 3), quantity(2500), one)).toThrow(RangeError);
    expect(() => returnWorth(sold(1000, 167, 3), none, none)).toThrow(RangeError);
  });
});

const rate = fc.integer({ min: 0, max: 400_000 }) as fc.Arbitrary<Rate>;
const discount = fc.oneof(
  fc.constant(null),
  fc.nat(300).map((amount) => ({ kind: 'amount' as const, amount: money(amount) })),
  fc.integer({ min: 0, max: 1_000_000 }).map((share) => ({ kind: 'percent' as const, rate: share as Rate })),
);
const lineDraft = fc.record({
  unitPrice: fc.oneof(fc.nat(50), fc.nat(100_000)).map(money),
  quantity: fc.integer({ min: 1, max: 9 }).map((pieces) => quantity(pieces * 1000)),
  discount,
  taxSet: fc.nat(1),
});
const order = fc.record({
  lines: fc.array(lineDraft, { minLength: 1, maxLength: 5 }),
  taxSets: fc.tuple(fc.array(rate, { maxLength: 3 }), fc.array(rate, { maxLength: 3 })),
  orderDiscount: discount,
  pricesIncludeTax: fc.boolean(),
  taxRounding: fc.constantFrom('line' as const, 'order' as const),
});

function soldLines(draft: typeof order extends fc.Arbitrary<infer T> ? T : never): readonly SoldAmounts[] {
  const { taxSets, lines, ...rest } = draft;
  const input = lines.map(({ taxSet, ...line }) => ({
    ...line,
    taxes: (taxSets[taxSet] ?? []).map((one, index) => ({ name: `tax ${index}`, rate: one })),
  }));
  return priceOrder({ ...rest, lines: input }).lines.map((priced, index) => ({
    ...priced,
    quantity: lines[index]?.quantity ?? none,
  }));
}

/** Returns the whole line in pieces cut at the given places. */
function inParts(line: SoldAmounts, cuts: readonly number[]): readonly ReturnWorth[] {
  const places = [...cuts, line.quantity]
    .map((cut) => Math.min(cut, line.quantity))
    .toSorted((a, b) => a - b);
  let returned: Quantity = none;
  return places.flatMap((place) => {
    if (place <= returned) return [];
    const part = returnWorth(line, returned, quantity(place - returned));
    returned = quantity(place);
    return [part];
  });
}

const sum = (parts: readonly ReturnWorth[], of: (part: ReturnWorth) => number): number =>
  parts.reduce((all, part) => all + of(part), 0);

test('the parts of a whole return are the line: total, net and each tax, never below zero', () => {
  fc.assert(
    fc.property(order, fc.array(fc.integer({ min: 1, max: 9000 }), { maxLength: 8 }), (draft, cuts) => {
      for (const line of soldLines(draft)) {
        const parts = inParts(line, cuts);
        expect(sum(parts, (part) => part.total)).toBe(line.total);
        expect(sum(parts, (part) => part.tax)).toBe(line.tax);
        line.taxes.forEach((tax, index) => {
          expect(sum(parts, (part) => part.taxes[index]?.amount ?? 0)).toBe(tax.amount);
        });
        for (const part of parts) {
          expect(part.net + part.tax).toBe(part.total);
          expect(Math.min(part.net, part.tax, ...part.taxes.map((tax) => tax.amount))).toBeGreaterThanOrEqual(
            0,
          );
        }
      }
    }),
  );
});
