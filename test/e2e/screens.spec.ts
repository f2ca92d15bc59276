import type { Page, TestInfo } from 'playwright/test';
import { ask } from './ask.ts';
import { expect, test } from './host.ts';
import { openShop, owner, showScreen } from './open-shop.ts';
import { setupWizard } from './pages/setup-wizard.ts';
import { backupPlaces } from './screens/backup-places.ts';
import { historyPlaces, historyWords } from './screens/history-places.ts';
import { alwaysKnown, knownTexts, longestFirst } from './screens/known-texts.ts';
import { lookAt } from './screens/look-at.ts';
import { settle } from './screens/modes.ts';
import { orderPlaces } from './screens/order-places.ts';
import { oldTillWords, pastPlaces } from './screens/past-places.ts';
import { reportPlaces } from './screens/report-places.ts';
import {
  backOfficePlaces,
  cartPlaces,
  lockPlaces,
  type Place,
  supplierWords,
  tillPlaces,
} from './screens/shop-places.ts';
import { stockPlaces } from './screens/stock-places.ts';

test.describe.configure({ mode: 'parallel' });
// Some three hundred pictures, each searched by axe: minutes on a busy machine.
test.setTimeout(900_000);

/** Back to a till with nothing on it and nothing over it. */
async function clearTill(page: Page): Promise<void> {
  while ((await page.getByRole('dialog').count()) > 0) {
    await page.keyboard.press('Escape');
    await settle(page);
  }
  const open = await ask(page, 'carts.open', {});
  if (open) await ask(page, 'carts.discard', { cartId: open.cartId });
  await page.reload();
  await showScreen(page, '/sell');
  await expect(page.getByRole('option').first()).toBeVisible();
}

async function walk(
  page: Page,
  info: TestInfo,
  places: readonly Place[],
  before: (page: Page) => Promise<void>,
) {
  await openShop(page);
  await ask(page, 'setup.loadSample', {});
  const known = await knownTexts(page, [...supplierWords, ...oldTillWords, ...historyWords, 'zzzz']);
  const faults: string[] = [];
  for (const place of places) {
    await test.step(place.name, async () => {
      try {
        await before(page);
        await place.go(page);
        faults.push(...(await lookAt({ page, info }, place.name, known)));
      } catch (error) {
        faults.push(`${place.name} was not reached: ${String(error)}`);
      }
    });
  }
  expect(faults).toEqual([]);
}

test('the till and what opens over it', async ({ page }, info) => {
  await walk(page, info, tillPlaces, clearTill);
});

test('a filled cart and what opens over it', async ({ page }, info) => {
  await walk(page, info, cartPlaces, clearTill);
});

test('everything behind the till', async ({ page }, info) => {
  await walk(page, info, backOfficePlaces, () => Promise.resolve());
});

test('backups and what opens over them', async ({ orderlla }, info) => {
  await walk(orderlla.page, info, backupPlaces(orderlla), (page) => page.keyboard.press('Escape'));
});

test('what is done to orders', async ({ page }, info) => {
  await walk(page, info, orderPlaces, () => Promise.resolve());
});

test('stock and what opens over it', async ({ page }, info) => {
  await walk(page, info, stockPlaces, () => Promise.resolve());
});

test('the reports', async ({ page }, info) => {
  await walk(page, info, reportPlaces, () => Promise.resolve());
});

test('bringing in history', async ({ page }, info) => {
  await walk(page, info, historyPlaces, () => Promise.resolve());
});

test('imports of history', async ({ page }, info) => {
  await walk(page, info, pastPlaces, () => page.keyboard.press('Escape'));
});

test('the first run and the lock screen', async ({ page }, info) => {
  const wizard = setupWizard(page);
  const faults: string[] = [];
  // The tax classes were named in English when the country was chosen, and are the shop's own words since.
  const taxClasses = ['VAT', 'Standard', 'Reduced', 'Zero-rated'];
  const own = [...alwaysKnown, ...taxClasses, 'Harbour & Hearth', owner.name, 'Carla Cashier'];
  const look = async (place: string) =>
    faults.push(...(await lookAt({ page, info }, `setup-${place}`, longestFirst(own))));
  await wizard.next.click();
  await look('shop');
  await wizard.shopName.fill('Harbour & Hearth');
  await wizard.next.click();
  await wizard.choose('Country', 'Irel');
  await look('money');
  await wizard.next.click();
  await wizard.ownerName.fill(owner.name);
  await wizard.openShop.click();
  await look('owner');
  await wizard.password.fill(owner.password);
  await wizard.touchPin(owner.pin);
  await wizard.touchPin(owner.pin);
  await wizard.openShop.click();
  await expect(wizard.heading).toHaveText('Keep this code on paper');
  own.push(...(await wizard.recoveryCode()).split('-'));
  await look('recovery');
  await wizard.kept.click();
  await wizard.next.click();
  await look('start');
  await page.getByRole('button', { name: 'Start empty' }).click();
  await look('till-without-products');
  await ask(page, 'staff.add', { name: 'Carla Cashier', role: 'cashier', pin: '719284' });
  for (const place of lockPlaces) {
    await place.go(page);
    faults.push(...(await lookAt({ page, info }, place.name, longestFirst(own))));
  }
  expect(faults).toEqual([]);
});
