import type { Page } from 'playwright';
import { showScreen } from '../open-shop.ts';
import type { Place } from './shop-places.ts';

async function showReport(page: Page): Promise<void> {
  await page.reload();
  await showScreen(page, '/reports/tax?range=all-time');
  await page.getByRole('grid').waitFor();
}

/** The ways of a report out of the window. */
export const reportOutPlaces: readonly Place[] = [
  {
    name: 'report-out-menu',
    go: async (page) => {
      await showReport(page);
      await page.getByRole('button', { name: 'Save or print' }).click();
      await page.getByRole('menu').waitFor();
    },
  },
  {
    name: 'report-print',
    go: async (page) => {
      await showReport(page);
      await page.keyboard.press('Control+P');
      await page.getByRole('dialog').waitFor();
    },
  },
];
