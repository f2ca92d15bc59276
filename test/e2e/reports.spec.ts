import type { Page } from 'playwright';
import { ask } from './ask.ts';
import { expect, test } from './host.ts';
import { openShop } from './open-shop.ts';
import { typeByHand } from './type.ts';

const address = (page: Page) => decodeURIComponent(new URL(page.url()).hash);
const figures = (page: Page) => page.getByRole('region', { name: 'Figures' });
const table = (page: Page) => page.getByRole('grid', { name: /^Table of/u });
const panel = (page: Page) => page.getByRole('complementary');
const rowsBehind = (page: Page) => panel(page).getByRole('grid');

/** The range in words: "Nov 2026 against Oct 2026". */
const range = (page: Page) => page.getByRole('status').filter({ hasText: / against /u });

test('from a report down to an order, and back', { tag: '@daily' }, async ({ page }) => {
  await openShop(page);
  await ask(page, 'setup.loadSample', {});

  await test.step('a report is a key and a press away', async () => {
    await page.keyboard.press('Control+7');
    await expect(page.getByRole('heading', { name: 'Reports', level: 1 })).toBeVisible();
    await page.getByRole('link', { name: /^Sales What was sold/u }).click();
    await expect(figures(page)).toContainText('Net sales');
    await expect(range(page)).toBeVisible();
  });

  await test.step('its days are a name, the period before, and stay through a new start', async () => {
    await page.keyboard.press('Alt+3');
    await page.waitForURL(/range=this-month/u);
    await page.keyboard.press('[');
    await page.waitForURL(/range=last-month/u);
    await page.getByRole('button', { name: /Range$/u }).click();
    await page.getByRole('option', { name: 'Last 12 months' }).click();
    await page.waitForURL(/range=last-12-months/u);
    await page.getByRole('button', { name: /By$/u }).click();
    await page.getByRole('option', { name: 'By quarter' }).click();
    await expect(table(page).getByRole('columnheader', { name: 'Quarter' })).toBeVisible();
    await page.reload();
    await expect(table(page).getByRole('columnheader', { name: 'Quarter' })).toBeVisible();
    expect(address(page)).toBe('#/reports/sales?range=last-12-months&by=quarter');
  });

  await test.step('it is compared, or not', async () => {
    await expect(figures(page)).toContainText(/Net sales.*(?:up|down|nothing|same)/u);
    await page.keyboard.press('Alt+c');
    await page.waitForURL(/compare=none/u);
    await expect(figures(page)).not.toContainText(/\bup\b|\bdown\b/u);
    await page.keyboard.press('Alt+c');
    await page.waitForURL(/range=last-12-months&by=quarter$/u);
  });

  await test.step('its table sorts, and adds up to the figure above it', async () => {
    await table(page).getByRole('button', { name: 'Net sales' }).click();
    await page.waitForURL(/sort=-netSales/u);
    const total = await table(page).getByRole('row').last().getByRole('gridcell').nth(2).textContent();
    await expect(figures(page)).toContainText(`€${total}`);
  });

  await test.step('a bar, by keys, opens what it is made of; there an order; Back comes back', async () => {
    const chart = page.getByRole('application').first();
    await chart.focus();
    await page.keyboard.press('End');
    await page.keyboard.press('Enter');
    await page.waitForURL(/explain=netSales/u);
    await expect(panel(page)).toContainText(/^Net sales/u);
    await expect(panel(page)).toContainText('Adds up');
    await expect(rowsBehind(page)).toBeFocused();
    await page.keyboard.press('Enter');
    await page.waitForURL(/#\/(?:orders|refunds|returns)/u);
    await page.goBack();
    await page.waitForURL(/#\/reports\/sales\?.*explain=netSales/u);
    await expect(panel(page)).toContainText('Adds up');
    await page.keyboard.press('Escape');
    await expect(panel(page)).toHaveCount(0);
  });

  await test.step('a bar, by pointer, opens the same', async () => {
    const box = await page.getByRole('application').first().locator('canvas').boundingBox();
    if (box === null) throw new Error('There is no chart');
    await page.mouse.click(box.x + box.width / 2, box.y + box.height * 0.8);
    await page.waitForURL(/explain=netSales/u);
    await expect(panel(page)).toContainText('Adds up');
    await page.keyboard.press('Escape');
  });

  await test.step('a row of the table leads to what it is made of, and to its page', async () => {
    await page.keyboard.press('Control+7');
    await page.getByRole('link', { name: 'Top 10 products, all time' }).click();
    await expect(table(page).getByRole('row')).toHaveCount(13);
    await page.keyboard.press('F2');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.waitForURL(/explain=units/u);
    await expect(panel(page)).toContainText('Adds up');
    await page.keyboard.press('Escape');
    await page.keyboard.press('F2');
    await page.keyboard.press('Alt+Enter');
    await page.waitForURL(/#\/products\?product=\d+/u);
    await page.goBack();
    await page.waitForURL(/#\/reports\/products/u);
  });

  await test.step('the palette knows each report by its name', async () => {
    await page.keyboard.press('Control+k');
    await expect(page.getByRole('dialog').getByRole('combobox')).toBeFocused();
    await typeByHand(page, 'dead stock');
    await expect(page.getByRole('option', { name: /^Dead stock/u })).toBeVisible();
    await page.keyboard.press('Enter');
    await page.waitForURL(/#\/reports\/dead-stock/u);
  });
});
