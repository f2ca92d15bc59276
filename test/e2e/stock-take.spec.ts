import { money } from '../../src/shared/domain/money.ts';
import { pieces } from '../../src/shared/domain/quantity.ts';
import { ask } from './ask.ts';
import { expect, test } from './host.ts';
import { importCsv } from './import-csv.ts';
import { openShop, showScreen } from './open-shop.ts';
import { plainCatalogue } from './own-catalogue.ts';

test('a stock-take: counted while selling goes on, looked at, and posted', { tag: '@daily' }, async ({
  page,
}) => {
  await openShop(page);
  await importCsv(page, plainCatalogue);
  await showScreen(page, '/stock/counts');
  const dialog = page.getByRole('dialog');
  const counted = (name: string) => page.getByRole('textbox', { name: `Counted of ${name}` });
  await test.step('begin one', async () => {
    await page.getByRole('button', { name: 'Start stock-take' }).click();
    await dialog.getByRole('textbox', { name: 'Name' }).fill('Autumn count');
    await dialog.getByRole('button', { name: 'Start stock-take' }).click();
    await expect(dialog).toBeHidden();
    await expect(page.getByRole('heading', { level: 1 })).toContainText('Autumn count');
  });
  await test.step('two teas are missing, the bread is as expected', async () => {
    await counted('Harbour tea').fill('100+18');
    await counted('Harbour tea').press('Enter');
    await expect.poll(async () => (await ask(page, 'stockCounts.get', { countId: 1 })).counted).toBe(1);
    await counted('Walnut bread').fill('80');
    await counted('Walnut bread').press('Enter');
    await expect.poll(async () => (await ask(page, 'stockCounts.get', { countId: 1 })).counted).toBe(2);
  });
  await test.step('somebody sells one tea meanwhile', async () => {
    await ask(page, 'orders.place', {
      cartId: 'journey-1',
      kind: 'counter',
      lines: [
        {
          ...{ productId: 1, name: 'Harbour tea', quantity: pieces(1), unitPrice: money(450) },
          ...{ priceOverridden: false, discount: null, note: '', taxClassId: null },
        },
      ],
      ...{ orderDiscount: null, customerId: null, delivery: null, note: '', oversellAccepted: [] },
      tenders: [{ tenderId: 1, amount: money(450), reference: '' }],
      expectedTotal: money(450),
    });
  });
  await test.step('posted: the difference that was found, not the figure that was counted', async () => {
    await page.getByRole('button', { name: 'Post stock-take' }).click();
    await expect(dialog.getByText('The stock of 1 product changes to what was counted.')).toBeVisible();
    await expect(dialog.getByText('1 product is not counted and stays as it is.')).toBeVisible();
    await dialog.getByRole('button', { name: 'Post 1 difference' }).click();
    await expect(dialog).toBeHidden();
    await expect(page.getByText(/^This stock-take was posted/u)).toBeVisible();
    expect((await ask(page, 'stock.get', { productId: 1 })).onHand).toBe(117_000);
    expect((await ask(page, 'stock.get', { productId: 2 })).onHand).toBe(80_000);
  });
  await test.step('the ledger tells it', async () => {
    await showScreen(page, '/stock/products/1');
    await expect(page.getByRole('row').filter({ hasText: 'Stock-take 1' })).toContainText('117');
  });
});
