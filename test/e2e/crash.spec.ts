import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ElectronApplication, Page } from 'playwright';
import { seededRandom } from '../crash/seeded-random.ts';
import { allOrders } from './all-orders.ts';
import { ask } from './ask.ts';
import { crashWindows } from './crashes/crash-rounds.ts';
import { inWindow, tillState } from './crashes/till-from-main.ts';
import { expect, type Orderlla, test } from './host.ts';
import { importCsv } from './import-csv.ts';
import { openShop, owner } from './open-shop.ts';
import { plainCatalogue } from './own-catalogue.ts';
import { checkout } from './pages/checkout.ts';
import { lockScreen } from './pages/lock-screen.ts';
import { till } from './pages/till.ts';

async function openCart(page: Page): Promise<void> {
  await openShop(page);
  await importCsv(page, plainCatalogue);
  const sell = till(page);
  await sell.add('tea');
  await sell.add('bread');
  await sell.add('tea');
  await expect(sell.total).toHaveText('€12.20');
  // Written down a moment after the last change; a crash before that may lose that change, and no more.
  await expect
    .poll(async () => JSON.stringify((await ask(page, 'carts.open', {}))?.content ?? null))
    .toContain('2000');
}

test('the window crashes in sales: the cart is back, or its order is there once', async ({ launch }) => {
  test.setTimeout(600_000);
  const profile = mkdtempSync(join(tmpdir(), 'orderlla-crash-'));
  try {
    const random = seededRandom(20_261_129);
    const { failures, backAfter } = await crashWindows({ launch, profile, rounds: 5, random });
    expect(failures).toEqual([]);
    // How soon it was back is a figure, which the long test prints.
    expect(backAfter).toHaveLength(5);
  } finally {
    rmSync(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  }
});

/** Freezes the window, and comes back when there is a new page in its place. */
function freeze(app: ElectronApplication): Promise<void> {
  return app.evaluate(
    ({ BrowserWindow }) =>
      new Promise<void>((resolve) => {
        const contents = BrowserWindow.getAllWindows()[0]?.webContents;
        contents?.once('render-process-gone', () => contents.once('dom-ready', () => resolve()));
        contents?.executeJavaScript('for (;;);').catch(() => undefined);
      }),
  );
}

test.describe('a window that freezes', () => {
  test.use({ orderllaOptions: { env: { STANDIN_UNRESPONSIVE_MS: '2000' } } });

  test('is opened again, with the cart, and says so', async ({ app, page }) => {
    await openCart(page);
    const isBack = freeze(app);
    // Electron notices it by a key that is not answered.
    page.keyboard.press('a').catch(() => undefined);
    await isBack;
    expect(await tillState(app)).toEqual({ newest: 0, newestTotal: 0, kept: 1220, shown: 1220 });
    const notices = `document.querySelector('[aria-label="Notices"]').innerText`;
    expect(await inWindow<string>(app, notices)).toMatch(/^This window did not answer any more/u);
  });
});

function end({ app }: Orderlla): Promise<void> {
  const main = app.process();
  const ended = new Promise<void>((resolve) => main.once('exit', () => resolve()));
  main.kill('SIGKILL');
  return ended;
}

async function sellCart(page: Page): Promise<void> {
  const pay = checkout(page);
  await till(page).pay.click();
  await pay.tender('Cash').click();
  await pay.finish.click();
  await expect(pay.paid).toBeVisible();
}

test('the process is killed in the middle of a sale: the cart is there after signing in', {
  tag: '@daily',
}, async ({ orderlla, page, launch }) => {
  await openCart(page);
  await end(orderlla);
  const again = await launch({ profile: orderlla.profile });
  await lockScreen(again.page).enterPassword(owner.password);
  const sell = till(again.page);
  await expect(sell.total).toHaveText('€12.20');
  await expect(sell.line('Harbour tea')).toContainText('2 ×');
  await expect(sell.lines).toHaveCount(2);

  await sellCart(again.page);
  expect(await allOrders(again.page)).toHaveLength(1);
});

test('the process is killed as the order is placed: sold once, or still in the cart', async ({
  orderlla,
  page,
  launch,
}) => {
  await openCart(page);
  let running: Orderlla = orderlla;
  let sold = 0;
  for (const after of [0, 15, 60]) {
    const { page: now, profile } = running;
    const pay = checkout(now);
    await till(now).pay.click();
    await pay.tender('Cash').click();
    await expect(pay.change).toHaveText('€0.00');
    await pay.finish.evaluate((button: HTMLElement) => void setTimeout(() => button.click(), 0));
    await now.waitForTimeout(after);
    await end(running);
    running = await launch({ profile });
    await lockScreen(running.page).enterPassword(owner.password);
    const state = await tillState(running.app);
    const isSold = state.newest === sold + 1;
    expect(state).toMatchObject(
      isSold
        ? { newest: sold + 1, newestTotal: 1220, kept: 0, shown: 0 }
        : { newest: sold, kept: 1220, shown: 1220 },
    );
    if (!isSold) {
      await sellCart(running.page);
      await checkout(running.page).newSale.click();
    }
    sold += 1;
    expect(await allOrders(running.page)).toHaveLength(sold);
    for (const words of ['tea', 'bread', 'tea']) await till(running.page).add(words);
    await expect(till(running.page).total).toHaveText('€12.20');
  }
});
