import { rmSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createOpenShop } from '../../../../test/support/create-test-app.ts';
import { seededBugs, skippedNumber, withBug } from '../../../../test/support/seeded-bugs.ts';
import { emptyShop, type ShopModel } from '../../../../test/support/selling-model.ts';
import { cashier, type RealShop, sellingSteps } from '../../../../test/support/selling-steps.ts';

/** Runs of up to thirty steps; more by `ORDERLLA_MODEL_RUNS`. */
const runs = Number(process.env.ORDERLLA_MODEL_RUNS ?? 60);

type Steps = Iterable<fc.AsyncCommand<ShopModel, RealShop, true>>;

async function trade(
  steps: Steps,
  pricesIncludeTax: boolean,
  wrapFile: RealShop['wrapFile'] = (file) => file,
): Promise<void> {
  const test = await createOpenShop({ pricesIncludeTax }, { keep: true, wrapFile });
  const real: RealShop = { test, wrapFile, sent: [], soldCarts: [] };
  try {
    const { staffId } = await test.ask('staff.add', { name: 'Carl', role: 'cashier', pin: '730184' });
    await test.ask('session.signIn', { staffId, pin: '730184' }, cashier);
    await fc.asyncModelRun(() => ({ model: emptyShop(pricesIncludeTax), real }), steps);
  } finally {
    await real.test.close();
    rmSync(real.test.folder, { recursive: true, force: true });
  }
}

describe('random days of selling', () => {
  it('agree with a model after every step', async () => {
    await fc.assert(
      fc.asyncProperty(sellingSteps, fc.boolean(), (steps, pricesIncludeTax) =>
        trade(steps, pricesIncludeTax),
      ),
      { numRuns: runs },
    );
  }, 300_000);

  it('agree with it behind the wrapper that bugs are put into', async () => {
    const property = fc.asyncProperty(sellingSteps, (steps) => trade(steps, true, withBug('none')));
    await fc.assert(property, { numRuns: 5 });
  }, 60_000);

  it.each([...Object.keys(seededBugs), skippedNumber])(
    'notice when %s',
    async (bug) => {
      const found = await fc.check(
        fc.asyncProperty(sellingSteps, fc.boolean(), (steps, pricesIncludeTax) =>
          trade(steps, pricesIncludeTax, withBug(bug)),
        ),
        { numRuns: 40, endOnFailure: true, seed: 20261122 },
      );
      expect(found.failed).toBe(true);
    },
    120_000,
  );
});
