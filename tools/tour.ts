/**
 * `npm run tour`: plays the main job through in the built window, from an empty folder to the receipt, and leaves
 * a numbered picture of each step in `docs/tour`. README shows some of them. Needs no display.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import type { Page } from 'playwright';
import { expect, launchOrderlla } from '../test/e2e/host.ts';
import { showScreen } from '../test/e2e/open-shop.ts';
import { checkout } from '../test/e2e/pages/checkout.ts';
import { importPage } from '../test/e2e/pages/import-page.ts';
import { ordersPage } from '../test/e2e/pages/orders-page.ts';
import { returnsPage } from '../test/e2e/pages/returns-page.ts';
import { setupWizard } from '../test/e2e/pages/setup-wizard.ts';
import { till } from '../test/e2e/pages/till.ts';
import { firstMode, settle, takeMode } from '../test/e2e/screens/modes.ts';
import { palettePng } from './palette-png.ts';
import { seeBackOffice } from './tour-back-office.ts';
import { seeBackups, seeRecovery } from './tour-backups.ts';
import { seeReports } from './tour-reports.ts';

const root = join(import.meta.dirname, '..');
const folder = join(root, 'docs/tour');

/** A potter's list, as a shop may get one: some new things for the shelf. */
const pottersList = `Name,SKU,Price,Stock,Category
Salt-glazed teapot,POT-001,58.00,6,Kitchen & table
Storm-grey milk jug,POT-002,24.50,10,Kitchen & table
Speckled egg cup,POT-003,9.50,24,Kitchen & table
Lighthouse candle holder,POT-004,19.00,12,Linen & gifts
Rope-handled butter dish,POT-005,32.00,8,Kitchen & table
Tide-line serving bowl,POT-006,46.00,5,Kitchen & table
`;

/** Sees the page as it stands, once nothing on it moves any more. */
async function picture(page: Page, name: string): Promise<void> {
  // The mouse would leave the button that it pressed last in another colour.
  await page.mouse.move(640, 790);
  await settle(page);
  const path = join(folder, `${name}.png`);
  const taken = palettePng(await page.screenshot({ animations: 'disabled', caret: 'hide' }));
  writeFileSync(path, taken);
  console.log(`${relative(root, path)}  ${Math.ceil(taken.length / 1024)} KB`);
}

/** Notices go by themselves; the tour does not wait for them. */
async function dismissNotices(page: Page): Promise<void> {
  const notices = page.getByRole('region', { name: 'Notices' }).getByRole('button');
  while ((await notices.count()) > 0) await notices.last().click();
}

async function setUpShop(page: Page): Promise<void> {
  const wizard = setupWizard(page);
  await wizard.shopName.fill('Harbour & Hearth');
  await wizard.field('Address').fill('3 Lantern Quay\nOld Town');
  await wizard.field('Phone').fill('555-0100');
  await picture(page, '01-welcome');
  await wizard.next.click();
  await wizard.choose('Country', 'Irel');
  await expect(page.getByRole('combobox', { name: 'Currency' })).toHaveValue('EUR, Euro');
  await wizard.heading.click();
  await picture(page, '02-money-and-tax');
  await wizard.next.click();
  await wizard.ownerName.fill('Olga Owner');
  await wizard.password.fill('larch-otter-7-lantern');
  await wizard.touchPin('4829');
  await picture(page, '03-owner');
  await wizard.touchPin('13');
  await wizard.touchPin('482913');
  await wizard.openShop.click();
  await expect(wizard.heading).toHaveText('Keep this code on paper');
  await wizard.kept.click();
  await picture(page, '04-recovery-code');
  await wizard.next.click();
  await page.getByRole('button', { name: 'Start with a sample shop' }).click();
  await expect(page.getByRole('option').first()).toBeVisible({ timeout: 180_000 });
  await dismissNotices(page);
}

async function loadFile(page: Page): Promise<void> {
  const load = importPage(page);
  await showScreen(page, '/import');
  await load.drop('potter, autumn list.csv', pottersList);
  await load.seeChanges.click();
  await expect(load.tally('New products')).toHaveText('6');
  await picture(page, '05-import');
  await load.load.click();
  await load.sellNow.click();
}

