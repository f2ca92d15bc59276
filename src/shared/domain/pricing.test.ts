import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Discount } from './discount.ts';
import { money, negateMoney, sumMoney } from './money.ts';
import {
  type PricedLine,
  type PricedOrder,
  type PricingInput,
  type PricingLine,
  priceOrder,
  type TaxTotal,
} from './pricing.ts';
import { quantity } from './quantity.ts';
import { percent, rate } from './rate.ts';

const vat20 = { name: 'VAT', rate: percent(20) };
const gst = [
  { name: 'CGST', rate: percent(9) },
  { name: 'SGST', rate: percent(9) },
];

function line(unitPrice: number, thousandths: number, more: Partial<PricingLine> = {}): PricingLine {
  return { unitPrice: money(unitPrice), quantity: quantity(thousandths), discount: null, taxes: [], ...more };
}

function order(lines: readonly PricingLine[], more: Partial<PricingInput> = {}): PricedOrder {
  return priceOrder({ lines, orderDiscount: null, pricesIncludeTax: true, taxRounding: 'line', ...more });
}

const discounts: fc.Arbitrary<Discount | null> = fc.oneof(
  fc.constant(null),
  fc.integer({ min: 0, max: 1e6 }).map((n): Discount => ({ kind: 'amount', amount: money(n) })),
  fc.integer({ min: 0, max: 1e6 }).map((n): Discount => ({ kind: 'percent', rate: rate(n) })),
);
const taxes = fc.array(
  fc.record({
    name: fc.constantFrom('VAT', 'CGST', 'SGST', 'Eco'),
    rate: fc.constantFrom(0, 25_000, 55_000, 90_000, 190_000, 255_000).map(rate),
  }),
  { maxLength: 3 },
);
const anyLine = (low: number): fc.Arbitrary<PricingLine> =>
  fc.record({
    unitPrice: fc.oneof(fc.nat(2000), fc.nat(1e8)).map(money),
    quantity: fc
      .oneof(
        fc.integer({ min: low, max: 20 }).map((n) => n * 1000),
        fc.integer({ min: low * 1000, max: 20_000 }),
      )
      .map(quantity),
    discount: discounts,
    taxes,
  });
const anyInput = (low: number): fc.Arbitrary<PricingInput> =>
  fc.record({
    lines: fc.array(anyLine(low), { maxLength: 12 }),
    orderDiscount: discounts,
    pricesIncludeTax: fc.boolean(),
    taxRounding: fc.constantFrom('line', 'order'),
  });

