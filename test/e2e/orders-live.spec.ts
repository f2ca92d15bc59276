import type { Page } from 'playwright';
import { ask } from './ask.ts';
import { expect, test } from './host.ts';
import { importCsv } from './import-csv.ts';
import { openShop, showScreen } from './open-shop.ts';
import { plainCatalogue } from './own-catalogue.ts';
import { checkout } from './pages/checkout.ts';
import { orderPage } from './pages/order-page.ts';
import { till } from './pages/till.ts';

test.beforeEach(async ({ page }) => {
  await openShop(page);
  await importCsv(page, plainCatalogue);
  // What is ordered for delivery is for today, unless somebody says otherwise.
  await ask(page, 'shop.update', { deliveryDays: 0 });
});

/** Puts a tea for Ada into the cart, to be sent today, and goes to the payment. */
async function orderForAda(page: Page): Promise<void> {
  const sell = till(page);
  await sell.add('tea');
  await page.getByRole('radio', { name: 'Delivery' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('textbox', { name: 'Name' }).fill('Ada Quill');
  await dialog.getByRole('textbox', { name: 'Address' }).fill('3 Mill Lane');
  await dialog.getByRole('button', { name: 'Save delivery' }).click();
  await expect(page.getByText('Ada Quill · 3 Mill Lane')).toBeVisible();
  await sell.pay.click();
}

/** Pays what is asked by card. */
async function payByCard(page: Page): Promise<void> {
  const pay = checkout(page);
  await pay.tender('Card').click();
  await pay.reference.fill('terminal 77');
  await pay.reference.press('Enter');
  await expect(pay.dialog.getByText('terminal 77')).toBeVisible();
}

async function stockOf(page: Page, productId: number): Promise<readonly [onHand: number, reserved: number]> {
  const { onHand, reserved } = await ask(page, 'stock.get', { productId });
  return [onHand, reserved];
}

test('a delivery order is placed, sent on its way, and delivered by the timer', { tag: '@daily' }, async ({
  orderlla,
  launch,
}) => {
  const { page } = orderlla;
  const order = orderPage(page);
  const pay = checkout(page);
  await test.step('placed and paid: its goods are promised', async () => {
    await orderForAda(page);
    await payByCard(page);
    await pay.dialog.getByRole('button', { name: 'Place order' }).click();
    await expect(pay.paid).toBeVisible();
    expect(await stockOf(page, 1)).toEqual([120_000, 1000]);
  });
  await test.step('sent: its goods have left', async () => {
    await pay.openOrder.click();
    await expect(order.title).toHaveText('Order 1');
    await order.button('Mark as shipped').click();
    await expect(order.pill('Shipped')).toBeVisible();
    expect(await stockOf(page, 1)).toEqual([119_000, 0]);
    await order.button('Mark as in transit').click();
    await expect(order.pill('In Transit')).toBeVisible();
  });
  await orderlla.app.close();
  const again = await launch({ profile: orderlla.profile });
  await test.step('the next start delivers what is due', async () => {
    await showScreen(again.page, '/orders/1');
    const delivered = orderPage(again.page);
    await expect(delivered.pill('Delivered')).toBeVisible();
    await expect(delivered.event('In Transit → Delivered')).toContainText('by timer');
    await expect(delivered.event('Order Received → Shipped')).toContainText('by Olga Owner');
    await showScreen(again.page, '/timer');
    const run = again.page.getByRole('row').filter({ hasText: 'Orderlla started' }).first();
    await expect(run).toContainText('Done');
    await expect(run).toContainText('1');
    expect(await stockOf(again.page, 1)).toEqual([119_000, 0]);
  });
});

test('a paid order is cancelled, and its refund goes to the bank and is settled', { tag: '@daily' }, async ({
  page,
}) => {
  const order = orderPage(page);
  const pay = checkout(page);
  await orderForAda(page);
  await payByCard(page);
  await pay.dialog.getByRole('button', { name: 'Place order' }).click();
  await pay.openOrder.click();
  await expect(order.title).toHaveText('Order 1');
  await test.step('cancel with a reason', async () => {
    await order.more('Cancel order…');
    await order.dialog.getByRole('button', { name: 'Cancel order' }).click();
    await expect(order.dialog.getByText('Choose a reason.')).toBeVisible();
    await order.choose('Reason', 'Out of stock');
    await expect(order.dialog.getByText('€4.50 goes back by Card and waits under Refunds.')).toBeVisible();
    await order.dialog.getByRole('button', { name: 'Cancel order' }).click();
    await expect(order.dialog).toBeHidden();
    await expect(order.pill('Cancelled')).toBeVisible();
    expect(await stockOf(page, 1)).toEqual([120_000, 0]);
  });
  await test.step('the queue: initiated, then settled', () => workOffRefund(page));
  await showScreen(page, '/orders/1');
  await expect(order.refunds).toContainText('Settled');
  await expect(order.event('€4.50 refunded, Card')).toBeVisible();
  await expect(order.sum('Refunded')).toContainText('4.50');
});

/** Takes the one refund that waits through the queue. */
async function workOffRefund(page: Page): Promise<void> {
  await showScreen(page, '/refunds');
  const row = page.getByRole('row').filter({ hasText: 'Ada Quill' });
  const dialog = page.getByRole('dialog');
  await row.getByRole('button', { name: 'Initiate' }).click();
  await dialog.getByRole('button', { name: 'Initiate refund' }).click();
  await expect(dialog).toBeHidden();
  await expect(page.getByText('No refund is waiting')).toBeVisible();
  await page.getByRole('tab', { name: /On their way/u }).click();
  await row.getByRole('button', { name: 'Settle' }).click();
  await dialog.getByRole('textbox', { name: 'Reference' }).fill('bank 991');
  await dialog.getByRole('button', { name: 'Settle refund' }).click();
  await expect(dialog).toBeHidden();
  await page.getByRole('tab', { name: /Settled/u }).click();
  await expect(row).toContainText('4.50');
}

test('cash on delivery: unpaid until it is handed over, then paid with change', async ({ page }) => {
  const order = orderPage(page);
  const pay = checkout(page);
  await orderForAda(page);
  await pay.dialog.getByRole('button', { name: 'Pay on delivery' }).click();
  await expect(pay.dialog.getByRole('heading', { name: 'Order 1 is placed' })).toBeVisible();
  await pay.openOrder.click();
  await expect(order.pill('Unpaid')).toBeVisible();
  await order.button('Mark as shipped').click();
  await order.button('Mark as in transit').click();
  await expect(order.pill('In Transit')).toBeVisible();
  await order.button('Mark as delivered').click();
  await expect(pay.due).toHaveText('€4.50');
  await pay.cash('5.00').click();
  await expect(pay.change).toHaveText('€0.50');
  await pay.dialog.getByRole('button', { name: 'Mark as delivered' }).click();
  await expect(pay.dialog).toBeHidden();
  await expect(order.pill('Delivered')).toBeVisible();
  await expect(order.pill('Paid')).toBeVisible();
  const { payments, open } = await ask(page, 'orders.get', { orderId: 1 });
  expect(payments).toMatchObject([{ amount: 450, change: 50 }]);
  expect(open).toBe(0);
});
