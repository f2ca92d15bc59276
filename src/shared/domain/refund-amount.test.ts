import fc from 'fast-check';
import { expect, test } from 'vitest';
import { money } from './money.ts';
import { quantity } from './quantity.ts';
import { refundAmount } from './refund-amount.ts';

const three = quantity(3000);
const one = quantity(1000);

test('a third of 10.00, three times', () => {
  expect(refundAmount(money(1000), three, quantity(0), one)).toBe(333);
  expect(refundAmount(money(1000), three, one, one)).toBe(334);
  expect(refundAmount(money(1000), three, quantity(2000), one)).toBe(333);
});

const steps = fc.array(fc.integer({ min: 1, max: 5000 }), { minLength: 1, maxLength: 20 });
const total = fc.oneof(fc.integer({ min: 0, max: 1e10 }), fc.integer({ min: 0, max: 50 }));

test('the parts of any sequence add up to the line, and none is below zero', () => {
  fc.assert(
    fc.property(total, steps, (worth, quantities) => {
      const sold = quantity(quantities.reduce((sum, step) => sum + step, 0));
      let returned = 0;
      let refunded = 0;
      for (const step of quantities) {
        const part = refundAmount(money(worth), sold, quantity(returned), quantity(step));
        expect(part).toBeGreaterThanOrEqual(0);
        refunded += part;
        returned += step;
      }
      expect(refunded).toBe(worth);
    }),
  );
});

test('what comes back at once is worth what it is worth in pieces', () => {
  fc.assert(
    fc.property(total, steps, fc.nat(5000), (worth, quantities, kept) => {
      const all = quantities.reduce((sum, step) => sum + step, 0);
      const sold = quantity(all + kept);
      let returned = 0;
      let inPieces = 0;
      for (const step of quantities) {
        inPieces += refundAmount(money(worth), sold, quantity(returned), quantity(step));
        returned += step;
      }
      expect(refundAmount(money(worth), sold, quantity(0), quantity(all))).toBe(inPieces);
    }),
  );
});

test.each([
  [3000, 1],
  [0, 3001],
  [0, 0],
  [0, -1000],
  [-1, 1000],
])('refuses a return with %d returned and %d more', (returned, more) => {
  expect(() => refundAmount(money(1000), three, quantity(returned), quantity(more))).toThrow(RangeError);
});
