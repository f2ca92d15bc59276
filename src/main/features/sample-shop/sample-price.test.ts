import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readSampleCatalogue } from './sample-catalogue.ts';
import { priceLevel, sampleCost, samplePrice } from './sample-price.ts';

const { priceLevels, products } = readSampleCatalogue(
  join(import.meta.dirname, '../../../../resources/sample-shop'),
);

describe('samplePrice', () => {
  it.each([
    ['EUR', 2, 350, 350],
    ['EUR', 2, 7900, 7900],
    ['USD', 2, 350, 400],
    ['USD', 2, 7900, 9100],
    ['GBP', 2, 350, 330],
    ['JPY', 0, 350, 510],
    ['JPY', 0, 7900, 11500],
    ['INR', 2, 350, 20500],
    ['KRW', 0, 350, 4900],
    ['VND', 0, 350, 56000],
    ['KWD', 3, 350, 1150],
  ])('writes %s (%i decimals) %i as %i', (currency, exponent, cents, expected) => {
    expect(samplePrice(cents, priceLevel(priceLevels, currency, exponent))).toBe(expected);
  });

  it('keeps every price above its cost in every currency, whatever its decimals', () => {
    for (const [currency, level] of Object.entries(priceLevels)) {
      for (const exponent of [0, 2, 3]) {
        if (exponent === 0 && level < 20_000) continue;
        for (const product of products) {
          const at = { exponent, level };
          expect(samplePrice(product.price, at), `${product.key} ${currency}`).toBeGreaterThan(
            sampleCost(product.cost, at),
          );
        }
      }
    }
  });

  it('prices an unknown currency like the euro', () => {
    expect(samplePrice(1450, priceLevel(priceLevels, 'toString', 2))).toBe(1450);
  });
});
