import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright';
import { allOrders } from './all-orders.ts';
import { ask } from './ask.ts';
import { expect, launchOrderlla, test } from './host.ts';
import { importCsv } from './import-csv.ts';
import { openShop, owner, showScreen } from './open-shop.ts';
import { plainCatalogue } from './own-catalogue.ts';
import { checkout } from './pages/checkout.ts';
import { lockScreen } from './pages/lock-screen.ts';
import { till } from './pages/till.ts';

async function sellTea(page: Page): Promise<void> {
  await showScreen(page, '/sell');
  const pay = checkout(page);
  await till(page).add('tea');
  await till(page).pay.click();
  await pay.tender('Cash').click();
  await pay.finish.click();
  await expect(pay.paid).toBeVisible();
  await pay.newSale.click();
}

/** Of every day: midnight may pass meanwhile. */
const orderCount = async (page: Page): Promise<number> => (await allOrders(page)).length;

/** The shop closed and another one opened: everybody signs in again. */
async function signInAgain(page: Page): Promise<void> {
  await expect(lockScreen(page).password).toBeVisible({ timeout: 60_000 });
  await ask(page, 'session.signIn', { staffId: 1, password: owner.password });
}

/** Presses the way back, and gives the password where it is asked for. */
async function bringBack(page: Page): Promise<void> {
  const dialog = page.getByRole('dialog').last();
  const act = dialog.getByRole('button', { name: /^(?:Bring this shop back|Go back)/u });
  await expect(act).toBeEnabled({ timeout: 60_000 });
  await expect(dialog.getByRole('progressbar')).toHaveCount(0, { timeout: 60_000 });
  await act.click();
}

test('a shop is brought back, gone back from, and opened at another computer', { tag: '@daily' }, async ({
  orderlla,
  page,
}) => {
  const recoveryCode = await openShop(page);
  await importCsv(page, plainCatalogue);
  await sellTea(page);
  await expect.poll(async () => (await ask(page, 'backups.state', {})).running).toBeNull();
  const made = await ask(page, 'backups.make', {});
  await sellTea(page);
  await sellTea(page);

  await test.step('what would be lost is told, and the shop is as it was', async () => {
    await showScreen(page, '/backups');
    await page.getByRole('row', { name: /By hand/u }).click();
    await page.getByRole('button', { name: 'Bring this shop back…' }).click();
    await expect(
      page
        .getByRole('dialog')
        .getByText(/2 orders/u)
        .first(),
    ).toBeVisible({ timeout: 60_000 });
    await bringBack(page);
    await signInAgain(page);
    expect(await orderCount(page)).toBe(1);
    expect((await ask(page, 'audit.state', {})).openFindings).toBe(0);
    await sellTea(page);
    expect(await orderCount(page)).toBe(2);
  });

  await test.step('the shop that was replaced is there, and is gone back to', async () => {
    await showScreen(page, '/backups?part=replaced');
    await page.getByRole('row').nth(1).click();
    await page.getByRole('button', { name: 'Go back to this shop…' }).click();
    await bringBack(page);
    await signInAgain(page);
    expect(await orderCount(page)).toBe(3);
    expect((await ask(page, 'audit.state', {})).openFindings).toBe(0);
  });

  await test.step('a new computer opens it with the code on paper', async () => {
    const profile = mkdtempSync(join(tmpdir(), 'orderlla-other-'));
    const other = await launchOrderlla({ profile });
    try {
      await other.app.evaluate(
        ({ dialog }, chosen) => {
          dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [chosen] });
        },
        join(orderlla.profile, 'backups', `${made.name}.db`),
      );
      await other.page.getByRole('button', { name: 'Bring a shop back from a file…' }).click();
      await other.page.getByLabel('Recovery code of that shop').fill(recoveryCode, { timeout: 60_000 });
      await bringBack(other.page);
      await signInAgain(other.page);
      expect(await orderCount(other.page)).toBe(1);
      await sellTea(other.page);
    } finally {
      await other.close();
      rmSync(profile, { recursive: true, force: true });
    }
  });
});