async function fillCart(page: Page): Promise<void> {
  const sell = till(page);
  await expect(page.getByRole('option').first()).toBeVisible();
  await picture(page, '06-sell');
  for (const words of ['flat white', 'flat white', 'carrot cake', 'POT-001', 'sourdough']) {
    const before = await sell.total.textContent();
    await sell.add(words);
    await expect(sell.total).not.toHaveText(before ?? '');
    await expect(sell.search).toHaveValue('');
  }
  await page.keyboard.press('F6');
  await page.getByRole('dialog').getByRole('textbox', { name: 'Percent off' }).fill('10');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog')).toBeHidden();
  await picture(page, '07-cart');
}

async function takePayment(page: Page): Promise<void> {
  const pay = checkout(page);
  await till(page).pay.click();
  await pay.amount.fill('40');
  await pay.tender('Card').click();
  await pay.reference.fill('4821');
  await pay.reference.press('Enter');
  await expect(pay.dialog.getByText('4821')).toBeVisible();
  await picture(page, '08-pay');
  await pay.amount.fill('50');
  await pay.tender('Cash').click();
  await pay.finish.click();
  await expect(pay.receipt.getByRole('img')).toBeVisible();
  await picture(page, '09-receipt');
  await pay.openOrder.click();
  await expect(ordersPage(page).sum('Total')).toBeVisible();
  await picture(page, '10-order');
}

async function takeBack(page: Page): Promise<void> {
  const back = returnsPage(page);
  await showScreen(page, '/orders?status=open');
  await page.getByRole('row').nth(2).getByRole('checkbox').click();
  await page.getByRole('row').nth(3).getByRole('checkbox').click();
  await picture(page, '11-orders');
  await showScreen(page, '/sell');
  await page.keyboard.press('F10');
  await back.sale('Carrot cake slice').first().click();
  await back.quantity('Carrot cake slice').fill('1');
  await back.quantity('Carrot cake slice').press('Tab');
  await expect(back.toGiveBack).toBeVisible();
  await picture(page, '12-return');
  // What was chosen is not booked: leaving asks first.
  await page.evaluate(() => {
    window.location.hash = '#/refunds';
  });
  await page.getByRole('button', { name: 'Leave and drop it' }).click();
  await showScreen(page, '/refunds');
  await expect(page.getByRole('row').nth(1)).toBeVisible();
  await picture(page, '13-refunds');
  await showScreen(page, '/stock');
  await page.getByRole('row').nth(2).waitFor();
  await picture(page, '14-stock');
  await showScreen(page, '/timer');
  await page.getByRole('button', { name: 'Run timer now' }).click();
  await page.getByRole('row').nth(1).waitFor();
  await picture(page, '15-timer');
  await dismissNotices(page);
}

async function lookAround(page: Page): Promise<void> {
  await showScreen(page, '/dashboard');
  await page.locator('canvas').first().waitFor();
  await picture(page, '16-dashboard');
  await showScreen(page, '/products');
  await page.getByRole('row').nth(3).click();
  await picture(page, '17-products');
  await seeBackOffice(page, picture);
  await seeReports(page, picture);
  await seeBackups(page, picture);
  await takeMode(page, { ...firstMode, theme: 'dark' });
  await showScreen(page, '/sell');
  for (const words of ['cappuccino', 'croissant']) {
    await till(page).add(words);
    await expect(till(page).search).toHaveValue('');
  }
  await expect(till(page).lines).toHaveCount(2);
  await picture(page, '33-dark');
  await takeMode(page, firstMode);
  await page.keyboard.press('Control+l');
  await page.getByRole('button', { name: 'Olga Owner' }).waitFor();
  await picture(page, '34-lock');
  await seeRecovery(page, picture);
}

mkdirSync(folder, { recursive: true });
const { page, close, leftTheMachine, output } = await launchOrderlla();
try {
  await takeMode(page, firstMode);
  await setUpShop(page);
  await loadFile(page);
  await fillCart(page);
  await takePayment(page);
  await takeBack(page);
  await lookAround(page);
  expect(await leftTheMachine()).toEqual([]);
} catch (error) {
  console.error(output());
  throw error;
} finally {
  await close();
}
