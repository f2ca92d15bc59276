import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Discount, discountOn } from './discount.ts';
import { type Money, money } from './money.ts';
import { type PricedOrder, priceOrder } from './pricing.ts';
import { pieces } from './quantity.ts';
import { percent, type Rate, rate } from './rate.ts';
import { goodwillShare, lineDiscountShare, orderDiscountShare } from './taken-off.ts';

const off = (share: Rate): Discount => ({ kind: 'percent', rate: share });

function order(prices: readonly number[], onLines: Discount | null, onOrder: Discount | null): PricedOrder {
  const taxes = [{ name: 'VAT', rate: percent(20) }];
  const lines = prices.map((price) => ({
    ...{ unitPrice: money(price), quantity: pieces(1), taxes },
    discount: onLines,
  }));
  return priceOrder({ lines, orderDiscount: onOrder, pricesIncludeTax: false, taxRounding: 'line' });
}

/** The most that is taken off any line, or by the order's discount. */
function most(priced: PricedOrder): number {
  const ofOrder = orderDiscountShare(priced);
  return Math.max(ofOrder, ...priced.lines.map((line) => lineDiscountShare(line, ofOrder)));
}

const prices = fc.array(fc.oneof(fc.integer({ min: 1, max: 30 }), fc.integer({ min: 1, max: 1e8 })), {
  minLength: 1,
  maxLength: 8,
});
const share = fc.integer({ min: 1, max: 1_000_000 }).map(rate);

describe('what is taken off in all', () => {
  test('is both discounts of a line together', () => {
    expect(most(order([1000], off(percent(10)), off(percent(10))))).toBeGreaterThan(percent(18));
    expect(most(order([1000, 5000], off(percent(10)), null))).toBeLessThanOrEqual(percent(10));
  });

  test('is within a ceiling for any one discount that is, however it rounds', () => {
    fc.assert(
      fc.property(prices, share, fc.boolean(), (all, ceiling, onLines) => {
        const [line, whole] = onLines ? [off(ceiling), null] : [null, off(ceiling)];
        expect(most(order(all, line, whole))).toBeLessThanOrEqual(ceiling);
        const placed = { ...order(all, null, null), pricesIncludeTax: 0 };
        const goodwill = discountOn(placed.total, off(ceiling));
        expect(goodwillShare(placed, goodwill)).toBeLessThanOrEqual(ceiling);
      }),
    );
  });

  test('is within a ceiling for two percentages that come to no more together', () => {
    fc.assert(
      fc.property(prices, share, share, (all, first, second) => {
        const together = Math.ceil(first + second - (first * second) / 1_000_000);
        expect(most(order(all, off(first), off(second)))).toBeLessThanOrEqual(together);
      }),
    );
  });

  test('is above it for whatever comes on top of all of it', () => {
    fc.assert(
      fc.property(fc.integer({ min: 100, max: 1e8 }), fc.integer({ min: 1, max: 1e8 }), (price, more) => {
        const placed = { ...order([price], off(percent(10)), null), pricesIncludeTax: 1 };
        const ceiling = percent(10);
        // A unit that rounding has not taken yet may still be taken.
        const on: Money = money(Math.min(price - placed.lineDiscount, more + 1));
        const both = order([price], off(ceiling), { kind: 'amount', amount: on });
        expect(most(both)).toBeGreaterThan(ceiling);
        expect(goodwillShare({ ...placed, total: money(price - placed.lineDiscount) }, on)).toBeGreaterThan(
          ceiling,
        );
      }),
    );
  });
});
