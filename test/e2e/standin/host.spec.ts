import { existsSync } from 'node:fs';
import { expect, launchOrderlla, test } from '../host.ts';

test('starts the built application on a folder of its own', async ({ app, page, orderlla }) => {
  expect(await app.evaluate(({ app: self }) => self.getName())).toBe('Orderlla');
  expect(await app.evaluate(({ app: self }) => self.getPath('userData'))).toBe(orderlla.profile);
  await expect(page).toHaveTitle(/Orderlla/u);
  const url = await app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()[0]?.webContents.getURL(),
  );
  expect(url).toMatch(/^app:\/\/shop\//u);
});

test('notices what main sends to another machine', async () => {
  const orderlla = await launchOrderlla();
  try {
    expect(await orderlla.leftTheMachine()).toEqual([]);
    await orderlla.app.evaluate(() =>
      fetch('http://192.0.2.1:8443/', { signal: AbortSignal.timeout(500) }).catch(() => undefined),
    );
    expect(await orderlla.leftTheMachine()).toEqual(['socket 192.0.2.1:8443']);
  } finally {
    await orderlla.close();
  }
  expect(existsSync(orderlla.profile)).toBe(false);
});

test('comes back to a profile that is kept', async ({ launch, orderlla }) => {
  await orderlla.app.close();
  const again = await launch({ profile: orderlla.profile });
  expect(again.profile).toBe(orderlla.profile);
  await expect(again.page.locator('#root > *, body > main').first()).toBeAttached();
});
