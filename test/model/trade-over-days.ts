import { expect } from 'vitest';
import { addDays, businessDateOf, calendarDate } from '../../src/shared/domain/calendar.ts';
import { firstNow } from '../support/create-test-app.ts';
import { expectDashboard } from './expect-dashboard.ts';
import { expectExplained } from './expect-explained.ts';
import { allTime, closeEveryDay, expectProof, expectReports, expectWorth } from './expect-reports.ts';
import { emptyShop } from './model-shop.ts';
import { closeRealShop, openRealShop, type RealShop } from './real-shop.ts';
import type { Day } from './trading.ts';

const day = 86_400_000;
/** Steps between two nights, and how many days a night takes: within a month, over its end, over a year's. */
const stepsADay = 9;
const nights = [1, 1, 12, 1, 27, 2, 40, 1, 1, 3];

/** How much of what matters came up: orders of closed days that changed, nights after which something was folded. */
export type Looked = { corrected: number; folded: number };

/** Trades over many closed days; each night every report is held against SQL and every roll-up against the rows. */
export async function tradeOverDays(
  { pricesIncludeTax, steps }: Day,
  wrapFile: RealShop['wrapFile'] = (file) => file,
  looked: Looked = { corrected: 0, folded: 0 },
): Promise<void> {
  const real = await openRealShop(pricesIncludeTax, wrapFile);
  try {
    const shop = emptyShop(pricesIncludeTax, firstNow);
    for (const [index, step] of steps.entries()) {
      await step.run(shop, real);
      if (index % stepsADay !== stepsADay - 1) continue;
      await expectProof(real.test);
      shop.now += (nights[Math.floor(index / stepsADay) % nights.length] ?? 1) * day;
      real.test.now = shop.now;
      await lookAt(real, index);
      const { closedThrough } = await real.test.ask('reports.state', {});
      if (closedThrough !== null) looked.folded += 1;
    }
    expect(await real.test.ask('reports.rebuild', {})).toMatchObject({ changed: 0 });
    await expectProof(real.test);
    await expectExplained(real.test, { from: calendarDate(20261115), to: allTime.to });
    looked.corrected += editsOfClosedDays(real);
  } finally {
    await closeRealShop(real);
  }
}

async function lookAt({ test }: RealShop, index: number): Promise<void> {
  const today = businessDateOf(test.now, 'Africa/Abidjan', 0);
  // Before the night's fold, after it, and over a part of what is folded.
  await expectReports(test, allTime);
  await expectDashboard(test);
  await closeEveryDay(test);
  await expectProof(test);
  await expectReports(test, allTime);
  await expectDashboard(test);
  await expectReports(test, {
    from: calendarDate(20261110 + (index % 15)),
    to: addDays(today, -(index % 4)),
  });
  await expectWorth(test);
}

/** Orders that changed on another day than they were placed on. */
function editsOfClosedDays({ test }: RealShop): number {
  const row = test.file.read
    .statement(`SELECT count(*) AS count FROM orders o WHERE EXISTS (SELECT 1 FROM orderEvents e WHERE e.orderId = o.id
      AND (e.kind = 'edited' OR e.details ->> 'to' = 'cancelled') AND e.at / 86400000 > o.placedAt / 86400000)`)
    .get() as { count: number };
  return row.count;
}
