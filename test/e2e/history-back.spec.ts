import type { Page } from 'playwright';
import { ask } from './ask.ts';
import { expect, test } from './host.ts';
import { openShop, showScreen } from './open-shop.ts';

const months = ['2024-01', '2024-02', '2024-03'];
const rows = months.flatMap((month, index) =>
  Array.from({ length: 12 }, (_, day) => {
    const date = `${month}-${String(day + 1).padStart(2, '0')}`;
    return `${month}/${day},${date} 1${day % 10}:05,Tea,${day === 11 ? -1 : 2},2.50,0.${index + 1}15,Cash`;
  }),
);
/** Three months of twelve receipts, one of each a return, its tax finer than a cent. */
const sales = `receipt no,date,item,qty,unit price,tax,payment\n${rows.join('\n')}\n`;

async function bringIn(page: Page): Promise<number> {
  const uploadId = 'journey-history';
  const data = Buffer.from(sales).toString('base64');
  await ask(page, 'historyImport.upload', {
    uploadId,
    slot: 'sales',
    fileName: 'old till.csv',
    offset: 0,
    data,
  });
  await ask(page, 'historyImport.preview', { uploadId, choices: { pricesIncludeTax: true } });
  const { importId } = await ask(page, 'historyImport.run', { uploadId });
  return importId;
}

const quarter = '/reports/sales?from=2024-01-01&to=2024-03-31&compare=none';

const reported = async (page: Page): Promise<string> => {
  await showScreen(page, quarter);
  const figures = page.getByRole('region', { name: 'Figures' });
  await expect(figures).toContainText('Net sales');
  await page.locator('main [aria-busy="true"]').waitFor({ state: 'detached' });
  return (await figures.textContent()) ?? '';
};

test('history stands beside its file, and goes from every report when it is taken back', async ({ page }) => {
  await openShop(page);
  await bringIn(page);
  // 33 sales of two at 2.50, 3 returns of one.
  expect(await reported(page)).toContain('€165.00');

  await test.step('it is in the list, and compared month by month', async () => {
    await showScreen(page, '/import/history');
    const row = page.getByRole('row', { name: /^old till\.csv/u });
    await expect(row).toContainText('In the shop');
    await page.getByRole('grid').focus();
    await page.keyboard.press('Home');
    await page.keyboard.press('Enter');
    await page.waitForURL(/#\/import\/history\/1$/u);
    await expect(page.getByRole('heading', { name: 'The shop has what the file says' })).toBeVisible();
    const table = page.getByRole('region', { name: 'Months of the file and the shop' });
    await expect(table.getByRole('row')).toHaveCount(5);
    await expect(table.getByText('Differs')).toHaveCount(0);
    await expect(table.getByRole('row').last()).toContainText('165.00');
    await page.getByRole('radio', { name: 'Tax' }).click();
    await expect(page.getByText(/finer than €0\.01/u)).toBeVisible();
  });

  await test.step('it is taken back by keys, and is gone', async () => {
    await page.getByRole('button', { name: 'Take back import' }).press('Enter');
    const dialog = page.getByRole('alertdialog');
    await expect(dialog).toContainText('33 orders, with their payments and refunds');
    await expect(dialog.getByRole('button', { name: 'Keep import' })).toBeFocused();
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await expect(page.getByText(/^This import was taken back/u)).toBeVisible();
    await showScreen(page, quarter);
    await expect(page.getByRole('heading', { name: /^Nothing /u, level: 2 })).toBeVisible();
    expect((await ask(page, 'historyImport.list', { cursor: null, limit: 5 })).items[0]).toMatchObject({
      fileName: 'old till.csv',
      orders: 33,
    });
  });
});
