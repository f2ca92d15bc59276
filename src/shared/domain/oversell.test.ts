import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { availableQuantity, effectivePolicy, isLow, oversellPolicies, stockVerdict } from './oversell.ts';
import { quantity } from './quantity.ts';

const stock = (onHand: number, reserved: number, tracked = true) => ({
  onHand: quantity(onHand),
  reserved: quantity(reserved),
  tracked,
});

describe('stockVerdict', () => {
  test.each([
    [5000, 2000, 3000, 'block', true, 'ok'],
    [5000, 2000, 3001, 'block', true, 'block'],
    [5000, 2000, 3001, 'warn', true, 'warn'],
    [5000, 2000, 3001, 'allow', true, 'ok'],
    [0, 0, 1000, 'block', false, 'ok'],
    [-3000, 0, -1000, 'block', true, 'ok'],
    [-3000, 0, 1, 'block', true, 'block'],
  ] as const)(
    '%d on hand, %d reserved, %d wanted, %s, tracked %s: %s',
    (onHand, reserved, wanted, policy, tracked, verdict) => {
      expect(stockVerdict({ ...stock(onHand, reserved, tracked), wanted: quantity(wanted), policy })).toBe(
        verdict,
      );
    },
  );

  test('what is ok never takes more than is available, unless allowed or uncounted', () => {
    const n = fc.integer({ min: -10_000, max: 10_000 });
    fc.assert(
      fc.property(
        n,
        n,
        n,
        fc.constantFrom(...oversellPolicies),
        fc.boolean(),
        (onHand, reserved, wanted, policy, tracked) => {
          const level = stock(onHand, reserved, tracked);
          const verdict = stockVerdict({ ...level, wanted: quantity(wanted), policy });
          if (verdict !== 'ok') expect(verdict).toBe(policy);
          const fits = wanted <= Math.max(0, availableQuantity(level));
          expect(verdict === 'ok').toBe(!tracked || policy === 'allow' || fits);
        },
      ),
    );
  });
});

test('low at the reorder level, below it and below nothing', () => {
  const reorderLevel = quantity(50_000);
  expect(isLow({ ...stock(60_000, 10_000), reorderLevel })).toBe(true);
  expect(isLow({ ...stock(60_001, 10_000), reorderLevel })).toBe(false);
  expect(isLow({ ...stock(-1000, 0), reorderLevel: quantity(0) })).toBe(true);
  expect(isLow({ ...stock(0, 0, false), reorderLevel })).toBe(false);
});

test('the nearest policy holds', () => {
  expect(effectivePolicy('block', 'allow', 'warn')).toBe('block');
  expect(effectivePolicy(null, 'allow', 'warn')).toBe('allow');
  expect(effectivePolicy(null, null, 'warn')).toBe('warn');
});
