import type { Page } from 'playwright';
import { expect } from 'playwright/test';
import { everyOrder } from '../all-orders.ts';
import { ask } from '../ask.ts';
import { showScreen } from '../open-shop.ts';
import { typeByHand } from '../type.ts';
import { listPlaces } from './list-places.ts';
import type { Place } from './shop-places.ts';

type Wanted = 'unpaid' | 'paid' | 'any';

/** An order for delivery that is still in the shop. */
async function receivedOrder(page: Page, wanted: Wanted): Promise<number> {
  const { items } = await ask(page, 'orders.list', { ...everyOrder, status: 'received', kind: 'delivery' });
  const found = items.find(
    ({ open, lineCount }) =>
      wanted === 'any' || (wanted === 'unpaid' ? open > 0 : open === 0 && lineCount > 1),
  );
  if (!found) throw new Error(`The sample shop has no ${wanted} order for delivery.`);
  return found.id;
}

async function showOrders(page: Page, address: string): Promise<void> {
  await page.reload();
  await showScreen(page, address);
  await page.locator('[role="row"] [class*="pill"]').first().waitFor();
}

/** One order's page, with its papers and what happened. */
async function showOrder(page: Page, wanted: Wanted): Promise<number> {
  const orderId = await receivedOrder(page, wanted);
  await page.reload();
  await showScreen(page, `/orders/${orderId}`);
  await page.locator('article[data-paper]').waitFor();
  return orderId;
}

/** A dialog over one order, by its keys. */
function overOrder(name: string, wanted: Wanted, keys: string, more?: (page: Page) => Promise<void>): Place {
  return {
    name,
    go: async (page) => {
      await showOrder(page, wanted);
      await page.keyboard.press(keys);
      await expect(page.getByRole('dialog')).toBeVisible();
      await more?.(page);
    },
  };
}

async function chooseSome(page: Page): Promise<void> {
  await showOrders(page, '/orders?status=open');
  await page.getByRole('grid').focus();
  await page.keyboard.press('Control+a');
}

/** What several orders at once leave behind that are not paid. */
async function deliverAll(page: Page): Promise<void> {
  await chooseSome(page);
  await page.getByRole('button', { name: 'Another step for all' }).click();
  await page.getByRole('menuitem', { name: 'Mark all as delivered' }).click();
  await page.getByRole('alert').waitFor();
}

/** An order with a line less, one more, and what that comes to. */
async function editSome(page: Page): Promise<void> {
  const orderId = await receivedOrder(page, 'paid');
  await page.reload();
  await showScreen(page, `/orders/${orderId}/edit`);
  await page
    .getByRole('button', { name: /^Remove / })
    .first()
    .click();
  await page.keyboard.press('F2');
  await typeByHand(page, 'tea');
  await page.getByRole('option').first().click();
}

/** Delivered just now, so that it may be undone, and still to be paid. */
async function deliverOne(page: Page): Promise<void> {
  const orderId = await showOrder(page, 'unpaid');
  const step = { orderId, from: 'received', to: 'delivered', tenders: [], leaveUnpaid: true } as const;
  await ask(page, 'orders.advance', { ...step, tenders: [] });
  await page.getByRole('timer').waitFor();
}

async function cancelOne(page: Page): Promise<void> {
  const orderId = await showOrder(page, 'paid');
  const cancel = { orderId, reason: 'out-of-stock', note: '', refundCashNow: false } as const;
  await ask(page, 'orders.cancel', cancel);
  await page.locator('#screen a[href*="/refunds"]').first().waitFor();
}

/** What is done to orders, and what opens over them. */
export const orderPlaces: readonly Place[] = [
  { name: 'orders-owing', go: (page) => showOrders(page, '/orders?payment=owing') },
  { name: 'orders-overdue', go: (page) => showOrders(page, '/orders?status=overdue') },
  { name: 'orders-chosen', go: chooseSome },
  overOrder('order-pay', 'unpaid', 'F6'),
  overOrder('order-cancel', 'paid', 'Control+Backspace'),
  overOrder('order-cancel-lines', 'paid', 'Control+Backspace', async (page) => {
    await page.getByRole('radio', { name: 'Some lines' }).click();
    await page
      .getByRole('dialog')
      .getByRole('button', { name: /^Cancel/ })
      .click();
  }),
  overOrder('order-reschedule', 'any', 'F7'),
  overOrder('order-note', 'any', 'F9'),
  overOrder('order-give-back', 'paid', 'Control+g'),
  {
    name: 'order-more',
    go: async (page) => {
      await showOrder(page, 'any');
      await page.getByRole('button', { name: 'More', exact: true }).click();
      await page.getByRole('menu').waitFor();
    },
  },
  { name: 'order-edit', go: editSome },
  { name: 'order-undo', go: deliverOne },
  { name: 'order-refunds', go: cancelOne },
  { name: 'orders-stayed', go: deliverAll },
  ...listPlaces,
];
