import type { ElectronApplication } from 'playwright';
import { everyOrder } from '../all-orders.ts';

/** Playwright lets go of a page that crashed: what the window says and does from then on goes through main. */
export function inWindow<T>(app: ElectronApplication, code: string): Promise<T> {
  return app.evaluate(
    ({ BrowserWindow }, given) =>
      BrowserWindow.getAllWindows()[0]?.webContents.executeJavaScript(given) as Promise<T>,
    code,
  );
}

/** What main knows of the till, and what its window shows of it. Amounts are in the smallest unit. */
export type TillState = {
  /** Number and total of the newest order; 0 and 0 before the first. */
  readonly newest: number;
  readonly newestTotal: number;
  /** What the cart that main keeps comes to. */
  readonly kept: number;
  /** What the cart on the screen comes to; 0 where it is empty. */
  readonly shown: number;
};

/** For code in the window: presses its buttons, and asks main as it would itself. */
const hands = `
  const until = async (look) => {
    const end = performance.now() + 60000;
    while (performance.now() < end) {
      const found = await look();
      if (found) return found;
      await new Promise((next) => setTimeout(next, 20));
    }
    throw new Error('It never came: ' + look + ' ' + JSON.stringify(await state()));
  };
  const press = async (name) => {
    const named = (one) => name.test(one.getAttribute('aria-label') ?? one.textContent);
    (await until(() => [...document.querySelectorAll('button:not([disabled])')].find(named))).click();
  };
  const add = async (product) =>
    (await until(() => document.querySelectorAll('[role="option"]')[product])).click();
  const ask = async (name, input) => {
    const reply = await window.orderlla.invoke(name, input);
    if (!reply.ok) throw new Error(name + ': ' + reply.error.code);
    return reply.value;
  };
  // Until the cart from before was looked for, neither of the two is on the screen.
  const isKnown = () =>
    document.querySelector('[aria-label="Cart lines"] > li') !== null ||
    document.body.innerText.includes('Nothing in the cart yet');
  const state = async () => {
    const [cart, orders] = await Promise.all([
      ask('carts.open', {}),
      ask('orders.list', ${JSON.stringify(everyOrder)}),
    ]);
    const lines = cart?.content.lines ?? [];
    const [newest] = orders.items;
    const hasLines = document.querySelector('[aria-label="Cart lines"] > li') !== null;
    const total = document.querySelector('output[aria-label="Total"]')?.textContent ?? '';
    return {
      newest: newest?.id ?? 0,
      newestTotal: newest?.total ?? 0,
      kept: lines.reduce((sum, { quantity, unitPrice }) => sum + (quantity / 1000) * unitPrice, 0),
      shown: hasLines ? Number(total.replaceAll(/[^0-9]/gu, '')) : 0,
    };
  };
`;

const run = (words: string): string => `(async () => {${hands}${words}})()`;

/** What a cashier is about when the window dies. */
export const moments = ['adding', 'paying', 'placing'] as const;
export type Moment = (typeof moments)[number];

/** Puts products into the cart, by their places on the shelf, and waits until main keeps what the screen shows. */
export function fillCart(app: ElectronApplication, products: readonly number[]): Promise<TillState> {
  const words = `
    await until(isKnown);
    const before = await state();
    for (const product of ${JSON.stringify(products)}) await add(product);
    return until(async () => {
      const now = await state();
      return now.shown !== before.shown && now.kept === now.shown && now;
    });`;
  return inWindow(app, run(words));
}

export function tillState(app: ElectronApplication): Promise<TillState> {
  return inWindow(app, run('await until(isKnown); return state();'));
}

/** Sells what is in the cart. */
export function sellCart(app: ElectronApplication): Promise<void> {
  return inWindow(app, run(`${pay} await press(/^Finish sale/u); await press(/^New sale/u);`));
}

/** Drops the cart that main keeps. */
export function dropCart(app: ElectronApplication, requestId: string): Promise<void> {
  const words = `
    const cart = await ask('carts.open', {});
    await window.orderlla.invoke('carts.discard', { cartId: cart.cartId }, '${requestId}');`;
  return inWindow(app, run(words));
}

/** With the amount: the till also offers to take goods back. */
const pay = 'await press(/^Take [^a-z]?[0-9]/u); await press(/^Cash/u);';

const before: Readonly<Record<Moment, string>> = {
  adding: '',
  paying: pay,
  placing: `${pay} await until(() => document.querySelector('[role="dialog"] output[aria-label="Change"]'));`,
};
const deeds: Readonly<Record<Moment, string>> = {
  adding: 'await add(0);',
  paying: '',
  placing: 'await press(/^Finish sale/u);',
};

/** How long after the window's death, milliseconds: its page was there again, and so was its cart. */
export type CameBack = { readonly page: number; readonly cart: number };

/**
 * Has the window do something and crashes it so many milliseconds later. Answers when the cart, or that there is none,
 * was on the screen again.
 */
export async function crashWhile(app: ElectronApplication, moment: Moment, after: number): Promise<CameBack> {
  await inWindow(app, run(before[moment]));
  return app.evaluate(
    ({ BrowserWindow }, given) =>
      new Promise<CameBack>((resolve, reject) => {
        const [window] = BrowserWindow.getAllWindows();
        if (!window) throw new Error('There is no window');
        const { webContents } = window;
        webContents.once('render-process-gone', () => {
          const died = performance.now();
          webContents.once('dom-ready', () => {
            const page = performance.now() - died;
            webContents
              .executeJavaScript(given.known)
              .then(() => resolve({ page, cart: performance.now() - died }), reject);
          });
        });
        // It never hears the answer.
        webContents.executeJavaScript(given.deed).catch(() => undefined);
        setTimeout(() => webContents.forcefullyCrashRenderer(), given.after);
      }),
    { deed: run(deeds[moment]), known: run('await until(isKnown);'), after },
  );
}
