/** The part of the tour behind the till: catalogue, customers, staff, settings, log, search, and the customers' own screen. */
import type { Page } from 'playwright';
import { ask } from '../test/e2e/ask.ts';
import { expect } from '../test/e2e/host.ts';
import { owner, showScreen } from '../test/e2e/open-shop.ts';
import { settle } from '../test/e2e/screens/modes.ts';

type Picture = (page: Page, name: string) => Promise<void>;

/** Walks through the back office as its owner, and hands the window to a customer for a while. */
export async function seeBackOffice(page: Page, picture: Picture): Promise<void> {
  await catalogueAndPeople(page, picture);
  await settingsAndLog(page, picture);
  await findAnything(page, picture);
  await customersOwnScreen(page, picture);
}

async function catalogueAndPeople(page: Page, picture: Picture): Promise<void> {
  const { items } = await ask(page, 'catalog.search', {
    text: 'salt-glazed teapot',
    categoryId: null,
    cursor: null,
    limit: 1,
  });
  await showScreen(page, `/products/${items[0]?.id ?? 1}/edit`);
  await expect(page.getByRole('textbox', { name: 'Name' })).toBeVisible();
  await picture(page, '18-product');
  await showScreen(page, '/customers/5');
  await page.locator('canvas').first().waitFor();
  await picture(page, '19-customer');
  await showScreen(page, '/staff?part=rights');
  await page.getByRole('row').nth(2).waitFor();
  await picture(page, '20-rights');
}

async function settingsAndLog(page: Page, picture: Picture): Promise<void> {
  await showScreen(page, '/settings?part=receipts');
  await page.getByRole('article', { name: 'Receipt' }).waitFor();
  await picture(page, '21-papers');
  await showScreen(page, '/settings?part=taxes');
  await page.locator('main table').first().waitFor();
  await picture(page, '22-taxes');
  await showScreen(page, '/audit');
  await page.getByRole('row').nth(2).waitFor();
  await picture(page, '23-log');
}

async function findAnything(page: Page, picture: Picture): Promise<void> {
  await page.keyboard.press('Control+k');
  await expect(page.getByRole('dialog').getByRole('combobox')).toBeFocused();
  await page.keyboard.type('mug', { delay: 60 });
  await expect(page.getByRole('dialog').getByRole('option', { name: /mug/iu }).first()).toBeVisible();
  await picture(page, '24-search');
  await page.keyboard.press('Escape');
}

async function customersOwnScreen(page: Page, picture: Picture): Promise<void> {
  await showScreen(page, '/turn-over');
  await page.getByRole('button', { name: 'Turn over screen' }).click();
  await page.waitForURL(/\/kiosk\.html/u);
  await page.locator('body[data-app="ready"]').waitFor({ state: 'attached' });
  await settle(page);
  await picture(page, '25-kiosk');
  await page.getByRole('button', { name: 'Staff' }).click();
  await page.getByLabel('Name').fill('Olga Owner');
  await page.getByLabel('PIN or password').fill(owner.pin);
  await page.getByRole('button', { name: 'Take screen back' }).click();
  await page.waitForURL(/\/index\.html/u);
  await page.locator('#screen').waitFor();
}
