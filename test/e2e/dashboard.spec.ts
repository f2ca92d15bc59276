import type { Page } from 'playwright';
import type { Input } from '../../src/shared/contract/index.ts';
import { money } from '../../src/shared/domain/money.ts';
import { pieces } from '../../src/shared/domain/quantity.ts';
import { ask } from './ask.ts';
import { expect, test } from './host.ts';
import { importCsv } from './import-csv.ts';
import { openShop, showScreen } from './open-shop.ts';
import { plainCatalogue } from './own-catalogue.ts';

type Sale = Input<'orders.place'>;

/** A sale of the first product, harbour tea at 4.50, as another window of the shop would make it. */
function sale(cartId: string, change: Partial<Sale> = {}): Sale {
  return {
    ...{ cartId, kind: 'counter', orderDiscount: null, customerId: null, delivery: null, note: '' },
    lines: [
      {
        ...{ productId: 1, name: 'Harbour tea', quantity: pieces(1), unitPrice: money(450) },
        ...{ priceOverridden: false, discount: null, note: '', taxClassId: null },
      },
    ],
    tenders: [{ tenderId: 2, amount: money(450), reference: 'terminal 77' }],
    expectedTotal: money(450),
    oversellAccepted: [],
    ...change,
  };
}

/** The card of a figure on the dashboard. */
const figure = (page: Page, name: string) =>
  page
    .getByRole('region', { name: 'Figures of today' })
    .getByRole('heading', { name, exact: true })
    .locator('xpath=ancestor::div[2]');

test.beforeEach(async ({ page }) => {
  await openShop(page);
  await importCsv(page, plainCatalogue);
});

test('the dashboard changes by itself: with a sale, and when the timer delivers', { tag: '@daily' }, async ({
  page,
}) => {
  await showScreen(page, '/dashboard');
  await expect(figure(page, 'Sales today')).toContainText('€0.00');
  await expect(page.getByText('Nothing is sold today yet.')).toBeVisible();

  await test.step('a sale is made', async () => {
    await ask(page, 'orders.place', sale('first'));
    await expect(figure(page, 'Sales today')).toContainText('€4.50');
    await expect(figure(page, 'New orders today')).toContainText('1');
    await expect(figure(page, 'Average order this month')).toContainText('€4.50');
    await page.getByRole('button', { name: 'Show as table' }).first().click();
    await expect(page.getByRole('table', { name: /^Sales today by hour/u })).toContainText('€4.50');
  });

  const list = page.getByRole('list', { name: 'To hand over' });
  await test.step('an order for today is sent on its way, from its row', async () => {
    const { today } = await ask(page, 'dashboard.today', {});
    const delivery = { name: 'Ada Quill', phone: '', address: '3 Mill Lane', date: today };
    await ask(page, 'orders.place', sale('second', { kind: 'delivery', delivery }));
    await expect(figure(page, 'Open orders')).toContainText('up 1 since yesterday evening');
    await expect(figure(page, 'Open orders')).toContainText('1 due today');
    await expect(list).toContainText('Ada Quill');
    await list.getByRole('button', { name: 'Ship: order 2' }).click();
    await list.getByRole('button', { name: 'Send off: order 2' }).click();
    await expect(list.getByRole('button', { name: 'Deliver: order 2' })).toBeVisible();
  });

  await test.step('the timer delivers it', async () => {
    await ask(page, 'timer.run', { cause: 'manual' });
    await expect(page.getByText('Nothing is due today, and nothing is late.')).toBeVisible();
    await expect(figure(page, 'Open orders')).toContainText('the same as yesterday evening');
    await expect(figure(page, 'Sales today')).toContainText('€9.00');
  });

  await test.step('an order is cancelled: its money waits to go back', async () => {
    const delivery = {
      name: 'Bo',
      phone: '',
      address: '4 Mill Lane',
      date: (await ask(page, 'dashboard.today', {})).today,
    };
    const { orderId } = await ask(page, 'orders.place', sale('third', { kind: 'delivery', delivery }));
    await expect(figure(page, 'Sales today')).toContainText('€13.50');
    await ask(page, 'orders.cancel', { orderId, reason: 'other', note: '', refundCashNow: false });
    await expect(figure(page, 'Sales today')).toContainText('€9.00');
    await expect(figure(page, 'Awaiting refund')).toContainText('€4.50');
    await page.getByRole('list', { name: 'Refunds waiting' }).getByRole('button').click();
    await expect(page.getByRole('heading', { name: 'Refunds', level: 1 })).toBeVisible();
  });
});

test('a figure of the dashboard says how it comes about, and leads to its report', async ({ page }) => {
  await ask(page, 'orders.place', sale('first'));
  await ask(page, 'orders.place', sale('second'));
  await showScreen(page, '/dashboard');
  await expect(figure(page, 'Sales today')).toContainText('€9.00');
  await figure(page, 'Sales today').getByRole('button').click();
  const panel = page.getByRole('complementary').or(page.getByRole('dialog')).filter({ hasText: 'Net sales' });
  await expect(panel.first()).toContainText('Sales − cancelled − returned − goodwill.');
  await expect(panel.first()).toContainText('9.00');
  await page.keyboard.press('Escape');
  await figure(page, 'Sales today').getByRole('link', { name: 'Sales today' }).click();
  await expect(page).toHaveURL(/#\/reports\/sales\?range=today&by=hour/u);
});
