import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright';
import { ask } from './ask.ts';
import { expect, type Orderlla, test } from './host.ts';
import { importCsv } from './import-csv.ts';
import { openShop, owner } from './open-shop.ts';
import { plainCatalogue } from './own-catalogue.ts';
import { lockScreen } from './pages/lock-screen.ts';
import { atKiosk, turnOver } from './pages/turn-over.ts';
import { damage, damageTables, way } from './trouble-shop.ts';

let profile: string;
test.beforeEach(() => {
  profile = mkdtempSync(join(tmpdir(), 'orderlla-break-'));
});
test.afterEach(() => rmSync(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 }));

const title = (page: Page) => page.getByRole('heading', { level: 1 });

/** A shop with a backup from before its till was turned over. */
async function openKiosk({ page }: Orderlla): Promise<void> {
  await openShop(page);
  await importCsv(page, plainCatalogue);
  await expect.poll(async () => (await ask(page, 'backups.state', {})).running).toBeNull();
  await ask(page, 'backups.make', {});
  await turnOver(page);
}

async function expectBreak(page: Page): Promise<void> {
  await expect(title(page)).toHaveText('This till is taking a break', { timeout: 60_000 });
  await expect(page.getByText('Please order at the counter.')).toBeVisible();
  await expect(page.getByRole('link')).toHaveText(['I work here']);
}

/** Goes where the pages for staff lead, which the page for customers does not. */
async function tryWays(page: Page): Promise<void> {
  for (const way of ['quit', 'retry', 'choose', 'backups', 'salvage', 'file', 'new', 'begin']) {
    await page.evaluate((action) => {
      window.location.href = `app://shop/trouble.html?do=${action}`;
    }, way);
    await page.waitForTimeout(150);
    await expectBreak(page);
  }
  for (const other of ['index.html#/orders', 'kiosk.html']) {
    await page
      .evaluate((address) => {
        window.location.href = `app://shop/${address}`;
      }, other)
      .catch(() => undefined);
    await expectBreak(page);
  }
}

async function bringBack(page: Page): Promise<void> {
  await way(page, 'Bring back this backup…').click();
  await way(page, 'Bring this shop back').click();
  await lockScreen(page).enterPassword(owner.password);
  expect((await ask(page, 'setup.state', {})).shop?.name).toBe('Harbour & Hearth');
}

test('a shop that breaks while customers use the till: they are sent to the counter', async ({ launch }) => {
  const started = await launch({ profile });
  const { page } = started;
  await openKiosk(started);
  damageTables(profile, ['products']);
  // Whatever is asked next meets it: the next customer.
  await page.reload().catch(() => undefined);
  await expectBreak(page);
  await tryWays(page);
  await page.keyboard.press('Control+w');
  await expectBreak(page);
  await way(page, 'I work here').click();
  await expect(title(page)).toHaveText('The shop file is damaged');
  // Whoever works here is believed for as long as it takes.
  await way(page, 'Try again').click();
  await expect(title(page)).toHaveText('The shop file is damaged');
  await bringBack(page);
});

test('a shop that is found broken at a till that was turned over when it was last open', async ({
  launch,
}) => {
  const first = await launch({ profile });
  await openKiosk(first);
  await first.close();
  const whole = damage(profile);
  const second = await launch({ profile });
  await expectBreak(second.page);
  await way(second.page, 'I work here').click();
  await expect(title(second.page)).toHaveText('The shop file is damaged');
  await second.close();
  // Who said it then need not be there now.
  const third = await launch({ profile });
  await expectBreak(third.page);
  whole();
  await way(third.page, 'I work here').click();
  await way(third.page, 'Try again').click();
  await atKiosk(third.page);
});
