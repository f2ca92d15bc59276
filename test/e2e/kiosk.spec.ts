import type { Page } from 'playwright';
import { contract } from '../../src/shared/contract/index.ts';
import { orderCode } from '../../src/shared/domain/order-code.ts';
import { ask, askForReply } from './ask.ts';
import { expect, test } from './host.ts';
import { importCsv } from './import-csv.ts';
import { openShop, owner } from './open-shop.ts';
import { plainCatalogue } from './own-catalogue.ts';
import { atKiosk, turnOver } from './pages/turn-over.ts';

const customerPassword = 'sparrow-pond-4-kettle';

async function takeBack(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Staff' }).click();
  await page.getByLabel('Name').fill(owner.name);
  await page.getByLabel('PIN or password').fill(owner.pin);
  await page.getByRole('button', { name: 'Take screen back' }).click();
  await page.waitForURL(/\/index\.html/u);
  await page.locator('#screen').waitFor();
}

async function register(page: Page, username: string, name: string): Promise<void> {
  await page.getByLabel('Your name').fill(name);
  await page.getByLabel('Telephone or e-mail').fill('555-0142');
  await page.getByLabel('Address').fill('3 Low Road');
  await page.getByLabel('User name').fill(username);
  await page.getByLabel('Password', { exact: true }).fill(customerPassword);
  await page.getByRole('button', { name: 'Create my account' }).click();
}

/** Keys that a curious customer tries. */
const keys = [
  ...['Control+k', 'F1', '?', 'Control+Tab', 'Control+Escape', 'Alt+Space', 'Control+Shift+k', 'Control+1'],
  ...['F1', 'F3', 'F5', 'F6', 'F7', 'F10', 'F11', 'F12'],
  ...['r', 'p', 'o', 's', 'u', 'w', 'q', 'n', 't', '+', '-', '0', 'h', 'j', 'l'].map(
    (key) => `Control+${key}`,
  ),
  ...['Control+Shift+i', 'Control+Shift+j', 'Control+Shift+r', 'Control+Shift+n', 'Control+Shift+Delete'],
  ...['Alt+ArrowLeft', 'Alt+Home', 'Alt+F4', 'Shift+F10', 'ContextMenu'],
];

/** Ways that a page itself might go. */
const ways: readonly (readonly [string, string])[] = [
  ['the address of the till', "location.href = 'app://shop/index.html'"],
  ['another place of the till', "location.href = 'app://shop/index.html#/orders'"],
  ['replacing the address', "location.replace('app://shop/')"],
  ['a new window', "window.open('app://shop/index.html')"],
  ['a file', "location.href = 'file:///etc/passwd'"],
  ['the web', "location.href = 'https://example.com/'"],
  [
    'a link that is pressed',
    "Object.assign(document.createElement('a'), { href: 'app://shop/index.html', target: '_blank' }).click()",
  ],
  ['going back', 'history.back()'],
  [
    'an inner page',
    "document.body.append(Object.assign(document.createElement('iframe'), { src: 'app://shop/index.html' }))",
  ],
  ['closing', 'window.close()'],
  ['an empty window', "window.open('about:blank', '', 'width=400')"],
  ['printing', 'window.print()'],
  [
    'a download',
    "Object.assign(document.createElement('a'), { href: URL.createObjectURL(new Blob(['x'])), download: 'x.html' }).click()",
  ],
  [
    'an object of the till',
    "document.body.append(Object.assign(document.createElement('object'), { data: 'app://shop/index.html' }))",
  ],
  ['the microphone', 'navigator.mediaDevices.getUserMedia({ audio: true })'],
  ['what was copied before', 'navigator.clipboard.readText()'],
  ['a program of its own', "new Worker('data:text/javascript,postMessage(1)')"],
  ['code from a text', "new Function('location.href = 'app://shop/index.html'')()"],
  ['another part of the page', "location.hash = '#/orders'"],
  [
    'a file that is dropped',
    "document.body.dispatchEvent(new DragEvent('drop', { bubbles: true, dataTransfer: Object.assign(new DataTransfer(), {}) }))",
  ],
];

