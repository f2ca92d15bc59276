import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { changedPrice, type PriceChange, type PriceRounding } from './bulk-price.ts';
import { type Money, money, mostMoney } from './money.ts';

const to = (step: number, ending: number): PriceRounding => ({ step: money(step), ending: money(ending) });
const percent = (rate: number, rounding: PriceRounding | null = null): PriceChange => ({
  kind: 'price-percent',
  rate,
  rounding,
});
const amount = (by: number, rounding: PriceRounding | null = null): PriceChange => ({
  kind: 'price-amount',
  amount: by,
  rounding,
});

const prices = fc
  .oneof(fc.integer({ min: 0, max: 100_000 }), fc.integer({ min: 0, max: mostMoney }))
  .map(money);
const roundings = fc.option(
  fc
    .integer({ min: 1, max: 1_000_000_000 })
    .chain((step) => fc.integer({ min: 0, max: step - 1 }).map((ending) => to(step, ending))),
);
const changes: fc.Arbitrary<PriceChange> = fc.oneof(
  fc
    .tuple(fc.integer({ min: -10_000_000, max: 10_000_000 }), roundings)
    .map(([rate, one]) => percent(rate, one)),
  fc.tuple(fc.integer({ min: -mostMoney, max: mostMoney }), roundings).map(([by, one]) => amount(by, one)),
);

describe('changedPrice', () => {
  it.each([
    // price, change, outcome, price after
    [1000, percent(100_000), 'change', 1100],
    [1000, percent(-100_000), 'change', 900],
    [999, percent(50_000), 'change', 1049],
    [1000, percent(0), 'same', 1000],
    [1000, percent(-1_000_000), 'change', 0],
    [1000, percent(-1_100_000), 'below-zero', 1000],
    [1000, amount(-1000), 'change', 0],
    [1000, amount(-1001), 'below-zero', 1000],
    [mostMoney, amount(1), 'too-large', mostMoney],
    // To x.99, to halves, to whole ones.
    [1000, percent(100_000, to(100, 99)), 'change', 1099],
    [1040, amount(0, to(100, 99)), 'change', 999],
    [1049, amount(0, to(100, 99)), 'change', 1099],
    [30, amount(0, to(100, 99)), 'change', 99],
    [1024, amount(0, to(50, 0)), 'change', 1000],
    [1025, amount(0, to(50, 0)), 'change', 1050],
    [1049, amount(0, to(100, 0)), 'change', 1000],
    [1050, amount(0, to(100, 0)), 'change', 1100],
    // What is free stays free, whatever prices end in.
    [0, percent(100_000, to(100, 99)), 'same', 0],
    [99, percent(0, to(100, 99)), 'same', 99],
  ] as const)('%i by %o: %s, %i', (price, change, outcome, after) => {
    expect(changedPrice(money(price), change)).toEqual({ outcome, price: money(after) });
  });

  it('is never negative, never too large, and as it was where it does not change', () => {
    fc.assert(
      fc.property(prices, changes, (price, change) => {
        const after = changedPrice(price, change);
        expect(after.price).toBeGreaterThanOrEqual(0);
        expect(after.price).toBeLessThanOrEqual(mostMoney);
        expect(after.outcome === 'change').toBe(after.price !== price);
      }),
    );
  });

  it('ends as it was told, and no price that ends so is nearer', () => {
    const some = fc.tuple(prices, fc.integer({ min: 2, max: 5000 }), fc.nat(4999));
    fc.assert(
      fc.property(some, ([price, step, at]) => {
        const ending = at % step;
        const after = changedPrice(price, amount(0, to(step, ending)));
        if (price === 0 || after.outcome === 'too-large') return;
        expect(after.price % step).toBe(ending);
        const distance = Math.abs(after.price - price);
        for (const other of [after.price - step, after.price + step]) {
          if (other >= 0) expect(Math.abs(other - price)).toBeGreaterThanOrEqual(distance);
        }
      }),
    );
  });

  it('keeps the order of prices', () => {
    fc.assert(
      fc.property(prices, prices, changes, (one, other, change) => {
        const [low, high]: Money[] = [one, other].sort((a, b) => a - b);
        if (low === undefined || high === undefined || change.kind === 'price-percent') return;
        const [a, b] = [changedPrice(low, change), changedPrice(high, change)];
        const areChanged = [a, b].every(({ outcome }) => outcome === 'change' || outcome === 'same');
        if (areChanged) expect(a.price === 0 || a.price <= b.price).toBe(true);
      }),
    );
  });
});
