/** The part of the tour that is about figures: reports, what is behind a figure, and sales history from elsewhere. */
import type { Page } from 'playwright';
import { expect } from '../test/e2e/host.ts';
import { showScreen } from '../test/e2e/open-shop.ts';
import { historyPage } from '../test/e2e/pages/history-page.ts';

type Picture = (page: Page, name: string) => Promise<void>;

/** Two years of an older till, a receipt with two lines on every third day. */
function olderTill(): string {
  const goods = ['Flat white,3.20', 'Sourdough loaf,4.80', 'Carrot cake slice,4.20', 'Earl Grey,2.90'];
  const rows = Array.from({ length: 240 }, (_, index) => {
    const day = new Date(Date.UTC(2023, 0, 2 + index * 3)).toISOString().slice(0, 10);
    return [0, 1].map((line) => {
      const quantity = index % 24 === 23 ? -1 : 1 + ((index + line) % 4);
      const [name, price] = (goods[(index + line) % goods.length] ?? '').split(',');
      return `${1000 + index},${day} ${10 + (index % 8)}:15,${name},${quantity},${price},${index % 3 === 0 ? 'Card' : 'Cash'}`;
    });
  });
  return `receipt no,date,item,qty,unit price,payment\n${rows.flat().join('\n')}\n`;
}

/** Opens reports as their owner does, asks what is behind a figure, and brings in what an older till knew. */
export async function seeReports(page: Page, picture: Picture): Promise<void> {
  await showScreen(page, '/reports');
  await picture(page, '26-reports');
  await showReport(page, '/reports/sales?range=last-30-days&compare=previous');
  await picture(page, '27-sales');
  await page
    .getByRole('button', { name: /^Explain/u })
    .first()
    .click();
  await expect(page.getByRole('complementary').getByRole('row').nth(3)).toBeVisible();
  await picture(page, '28-explained');
  await page.keyboard.press('Escape');
  await showReport(page, '/reports/hours?range=last-30-days');
  await picture(page, '29-hours');
  await showReport(page, '/reports/products?range=last-12-months');
  await picture(page, '30-products');
  await bringInHistory(page, picture);
}

async function showReport(page: Page, route: string): Promise<void> {
  await showScreen(page, route);
  await expect(page.getByRole('region', { name: 'Figures' })).toBeVisible();
  await page.locator('main [aria-busy="true"]').waitFor({ state: 'detached' });
}

async function bringInHistory(page: Page, picture: Picture): Promise<void> {
  const load = historyPage(page);
  await showScreen(page, '/import/history/new');
  await load.drop([{ name: 'older till.csv', content: olderTill() }]);
  await load.see.click();
  await expect(load.bringIn).toBeVisible();
  await picture(page, '31-history');
  await load.bringIn.click();
  await load.compare.click();
  await expect(page.getByRole('region', { name: 'Months of the file and the shop' })).toBeVisible();
  await picture(page, '32-compared');
}
