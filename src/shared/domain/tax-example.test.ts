import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { money } from './money.ts';
import { priceOrder } from './pricing.ts';
import { pieces } from './quantity.ts';
import { rate } from './rate.ts';
import { taxExample } from './tax-example.ts';

describe('taxExample', () => {
  it('takes tax out of a price that has it, and adds it to one that has not', () => {
    const taxes = [
      { name: 'CGST', rate: rate(90_000) },
      { name: 'SGST', rate: rate(90_000) },
    ];
    expect(taxExample(money(10_000), taxes, false)).toEqual({
      net: 10_000,
      taxes: taxes.map((tax) => ({ ...tax, amount: 900 })),
      total: 11_800,
    });
    const inside = taxExample(money(10_000), taxes, true);
    expect([inside.net, inside.total, inside.taxes.map((one) => one.amount)]).toEqual([
      8475,
      10_000,
      [763, 762],
    ]);
    expect(taxExample(money(10_000), [], true)).toEqual({ net: 10_000, taxes: [], total: 10_000 });
  });

  it('always: is what the till charges for one of it', () => {
    const taxes = fc.uniqueArray(
      fc.record({ name: fc.constantFrom('A', 'B', 'C'), rate: fc.nat(400_000).map((parts) => rate(parts)) }),
      { selector: (tax) => tax.name, maxLength: 3 },
    );
    fc.assert(
      fc.property(fc.nat(500_000), taxes, fc.boolean(), (price, list, pricesIncludeTax) => {
        const priced = priceOrder({
          lines: [{ unitPrice: money(price), quantity: pieces(1), discount: null, taxes: list }],
          orderDiscount: null,
          pricesIncludeTax,
          taxRounding: 'line',
        });
        const example = taxExample(money(price), list, pricesIncludeTax);
        expect([example.net, example.total]).toEqual([priced.net, priced.total]);
        const charged = list.map(
          ({ name }) => priced.taxes.find((one) => one.name === name)?.amount ?? money(0),
        );
        expect(example.taxes.map((one) => one.amount)).toEqual(charged);
      }),
    );
  });
});
