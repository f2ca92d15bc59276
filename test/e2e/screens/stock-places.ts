import type { Page } from 'playwright';
import { expect } from 'playwright/test';
import { ask } from '../ask.ts';
import { showScreen } from '../open-shop.ts';
import { typeByHand } from '../type.ts';
import type { Place } from './shop-places.ts';

/** The stock-take that is looked at: a name that no language has. */
const countName = 'zzzz';
/** Croissants, which are counted, have a cost and are low at times. */
const countedProduct = 12;

async function showStock(page: Page, address: string, there: string): Promise<void> {
  await page.reload();
  await showScreen(page, address);
  await page.locator(there).first().waitFor();
}

async function showSheet(page: Page): Promise<void> {
  const { items } = await ask(page, 'stockCounts.list', { cursor: null, limit: 1 });
  const countId =
    items[0]?.countId ??
    (await ask(page, 'stockCounts.start', { name: countName, categoryId: null })).countId;
  await showStock(page, `/stock/counts/${countId}`, '[role="row"] input');
}

/** Enters figures as a person does; the last one cannot be one and stays as it was typed. */
async function countSome(page: Page): Promise<void> {
  await showSheet(page);
  await page.getByRole('grid').locator('input').first().focus();
  for (const figure of ['3', '2+1', 'x']) {
    await typeByHand(page, figure);
    await page.keyboard.press('Enter');
  }
  await expect(page.getByRole('grid').locator('input[aria-invalid]')).toBeVisible();
}

async function writeReceipt(page: Page): Promise<void> {
  await showStock(page, `/stock/receive?product=${countedProduct}`, '[data-product] input');
  await page.keyboard.press('Control+Enter');
  await expect(page.locator('[data-product] input[aria-invalid]')).toBeVisible();
}

/** A dialog over a product's stock, by its key or its button. */
async function overProduct(page: Page, open: () => Promise<void>): Promise<void> {
  await showStock(page, `/stock/products/${countedProduct}`, 'canvas');
  await open();
  await page.getByRole('dialog').waitFor();
}

/** The stock screen, its parts and what opens over them. */
export const stockPlaces: readonly Place[] = [
  { name: 'stock-low', go: (page) => showStock(page, '/stock', '[role="row"] [class*="pill"]') },
  { name: 'stock-product', go: (page) => showStock(page, `/stock/products/${countedProduct}`, 'canvas') },
  { name: 'stock-adjust', go: (page) => overProduct(page, () => page.keyboard.press('F4')) },
  { name: 'stock-write-off', go: (page) => overProduct(page, () => page.keyboard.press('F7')) },
  {
    name: 'stock-product-rules',
    go: (page) => overProduct(page, () => page.getByRole('button', { name: 'Change rules' }).click()),
  },
  { name: 'stock-receive', go: (page) => showStock(page, '/stock/receive', 'h2') },
  { name: 'stock-receive-line', go: writeReceipt },
  { name: 'stock-counts-none', go: (page) => showStock(page, '/stock/counts', 'h2') },
  { name: 'stock-sheet', go: countSome },
  {
    name: 'stock-sheet-post',
    go: async (page) => {
      await showSheet(page);
      await page.getByRole('button', { name: 'Post stock-take' }).click();
      await page.getByRole('dialog').waitFor();
    },
  },
  { name: 'stock-counts', go: (page) => showStock(page, '/stock/counts', '[role="row"] [class*="pill"]') },
  { name: 'stock-rules', go: (page) => showStock(page, '/stock/rules', 'li button') },
  {
    name: 'stock-check',
    go: async (page) => {
      await showStock(page, '/stock/check', '[class*="verdict"], h2');
      await page.getByRole('button', { name: 'Check now' }).click();
      await expect(page.getByText(/agree with their movements/u)).toBeVisible();
    },
  },
];
