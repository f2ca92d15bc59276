import type { ElectronApplication, Page } from 'playwright';
import { allOrders, everyOrder } from './all-orders.ts';
import { ask } from './ask.ts';
import { expect, test } from './host.ts';
import { importCsv } from './import-csv.ts';
import { openShop, owner } from './open-shop.ts';
import { plainCatalogue } from './own-catalogue.ts';
import { checkout } from './pages/checkout.ts';
import { lockScreen } from './pages/lock-screen.ts';
import { till } from './pages/till.ts';

const listOrders = `window.orderlla.invoke('orders.list', ${JSON.stringify(everyOrder)})`;

/** How many lines the cart has, once the window knows. */
const whenCartIsKnown = `new Promise((resolve) => {
  const look = () => {
    const lines = document.querySelectorAll('[aria-label="Cart lines"] > li').length;
    if (lines > 0 || document.body.innerText.includes('Nothing in the cart yet')) resolve(lines);
    else setTimeout(look, 20);
  };
  look();
})`;

/** How soon the cart must be back once the window is. */
const backWithin = 2000;

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

/** Playwright lets go of a page that crashed: what the window says now is asked through main. */
function inWindow<T>(app: ElectronApplication, code: string): Promise<T> {
  return app.evaluate(
    ({ BrowserWindow }, given) =>
      BrowserWindow.getAllWindows()[0]?.webContents.executeJavaScript(given) as Promise<T>,
    code,
  );
}

/** Crashes the window and answers how long, from when it was there again, the cart took to be back. */
function crashAndWait(app: ElectronApplication, total: string): Promise<number> {
  return app.evaluate(
    ({ BrowserWindow }, { wanted, within }) =>
      new Promise<number>((resolve, reject) => {
        const [window] = BrowserWindow.getAllWindows();
        if (!window) throw new Error('There is no window');
        const { webContents } = window;
        const read = 'document.querySelector(\'output[aria-label="Total"]\')?.textContent ?? ""';
        webContents.once('dom-ready', () => {
          const begun = performance.now();
          const look = async (): Promise<void> => {
            const shown: unknown = await webContents.executeJavaScript(read);
            const passed = performance.now() - begun;
            if (shown === wanted) resolve(passed);
            else if (passed > within) reject(new Error(`The cart is not back: ${String(shown)}`));
            else setTimeout(() => void look().catch(reject), 20);
          };
          void look().catch(reject);
        });
        webContents.forcefullyCrashRenderer();
      }),
    { wanted: total, within: 10 * backWithin },
  );
}

test('the window crashes in the middle of a sale: the cart is back at once', async ({ app, page }) => {
  await openCart(page);
  expect(await crashAndWait(app, '€12.20')).toBeLessThan(backWithin);
  const lines = await inWindow<readonly string[]>(
    app,
    `[...document.querySelectorAll('[aria-label="Cart lines"] > li')].map((line) => line.textContent)`,
  );
  expect(lines).toHaveLength(2);
  expect(lines[0]).toMatch(/^2 ×Harbour tea/u);
  expect(lines[1]).toMatch(/^1 ×Walnut bread/u);
});

test('the window crashes as the order is placed: sold or still in the cart, never both', async ({
  app,
  page,
}) => {
  await openCart(page);
  const pay = checkout(page);
  await till(page).pay.click();
  await pay.tender('Cash').click();
  await expect(pay.change).toHaveText('€0.00');
  // The press and the crash at once: the window never hears the answer.
  await pay.finish.evaluate((button: HTMLElement) => void setTimeout(() => button.click(), 0));
  await app.evaluate(
    ({ BrowserWindow }) =>
      new Promise<void>((resolve) => {
        const contents = BrowserWindow.getAllWindows()[0]?.webContents;
        contents?.once('dom-ready', () => resolve());
        contents?.forcefullyCrashRenderer();
      }),
  );
  // Until the cart from before was looked for, neither of the two is on the screen.
  const shown = await inWindow<number>(app, whenCartIsKnown);
  const { value } = await inWindow<{ readonly value: { readonly items: readonly unknown[] } }>(
    app,
    listOrders,
  );
  expect({ sold: value.items.length, shown }).toEqual(
    value.items.length === 1 ? { sold: 1, shown: 0 } : { sold: 0, shown: 2 },
  );
});

test('the process is killed in the middle of a sale: the cart is there after signing in', async ({
  orderlla,
  page,
  launch,
}) => {
  await openCart(page);
  const main = orderlla.app.process();
  const ended = new Promise<void>((resolve) => main.once('exit', () => resolve()));
  main.kill('SIGKILL');
  await ended;

  const again = await launch({ profile: orderlla.profile });
  await lockScreen(again.page).enterPassword(owner.password);
  const sell = till(again.page);
  await expect(sell.total).toHaveText('€12.20');
  await expect(sell.line('Harbour tea')).toContainText('2 ×');
  await expect(sell.lines).toHaveCount(2);

  const pay = checkout(again.page);
  await sell.pay.click();
  await pay.tender('Cash').click();
  await pay.finish.click();
  await expect(pay.paid).toBeVisible();
  expect(await allOrders(again.page)).toHaveLength(1);
});
