import type { Page } from 'playwright';
import { expect } from 'playwright/test';
import { ask } from '../ask.ts';
import { showScreen } from '../open-shop.ts';
import type { Place } from './shop-places.ts';

async function showList(page: Page, address: string): Promise<void> {
  await page.reload();
  await showScreen(page, address);
  await page.getByRole('grid').waitFor();
}

/** What stands over a list after a key. */
function overList(name: string, address: string, keys: string, more?: (page: Page) => Promise<void>): Place {
  return {
    name,
    go: async (page) => {
      await showList(page, address);
      await page.keyboard.press(keys);
      await expect(page.getByRole('dialog').or(page.getByRole('menu')).first()).toBeVisible();
      await more?.(page);
    },
  };
}

/** From the menu of views into a dialog, once the menu is gone. */
const press = (item: string, dialog: string) => async (page: Page) => {
  await page.getByRole('menuitem', { name: item }).click();
  await page.getByRole('dialog', { name: dialog }).waitFor();
};

/** A view of one's own and one that everybody has, made once; called by words that are known in every language. */
async function saveViews(page: Page): Promise<void> {
  const { views } = await ask(page, 'views.list', { list: 'orders' });
  if (views.length > 0) return;
  const query = { status: 'open', sort: 'for', up: '1' };
  await ask(page, 'views.create', { list: 'orders', name: 'Flat white', query, shared: false });
  await ask(page, 'views.create', { list: 'orders', name: 'Butter croissant', query, shared: true });
}

const everyColumn =
  'time.customer.kind.day.status.payment.lines.items.address.tenders.staff.channel.paid.open.total';

/** Lists and what is done with them: views, filters, columns, files. */
export const listPlaces: readonly Place[] = [
  {
    name: 'orders-views',
    go: async (page) => {
      await saveViews(page);
      await showList(page, '/orders?kind=pickup');
      await page.keyboard.press('Alt+V');
      await page.getByRole('menu').waitFor();
    },
  },
  overList(
    'orders-save-view',
    '/orders?kind=pickup',
    'Alt+V',
    press('Save as a view…', 'Save this list as a view'),
  ),
  overList('orders-manage-views', '/orders', 'Alt+V', press('Manage views…', 'Views of this list')),
  overList('orders-more-filters', '/orders?least=500&has=discount', 'Alt+F'),
  overList('orders-export', '/orders', 'Control+E', (page) =>
    page.getByRole('radio', { name: 'One per line of an order' }).click(),
  ),
  { name: 'orders-columns', go: (page) => showList(page, `/orders?columns=${everyColumn}`) },
  {
    name: 'orders-choose-columns',
    go: async (page) => {
      await showList(page, '/orders');
      await page.getByRole('button', { name: 'Choose columns' }).click();
      await page.getByRole('dialog').waitFor();
    },
  },
  {
    name: 'orders-none-fits',
    go: async (page) => {
      await showList(page, '/orders?status=delivered&kind=counter&least=999999999');
      await page.getByText('No order fits').waitFor();
    },
  },
  overList('products-views', '/products', 'Alt+V'),
  overList('customers-export', '/customers', 'Control+E'),
];
