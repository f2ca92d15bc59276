import fc from 'fast-check';
import { expect, it } from 'vitest';
import { heatStepCount, heatSteps, walkGrid } from './heat-steps.ts';

it('paints nothing for nothing, and the deepest for the most', () => {
  const { stepOf, top } = heatSteps([null, 0, 10, 70]);
  expect([null, 0, -5, 1, 10, 11, 70].map(stepOf)).toEqual([0, 0, 0, 1, 1, 2, 7]);
  expect(top).toBe(70);
});

it('does not let one rush paint the rest of the week pale', () => {
  const usual = Array.from({ length: 60 }, (_, index) => 100 + index);
  const { stepOf, isCapped, top } = heatSteps([...usual, 100_000]);
  expect([isCapped, stepOf(100_000), stepOf(top)]).toEqual([true, heatStepCount, heatStepCount]);
  expect(stepOf(100)).toBeGreaterThan(3);
});

it('never paints more for less', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: -1000, max: 1_000_000 }), { maxLength: 168 }), (values) => {
      const { stepOf } = heatSteps(values);
      const steps = values.toSorted((a, b) => a - b).map(stepOf);
      expect(steps).toEqual(steps.toSorted((a, b) => a - b));
      expect(steps.every((step) => step >= 0 && step <= heatStepCount)).toBe(true);
    }),
  );
});

it('walks its fields and stays among them', () => {
  const walk = (keys: string, direction: 'ltr' | 'rtl' = 'ltr') =>
    keys
      .split(' ')
      .reduce(
        (place, key) =>
          walkGrid(key.replace('^', ''), place, [7, 12], direction, key.startsWith('^')) ?? place,
        [3, 5] as readonly [number, number],
      );
  expect(walk('ArrowRight ArrowDown')).toEqual([4, 6]);
  expect(walk('ArrowRight', 'rtl')).toEqual([3, 4]);
  expect(walk('Home ArrowLeft')).toEqual([3, 0]);
  expect(walk('End ArrowRight ArrowUp')).toEqual([2, 11]);
  expect(walk('^End')).toEqual([6, 11]);
  expect(walk('^Home ArrowUp')).toEqual([0, 0]);
});
