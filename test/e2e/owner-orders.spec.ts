import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ElectronApplication, Locator, Page } from 'playwright';
import { money } from '../../src/shared/domain/money.ts';
import { pieces } from '../../src/shared/domain/quantity.ts';
import { ask } from './ask.ts';
import { expect, test } from './host.ts';
import { importCsv } from './import-csv.ts';
import { openShop, owner, showScreen } from './open-shop.ts';
import { plainCatalogue } from './own-catalogue.ts';
import { checkout } from './pages/checkout.ts';
import { ordersPage } from './pages/orders-page.ts';
import { typeByHand } from './type.ts';

test.beforeEach(async ({ page }) => {
  await openShop(page);
  await importCsv(page, plainCatalogue);
});

/** A sale of tea (1) or bread (2), at the counter unless somebody gets it sent. */
async function sell(
  page: Page,
  productId: number,
  count: number,
  sendTo: string | null = null,
): Promise<number> {
  const unitPrice = money(productId === 1 ? 450 : 320);
  const total = money(unitPrice * count);
  const { today } = await ask(page, 'setup.state', {});
  const { orderId } = await ask(page, 'orders.place', {
    cartId: `sale-${productId}-${count}-${sendTo === null ? 'counter' : 'sent'}`,
    kind: sendTo === null ? 'counter' : 'delivery',
    lines: [
      {
        ...{ productId, name: 'as seen', quantity: pieces(count), unitPrice, priceOverridden: false },
        ...{ discount: null, note: '', taxClassId: null },
      },
    ],
    ...{ orderDiscount: null, customerId: null, note: '', oversellAccepted: [], expectedTotal: total },
    delivery: sendTo === null ? null : { name: sendTo, phone: '', address: '3 Mill Lane', date: today },
    tenders: sendTo === null ? [{ tenderId: 1, amount: total, reference: '' }] : [],
  });
  return orderId;
}

const grid = (page: Page): Locator => page.getByRole('grid', { name: 'Orders' });
const view = (page: Page, name: string): Locator =>
  page.getByRole('button', { name: `View: ${name}`, exact: true });

/** Where the person would say: the dialog belongs to the system, which no test can press. */
async function answerSaveDialog(app: ElectronApplication, path: string): Promise<void> {
  await app.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath });
  }, path);
}

test('an owner finds orders, keeps the view, and takes it along as a file', async ({ orderlla }) => {
  const { app, page, profile } = orderlla;
  const orders = ordersPage(page);
  await sell(page, 1, 2);
  const small = await sell(page, 2, 1, 'Ada Quill');
  const large = await sell(page, 1, 4, 'Bo Reed');
  await sell(page, 2, 3, 'Cy Vane');
  await showScreen(page, '/orders');
  await expect(page.getByText('4 orders, €39.80')).toBeVisible();

  await page.keyboard.press('Alt+F');
  const more = page.getByRole('dialog', { name: 'More filters' });
  await more.getByRole('searchbox', { name: 'With the product' }).fill('harb');
  await more.getByRole('option', { name: 'Harbour tea' }).click();
  await more.getByRole('button', { name: 'Show orders' }).click();
  await page.getByRole('button', { name: /Any kind/ }).click();
  await page.getByRole('option', { name: 'Delivery' }).click();
  await expect(grid(page).getByRole('row')).toHaveCount(2);
  await expect(orders.row(large)).toBeVisible();
  await page.getByRole('button', { name: 'Remove filter with Harbour tea' }).click();
  await grid(page).getByRole('button', { name: 'Total' }).click();
  await expect(grid(page).getByRole('row').nth(1)).toContainText(String(small));

  await page.keyboard.press('Alt+V');
  await page.getByRole('menu').waitFor();
  await typeByHand(page, 'Save');
  await page.keyboard.press('Enter');
  const save = page.getByRole('dialog', { name: 'Save this list as a view' });
  await save.getByRole('textbox', { name: 'Name' }).fill('Cheapest first');
  await page.keyboard.press('Enter');
  await expect(view(page, 'Cheapest first')).toBeVisible();
  await page.keyboard.press('Alt+V');
  await page.getByRole('menuitem', { name: 'Today', exact: true }).click();
  await expect(page.getByText('4 orders, €39.80')).toBeVisible();
  await page.goBack();
  await expect(view(page, 'Cheapest first')).toBeVisible();
  await expect(page.getByText('3 orders, €30.80')).toBeVisible();

  const file = join(profile, 'orders.csv');
  await answerSaveDialog(app, file);
  await page.keyboard.press('Control+E');
  await page.getByRole('radio', { name: 'One per line of an order' }).click();
  await page.getByRole('button', { name: 'Save as CSV' }).click();
  await expect(page.getByText('Saved orders.csv with 3 rows.')).toBeVisible();
  const written = readFileSync(file, 'utf8');
  expect(written.startsWith('\ufeffOrder,Placed,Customer,')).toBe(true);
  const rows = written.trim().split('\r\n').slice(1);
  expect(rows.map((row) => row.split(',')[0])).toEqual([small, small + 2, large].map(String));
  expect(rows[0]).toContain('Walnut bread');
});

