import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { money } from './money.ts';
import { type PricingLine, priceOrder } from './pricing.ts';
import { pieces } from './quantity.ts';
import { percent } from './rate.ts';
import { keptLine, repriceOrder } from './reprice-order.ts';

const vat = [{ name: 'VAT', rate: percent(20) }];
const line = (unitPrice: number, count: number, change: Partial<PricingLine> = {}): PricingLine => ({
  unitPrice: money(unitPrice),
  quantity: pieces(count),
  discount: null,
  taxes: vat,
  ...change,
});
const plain = {
  orderDiscount: money(0),
  orderDiscountRate: null,
  pricesIncludeTax: true,
  taxRounding: 'line',
} as const;

describe('repriceOrder', () => {
  it('takes a percentage again and leaves an amount as it was', () => {
    const lines = [line(1000, 3)];
    expect(repriceOrder({ ...plain, orderDiscountRate: percent(10) }, lines).total).toBe(2700);
    expect(repriceOrder({ ...plain, orderDiscount: money(200) }, lines).total).toBe(2800);
    expect(repriceOrder({ ...plain, orderDiscount: money(200) }, [line(150, 1)]).total).toBe(0);
  });

  it('keeps a line at its price and its discount, whatever its quantity', () => {
    const placed = { unitPrice: money(400), discount: money(80), discountRate: percent(10), taxes: vat };
    expect(repriceOrder(plain, [keptLine(placed, pieces(3))]).total).toBe(1080);
    const amount = { ...placed, discountRate: null };
    expect(repriceOrder(plain, [keptLine(amount, pieces(3))]).total).toBe(1120);
    expect(keptLine({ ...amount, discount: money(0) }, pieces(1)).discount).toBeNull();
  });

  it('comes to what the order came to where nothing was changed', () => {
    const discount = fc.constantFrom(
      null,
      { kind: 'percent', rate: percent(15) } as const,
      { kind: 'amount', amount: money(33) } as const,
    );
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.nat(5000), fc.integer({ min: 1, max: 9 }), discount), {
          minLength: 1,
          maxLength: 6,
        }),
        discount,
        fc.boolean(),
        fc.constantFrom('line', 'order'),
        (drafts, orderDiscount, pricesIncludeTax, taxRounding) => {
          const lines = drafts.map(([price, count, own]) => line(price, count, { discount: own }));
          const placed = priceOrder({ lines, orderDiscount, pricesIncludeTax, taxRounding });
          const kept = lines.map((one, index) =>
            keptLine(
              {
                ...one,
                discount: placed.lines[index]?.discount ?? money(0),
                discountRate: one.discount?.kind === 'percent' ? one.discount.rate : null,
              },
              one.quantity,
            ),
          );
          const again = repriceOrder(
            {
              orderDiscount: placed.orderDiscount,
              orderDiscountRate: orderDiscount?.kind === 'percent' ? orderDiscount.rate : null,
              pricesIncludeTax,
              taxRounding,
            },
            kept,
          );
          expect(again.total).toBe(placed.total);
          expect(again.lines).toEqual(placed.lines);
        },
      ),
    );
  });
});
