import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { averageCost } from './average-cost.ts';
import { type Money, money, mostMoney } from './money.ts';
import { mostQuantity, pieces, type Quantity, quantity } from './quantity.ts';

const amount = fc.integer({ min: 0, max: mostMoney }).map(money);
const received = fc.integer({ min: 1, max: mostQuantity }).map(quantity);
const onHand = fc.integer({ min: -mostQuantity, max: mostQuantity }).map(quantity);

/** The formula of the books, in BigInt. */
function exact(had: number, cost: number, came: number, unitCost: number): bigint {
  const before = BigInt(Math.max(had, 0));
  const all = before + BigInt(came);
  const worth = before * BigInt(cost) + BigInt(came) * BigInt(unitCost);
  return (worth * 2n + all) / (all * 2n);
}

describe('averageCost', () => {
  test.each<[string, number, number | null, number, number, number]>([
    ['ten at 1.00 and ten at 2.00', 10, 100, 10, 200, 150],
    ['the other way round', 10, 200, 10, 100, 150],
    ['nothing on hand', 0, 100, 5, 200, 200],
    ['oversold', -5, 100, 5, 200, 200],
    ['no cost known', 10, null, 1, 200, 200],
    ['free goods', 1, 100, 1, 0, 50],
    ['half a unit goes away from zero', 1, 100, 1, 101, 101],
    ['half a unit, dearer first', 1, 101, 1, 100, 101],
    ['one third', 2, 100, 1, 200, 133],
  ])('%s', (_, had, cost, came, unitCost, wanted) => {
    const blend = { onHand: pieces(had), cost: cost === null ? null : money(cost) };
    expect(averageCost({ ...blend, received: pieces(came), unitCost: money(unitCost) })).toBe(wanted);
  });

  it('is the formula of the books, whatever the size', () => {
    fc.assert(
      fc.property(onHand, amount, received, amount, (had, cost, came, unitCost) => {
        const found = averageCost({ onHand: had, cost, received: came, unitCost });
        expect(BigInt(found)).toBe(exact(had, cost, came, unitCost));
      }),
      { numRuns: 1000 },
    );
  });

  it('stays between the smallest and the largest cost over any receipts', () => {
    const receipt = fc.record({ came: received, unitCost: amount });
    fc.assert(
      fc.property(fc.array(receipt, { minLength: 1, maxLength: 12 }), (receipts) => {
        const costs = receipts.map((one) => one.unitCost);
        const last = receiveAll(receipts);
        expect(last).toBeGreaterThanOrEqual(Math.min(...costs));
        expect(last).toBeLessThanOrEqual(Math.max(...costs));
      }),
    );
  });

  it('does not ask in which order receipts of one cost come', () => {
    const sizes = fc.array(received, { minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(sizes, amount, amount, received, (came, unitCost, cost, had) => {
        const receipts = came.map((one) => ({ came: one, unitCost }));
        const start = { onHand: had, cost };
        const forwards = receiveAll(receipts, start);
        const backwards = receiveAll([...receipts].reverse(), start);
        // Each receipt rounds once, by half a minor unit at most.
        expect(Math.abs(forwards - backwards)).toBeLessThanOrEqual(came.length);
        if (cost === unitCost) expect(forwards).toBe(cost);
      }),
    );
  });

  it('changes nothing when goods come in at what they cost', () => {
    fc.assert(
      fc.property(onHand, amount, received, (had, cost, came) => {
        expect(averageCost({ onHand: had, cost, received: came, unitCost: cost })).toBe(cost);
      }),
    );
  });

  it('refuses to receive nothing', () => {
    const nothing = { onHand: pieces(1), cost: money(1), received: quantity(0), unitCost: money(1) };
    expect(() => averageCost(nothing)).toThrow(RangeError);
  });
});

type Receipt = { readonly came: Quantity; readonly unitCost: Money };

function receiveAll(receipts: readonly Receipt[], start?: { onHand: Quantity; cost: Money }): Money {
  let had: number = start?.onHand ?? 0;
  let cost = start?.cost ?? null;
  for (const { came, unitCost } of receipts) {
    cost = averageCost({ onHand: quantity(had), cost, received: came, unitCost });
    had += came;
  }
  return cost ?? money(0);
}
