import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { explained } from './expect-explained.ts';
import { type Looked, tradeOverDays } from './trade-over-days.ts';
import { anyDay } from './trading.ts';

/** More by `ORDERLLA_REPORT_RUNS`. */
const runs = Number(process.env.ORDERLLA_REPORT_RUNS ?? 2);
/** Days on which a report was once wrong. */
const keptSeeds: readonly number[] = [];

const looked: Looked = { corrected: 0, folded: 0 };

describe('random days of trading', () => {
  it('are told by every report as by SQL, from roll-ups as from rows', async () => {
    const property = fc.asyncProperty(anyDay(90), (one) => tradeOverDays(one, undefined, looked));
    await fc.assert(property, { numRuns: runs, endOnFailure: true });
    // A few days need not see everything; many do.
    if (runs < 12) return;
    expect(looked.folded).toBeGreaterThan(runs);
    expect(looked.corrected).toBeGreaterThan(runs / 4);
    expect(explained.size).toBeGreaterThan(70);
  }, 7_200_000);

  it.each(keptSeeds)(
    'are told so on the days of seed %i',
    async (seed) => {
      const property = fc.asyncProperty(anyDay(90), (one) => tradeOverDays(one));
      await fc.assert(property, { seed, numRuns: 1, endOnFailure: true });
    },
    600_000,
  );
});
