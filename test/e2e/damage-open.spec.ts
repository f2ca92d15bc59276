import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import BetterSqlite3 from 'better-sqlite3';
import type { Page } from 'playwright';
import { allOrders } from './all-orders.ts';
import { ask } from './ask.ts';
import { expect, type Orderlla, test } from './host.ts';
import { importCsv } from './import-csv.ts';
import { openShop, owner, showScreen } from './open-shop.ts';
import { plainCatalogue } from './own-catalogue.ts';
import { checkout } from './pages/checkout.ts';
import { lockScreen } from './pages/lock-screen.ts';
import { till } from './pages/till.ts';
import { damageTables, way } from './trouble-shop.ts';

let profile: string;
test.beforeEach(() => {
  profile = mkdtempSync(join(tmpdir(), 'orderlla-damage-'));
});
test.afterEach(() => rmSync(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 }));

const shopFile = () => join(profile, 'shop.db');

async function sell(page: Page): Promise<void> {
  await till(page).add('tea');
  await pay(page);
}

async function pay(page: Page): Promise<void> {
  await till(page).pay.click();
  const paying = checkout(page);
  await paying.tender('Cash').click();
  await paying.finish.click();
  await expect(paying.paid).toBeVisible();
  await paying.newSale.click();
}

async function shopWithSales({ page }: Orderlla): Promise<void> {
  await openShop(page);
  await importCsv(page, plainCatalogue);
  await sell(page);
}

const heading = (page: Page) => page.getByRole('heading', { level: 1 });

test('a shop file that is damaged while it is open stops selling; its backup is brought back, with the cart', async ({
  launch,
}) => {
  const started = await launch({ profile });
  await shopWithSales(started);
  await ask(started.page, 'backups.make', {});
  await till(started.page).add('bread');
  await expect
    .poll(async () => JSON.stringify((await ask(started.page, 'carts.open', {}))?.content ?? null))
    .toContain('1000');
  damageTables(profile, ['orders', 'orderLines', 'orderEvents']);
  // Whatever is asked next meets it: the sale that somebody is about to make.
  await started.page.evaluate(() => window.location.assign('#/orders'));
  await expect(heading(started.page)).toHaveText('The shop file is damaged', { timeout: 60_000 });
  await expect(started.page.getByText('The open sale of 1 item is kept too.')).toBeVisible();
  // Somebody sleeps on it.
  await started.close();
  const { page } = await launch({ profile });
  await expect(heading(page)).toHaveText('The shop file is damaged');
  await expect(page.getByText('The open sale of 1 item is kept too.')).toBeVisible();
  const damaged = readFileSync(shopFile());

  await way(page, 'Bring back this backup…').click();
  await way(page, 'Bring this shop back').click();
  await lockScreen(page).enterPassword(owner.password);
  await showScreen(page, '/sell');
  await expect(till(page).line('Walnut bread')).toBeVisible();
  await pay(page);
  expect(await allOrders(page)).toHaveLength(2);
  expect(existsSync(join(profile, 'open-carts.json'))).toBe(false);
  const aside = join(profile, 'backups', 'put-aside');
  const kept = readdirSync(aside).find((name) => name.endsWith('.db')) ?? '';
  expect(readFileSync(join(aside, kept)).equals(damaged)).toBe(true);
});

test('after an unclean end the shop file is looked through while selling goes on', async ({ launch }) => {
  const started = await launch({ profile });
  await shopWithSales(started);
  const main = started.app.process();
  const ended = new Promise<void>((resolve) => main.once('exit', () => resolve()));
  main.kill('SIGKILL');
  await ended;

  const { page } = await launch({ profile });
  await lockScreen(page).enterPassword(owner.password);
  await expect(page.getByText('Everything is in order. Orderlla did not close properly')).toBeVisible();
  await sell(page);
  expect(await allOrders(page)).toHaveLength(2);
  // It goes by itself once it was read.
  await expect(page.getByText('Everything is in order.')).toBeHidden({ timeout: 30_000 });
});

test('an orderly end is no unclean one, and the owner has the file checked by hand', async ({ launch }) => {
  const started = await launch({ profile });
  await shopWithSales(started);
  await started.close();
  const { page } = await launch({ profile });
  await lockScreen(page).enterPassword(owner.password);
  await showScreen(page, '/backups');
  expect((await ask(page, 'condition.state', {})).unclean).toBeNull();
  await expect(page.getByText('itself is looked through each week')).toBeVisible();
  await expect.poll(async () => (await ask(page, 'backups.state', {})).running).toBeNull();
  await page.getByRole('button', { name: 'Check the shop file' }).click();
  await expect(page.getByText('The shop file was checked as a whole and is in order.')).toBeVisible({
    timeout: 60_000,
  });
  await expect(page.getByText('was last checked as a whole')).toBeVisible();
});

test('a shop file that another program holds stops selling, and selling goes on by itself once it lets go', async ({
  launch,
}) => {
  const started = await launch({ profile });
  const { page } = started;
  await shopWithSales(started);
  await till(page).add('bread');
  await till(page).pay.click();
  const paying = checkout(page);
  await paying.tender('Cash').click();
  const other = new BetterSqlite3(shopFile());
  other.exec('BEGIN IMMEDIATE');
  await paying.finish.click();
  await expect(page.getByText('Another program is holding the shop file: perhaps').first()).toBeVisible();
  await page.keyboard.press('Escape');
  // The cash lies on the counter: leaving says that it goes back.
  await paying.leave.click();
  const notice = page.getByRole('alert').filter({ hasText: 'Selling stops until it lets go' });
  await expect(notice).toBeVisible();
  await notice.getByRole('button', { name: 'Look again' }).click();
  await expect(page.getByText('The shop file still cannot be written.')).toBeVisible();
  other.exec('ROLLBACK');
  other.close();
  await expect(notice).toBeHidden({ timeout: 30_000 });
  await pay(page);
  expect(await allOrders(page)).toHaveLength(2);
});
