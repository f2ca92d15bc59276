import type { Page } from 'playwright';
import { expect } from 'playwright/test';
import { ask } from '../ask.ts';
import { showScreen } from '../open-shop.ts';
import { checkout } from '../pages/checkout.ts';
import { importPage } from '../pages/import-page.ts';
import { till } from '../pages/till.ts';
import { openProduct } from './known-texts.ts';

/** A screen or a dialog, and how a person gets there from the till with an empty cart. */
export type Place = { readonly name: string; readonly go: (page: Page) => Promise<void> };

const dialogOpen = (page: Page) => expect(page.getByRole('dialog')).toBeVisible();

async function fillCart(page: Page): Promise<void> {
  const sell = till(page);
  for (const words of ['espresso', 'sourdough', 'harbour mug', 'BNS-001']) {
    await sell.add(words);
    if (words !== 'BNS-001') continue;
    await page.getByRole('dialog').getByRole('textbox').fill('0.75');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('dialog')).toBeHidden();
  }
  await expect(sell.lines).toHaveCount(4);
}

/** A dialog over a filled cart, by its keys. */
function overCart(name: string, keys: string, more?: (page: Page) => Promise<void>): Place {
  return {
    name,
    go: async (page) => {
      await fillCart(page);
      await page.keyboard.press(keys);
      await dialogOpen(page);
      await more?.(page);
    },
  };
}

/** A screen by its address, once something that tells it is there. */
function screen(name: string, address: string, there: string): Place {
  return {
    name,
    go: async (page) => {
      await showScreen(page, address);
      await page.locator(there).first().waitFor();
    },
  };
}

/** A dialog over a screen, by the button that opens it; found without its words, which the languages change. */
function overScreen(name: string, address: string, button: string): Place {
  return {
    name,
    go: async (page) => {
      await showScreen(page, address);
      await page.locator(button).first().click();
      await dialogOpen(page);
    },
  };
}

/** A list with a price that is none, a SKU that comes twice, and a row without a name. */
const supplierList = `Bezeichnung,Preis,Artikelnummer,Bestand
Blue bowl,12.50,BOWL-1,10
Red bowl,cheap,BOWL-2,10
Blue bowl again,13.00,BOWL-1,many
,5.00,NONE-1,1
`;

/** What of it stands on a screen as it stands in the file. */
export const supplierWords = ['supplier list.csv', ...supplierList.split(/[,\n]/u)];

async function previewSupplierList(page: Page): Promise<void> {
  await page.reload();
  await showScreen(page, '/import');
  const load = importPage(page);
  await load.drop('supplier list.csv', supplierList);
  await load.seeChanges.waitFor();
}

/** The till, and what opens over it without a cart. */
export const tillPlaces: readonly Place[] = [
  { name: 'till-empty', go: async (page) => expect(page.getByRole('option').first()).toBeVisible() },
  { name: 'till-cart', go: fillCart },
  {
    name: 'till-search',
    go: async (page) => {
      await till(page).search.fill('co');
      await expect(page.getByRole('option').first()).toBeVisible();
      await page.keyboard.press('ArrowDown');
    },
  },
  {
    name: 'till-nothing-found',
    go: async (page) => {
      await till(page).search.fill('zzzz');
      await expect(page.getByText('Nothing found for “zzzz”')).toBeVisible();
    },
  },
  {
    name: 'variants',
    go: async (page) => {
      await page.getByRole('tab', { name: 'Kitchen & table' }).click();
      await page.getByRole('option', { name: 'Harbour mug' }).click();
      await dialogOpen(page);
    },
  },
  {
    name: 'measure',
    go: async (page) => {
      await till(page).add('BNS-001');
      await dialogOpen(page);
    },
  },
];

/** What opens over a filled cart. */
export const cartPlaces: readonly Place[] = [
  overCart('quantity', 'F4'),
  overCart('line-discount', 'F6'),
  overCart('line-price', 'F7'),
  overCart('line-note', 'F8'),
  overCart('order-discount', 'Control+d'),
  overCart('customers', 'F3', (page) =>
    expect(page.getByRole('dialog').getByRole('option').first()).toBeVisible(),
  ),
  overCart('custom-item', 'Control+i'),
  overCart('hold', 'F9'),
  overCart('held', 'Control+o'),
  overCart('recent', 'Control+j'),
  overCart('keys', 'F1'),
  overCart('pay', 'Control+Enter'),
  overCart('pay-card', 'Control+Enter', async (page) => {
    const pay = checkout(page);
    await pay.amount.fill('5');
    await pay.tender('Card').click();
    await expect(pay.reference).toBeFocused();
  }),
  overCart('receipt', 'Control+Enter', async (page) => {
    const pay = checkout(page);
    await pay.tender('Cash').click();
    await pay.finish.click();
    await expect(pay.receipt).toBeVisible();
  }),
  {
    name: 'delivery',
    go: async (page) => {
      await fillCart(page);
      await page.getByRole('radio', { name: 'Delivery' }).click();
      await page.keyboard.press('Control+Enter');
      await dialogOpen(page);
    },
  },
];

