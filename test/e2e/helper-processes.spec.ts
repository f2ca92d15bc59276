import type { Page } from 'playwright';
import { counterSale, line } from '../support/builders.ts';
import { allOrders } from './all-orders.ts';
import { ask } from './ask.ts';
import { heldProcess, holdNext, killHeld } from './hold-process.ts';
import { expect, test } from './host.ts';
import { importCsv } from './import-csv.ts';
import { openShop, showScreen } from './open-shop.ts';
import { plainCatalogue } from './own-catalogue.ts';
import { checkout } from './pages/checkout.ts';
import { till } from './pages/till.ts';

async function sellTea(page: Page): Promise<void> {
  await showScreen(page, '/sell');
  const pay = checkout(page);
  await till(page).add('tea');
  await till(page).pay.click();
  await pay.tender('Cash').click();
  await pay.finish.click();
  await expect(pay.paid).toBeVisible();
  await pay.newSale.click();
}

const sentence = 'stopped before it was done. Nothing was changed, and selling goes on. Try again.';

test('the helper dies while a report runs: a sentence, selling goes on, and the next try works', async ({
  app,
  page,
}) => {
  await openShop(page);
  await importCsv(page, plainCatalogue);
  await sellTea(page);
  await holdNext(app, 'Orderlla reader');
  await showScreen(page, '/reports/sales?range=month');
  await expect.poll(() => heldProcess(app)).not.toBeNull();

  await ask(page, 'orders.place', counterSale([line(1, 1, 450)]));
  expect(await allOrders(page)).toHaveLength(2);
  await killHeld(app);

  const alert = page.getByRole('alert').filter({ hasText: 'could not be' });
  await expect(alert).toContainText(sentence);
  await alert.getByRole('button', { name: 'Try again' }).click();
  await expect(page.getByRole('region', { name: 'Figures' }).getByText('€9.00').first()).toBeVisible();
  await sellTea(page);
});

test('the keeper dies while a backup runs: a sentence, selling goes on, and the next try works', async ({
  app,
  page,
}) => {
  await openShop(page);
  await importCsv(page, plainCatalogue);
  await sellTea(page);
  await showScreen(page, '/backups');
  const backUp = page.getByRole('button', { name: 'Back up now' });
  const isIdle = async () => (await ask(page, 'backups.state', {})).running === null;
  await expect.poll(isIdle, { timeout: 60_000 }).toBe(true);
  await holdNext(app, 'Orderlla keeper');
  await backUp.click();
  await expect.poll(() => heldProcess(app)).not.toBeNull();
  await expect(page.getByRole('progressbar', { name: 'Making a backup' })).toBeVisible();

  await ask(page, 'orders.place', counterSale([line(1, 1, 450)]));
  expect(await allOrders(page)).toHaveLength(2);
  const before = (await ask(page, 'backups.list', {})).length;
  await killHeld(app);

  await expect(page.getByRole('region', { name: 'Notices' })).toContainText(sentence);
  await expect(page.getByRole('progressbar')).toHaveCount(0);
  // What it had begun is no backup, and nobody takes it for one.
  expect(await ask(page, 'backups.list', {})).toHaveLength(before);
  await backUp.click();
  await expect(page.getByText(/^Backup made and checked\./u).last()).toBeVisible({ timeout: 60_000 });
  const [newest] = await ask(page, 'backups.list', {});
  expect(newest).toMatchObject({ state: 'verified', facts: { orders: 2 } });
  await sellTea(page);
});
