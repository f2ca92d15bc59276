import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bugs, rewrites } from './bugs.ts';
import { withBug } from './seeded-bugs.ts';
import { anyDay, trade } from './trading.ts';

/** A model that agrees with anything proves nothing: each of these must be found, within so many days of sixty steps. */
const within = 100;
const seed = 20261122;

describe('random days of trading', () => {
  it('agree with the model behind the wrapper that bugs are put into', async () => {
    const property = fc.asyncProperty(anyDay(60), (day) => trade(day, withBug('none')));
    await fc.assert(property, { numRuns: 5, seed });
  });

  it.each([...Object.keys(bugs), ...Object.keys(rewrites)])(
    'notice when %s',
    async (bug) => {
      const property = fc.asyncProperty(anyDay(60), (day) => trade(day, withBug(bug)));
      const found = await fc.check(property, { numRuns: within, endOnFailure: true, seed });
      expect(found.failed).toBe(true);
    },
    300_000,
  );
});
