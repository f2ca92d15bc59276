import { sharedData } from '../support/shared-data.ts';
import { ask } from './ask.ts';
import { expect, test } from './host.ts';
import { openShop, showScreen } from './open-shop.ts';
import { historyPage } from './pages/history-page.ts';

/** Sixty receipts of two months whose days can be read in two ways, some of them returns, one row that is none. */
const rows = Array.from({ length: 60 }, (_, index) => {
  const day = `${String((index % 9) + 1).padStart(2, '0')}/0${1 + Math.trunc(index / 30)}/2024`;
  const isBack = index % 20 === 19;
  return `${index + 1},${day},${index % 2 === 0 ? 'Tea' : 'Mug'},${isBack ? -1 : 1},2.50,Cash,B${index % 5}`;
});
const sales = `receipt no,date,item,qty,unit price,payment,customer id\n${rows.join('\n')}\n61,never,Tea,1,2.50,Cash,B1\n`;
const buyers = `customer id,name\n${[0, 1, 2, 3, 4].map((no) => `B${no},Buyer ${no}`).join('\n')}\n`;

test('a history is dropped, its dates are told, it comes in and agrees with its file', async ({ page }) => {
  await openShop(page);
  await showScreen(page, '/import');
  await page.getByRole('button', { name: 'Bring in sales history' }).click();
  const load = historyPage(page);
  await load.drop([
    { name: 'customers.csv', content: buyers },
    { name: 'till.csv', content: sales },
  ]);
  await expect(load.see).toHaveAttribute('aria-disabled', 'true');
  await expect(page.getByText('5 of 5 have orders')).toBeVisible();
  await page.locator('label').filter({ hasText: '01/01/2024 is 1 January 2024.' }).first().click();
  await load.see.click();
  await expect(page.getByText(/^57 orders and 3 returns come in/u)).toBeVisible();
  await expect(load.figure('Sold')).toHaveText('€142.50');
  await expect(load.figure('Came back')).toHaveText('€7.50');
  await expect(page.getByText('“never” is no date in the form that the others have.')).toBeVisible();
  expect((await ask(page, 'historyImport.list', { cursor: null, limit: 5 })).items).toEqual([]);
  await page.keyboard.press('Control+Enter');
  await expect(page.getByRole('heading', { name: '57 orders came in' })).toBeVisible();
  await load.compare.click();
  await page.waitForURL(/#\/import\/history\/1$/u);
  const { agrees, unreadRows, months } = await ask(page, 'historyImport.reconcile', { importId: 1 });
  expect([agrees, unreadRows, months.map(({ month }) => month)]).toEqual([true, 1, [202401, 202402]]);
});

test('a history is left in the middle and found as it was', async ({ page }) => {
  await openShop(page);
  await showScreen(page, '/import/history/new');
  const load = historyPage(page);
  await load.drop([{ name: 'till.csv', content: sales }]);
  await page.locator('label').filter({ hasText: 'Month, day, year' }).click();
  await showScreen(page, '/orders');
  await showScreen(page, '/import/history/new');
  await expect(page.getByRole('radio', { name: /^Month, day, year/u })).toBeChecked();
  await load.see.click();
  await expect(load.bringIn).toBeVisible();
});

const onlineRetail = sharedData('online_retail/online_retail_2010-12_2011-01.csv.gz');
const realFile = 'two months of a real shop are chosen, come in and give the figures of their README';
test(onlineRetail ? realFile : `${realFile} (skipped: ../shared/data is absent)`, async ({ page }) => {
  test.info().skip(onlineRetail === null, '../shared/data/online_retail is absent');
  test.setTimeout(300_000);
  await openShop(page);
  await showScreen(page, '/import/history/new');
  const load = historyPage(page);
  await load.choose([onlineRetail ?? '']);
  await load.see.click({ timeout: 120_000 });
  await expect(page.getByText(/^2,915 orders and 586 returns come in/u)).toBeVisible();
  await expect(load.figure('Sales less returns')).toHaveText('€1,308,957.28');
  await load.bringIn.click();
  await load.compare.click({ timeout: 120_000 });
  await expect(page.getByRole('cell', { name: '1,515,110.70' }).first()).toBeVisible({ timeout: 60_000 });
});
