import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { money, mostMoney } from './money.ts';
import { mostQuantity, quantity } from './quantity.ts';
import { stockValue } from './stock-value.ts';

const of = (thousandths: number, cost: number | null) => ({
  quantity: quantity(thousandths),
  unitCost: cost === null ? null : money(cost),
});

describe('stockValue', () => {
  test.each<[string, Parameters<typeof stockValue>[0], number]>([
    ['nothing', [], 0],
    ['three at 1.25', [of(3000, 125)], 375],
    ['a part of a kilogram, rounded once', [of(350, 999)], 350],
    ['what is missing counts against it', [of(3000, 100), of(-5000, 100)], -200],
    ['half a unit away from zero, both ways', [of(500, 1), of(-500, 1)], 0],
    ['no known cost', [of(3000, null)], 0],
    ['a barcode typed as a count', [of(mostQuantity, mostMoney)], mostMoney],
    ['the same, missing', [of(-mostQuantity, mostMoney)], -mostMoney],
  ])('%s', (_, goods, wanted) => {
    expect(stockValue(goods)).toBe(wanted);
  });

  it('never leaves what money can say, and is the plain sum below that', () => {
    const line = fc.record({
      quantity: fc.integer({ min: -mostQuantity, max: mostQuantity }).map(quantity),
      unitCost: fc.option(fc.integer({ min: 0, max: mostMoney }).map(money)),
    });
    fc.assert(
      fc.property(fc.array(line, { maxLength: 20 }), (goods) => {
        expect(Math.abs(stockValue(goods))).toBeLessThanOrEqual(mostMoney);
      }),
    );
    const small = fc.tuple(fc.integer({ min: -9e6, max: 9e6 }), fc.integer({ min: 0, max: 100_000 }));
    fc.assert(
      fc.property(fc.array(small, { maxLength: 20 }), (pairs) => {
        const half = (product: number) => (Math.sign(product) * (Math.abs(product) + 500)) / 1000;
        const wanted = pairs.reduce((sum, [count, cost]) => sum + Math.trunc(half(count * cost)), 0);
        expect(stockValue(pairs.map(([count, cost]) => of(count, cost)))).toBe(wanted);
      }),
    );
  });
});
