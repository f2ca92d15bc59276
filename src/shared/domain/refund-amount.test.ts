import fc from 'fast-check';
import { expect, test } from 'vitest';
import { money } from './money.ts';
import { quantity } from './quantity.ts';
import { refundAmount } from './refund-amount.ts';

const three = quantity(3000);

test('a third of 10.00, three times', () => {
  const one = quantity(1000);
  expect(refundAmount(money(1000), three, quantity(0), money(0), one)).toBe(333);
  expect(refundAmount(money(1000), three, one, money(333), one)).toBe(334);
  expect(refundAmount(money(1000), three, quantity(2000), money(667), one)).toBe(333);
});

test('any sequence of refunds adds up to the line', () => {
  const steps = fc.array(fc.integer({ min: 1, max: 5000 }), { minLength: 1, maxLength: 20 });
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 1e10 }), steps, (total, quantities) => {
      const sold = quantity(quantities.reduce((sum, step) => sum + step, 0));
      let returned = 0;
      let refunded = 0;
      for (const step of quantities) {
        refunded += refundAmount(money(total), sold, quantity(returned), money(refunded), quantity(step));
        returned += step;
        expect(refunded).toBeLessThanOrEqual(total);
      }
      expect(refunded).toBe(total);
    }),
  );
});

test('what was refunded for goodwill is not refunded again', () => {
  expect(refundAmount(money(1000), three, quantity(0), money(900), quantity(1000))).toBe(0);
  expect(refundAmount(money(1000), three, quantity(0), money(900), three)).toBe(100);
});

test.each([
  [3000, 1],
  [0, 3001],
  [0, 0],
  [0, -1000],
  [-1, 1000],
])('refuses a return with %d returned and %d more', (returned, more) => {
  expect(() => refundAmount(money(1000), three, quantity(returned), money(0), quantity(more))).toThrow(
    RangeError,
  );
});
