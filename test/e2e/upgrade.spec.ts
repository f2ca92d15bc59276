import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import type { Page } from 'playwright';
import { fixtures, layFixture } from '../support/fixtures.ts';
import { allOrders } from './all-orders.ts';
import { ask } from './ask.ts';
import { expect, test } from './host.ts';
import { owner, showScreen } from './open-shop.ts';
import { checkout } from './pages/checkout.ts';
import { lockScreen } from './pages/lock-screen.ts';
import { till } from './pages/till.ts';

let profile: string;
const shopFile = () => join(profile, 'shop.db');

test.beforeEach(() => {
  profile = mkdtempSync(join(tmpdir(), 'orderlla-upgrade-'));
  const fixture = fixtures().find(({ schema }) => schema === 9);
  if (!fixture) throw new Error('the fixture of schema 9 is gone');
  layFixture(fixture, profile);
  // The keys of the tests, as a system without a store of keys keeps them.
  const keys = Buffer.concat([Buffer.alloc(32, 1), Buffer.alloc(32, 2)]).toString('base64');
  writeFileSync(join(profile, 'keys.json'), JSON.stringify({ protection: 'file', keys }), { mode: 0o600 });
  writeFileSync(join(profile, 'machine.json'), JSON.stringify({ isShopOpened: true }));
});
test.afterEach(() => rmSync(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 }));

/** Does something to the file as it lies there. */
function editFile(statements: string): void {
  const file = new DatabaseSync(shopFile());
  try {
    file.exec(statements);
  } finally {
    file.close();
  }
}

/** So many bytes in which nothing is any more: a large file takes its time. */
function letGrow(bytes: number): void {
  editFile(`CREATE TABLE grown (bytes BLOB); INSERT INTO grown VALUES (zeroblob(${bytes})); DROP TABLE grown;
    PRAGMA wal_checkpoint(TRUNCATE);`);
}

async function expectSells(page: Page): Promise<void> {
  await lockScreen(page).enterPassword(owner.password);
  const sell = till(page);
  const pay = checkout(page);
  await sell.add('Tea');
  await sell.pay.click();
  await pay.tender('Cash').click();
  await pay.finish.click();
  await expect(pay.paid).toBeVisible();
  await pay.newSale.click();
}

test('a shop of an earlier version is backed up, upgraded and sells', { tag: '@daily' }, async ({
  launch,
}) => {
  letGrow(150_000_000);
  const { page } = await launch({ profile });

  await test.step('somebody waits for it on a page that says so', async () => {
    await expect(page.getByRole('heading')).toHaveText('Your shop is being brought to this version');
    await expect(page.getByRole('status')).toContainText(/\d % done$/u);
    await expect(page.getByRole('link')).toHaveCount(0);
    await page.locator('body[data-app="ready"]').waitFor({ timeout: 120_000 });
  });

  await test.step('it sells, and everything is there', async () => {
    await expectSells(page);
    expect((await allOrders(page)).map(({ id }) => id)).toEqual([11, 10, 9, 8, 7, 6, 5, 4, 3, 2, 1]);
  });

  await test.step('its log has no finding', async () => {
    await ask(page, 'audit.verify', { scope: 'whole', cause: 'manual' });
    expect((await ask(page, 'audit.findings', { state: 'all', cursor: null, limit: 100 })).items).toEqual([]);
  });

  await test.step('the backup from before is in the list', async () => {
    await showScreen(page, '/backups');
    await expect(page.getByRole('row', { name: /Before an update/u })).toContainText('Verified');
    const made = (await ask(page, 'backups.list', {})).find(({ cause }) => cause === 'before-upgrade');
    expect(made).toMatchObject({ state: 'verified', facts: { orders: 10, schema: 9 } });
  });
});

test('what cannot be upgraded stays as it was, and can be tried again', async ({ launch }) => {
  const before = readFileSync(shopFile());
  // Nothing can be written where the copy goes.
  const inTheWay = `${shopFile()}.upgrade`;
  mkdirSync(inTheWay);
  writeFileSync(join(inTheWay, 'something'), '');
  const { page } = await launch({ profile });
  await expect(page.getByRole('heading')).toHaveText('The shop could not be brought to this version');
  await expect(page.getByText('A backup was made before and checked.')).toBeVisible();
  await expect(page.getByText(join(profile, 'backups'), { exact: true })).toBeVisible();
  expect(readFileSync(shopFile()).equals(before)).toBe(true);

  rmSync(inTheWay, { recursive: true });
  await page.getByRole('link', { name: 'Try again' }).click();
  await page.locator('body[data-app="ready"]').waitFor({ timeout: 120_000 });
  await expectSells(page);
});

test('a file of a newer version is refused as it is, with a way out', async ({ launch }) => {
  editFile('CREATE TABLE ofTomorrow (x); PRAGMA user_version = 900; PRAGMA wal_checkpoint(TRUNCATE);');
  const before = readFileSync(shopFile());
  const { page, app } = await launch({ profile });
  await expect(page.getByRole('heading')).toHaveText('This shop file is from a newer Orderlla');
  await expect(page.getByText('Install the newer version on this computer')).toBeVisible();
  await expect(page.getByText('Nothing was changed, and no new shop was made.')).toBeVisible();
  await expect(page.getByText(shopFile(), { exact: true })).toBeVisible();
  await app.close();
  expect(readFileSync(shopFile()).equals(before)).toBe(true);
});
