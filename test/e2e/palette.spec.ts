import type { Page } from 'playwright';
import { ask } from './ask.ts';
import { expect, test } from './host.ts';
import { openShop, showScreen } from './open-shop.ts';
import { scan } from './pages/scan.ts';
import { till } from './pages/till.ts';
import { knownTexts } from './screens/known-texts.ts';
import { modesOf, settle, takeMode } from './screens/modes.ts';
import { screenFaults } from './screens/screen-faults.ts';
import { typeByHand } from './type.ts';

const palette = (page: Page) => page.getByRole('dialog', { name: 'Search and do' });
const field = (page: Page) => palette(page).getByRole('combobox');
const marked = (page: Page) => palette(page).locator('[role="option"][aria-selected="true"]');

async function open(page: Page): Promise<void> {
  await page.keyboard.press('Control+k');
  await expect(field(page)).toBeFocused();
}

/** Types what a person would, slower than a scanner, and waits until it is listed first. */
async function find(page: Page, words: string, first: string | RegExp): Promise<void> {
  await open(page);
  await typeByHand(page, words);
  await expect(marked(page)).toContainText(first);
}

test('everything is a few letters away, whatever the screen', async ({ page }) => {
  await openShop(page);
  await ask(page, 'setup.loadSample', {});

  await test.step('a number leads to its order, and there to what can be done with it', async () => {
    await find(page, '7001', 'Order 7001');
    await page.keyboard.press('Enter');
    await page.waitForURL(/#\/orders\/7001/u);
    await find(page, 'add note', 'Add note');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('dialog', { name: /note/iu })).toBeVisible();
    // A dialog is finished first.
    await page.keyboard.press('Control+k');
    await expect(palette(page)).toHaveCount(0);
    await page.keyboard.press('Escape');
  });

  await test.step('names lead to products, customers, screens and single settings', async () => {
    await find(page, 'harbour mug', 'Harbour mug');
    await page.keyboard.press('Enter');
    await page.waitForURL(/#\/products\?product=\d+/u);
    await find(page, 'lock after', /lock/iu);
    await page.keyboard.press('Enter');
    await page.waitForURL(/#\/settings\?part=till/u);
    await find(page, 'hourly', 'Hourly timer');
    await page.keyboard.press('Enter');
    await page.waitForURL(/#\/timer/u);
  });

  await test.step('a scan opens the product of its code', async () => {
    await open(page);
    await scan(page, 'BNS-001');
    await page.waitForURL(/#\/products\?product=\d+/u);
    await expect(palette(page)).toHaveCount(0);
  });

  await test.step('it opens over a cart, does what the till does, and leaves the cart alone', async () => {
    await showScreen(page, '/sell');
    await till(page).add('espresso');
    await find(page, 'hold', 'Hold the cart');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('dialog')).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(till(page).lines).toHaveCount(1);
    await page.keyboard.press('F3');
    await expect(page.getByRole('dialog').getByRole('option').first()).toBeVisible();
    await page.keyboard.press('Escape');
  });

  await test.step('what was used before stands first, on the next day too', async () => {
    await page.reload();
    await page.locator('#screen').waitFor();
    await open(page);
    const first = palette(page).getByRole('group').first();
    await expect(first).toContainText('Used before');
    await expect(first).toContainText('Hold the cart');
    await page.keyboard.press('Tab');
    await expect(marked(page)).not.toContainText('Hold the cart');
    await page.keyboard.press('Escape');
  });

  await test.step('locking leaves nothing to search', async () => {
    await find(page, 'sign out', 'Lock the till');
    await page.keyboard.press('Enter');
    await expect(page.locator('#screen')).toHaveCount(0);
    await page.keyboard.press('Control+k');
    await expect(palette(page)).toHaveCount(0);
  });
});

test('it can be read in every look, by everybody', async ({ page }, info) => {
  test.setTimeout(600_000);
  await openShop(page);
  await ask(page, 'setup.loadSample', {});
  const known = await knownTexts(page, ['espresso', 'zzzz']);
  const faults: string[] = [];
  for (const words of ['', 'espresso', '7001', 'zzzz']) {
    for (const mode of modesOf(words)) {
      await takeMode(page, mode);
      await page.keyboard.press('Control+k');
      const box = page.getByRole('combobox', { expanded: words !== 'zzzz' });
      await page.locator('[role="combobox"][aria-autocomplete="list"]').fill(words);
      await expect(box).toBeVisible();
      await settle(page);
      const path = info.outputPath(`palette-${words || 'empty'}-${mode.name}.png`);
      await page.screenshot({ path, animations: 'disabled' });
      await info.attach(`palette-${words || 'empty'}-${mode.name}`, { path, contentType: 'image/png' });
      for (const fault of await screenFaults(page, mode, known)) {
        faults.push(`“${words}”, ${mode.name}: ${fault}`);
      }
      await page.keyboard.press('Escape');
    }
  }
  expect(faults).toEqual([]);
});
