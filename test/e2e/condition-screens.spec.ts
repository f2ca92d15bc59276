import { mkdtempSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import BetterSqlite3 from 'better-sqlite3';
import type { Page } from 'playwright/test';
import { windowEndParameter, windowEnds } from '../../src/shared/contract/window-end.ts';
import { askForReply } from './ask.ts';
import { holdNext, killHeld } from './hold-process.ts';
import { expect, type Orderlla, test } from './host.ts';
import { importCsv } from './import-csv.ts';
import { openShop, showScreen } from './open-shop.ts';
import { plainCatalogue } from './own-catalogue.ts';
import { knownTexts } from './screens/known-texts.ts';
import { lookAt } from './screens/look-at.ts';
import { settle } from './screens/modes.ts';
import { way } from './trouble-shop.ts';

let profile: string;
test.beforeEach(() => {
  test.setTimeout(900_000);
  profile = mkdtempSync(join(tmpdir(), 'orderlla-notices-'));
});
test.afterEach(() => rmSync(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 }));

const shopFile = () => join(profile, 'shop.db');
const bothPlaces = ['sell', 'dashboard'] as const;
const notice = (page: Page) => page.locator('#screen [data-at] [role]').first();

async function openedShop({ page }: Orderlla): Promise<readonly string[]> {
  await openShop(page);
  await importCsv(page, plainCatalogue);
  return knownTexts(page);
}

/** Another program holds the file, and somebody at the till meets it. */
async function hold(page: Page): Promise<() => Promise<void>> {
  const other = new BetterSqlite3(shopFile());
  other.exec('BEGIN IMMEDIATE');
  await askForReply(page, 'carts.save', { cartId: 'held', content: { note: 'x' }, isEmpty: false });
  await notice(page).waitFor();
  await settle(page);
  return async () => {
    other.exec('ROLLBACK');
    other.close();
    await notice(page).waitFor({ state: 'detached', timeout: 60_000 });
  };
}

test('the notice that selling has stopped, and the one of a window that came back', async ({
  launch,
}, info) => {
  const started = await launch({ profile });
  const { app, page } = started;
  const known = await openedShop(started);
  const faults: string[] = [];
  for (const place of bothPlaces) {
    await showScreen(page, `/${place}`);
    faults.push(...(await lookAt({ page, info }, `held-${place}`, known, () => hold(page))));
  }
  await showScreen(page, '/sell');
  for (const end of windowEnds) {
    const show = async () => {
      await app.evaluate(({ BrowserWindow }, search) => {
        const [window] = BrowserWindow.getAllWindows();
        return window?.loadURL(`app://shop/index.html?${search}#/sell`);
      }, `${windowEndParameter}=${end}`);
      // It goes by itself, unless somebody points at it.
      await page.locator('li[class*="toast"]').first().hover();
      await settle(page);
      return async () => undefined;
    };
    faults.push(...(await lookAt({ page, info }, `back-${end}`, known, show)));
  }
  expect(faults).toEqual([]);
});

/** The owner has the file looked through, once nothing else reads all of it. */
async function lookThrough(page: Page): Promise<void> {
  const look = async () => (await askForReply(page, 'condition.check', {})).ok;
  await expect.poll(look, { timeout: 120_000 }).toBe(true);
}

/** Main is gone without closing anything. */
async function killMain({ app }: Orderlla): Promise<void> {
  const main = app.process();
  const ended = new Promise<void>((resolve) => main.once('exit', () => resolve()));
  main.kill('SIGKILL');
  await ended;
}

test('the notices after an unclean end', async ({ launch }, info) => {
  const first = await launch({ profile });
  const known = await openedShop(first);
  await killMain(first);
  renameSync(shopFile(), `${shopFile()}.away`);
  const { app, page } = await launch({ profile });
  await expect(way(page, 'Try again')).toBeVisible();
  renameSync(`${shopFile()}.away`, shopFile());
  // The look takes as long as is needed to see that it is under way.
  await holdNext(app, 'Orderlla keeper');
  await way(page, 'Try again').click();
  const faults: string[] = [];
  for (const place of bothPlaces) {
    await showScreen(page, `/${place}`);
    await notice(page).waitFor();
    faults.push(...(await lookAt({ page, info }, `looking-${place}`, known)));
  }
  await killHeld(app);
  await lookThrough(page);
  for (const place of bothPlaces) {
    const show = async () => {
      // What is good news goes by itself, and comes again with the page.
      await page.reload();
      await showScreen(page, `/${place}`);
      await notice(page).waitFor();
      await settle(page);
      return async () => undefined;
    };
    faults.push(...(await lookAt({ page, info }, `in-order-${place}`, known, show)));
  }
  expect(faults).toEqual([]);
});

/** What a look finds, and nobody meets who sells. */
const found: readonly (readonly [place: string, statements: string])[] = [
  [
    'problems',
    `PRAGMA foreign_keys = OFF;
     INSERT INTO carts VALUES ('theirs', 'held', 'till-1', 'Held', 999, 0, '{}');`,
  ],
  [
    'damaged',
    `CREATE TEMP TABLE kept AS SELECT * FROM sqlite_schema WHERE name = 'cartsOpen';
     PRAGMA writable_schema = ON;
     DELETE FROM sqlite_schema WHERE name = 'cartsOpen';
     PRAGMA writable_schema = RESET;
     INSERT INTO carts VALUES ('theirs', 'open', 'till-9', '', NULL, 0, '{}');
     PRAGMA writable_schema = ON;
     INSERT INTO sqlite_schema SELECT * FROM kept;
     PRAGMA writable_schema = RESET;`,
  ],
];

for (const [place, statements] of found) {
  test(`the notice on the dashboard: ${place}`, async ({ launch }, info) => {
    const first = await launch({ profile });
    const known = await openedShop(first);
    await first.close();
    const database = new BetterSqlite3(shopFile());
    database.unsafeMode(true);
    database.exec(statements);
    database.close();
    const { page } = await launch({ profile });
    await showScreen(page, '/dashboard');
    await lookThrough(page);
    await expect(notice(page)).toContainText(place === 'damaged' ? 'is damaged' : 'does not add up');
    expect(await lookAt({ page, info }, `found-${place}`, known)).toEqual([]);
  });
}
