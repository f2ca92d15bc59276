import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright';
import { createRequestId } from '../../src/renderer/bridge/request-id.ts';
import { type Asker, fillWithTexts, shopOfTexts } from '../support/fill-with-texts.ts';
import { hostileTexts } from '../support/hostile-texts.ts';
import { everyOrder } from './all-orders.ts';
import { ask, askForReply } from './ask.ts';
import { expect, test } from './host.ts';
import { crawl } from './hostile/crawl.ts';
import { type Watch, watchPage } from './hostile/watch.ts';
import { importCsv } from './import-csv.ts';
import { openShop, owner, shopOfJourneys, showScreen } from './open-shop.ts';
import { settle } from './screens/modes.ts';

test.describe.configure({ mode: 'parallel' });
const takesLong = process.env.ORDERLLA_HOSTILE_TEXTS === 'all';
test.setTimeout(takesLong ? 7_200_000 : 1_800_000);

/** Rounds of every call that takes a text, and how many places of one kind are looked at. */
const rounds = takesLong ? hostileTexts.length : 10;
const each = takesLong ? 4 : 1;

/** The address of every screen that the window has. */
const screens = readFileSync(join(import.meta.dirname, '../../src/renderer/frame/screens.tsx'), 'utf8');
const addresses = [...screens.matchAll(/path: '(\/[^']+)'/gu)].map(([, path = '']) => path);

/** A product for every text, its description another. */
function listOfProducts(): string {
  const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`;
  const rows = hostileTexts.map((text, index) => {
    const name = `${text.slice(0, 290)} ${index}`;
    return [quoted(name), quoted(hostileTexts[index - 1] ?? text), '2.50', '40'].join(',');
  });
  return ['name,description,price,stock', ...rows].join('\n');
}

/** A shop, its owner included, in which every text is a hostile one. */
async function openHostileShop(page: Page, howOften: number): Promise<Watch> {
  const watch = await watchPage(page);
  await ask(page, 'setup.openShop', shopOfTexts(shopOfJourneys, hostileTexts));
  const asker: Asker = (name, input) => askForReply(page, name, input, createRequestId());
  const filled = await fillWithTexts(asker, hostileTexts, howOften);
  // What a call needs that never is taken here, `hostile-texts.test.ts` says.
  expect([...filled].filter(([, { taken }]) => taken > 0).length).toBeGreaterThan(30);
  await importCsv(page, listOfProducts());
  await page.reload();
  return watch;
}

async function screensOf(page: Page, half: (index: number) => boolean): Promise<void> {
  const watch = await openHostileShop(page, rounds);
  const { items } = await ask(page, 'orders.list', { ...everyOrder, status: 'received' });
  const orderId = items[0]?.id ?? 1;
  const more = [
    `/orders/${orderId}/edit`,
    `/orders/${orderId}`,
    '/orders/1',
    '/returns/1',
    '/customers/1',
    '/products/1',
  ];
  const all = [...addresses, ...more];
  const show = async (address: string): Promise<void> => {
    if ((await page.locator('#screen').count()) === 0) await page.reload();
    await showScreen(page, address);
    await settle(page).catch(() => undefined);
    // What was typed is asked about before one leaves it: that is looked at where it is pressed.
    if ((await page.locator('[role="dialog"], [role="alertdialog"]').count()) === 0) return;
    await page.reload();
    await showScreen(page, address);
    await settle(page).catch(() => undefined);
  };
  const { faults } = await crawl(page, watch, {
    from: all.filter((_, index) => half(index)),
    others: all.filter((_, index) => !half(index)),
    each,
    not: /Lock|Turn over screen/u,
    texts: hostileTexts,
    show,
  });
  expect(faults).toEqual([]);
}

test('hostile texts are words on every screen, and nothing else', async ({ page }) => {
  await screensOf(page, (index) => index % 2 === 0);
});

test('hostile texts are words on every other screen, and nothing else', async ({ page }) => {
  await screensOf(page, (index) => index % 2 === 1);
});

test('hostile texts are words on the customers’ page and the lock screen, and nothing else', async ({
  page,
}) => {
  const watch = await openHostileShop(page, 2);
  const faults: string[] = [];
  await test.step('the lock screen', async () => {
    await ask(page, 'session.lock', {});
    await page.reload();
    await page.locator('body[data-app="ready"]').waitFor();
    faults.push(...(await watch.faults()));
    await ask(page, 'session.signIn', { staffId: 1, password: owner.password });
  });
  // The window is led to the customers' page before the answer comes.
  await ask(page, 'kiosk.enter', {}).catch(() => undefined);
  await page.waitForURL(/\/kiosk\.html/u);
  await page.locator('body[data-app="ready"]').waitFor({ state: 'attached' });
  const [name = '', address = '', phone = ''] = hostileTexts;
  const contact = { name, address: address.slice(0, 400), phone: phone.slice(0, 60) };
  await ask(page, 'kiosk.register', { username: 'eve', password: 'sparrow-pond-4-kettle', ...contact });
  const show = async (): Promise<void> => {
    await page.reload();
    await page.locator('body[data-app="ready"]').waitFor({ state: 'attached' });
    await settle(page).catch(() => undefined);
  };
  const crawled = await crawl(page, watch, {
    from: [''],
    each: 1,
    not: /Sign out/u,
    texts: hostileTexts,
    show,
  });
  expect([...faults, ...crawled.faults]).toEqual([]);
});

test('the watch notices what a text would do that became more than words', async ({ page }) => {
  const watch = await watchPage(page);
  await openShop(page);
  await watch.faults();
  const made = (tag: string, name: string, value: string): string =>
    `const one = document.createElement('${tag}'); one.setAttribute('${name}', '${value}'); document.body.append(one)`;
  const deeds: readonly (readonly [string, RegExp])[] = [
    [made('p', 'x-hostile', '1'), /an element/u],
    [made('b', 'onpointerover', 'hostile(1)'), /a handler|the content policy/u],
    [made('img', 'src', 'https://evil.invalid/x'), /an address/u],
    [made('a', 'href', 'javascript:hostile(1)'), /an address/u],
    [made('i', 'style', 'background:url(x)'), /a style|the content policy/u],
    [made('iframe', 'title', 'x'), /an element/u],
    [made('script', 'title', 'x'), /a script/u],
    ["document.body.insertAdjacentHTML('beforeend', '<b>')", /the content policy/u],
    ['hostile(1)', /a script ran/u],
    ["setTimeout(() => alert('x'))", /a dialog/u],
    ["fetch('https://evil.invalid/x').catch(() => 0)", /the content policy|a request/u],
  ];
  for (const [deed, expected] of deeds) {
    // Some are refused on the spot, which the watch hears of as well.
    await page.evaluate(`{ ${deed} }`).catch(() => undefined);
    await expect
      .poll(async () => (await watch.faults()).join(' '), { timeout: 5000, message: deed })
      .toMatch(expected);
  }
});
