import type { Page } from 'playwright';
import { expect } from 'playwright/test';
import { showScreen } from '../open-shop.ts';
import { historyPage } from '../pages/history-page.ts';
import type { Place } from './shop-places.ts';

/** Days that can be read in two ways, whole amounts, a status and ways of paying that nobody knows, a row that is none. */
const sales = `Belegnummer;Verkaufsdatum;Bezeichnung;Menge;Preis;Steuer;Zahlungsart;Bestellstatus
A-1;03/04/2024;Sehr langer Name eines Gegenstands aus Birnenholz;2;12;2;Bar;unklar
A-2;05/04/2024;Krug;-1;8;1;Gutschein;versandt
A-3;gestern;Krug;viele;8;1;Gutschein;versandt
`;
const fileName = 'verkauf.csv';

/** What of it stands on a screen as it stands in the file. */
export const historyWords = [fileName, ...sales.split(/[;\n]/u), 'ymd', 'dmy'];

async function begin(page: Page): Promise<void> {
  await page.reload();
  await showScreen(page, '/import/history/new');
  const load = historyPage(page);
  await load.drop([{ name: fileName, content: sales }]);
  await load.see.waitFor();
}

async function see(page: Page): Promise<void> {
  await begin(page);
  for (const words of ['Day, month, year', 'Are written in full']) {
    // What was said the first time is remembered.
    const asked = page.locator('label').filter({ hasText: words });
    if (await asked.isVisible()) await asked.click();
  }
  await historyPage(page).see.click();
  await historyPage(page).bringIn.waitFor();
}

/** Bringing in sales history, step by step. */
export const historyPlaces: readonly Place[] = [
  {
    name: 'history-choose',
    go: async (page) => {
      await showScreen(page, '/import/history/new');
      await page.locator('main [class*="zone"]').waitFor();
    },
  },
  {
    name: 'history-refused',
    go: async (page) => {
      await historyPage(page).drop([{ name: fileName, content: '' }]);
      await expect(page.getByRole('alert')).toBeVisible();
    },
  },
  { name: 'history-check', go: begin },
  {
    name: 'history-check-more',
    go: async (page) => {
      await begin(page);
      await page.getByRole('button', { name: 'Show', exact: true }).click();
      await page.locator('main').getByRole('checkbox').scrollIntoViewIfNeeded();
    },
  },
  { name: 'history-preview', go: see },
  {
    name: 'history-problems',
    go: async (page) => {
      await see(page);
      await page.getByRole('region', { name: 'Rows with problems' }).scrollIntoViewIfNeeded();
    },
  },
  {
    name: 'history-done',
    go: async (page) => {
      await see(page);
      await historyPage(page).bringIn.click();
      await historyPage(page).compare.waitFor();
    },
  },
];
