import type { Page } from 'playwright';
import { ask } from '../ask.ts';
import { showScreen } from '../open-shop.ts';
import type { Place } from './shop-places.ts';

/** Two months of an old till, a row that is none, tax finer than a cent. */
const sales = `receipt no,date,item,qty,unit price,tax,payment
1,2024-01-13,Espresso,2,2.50,0.115,Cash
2,2024-01-14,Espresso,1,2.50,0.0575,Cash
3,2024-02-14,Espresso,-1,2.50,0.0575,Cash
4,never,Espresso,1,2.50,0.0575,Cash
`;
const fileName = 'sales of the old till.csv';

/** What of it stands on a screen as it stands in the file. */
export const oldTillWords = [fileName];

async function bringIn(page: Page): Promise<void> {
  const { items } = await ask(page, 'historyImport.list', { cursor: null, limit: 1 });
  if (items.length > 0) return;
  const uploadId = 'past-places';
  const data = Buffer.from(sales).toString('base64');
  await ask(page, 'historyImport.upload', { uploadId, slot: 'sales', fileName, offset: 0, data });
  await ask(page, 'historyImport.preview', { uploadId, choices: { pricesIncludeTax: true } });
  await ask(page, 'historyImport.run', { uploadId });
}

function past(name: string, address: string, there: string, more?: (page: Page) => Promise<void>): Place {
  return {
    name: `past-${name}`,
    go: async (page) => {
      if (name !== 'none') await bringIn(page);
      await showScreen(page, address);
      await page.locator(`main ${there}`).first().waitFor();
      await more?.(page);
    },
  };
}

/** Imports of history: none yet, their list, one beside its file, what taking it back means, one that is not. */
export const pastPlaces: readonly Place[] = [
  past('none', '/import/history', 'h2'),
  past('list', '/import/history', '[role="row"] [class*="pill"]'),
  past('compared', '/import/history/1', 'table'),
  past('undo', '/import/history/1', 'table', async (page) => {
    await page.locator('main header').first().locator('button').last().click();
    await page.getByRole('alertdialog').waitFor();
  }),
  past('missing', '/import/history/99', 'h2'),
];
