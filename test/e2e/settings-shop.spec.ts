import { existsSync, mkdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright';
import { allOrders } from './all-orders.ts';
import { ask } from './ask.ts';
import { expect, test } from './host.ts';
import { importCsv } from './import-csv.ts';
import { openShop, owner, showScreen } from './open-shop.ts';
import { plainCatalogue } from './own-catalogue.ts';
import { checkout } from './pages/checkout.ts';
import { lockScreen } from './pages/lock-screen.ts';
import { till } from './pages/till.ts';
import { readPdf } from './read-pdf.ts';

const sampleLogo = join(import.meta.dirname, '../../resources/icons/icon.png');

async function sellOne(page: Page, words: string): Promise<void> {
  await showScreen(page, '/sell');
  const sell = till(page);
  const pay = checkout(page);
  await sell.add(words);
  await sell.pay.click();
  await pay.tender('Cash').click();
  await pay.finish.click();
  await expect(pay.paid).toBeVisible();
  await pay.newSale.click();
}

async function save(page: Page, said: string): Promise<void> {
  await page.getByRole('button', { name: 'Save changes' }).click();
  await expect(page.getByText(said).last()).toBeVisible();
  await expect(page.getByRole('button', { name: 'Save changes' })).toBeHidden();
}

test('the shop says who it is, and its papers say it with it', async ({ orderlla, page }) => {
  await openShop(page);
  await importCsv(page, plainCatalogue);

  await test.step('name, tax number and logo', async () => {
    await showScreen(page, '/settings?part=shop');
    await page.getByRole('textbox', { name: /^Legal name/u }).fill('Harbour Trading Ltd');
    await page.getByRole('textbox', { name: /^VAT number/u }).fill('IE 1234567T');
    await save(page, 'The shop’s settings are saved.');
    await page.locator('input[type="file"]').setInputFiles(sampleLogo);
    await expect(page.getByText(/^The logo is saved/u)).toBeVisible();
    const onRail = page.getByRole('navigation', { name: 'Screens' }).locator('img[src^="app://img/"]');
    await expect(onRail).toBeVisible();
    expect(await onRail.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBeGreaterThan(0);
  });

  await test.step('a receipt, as it will be while it is written', async () => {
    await page.getByRole('link', { name: 'Receipts and papers' }).click();
    const paper = page.getByRole('article', { name: 'Receipt' });
    await page.getByRole('textbox', { name: /^At the end/u }).fill('Come back soon');
    await expect(paper).toContainText('Come back soon');
    await expect(paper).toContainText('VAT no. IE 1234567T');
    await page.getByRole('checkbox', { name: 'Who served' }).uncheck({ force: true });
    await expect(paper).not.toContainText('Served by');
    await save(page, 'The shop’s settings are saved.');
  });

  await test.step('numbers with a prefix that begin again each year', async () => {
    await page.getByRole('link', { name: 'Numbering' }).click();
    await page.getByRole('textbox', { name: /^Before the order’s number/u }).fill('R-');
    await page.getByRole('textbox', { name: /^Digits of the order’s number/u }).fill('5');
    await page.getByRole('textbox', { name: /^Before the invoice’s number/u }).fill('INV-YYYY-');
    await page.getByRole('textbox', { name: /^Digits of the invoice’s number/u }).fill('4');
    await page.getByRole('switch', { name: /^Begin at 1 again/u }).press('Space');
    const next = page.getByRole('definition').filter({ hasText: /^INV-/u }).first();
    await expect(next).toHaveText(/^INV-\d{4}-0001$/u);
    await save(page, 'The numbering is saved. It holds for papers from now on.');
  });

  await test.step('sold, invoiced and found by what is printed', async () => {
    await sellOne(page, 'tea');
    const [order] = await allOrders(page);
    const orderId = order?.id ?? 0;
    const pdf = join(orderlla.profile, 'invoice.pdf');
    await orderlla.app.evaluate(({ dialog }, filePath) => {
      dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath });
    }, pdf);
    const { number } = await ask(page, 'documents.save', { kind: 'invoice', orderId });
    expect(number).toMatch(/^INV-\d{4}-0001$/u);
    const read = readPdf(pdf);
    expect(read.pages).toBe(1);
    const said = [
      `Invoice ${number}`,
      'Harbour Trading Ltd',
      'VAT no. IE 1234567T',
      'R-00001',
      'Come back soon',
    ];
    if (read.text !== null) for (const words of said) expect(read.text).toContain(words);
    for (const typed of [number ?? '', 'r-00001']) {
      await showScreen(page, `/orders?text=${encodeURIComponent(typed)}`);
      await expect(
        page
          .getByRole('row')
          .filter({ hasText: String(orderId) })
          .first(),
      ).toBeVisible();
    }
  });

  await test.step('another time zone, once it has the same date', async () => {
    await showScreen(page, '/settings?part=shop');
    await page.getByRole('button', { name: 'Change the place' }).click();
    const dialog = page.getByRole('dialog', { name: 'Change the country and the time zone' });
    const zone = dialog.getByRole('combobox', { name: 'Time zone' });
    await zone.fill('Europe/London');
    await page.getByRole('option', { name: 'Europe/London' }).click();
    await dialog.getByRole('button', { name: 'Save the place' }).click();
    await expect(dialog).toBeHidden();
    expect((await ask(page, 'setup.state', {})).shop?.timeZone).toBe('Europe/London');
  });

  await test.step('found by its words', async () => {
    await page.getByRole('searchbox', { name: 'Find a setting' }).fill('digits inv');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('textbox', { name: /^Digits of the invoice’s number/u })).toBeFocused();
  });
});

