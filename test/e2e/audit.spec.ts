import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import type { Page } from 'playwright';
import { allOrders } from './all-orders.ts';
import { expect, type Orderlla, test } from './host.ts';
import { importCsv } from './import-csv.ts';
import { openShop, owner, showScreen } from './open-shop.ts';
import { plainCatalogue } from './own-catalogue.ts';
import { checkout } from './pages/checkout.ts';
import { lockScreen } from './pages/lock-screen.ts';
import { till } from './pages/till.ts';
import { typeByHand } from './type.ts';

/** Sells one thing for cash, as a person does. */
async function sellOne(page: Page, words: string): Promise<void> {
  const sell = till(page);
  const pay = checkout(page);
  await sell.add(words);
  await sell.pay.click();
  await pay.tender('Cash').click();
  await pay.finish.click();
  await expect(pay.paid).toBeVisible();
  await pay.newSale.click();
}

/** What a person does who has the file and a plain SQLite tool. */
function editFile({ profile }: Orderlla, statement: string): void {
  const file = new DatabaseSync(join(profile, 'shop.db'));
  try {
    file.exec(statement);
  } finally {
    file.close();
  }
}

test('an order changed behind its back is named at the next start, until the owner says why', {
  tag: '@daily',
}, async ({ orderlla, page, launch }) => {
  await openShop(page);
  await importCsv(page, plainCatalogue);
  await sellOne(page, 'tea');
  await sellOne(page, 'bread');
  expect((await allOrders(page)).map(({ id }) => id)).toEqual([2, 1]);
  await showScreen(page, '/dashboard');
  await expect(page.getByRole('heading', { name: 'Dashboard' })).toBeVisible();
  await expect(page.getByText('Somebody changed the shop file')).toHaveCount(0);
  await orderlla.app.close();
  editFile(
    orderlla,
    'PRAGMA ignore_check_constraints = ON; UPDATE orders SET total = total - 100 WHERE id = 2',
  );

  const again = await launch({ profile: orderlla.profile });
  await lockScreen(again.page).enterPassword(owner.password);
  await again.page.locator('#screen').waitFor();
  const status = again.page.getByRole('contentinfo').getByRole('link', { name: /finding/u });
  await expect(status).toBeVisible();
  await showScreen(again.page, '/dashboard');
  await expect(again.page.getByText(/^A check of the shop file found something/u)).toBeVisible();
  await again.page.getByRole('link', { name: 'See the findings' }).click();

  const findings = again.page.getByRole('list', { name: 'Findings' });
  const finding = findings.getByRole('listitem').filter({ hasText: 'Order 2 says something else' });
  await expect(finding).toBeVisible();
  await finding.getByRole('link', { name: 'Order 2' }).click();
  await expect(again.page.getByRole('heading', { name: 'Order 2', level: 1 })).toBeVisible();
  await again.page.getByRole('link', { name: 'Log of this order' }).click();
  const log = again.page.getByRole('grid', { name: 'Log' });
  await expect(log.getByRole('row').filter({ hasText: 'Placed an order' })).toHaveCount(1);

  await showScreen(again.page, '/audit?part=checks');
  for (const open = findings.getByRole('button', { name: /^Acknowledge/u }); (await open.count()) > 0; ) {
    const left = await open.count();
    await open.first().click();
    const dialog = again.page.getByRole('dialog');
    await dialog.getByRole('button', { name: 'Acknowledge' }).click();
    await expect(dialog.getByText('Write what you found out')).toBeVisible();
    await dialog.getByRole('textbox').fill('The accountant tried it on a copy and put it back.');
    await dialog.getByRole('button', { name: 'Acknowledge' }).click();
    await expect(dialog).toBeHidden();
    await expect(open).toHaveCount(left - 1);
  }
  await expect(status).toHaveCount(0);
  await again.page.getByRole('radio', { name: 'All' }).click();
  await expect(
    findings.getByText('The accountant tried it on a copy and put it back.').first(),
  ).toBeVisible();
  await again.page.getByRole('button', { name: 'Verify now' }).click();
  await expect(again.page.getByText(/checked\. Nothing new was found\.$/u)).toBeVisible();
  await expect(again.page.getByText('Nothing new was found', { exact: true })).toBeVisible();
  await showScreen(again.page, '/dashboard');
  await expect(again.page.getByRole('heading', { name: 'Dashboard' })).toBeVisible();
  await expect(again.page.getByText('Somebody changed the shop file')).toHaveCount(0);
});

test('the owner finds by keys alone who tried what, and why it was refused', async ({ page }) => {
  await openShop(page);
  await importCsv(page, plainCatalogue);
  await sellOne(page, 'tea');
  await showScreen(page, '/settings');
  await page.getByRole('link', { name: 'Log' }).press('Enter');
  await expect(page.getByRole('searchbox', { name: 'Search the log' })).toBeVisible();
  await page.keyboard.press('F2');
  await typeByHand(page, 'order 1');
  const rows = page.getByRole('grid', { name: 'Log' }).getByRole('row');
  await expect(rows).toHaveCount(2);
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  const panel = page.getByRole('complementary');
  await expect(panel.getByRole('heading', { name: 'Placed an order' })).toBeVisible();
  await expect(panel.getByText('Entry 3', { exact: true })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(panel).toHaveCount(0);
});
