import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { expect, test } from './host.ts';
import { openShop } from './open-shop.ts';

const root = join(import.meta.dirname, '../..');

test('a second start brings the first to the front and ends', async ({ app, page, orderlla }) => {
  await openShop(page);
  await app.evaluate(({ BrowserWindow }) => {
    const [window] = BrowserWindow.getAllWindows();
    if (!window) throw new Error('There is no window');
    window.minimize();
    // Watched as a call: whether a window gets the focus is the desktop's decision.
    const focus = window.focus.bind(window);
    Reflect.set(globalThis, 'cameToTheFront', false);
    window.focus = () => {
      Reflect.set(globalThis, 'cameToTheFront', true);
      focus();
    };
  });

  const electron = createRequire(import.meta.url)('electron') as string;
  const second = spawn(electron, ['.', `--profile=${orderlla.profile}`], {
    cwd: root,
    env: { ...process.env, STANDIN_HEADLESS: '1' },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const said: string[] = [];
  second.stderr.on('data', (chunk: Buffer) => said.push(chunk.toString()));
  const [code, signal] = await once(second, 'exit');
  expect({ code, signal, said: said.join('') }).toMatchObject({ code: 0, signal: null });

  await expect
    .poll(() =>
      app.evaluate(({ BrowserWindow }) => ({
        minimized: BrowserWindow.getAllWindows().map((window) => window.isMinimized()),
        cameToTheFront: Reflect.get(globalThis, 'cameToTheFront') as boolean,
      })),
    )
    .toEqual({ minimized: [false], cameToTheFront: true });
  await expect(page.getByRole('searchbox', { name: 'Search products' })).toBeVisible();
});
