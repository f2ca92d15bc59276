import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { modelledCommands } from './oracles.ts';
import { tally } from './real-shop.ts';
import { anyDay, tradeAndExplain } from './trading.ts';

/** Days of sixty steps; more by `ORDERLLA_MODEL_RUNS`. */
const runs = Number(process.env.ORDERLLA_MODEL_RUNS ?? 10);

describe('random days of trading', () => {
  it('agree with a model after every step, and leave out nothing that a shop does', async () => {
    await fc.assert(fc.asyncProperty(anyDay(60), tradeAndExplain), { numRuns: runs, endOnFailure: true });
    const neverDone = modelledCommands.filter((name) => !tally.has(`${name} done`));
    if (runs < 100) return;
    expect(neverDone).toEqual([]);
    const kinds = [...tally.keys()].filter((what) => !what.endsWith(' done'));
    expect(kinds.length).toBeGreaterThan(100);
  }, 7_200_000);
});
