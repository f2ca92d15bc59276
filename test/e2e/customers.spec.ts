import type { Page } from 'playwright';
import { money } from '../../src/shared/domain/money.ts';
import { pieces } from '../../src/shared/domain/quantity.ts';
import { ask } from './ask.ts';
import { expect, test } from './host.ts';
import { importCsv } from './import-csv.ts';
import { openShop, owner, showScreen } from './open-shop.ts';
import { plainCatalogue } from './own-catalogue.ts';
import { typeByHand } from './type.ts';

async function sellTea(page: Page, customerId: number, count: number): Promise<void> {
  const total = money(450 * count);
  await ask(page, 'orders.place', {
    cartId: `customers-${customerId}-${count}`,
    kind: 'counter',
    lines: [
      {
        ...{ productId: 1, name: 'Harbour tea', quantity: pieces(count), unitPrice: money(450) },
        ...{ priceOverridden: false, discount: null, note: '', taxClassId: null },
      },
    ],
    ...{ orderDiscount: null, customerId, delivery: null, note: '', oversellAccepted: [] },
    tenders: [{ tenderId: 1, amount: total, reference: '' }],
    expectedTotal: total,
  });
}

test('a customer: written down twice, merged, given a log-in, and erased', { tag: '@daily' }, async ({
  page,
}) => {
  await openShop(page);
  await importCsv(page, plainCatalogue);
  const blank = { email: '', address: '', note: '' };
  await ask(page, 'customers.create', { ...blank, name: 'Aisling Byrne', phone: '086 555 0119' });
  await sellTea(page, 1, 2);
  await showScreen(page, '/customers');
  const dialog = page.getByRole('dialog');
  await test.step('whoever types the same number is told', async () => {
    await page.getByRole('button', { name: 'New customer' }).click();
    await dialog.getByRole('textbox', { name: 'Name' }).fill('A. Byrne');
    await dialog.getByRole('textbox', { name: 'Phone' }).fill('+353 86 5550119');
    await expect(dialog.getByText('This telephone number is already Aisling Byrne’s.')).toBeVisible();
    await dialog.getByRole('button', { name: 'Add customer' }).click();
    await expect(dialog).toBeHidden();
  });
  await sellTea(page, 2, 1);
  await test.step('the directory puts the best customer first, by keyboard', async () => {
    await page.getByRole('columnheader', { name: 'Spent' }).getByRole('button').click();
    await expect(page.getByRole('row').nth(1)).toContainText('Aisling Byrne');
    // Put in order anew: only then it listens.
    await expect(page.getByRole('grid')).toHaveAttribute('aria-busy', 'false');
    await page.keyboard.press('F2');
    await typeByHand(page, 'byrne');
    await expect(page.getByText('2 customers')).toBeVisible();
    await page.keyboard.press('Enter');
    await expect(page.getByRole('complementary')).toContainText('€9.00');
  });
  await test.step('the two are compared and merged', async () => {
    await page.getByRole('button', { name: 'Find duplicates' }).click();
    await page.getByRole('button', { name: 'Compare and merge' }).click();
    await expect(page.getByText('1 order moves to number 1.')).toBeVisible();
    await page.getByRole('button', { name: 'Merge customers' }).click();
    await expect(page.getByRole('heading', { level: 1, name: 'Aisling Byrne' })).toBeVisible();
    await expect(page.getByText('€13.50').first()).toBeVisible();
  });
  await test.step('a month of the chart leads to its orders', async () => {
    await page.getByRole('button', { name: 'Show as table' }).click();
    await page
      .getByRole('button', { name: /^Orders of/u })
      .first()
      .click();
    await expect(page.getByRole('list', { name: 'Orders' }).getByRole('button')).toHaveCount(2);
  });
  await test.step('staff give a log-in', async () => {
    await page.getByRole('button', { name: 'Give a log-in' }).click();
    await dialog.getByRole('textbox', { name: 'User name' }).fill('aisling');
    await dialog.getByLabel('Password', { exact: true }).fill('quiet-heron-4-basket');
    await dialog.getByRole('button', { name: 'Save log-in' }).click();
    await expect(dialog).toBeHidden();
    expect(await ask(page, 'customers.detail', { customerId: 1 })).toMatchObject({ username: 'aisling' });
  });
  await test.step('the person is erased, with the password again; the orders stay', async () => {
    // The password was given when the shop was opened; after a while it is asked for again.
    await page.getByRole('button', { name: 'More for customers' }).click();
    await page.getByRole('menuitem', { name: 'Erase this person' }).click();
    const question = page.getByRole('alertdialog');
    await expect(question.getByText('2 orders stay in the books, without a name.')).toBeVisible();
    await question.getByRole('button', { name: 'Erase this person' }).click();
    const password = page.getByLabel('Password', { exact: true });
    const erased = page.getByText('Customer 1 was erased');
    await expect(password.or(erased).first()).toBeVisible();
    if (await password.isVisible()) {
      await password.fill(owner.password);
      await page.keyboard.press('Enter');
    }
    await expect(erased).toBeVisible();
    expect(await ask(page, 'orders.get', { orderId: 1 })).toMatchObject({ customerName: null, total: 900 });
  });
});