/** Everything behind the till. */
export const backOfficePlaces: readonly Place[] = [
  screen('orders', '/orders', '[role="row"] [class*="pill"]'),
  screen('orders-panel', '/orders?order=7000', '[class*="pill"] ~ *, dl[aria-label]'),
  screen('orders-none', '/orders?text=zzzz', 'h2'),
  screen('order', '/orders/7001', 'article[data-paper]'),
  screen('order-missing', '/orders/999999', '[class*="state"], h2'),
  screen('products', '/products', '[role="row"] img, [role="row"]'),
  screen('products-panel', `/products?product=${openProduct}`, 'dl'),
  screen('product-new', '/products/new', 'form'),
  screen('product-form', `/products/${openProduct}/edit`, 'form'),
  screen('categories', '/products/categories', '[role="treeitem"]'),
  screen('customers', '/customers', '[role="row"]'),
  screen('customers-panel', '/customers?customer=1', 'dl'),
  screen('customers-none', '/customers?show=archived', '[role="grid"] ~ * h2'),
  screen('customer', '/customers/1', 'canvas'),
  screen('customer-orders', '/customers/1?payment=owing&status=open', 'canvas'),
  screen('customer-missing', '/customers/999999', 'h2'),
  screen('customers-duplicates', '/customers/duplicates', 'h2'),
  screen('customers-merge', '/customers/merge?kept=1&merged=2', '[role="radiogroup"]'),
  overScreen('customer-log-in', '/customers/1', 'main section:has([class*="state"]) button'),
  screen('dashboard', '/dashboard', 'canvas'),
  screen(
    'dashboard-explained',
    '/dashboard?explain=sales&explain-from=2026-01-01&explain-to=2036-12-31',
    'aside [role="row"] [role="gridcell"]',
  ),
  screen('settings-computer', '/settings?part=computer', 'main section'),
  screen('settings-shop', '/settings?part=shop', 'main form input'),
  overScreen('settings-place', '/settings?part=shop', 'main form section header button'),
  screen('settings-receipts', '/settings?part=receipts', 'article[data-paper]'),
  screen('settings-numbering', '/settings?part=numbering', 'main form input'),
  screen('settings-taxes', '/settings?part=taxes', 'main table'),
  screen('settings-tenders', '/settings?part=tenders', 'main ul[aria-label] li button'),
  screen('settings-orders', '/settings?part=orders', 'main form input'),
  screen('settings-till', '/settings?part=till', 'main form button'),
  screen('settings-figures', '/settings?part=figures', 'main dl'),
  screen('settings-kiosk', '/settings?part=kiosk', 'main form input'),
  overScreen('settings-tax-rates', '/settings?part=taxes', 'main li header button'),
  overScreen('settings-new-tender', '/settings?part=tenders', 'main section header button'),
  screen('backups', '/backups', '[role="img"]'),
  screen('backups-places', '/backups?part=places', '[role="tabpanel"] section dl'),
  screen('backups-csv', '/backups?part=csv', '[role="tabpanel"] [role="radiogroup"]'),
  overScreen('backups-passphrase', '/backups?part=places', '[role="tabpanel"] section:nth-of-type(2) button'),
  screen('staff-people', '/staff?part=people', '[role="tabpanel"] li'),
  screen('staff-rights', '/staff?part=rights', 'table'),
  screen('staff-sessions', '/staff?part=sessions', '[role="row"]'),
  screen('staff-own', '/staff?part=own', 'form'),
  screen('log', '/audit', '[role="row"]'),
  screen('log-entry', '/audit?entry=1', 'aside dl'),
  screen('log-none', '/audit?text=zzzz', '[role="tabpanel"] h2'),
  screen('exceptions', '/audit?part=exceptions&range=month', 'table'),
  screen('exception-rows', '/audit?part=exceptions&range=month&kind=refund', 'aside li'),
  screen('checks', '/audit?part=checks', '[role="tabpanel"] section'),
  screen('turn-over', '/turn-over', 'main li'),
  screen('nowhere', '/nowhere', 'h2'),
  screen('import-choose', '/import', '[class*="zone"]'),
  { name: 'import-check', go: previewSupplierList },
  {
    name: 'import-preview',
    go: async (page) => {
      await previewSupplierList(page);
      await importPage(page).seeChanges.click();
      await importPage(page).load.waitFor();
    },
  },
  {
    name: 'import-problems',
    go: async (page) => {
      await previewSupplierList(page);
      await importPage(page).seeChanges.click();
      await page.getByRole('tab', { name: /^Problems/u }).click();
    },
  },
  {
    name: 'import-done',
    go: async (page) => {
      await previewSupplierList(page);
      await importPage(page).seeChanges.click();
      await importPage(page).load.click();
      await importPage(page).sellNow.waitFor();
    },
  },
];

/** While nobody is signed in. */
export const lockPlaces: readonly Place[] = [
  {
    name: 'lock-people',
    go: async (page) => {
      await ask(page, 'session.lock', {});
      await expect(page.getByRole('heading', { name: 'Who is at the till?' })).toBeVisible();
    },
  },
  {
    name: 'lock-pin',
    go: async (page) => {
      await page.getByRole('button', { name: 'Olga Owner' }).click();
      await expect(page.getByRole('group', { name: 'PIN' })).toBeVisible();
    },
  },
  {
    name: 'lock-password',
    go: async (page) => {
      await page.getByRole('button', { name: 'Use the password' }).click();
      await expect(page.getByRole('button', { name: 'Sign in' })).toBeVisible();
    },
  },
  {
    name: 'recover',
    go: async (page) => {
      await page.getByRole('button', { name: 'Forgot the password?' }).click();
      await page.getByRole('button', { name: 'Set password and PIN' }).click();
      await expect(page.getByText('Write the recovery code.')).toBeVisible();
    },
  },
];