test('sixty tries to get out of the kiosk reach nothing', async ({ page }) => {
  await openShop(page);
  await importCsv(page, plainCatalogue);
  await turnOver(page);
  let tries = 0;
  const stillThere = async (tried: string): Promise<void> => {
    tries += 1;
    await expect(page.getByRole('heading', { name: /^Welcome to/u }), tried).toBeVisible();
    expect(new URL(page.url()).pathname, tried).toBe('/kiosk.html');
    const people = await askForReply(page, 'session.people', {});
    expect(people.ok ? 'answered' : people.error.code, tried).toBe('forbidden');
  };
  for (const key of keys) {
    await page.keyboard.press(key);
    await stillThere(key);
  }
  for (const [tried, script] of ways) {
    await page.evaluate(script).catch(() => null);
    await page.waitForTimeout(150);
    await stillThere(tried);
  }
  await test.step('the address of the till, taken on and loaded anew', async () => {
    await page.evaluate("history.pushState(null, '', '/index.html#/orders')").catch(() => null);
    await page.reload().catch(() => null);
    await atKiosk(page);
    await stillThere('the address of the till, loaded anew');
  });
  await test.step('the codes of a product and of a receipt, scanned', async () => {
    for (const code of ['4006381333931', orderCode(1)]) {
      await page.keyboard.type(code, { delay: 5 });
      await page.keyboard.press('Enter');
      await page.waitForTimeout(150);
      await stillThere(`the code ${code}`);
    }
  });
  await test.step('larger than life', async () => {
    const ratio = () => page.evaluate(() => window.devicePixelRatio);
    const before = await ratio();
    await page.keyboard.down('Control');
    await page.mouse.wheel(0, -600);
    await page.keyboard.up('Control');
    expect(await ratio()).toBe(before);
    await stillThere('the wheel with Control');
  });
  await page.locator('main').click({ button: 'right' });
  await stillThere('the right button');
  await page.locator('main').click({ button: 'middle' });
  await stillThere('the middle button');
  expect(tries).toBeGreaterThanOrEqual(60);

  await test.step('every call of staff is refused', async () => {
    for (const [name, { needs }] of Object.entries(contract)) {
      const reply = await askForReply(page, name as never, { unheardOf: true });
      const code = reply.ok ? 'answered' : reply.error.code;
      expect([name, code]).toEqual([name, needs === 'kiosk' ? 'invalid-input' : 'forbidden']);
    }
  });
});

test('the kiosk is still the kiosk after the page is loaded anew and after a restart', async ({ launch }) => {
  const first = await launch({});
  await openShop(first.page);
  await turnOver(first.page);
  await first.page.reload();
  await atKiosk(first.page);
  // As after a power cut: nobody closes anything.
  const main = first.app.process();
  const ended = new Promise((resolve) => main.once('exit', resolve));
  main.kill('SIGKILL');
  await ended;
  const again = await launch({ profile: first.profile });
  await atKiosk(again.page);
  const reply = await askForReply(again.page, 'session.signIn', { staffId: 1, pin: owner.pin });
  expect(reply.ok ? 'answered' : reply.error.code).toBe('forbidden');
});

test('a customer registers, orders, sees it shipped, and cancels another', { tag: '@daily' }, async ({
  page,
}) => {
  await openShop(page);
  await importCsv(page, plainCatalogue);
  await turnOver(page);

  await test.step('choose, register, order twice', async () => {
    await page.getByRole('button', { name: /^Add /u }).first().click();
    await page
      .getByRole('button', { name: /^One more/u })
      .first()
      .click();
    await page.getByRole('button', { name: 'Check and order' }).click();
    await page.getByRole('button', { name: 'I am new here' }).click();
    await register(page, 'ada', 'Ada Byron');
    await page.getByText('UPI', { exact: true }).click();
    await page.getByRole('button', { name: /^Place order/u }).click();
    await expect(page.getByRole('heading', { name: /^Thank you/u })).toBeVisible();
    await page.getByRole('button', { name: 'See my orders' }).click();
    await page.getByRole('button', { name: 'Back' }).click();
    await page.getByRole('button', { name: /^Add /u }).first().click();
    await page.getByRole('button', { name: 'Check and order' }).click();
    await page.getByRole('button', { name: /^Place order/u }).click();
    await expect(page.getByText('Order 2')).toBeVisible();
  });

  await test.step('staff ship the first', async () => {
    await takeBack(page);
    expect((await ask(page, 'orders.get', { orderId: 1 })).awaited?.tenderName).toBe('UPI');
    await ask(page, 'orders.advance', {
      orderId: 1,
      from: 'received',
      to: 'shipped',
      tenders: [],
      leaveUnpaid: true,
    });
    await turnOver(page);
  });

  await test.step('the customer sees it, and cancels the second', async () => {
    await page.getByRole('button', { name: 'My orders' }).click();
    await page.getByLabel('User name').fill('Ada');
    await page.getByLabel('Password', { exact: true }).fill(customerPassword);
    await page.locator('form').getByRole('button', { name: 'Sign in' }).click();
    await page.getByRole('button', { name: /Order 1/u }).click();
    await expect(page.locator('[aria-current="step"]')).toHaveText('Shipped');
    await expect(page.getByRole('button', { name: 'Cancel this order' })).toHaveCount(0);
    await page.getByRole('button', { name: 'Back' }).click();
    await page.getByRole('button', { name: /Order 2/u }).click();
    await page.getByRole('button', { name: 'Cancel this order' }).click();
    await expect(page.getByText('This cannot be undone', { exact: false })).toBeVisible();
    await page.getByRole('button', { name: 'Cancel order' }).click();
    await expect(page.getByText('Cancelled', { exact: true })).toBeVisible();
  });

  await test.step('somebody else finds neither', async () => {
    await page.getByRole('button', { name: 'Sign out' }).click();
    await page.getByRole('button', { name: 'Sign in' }).click();
    await page.getByRole('button', { name: 'I am new here' }).click();
    await register(page, 'ben', 'Ben Cole');
    await expect(page.getByRole('button', { name: 'Ben Cole' })).toBeVisible();
    for (const call of ['kiosk.order', 'kiosk.cancel'] as const) {
      const reply = await askForReply(page, call, { orderId: 1 });
      expect(reply.ok ? 'answered' : reply.error.code).toBe('not-found');
    }
  });
});
