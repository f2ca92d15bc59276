import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { money, sumMoney } from './money.ts';
import { settle, type Tender, tenderKinds } from './settle.ts';

const cash = (amount: number): Tender => ({ kind: 'cash', amount: money(amount) });
const card = (amount: number): Tender => ({ kind: 'card', amount: money(amount) });

describe('settle', () => {
  test.each<[string, number, Tender[], number, number, number, number]>([
    ['nothing yet', 1735, [], 0, 1735, 0, 0],
    ['exact cash', 1735, [cash(1735)], 1735, 0, 0, 0],
    ['a twenty', 1735, [cash(2000)], 1735, 0, 265, 0],
    ['split', 1735, [card(1000), cash(1000)], 1735, 0, 265, 0],
    ['part', 1735, [card(1000)], 1000, 735, 0, 0],
    ['card too much', 1735, [card(2000)], 2000, 0, 0, 265],
    ['card too much, with cash', 1735, [card(1800), cash(50)], 1800, 0, 50, 65],
    ['nothing to pay', 0, [], 0, 0, 0, 0],
    ['the shop owes', -400, [], 0, -400, 0, 0],
    ['the shop pays out', -400, [cash(-400)], -400, 0, 0, 0],
    ['cash where the shop owes', -400, [cash(100)], 0, -400, 100, 0],
  ])('%s', (_name, total, tenders, paid, open, change, excess) => {
    expect(settle(money(total), tenders)).toEqual({ paid, open, change, excess });
  });

  test('tenders less change are what is paid; change comes from cash alone', () => {
    const tenders = fc.array(
      fc.record({
        kind: fc.constantFrom(...tenderKinds),
        amount: fc.integer({ min: 0, max: 1e9 }).map(money),
      }),
      { maxLength: 6 },
    );
    fc.assert(
      fc.property(fc.integer({ min: -1e6, max: 1e9 }).map(money), tenders, (total, given) => {
        const { paid, open, change, excess } = settle(total, given);
        const all = sumMoney(given.map((tender) => tender.amount));
        expect(all - change).toBe(paid);
        expect(paid + open - excess).toBe(total);
        expect(change).toBeGreaterThanOrEqual(0);
        expect(change).toBeLessThanOrEqual(
          sumMoney(given.filter((tender) => tender.kind === 'cash').map((tender) => tender.amount)),
        );
        if (total >= 0) expect(open).toBeGreaterThanOrEqual(0);
        expect(open > 0 && (change > 0 || excess > 0)).toBe(false);
      }),
      { numRuns: 1000 },
    );
  });
});