test('the shop file moves to another folder with everything in it', async ({ orderlla, page }) => {
  const { app, profile } = orderlla;
  await openShop(page);
  await importCsv(page, plainCatalogue);
  await sellOne(page, 'tea');
  const folder = join(profile, 'Second disk');
  mkdirSync(folder);
  await app.evaluate(({ dialog }, chosen) => {
    dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [chosen] });
  }, folder);

  await showScreen(page, '/settings?part=computer');
  await page.getByRole('button', { name: 'Move to another folder…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Move the shop file' });
  await expect(dialog.getByText(join(folder, 'shop.db'))).toBeVisible();
  await dialog.getByRole('button', { name: 'Move the shop file' }).click();

  // The shop is closed, copied and opened there: everybody signs in again.
  await expect(lockScreen(page).password).toBeVisible({ timeout: 60_000 });
  await lockScreen(page).enterPassword(owner.password);
  await showScreen(page, '/settings?part=computer');
  await expect(page.getByText(join(folder, 'shop.db'), { exact: true })).toBeVisible();
  await expect(page.getByText(/^Moved here on/u)).toContainText('shop (moved).db');
  expect(statSync(join(folder, 'shop.db')).size).toBeGreaterThan(0);
  expect(existsSync(join(profile, 'shop.db'))).toBe(false);
  expect(existsSync(join(profile, 'shop (moved).db'))).toBe(true);
  await sellOne(page, 'bread');
  expect((await allOrders(page)).map(({ id }) => id)).toEqual([2, 1]);
  expect(readFileSync(join(profile, 'machine.json'), 'utf8')).toContain('Second disk');
});

test('a folder with a file of that name is refused, and the shop goes on', async ({ orderlla, page }) => {
  const { app, profile } = orderlla;
  await openShop(page);
  await app.evaluate(({ dialog }, chosen) => {
    dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [chosen] });
  }, profile);
  await showScreen(page, '/settings?part=computer');
  await page.getByRole('button', { name: 'Move to another folder…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Move the shop file' });
  await expect(dialog.getByText('The shop file is there already. Choose another folder.')).toBeVisible();
  await expect(dialog.getByRole('button', { name: 'Move the shop file' })).toHaveCount(0);
  await dialog.getByRole('button', { name: 'Leave it where it is' }).click();
  await expect(dialog).toBeHidden();
  await expect(page.getByText(join(profile, 'shop.db'), { exact: true })).toBeVisible();
});