test('orders are sent together, a part stays with why, and deliveries are taken back', {
  tag: '@daily',
}, async ({ page }) => {
  const numbers = [];
  for (const [index, name] of ['Ada', 'Bo', 'Cy'].entries())
    numbers.push(await sell(page, 1, index + 1, name));
  const [first = 0] = numbers;
  await ask(page, 'payments.take', {
    orderId: first,
    tenders: [{ tenderId: 1, amount: money(450), reference: '' }],
    expectedOpen: money(450),
  });
  await showScreen(page, '/orders?status=due');
  await expect(grid(page).getByRole('row')).toHaveCount(4);
  await grid(page).focus();
  await page.keyboard.press('Control+A');
  await page.keyboard.press('F4');
  await expect(page.getByText('3 orders moved on.')).toBeVisible();
  await grid(page).focus();
  await page.keyboard.press('Control+A');
  await page.getByRole('button', { name: 'Another step for all' }).click();
  await page.getByRole('menuitem', { name: 'Mark all as delivered' }).click();
  await expect(page.getByRole('alert')).toContainText('2 orders stayed as they were.');
  await page.getByRole('button', { name: 'Undo 1 delivery' }).click();
  const undo = page.getByRole('dialog', { name: 'Undo 1 delivery' });
  await undo.getByRole('textbox', { name: 'Why?' }).fill('Wrong van');
  await page.keyboard.press('Enter');
  await expect(page.getByText('1 delivery is undone.')).toBeVisible();
  expect((await ask(page, 'orders.get', { orderId: first })).status).toBe('shipped');
});

test('what a customer announced at the kiosk is awaited, found and taken', async ({ page }) => {
  const password = 'sparrow-pond-4-kettle';
  const upi = (await ask(page, 'shop.tenders', {})).find(({ kind }) => kind === 'upi');
  if (!upi) throw new Error('no UPI');
  // The window shows another page meanwhile, and then the till again.
  const changePage = async (change: Promise<unknown>, address: RegExp) => {
    await change.catch(() => undefined);
    await page.waitForURL(address);
    await page.locator('body[data-app="ready"]').waitFor({ state: 'attached' });
  };
  await changePage(ask(page, 'kiosk.enter', {}), /\/kiosk\.html/u);
  await ask(page, 'kiosk.register', {
    ...{ username: 'ada', password, name: 'Ada Byron', phone: '555', address: '3 Mill Lane' },
  });
  const { orderId } = await ask(page, 'kiosk.place', {
    ...{ kind: 'delivery', phone: '555', address: '3 Mill Lane', tenderId: upi.id },
    lines: [{ productId: 1, pieces: 2, unitPrice: money(450) }],
    expectedTotal: money(900),
  });
  await changePage(ask(page, 'kiosk.leave', { name: owner.name, secret: owner.password }), /\/index\.html/u);
  await showScreen(page, '/orders');
  await page.getByRole('button', { name: /^Awaiting payment 1/ }).click();
  await ordersPage(page).row(orderId).click();
  const panel = ordersPage(page).panel(orderId);
  await expect(panel.getByText('Awaiting payment by UPI')).toBeVisible();
  await expect(panel.getByText('Ordered at the kiosk, €9.00, to be paid by UPI')).toBeVisible();
  await page.keyboard.press('F6');
  const pay = checkout(page);
  await pay.dialog.getByRole('textbox', { name: 'Reference of UPI' }).fill('T-4711');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Enter');
  await expect(page.getByText('No payment is awaited')).toBeVisible();
  const { payments } = await ask(page, 'orders.get', { orderId });
  expect(payments).toMatchObject([{ tenderName: 'UPI', amount: 900, reference: 'T-4711' }]);
});