describe('priceOrder', () => {
  test('prices with tax: two at 9.99 with 20 % in it', () => {
    const priced = order([line(999, 2000, { taxes: [vat20] })]);
    expect(priced).toMatchObject({ subtotal: 1998, net: 1665, tax: 333, total: 1998, savings: 0 });
    const wanted: TaxTotal = { ...vat20, taxable: money(1665), amount: money(333) };
    expect(priced.taxes).toEqual([wanted]);
  });

  test('prices without tax: halves of GST on 10.05', () => {
    const priced = order([line(1005, 1000, { taxes: gst })], { pricesIncludeTax: false });
    expect(priced).toMatchObject({ subtotal: 1005, net: 1005, tax: 181, total: 1186 });
    expect(priced.taxes.map((tax) => tax.amount)).toEqual([91, 90]);
  });

  test('by weight: 0.335 kg at 19.90', () => {
    expect(order([line(1990, 335)]).total).toBe(667);
  });

  test('line discount first, then the order’s share, then tax', () => {
    const tenOff: Discount = { kind: 'percent', rate: percent(10) };
    const priced = order(
      [line(1000, 3000, { discount: tenOff, taxes: [vat20] }), line(300, 1000, { taxes: [vat20] })],
      { orderDiscount: { kind: 'amount', amount: money(100) } },
    );
    expect(priced.lines.map((one) => one.discount)).toEqual([300, 0]);
    expect(priced.lines.map((one) => one.orderDiscount)).toEqual([90, 10]);
    expect(priced).toMatchObject({
      subtotal: 3300,
      lineDiscount: 300,
      orderDiscount: 100,
      savings: 400,
      total: 2900,
    });
    expect(priced.tax).toBe(435 + 48);
  });

  test('by order: the tax of three lines is rounded once', () => {
    const lines = [1, 2, 3].map(() => line(33, 1000, { taxes: [{ name: 'VAT', rate: percent(10) }] }));
    expect(order(lines, { pricesIncludeTax: false }).tax).toBe(9);
    expect(order(lines, { pricesIncludeTax: false, taxRounding: 'order' }).tax).toBe(10);
  });

  test('an exchange: what comes back keeps its price when the rest is discounted', () => {
    const priced = order([line(5000, 1000), line(2000, -1000)], {
      orderDiscount: { kind: 'percent', rate: percent(10) },
    });
    expect(priced.lines.map((one) => one.total)).toEqual([4500, -2000]);
    expect(priced.total).toBe(2500);
  });

  test('an empty order, a free line, and a discount of everything', () => {
    expect(order([])).toEqual({
      lines: [],
      subtotal: 0,
      lineDiscount: 0,
      orderDiscount: 0,
      net: 0,
      tax: 0,
      taxes: [],
      total: 0,
      savings: 0,
    });
    expect(order([line(0, 1000, { taxes: [vat20] })], { taxRounding: 'order' }).total).toBe(0);
    const free = order([line(999, 1000, { taxes: [vat20] })], {
      orderDiscount: { kind: 'amount', amount: money(9999) },
    });
    expect(free).toMatchObject({ total: 0, tax: 0, orderDiscount: 999 });
  });

  test('beyond the safe integers it refuses', () => {
    expect(() => order([line(2 ** 52, 1e9)])).toThrow(RangeError);
    expect(() => order([line(1, 1000, { taxes: [{ name: 'x', rate: rate(-5) }] })])).toThrow(RangeError);
  });

  test('every figure of the order is the sum over its lines', () => {
    fc.assert(
      fc.property(anyInput(-20), (input) => {
        const priced = priceOrder(input);
        const sum = (pick: (one: PricedLine) => number) =>
          sumMoney(priced.lines.map((one) => money(pick(one))));
        expect(priced.subtotal).toBe(sum((one) => one.gross));
        expect(priced.lineDiscount).toBe(sum((one) => one.discount));
        expect(priced.orderDiscount).toBe(sum((one) => one.orderDiscount));
        expect(priced.net).toBe(sum((one) => one.net));
        expect(priced.tax).toBe(sum((one) => one.tax));
        expect(priced.total).toBe(sum((one) => one.total));
        expect(sumMoney(priced.taxes.map((tax) => tax.amount))).toBe(priced.tax);
        expect(priced.net + priced.tax).toBe(priced.total);
        expect(priced.savings).toBe(priced.lineDiscount + priced.orderDiscount);
        const saved = priced.subtotal - priced.savings;
        expect(input.pricesIncludeTax ? priced.total : priced.net).toBe(saved);
        for (const one of priced.lines) {
          expect(one.net + one.tax).toBe(one.total);
          expect(sumMoney(one.taxes.map((tax) => tax.amount))).toBe(one.tax);
        }
      }),
      { numRuns: 1500 },
    );
  });

  test('a sale’s return is its mirror, and no line falls below nothing', () => {
    fc.assert(
      fc.property(anyInput(0), (input) => {
        const sold = priceOrder(input);
        const back = priceOrder({
          ...input,
          lines: input.lines.map((one) => ({ ...one, quantity: quantity(-one.quantity) })),
        });
        expect(back.total).toBe(negateMoney(sold.total));
        expect(back.lines.map((one) => one.total)).toEqual(sold.lines.map((one) => negateMoney(one.total)));
        expect(back.lines.map((one) => one.tax)).toEqual(sold.lines.map((one) => negateMoney(one.tax)));
        for (const one of sold.lines) {
          expect(one.total).toBeGreaterThanOrEqual(0);
          expect(one.discount + one.orderDiscount).toBeLessThanOrEqual(one.gross);
        }
      }),
      { numRuns: 1000 },
    );
  });

  test('with one line both ways of rounding agree', () => {
    fc.assert(
      fc.property(anyInput(0), (input) => {
        const one = { ...input, lines: input.lines.slice(0, 1) };
        expect(priceOrder({ ...one, taxRounding: 'order' }).total).toBe(
          priceOrder({ ...one, taxRounding: 'line' }).total,
        );
      }),
    );
  });
});
