import type { Page, TestInfo } from 'playwright/test';
import type { MachineSettings } from '../../src/shared/contract/machine.ts';
import { ask } from './ask.ts';
import { expect, test } from './host.ts';
import { openShop } from './open-shop.ts';
import { firstMode, settle } from './screens/modes.ts';
import { screenFaults } from './screens/screen-faults.ts';

test.describe.configure({ mode: 'parallel' });
// Some sixty pictures, each searched by axe: minutes on a busy machine.
test.setTimeout(900_000);

type Look = Pick<MachineSettings, 'theme' | 'language' | 'textSize'>;

const sizes = [
  { name: 'wide', width: 1280, height: 800 },
  { name: 'small', width: 1024, height: 768 },
  { name: 'upright', width: 800, height: 1280 },
] as const;

/** Where a customer comes by, each by the labels of the page, from where the one before led. */
const places: readonly { readonly name: string; readonly go: (page: Page) => Promise<void> }[] = [
  { name: 'choose', go: (page) => expect(page.locator('main li').first()).toBeVisible() },
  {
    name: 'basket',
    go: async (page) => {
      await page.locator('main section li button:has(svg)').nth(0).click();
      await page.locator('main section li button:has(svg)').nth(3).click();
      await expect(page.locator('aside li').first()).toBeVisible();
    },
  },
  {
    name: 'kinds',
    go: async (page) => {
      await page.locator('main input').fill('mug');
      await page.locator('main section li button').first().click();
      await expect(page.getByRole('dialog')).toBeVisible();
    },
  },
  {
    name: 'nothing-found',
    go: async (page) => {
      await page.keyboard.press('Escape');
      await page.locator('main input').fill('zzzz');
      await expect(page.locator('main h2, main h3').first()).toBeVisible();
    },
  },
  {
    name: 'sign-in',
    go: async (page) => {
      await page.locator('main input').fill('');
      await page.locator('aside button').nth(-2).click();
      await expect(page.locator('form input').first()).toBeVisible();
    },
  },
  { name: 'register', go: (page) => page.locator('form button').last().click() },
  {
    name: 'register-missing',
    go: async (page) => {
      await page.locator('form button[type="submit"]').click();
      await expect(page.locator('form [aria-invalid="true"]').first()).toBeVisible();
    },
  },
  {
    name: 'check',
    go: async (page) => {
      const fields = page.locator('form input, form textarea');
      const values = [
        'Maximiliana Featherstonehaugh',
        '555-0142',
        '3 Low Road',
        'ada',
        'sparrow-pond-4-kettle',
      ];
      for (const [index, value] of values.entries()) await fields.nth(index).fill(value);
      await page.locator('form button[type="submit"]').click();
      await expect(page.locator('main textarea')).toBeVisible();
    },
  },
  {
    name: 'done',
    go: async (page) => {
      await page.locator('main button').last().click();
      await expect(page.locator('main [role="status"] h2')).toBeVisible();
    },
  },
  {
    name: 'orders',
    go: async (page) => {
      await page.locator('main button').first().click();
      await expect(page.locator('main li button').first()).toBeVisible();
    },
  },
  {
    name: 'order',
    go: async (page) => {
      await page.locator('main li button').first().click();
      await expect(page.locator('main dl')).toBeVisible();
    },
  },
  {
    name: 'cancel',
    go: async (page) => {
      await page.locator('main button').last().click();
      await expect(page.getByRole('alertdialog')).toBeVisible();
    },
  },
  {
    name: 'account',
    go: async (page) => {
      await page.keyboard.press('Escape');
      await page.locator('header nav button').nth(1).click();
      await expect(page.locator('main input').first()).toBeVisible();
    },
  },
  {
    name: 'staff',
    go: async (page) => {
      await page.locator('header nav button').last().click();
      await expect(page.getByRole('dialog')).toBeVisible();
    },
  },
];

/** Looks at one place in every size, keeps pictures, and says what is wrong. */
async function lookAt(page: Page, info: TestInfo, place: string): Promise<readonly string[]> {
  const faults: string[] = [];
  for (const { name, width, height } of sizes) {
    await page.setViewportSize({ width, height });
    await settle(page);
    const path = info.outputPath(`kiosk-${place}-${name}.png`);
    await page.screenshot({ path, animations: 'disabled' });
    await info.attach(`kiosk-${place}-${name}`, { path, contentType: 'image/png' });
    // What is not translated is looked for on the screens of staff: both take their words from one place.
    for (const fault of await screenFaults(page, firstMode, [])) faults.push(`${place}, ${name}: ${fault}`);
  }
  await page.setViewportSize(sizes[0]);
  return faults;
}

async function walkKiosk(page: Page, info: TestInfo, look: Look): Promise<void> {
  await openShop(page);
  await ask(page, 'setup.loadSample', {});
  // A basket that is looked at for long would be emptied.
  await ask(page, 'shop.update', { kioskIdleSeconds: 600 });
  await ask(page, 'machine.setLook', look);
  await ask(page, 'kiosk.enter', {}).catch(() => null);
  await page.waitForURL(/\/kiosk\.html/u);
  await page.locator('body[data-app="ready"]').waitFor({ state: 'attached' });
  const faults: string[] = [];
  for (const place of places) {
    await test.step(place.name, async () => {
      await place.go(page);
      faults.push(...(await lookAt(page, info, place.name)));
    });
  }
  expect(faults).toEqual([]);
}

test('every screen of the kiosk in light', async ({ page }, info) => {
  await walkKiosk(page, info, { theme: 'light', language: 'en', textSize: 'normal' });
});

test('every screen of the kiosk in dark', async ({ page }, info) => {
  await walkKiosk(page, info, { theme: 'dark', language: 'en', textSize: 'normal' });
});

test('every screen of the kiosk mirrored, in large text', async ({ page }, info) => {
  await walkKiosk(page, info, { theme: 'light', language: 'pseudo-rtl', textSize: 'larger' });
});

test('a customer who goes away is asked, counted down and forgotten', async ({ page }, info) => {
  await openShop(page);
  await ask(page, 'setup.loadSample', {});
  await ask(page, 'shop.update', { kioskIdleSeconds: 20 });
  await ask(page, 'kiosk.enter', {}).catch(() => null);
  await page.waitForURL(/\/kiosk\.html/u);
  await page.locator('main section li button:has(svg)').first().click();
  await expect(page.locator('aside li')).toHaveCount(1);
  const question = page.getByRole('alertdialog', { name: 'Are you still there?' });
  await expect(question).toContainText(/In \d+ seconds/u);
  expect(await lookAt(page, info, 'idle')).toEqual([]);
  await page.getByRole('button', { name: 'I am still here' }).click();
  await expect(page.locator('aside li')).toHaveCount(1);
  // Nobody answers this time.
  await expect(question).toBeVisible({ timeout: 30_000 });
  await expect(question).toBeHidden({ timeout: 30_000 });
  await expect(page.locator('aside li')).toHaveCount(0);
});
