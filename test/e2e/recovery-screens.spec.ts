import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import BetterSqlite3 from 'better-sqlite3';
import type { ElectronApplication, Page, TestInfo } from 'playwright/test';
import { emptyCart } from '../../src/shared/domain/cart.ts';
import { ask } from './ask.ts';
import { expect, test } from './host.ts';
import { importCsv } from './import-csv.ts';
import { openShop } from './open-shop.ts';
import { plainCatalogue } from './own-catalogue.ts';
import { firstMode, type Mode, modesOf } from './screens/modes.ts';
import { screenFaults } from './screens/screen-faults.ts';
import { moveToFullDisk } from './small-disk.ts';
import { damage, forbidWriting, type Launch, way } from './trouble-shop.ts';

/** These pages have one language, and no window behind them that could be asked to look otherwise. */
const englishOf = (place: string) => modesOf(place).filter(({ language }) => language === 'en');
/** As somebody sees it who has twice the size: half of the window's width. */
const twice: Mode = { ...firstMode, name: 'twice', width: 640, height: 400 };

async function takeMode(app: ElectronApplication, page: Page, { width, height, theme }: Mode): Promise<void> {
  await page.setViewportSize({ width, height });
  await app.evaluate(({ nativeTheme }, wanted) => {
    nativeTheme.themeSource = wanted;
  }, theme);
  await page.waitForFunction(
    (isDark) => matchMedia('(prefers-color-scheme: dark)').matches === isDark,
    theme === 'dark',
  );
}

/** Looks at a page in each mode, keeps a picture of each, and says what is wrong. */
async function lookAt({ app, page, info }: Looked, place: string): Promise<readonly string[]> {
  const faults: string[] = [];
  for (const mode of [...englishOf(place), twice]) {
    await takeMode(app, page, mode);
    const path = info.outputPath(`${place}-${mode.name}.png`);
    await page.screenshot({ path, animations: 'disabled' });
    await info.attach(`${place}-${mode.name}`, { path, contentType: 'image/png' });
    const found = await screenFaults(page, mode, []);
    // A page of this kind is scrolled where it is longer than the window.
    faults.push(
      ...found
        .filter((one) => !one.startsWith('out of the window'))
        .map((one) => `${place}, ${mode.name}: ${one}`),
      ...(await page.evaluate(cutAtTheSides)).map((one) => `${place}, ${mode.name}: ${one}`),
    );
  }
  await takeMode(app, page, firstMode);
  return faults;
}

/** Boxes that reach out at the sides, where nothing scrolls to them. Runs inside the window. */
function cutAtTheSides(): readonly string[] {
  return [...document.querySelectorAll('main, main *')]
    .filter((element) => {
      const { left, right, width } = element.getBoundingClientRect();
      return (
        width > 1 && (left < -1 || right > innerWidth + 1 || element.scrollWidth > element.clientWidth + 1)
      );
    })
    .filter((element) => getComputedStyle(element).display !== 'inline')
    .map((element) => `cut: ${element.tagName} ${element.textContent?.slice(0, 80)}`);
}

type Looked = { readonly app: ElectronApplication; readonly page: Page; readonly info: TestInfo };
const title = (page: Page) => page.getByRole('heading', { level: 1 });

/** Opens the shop file again by the way that the page has: it was changed meanwhile, or another is chosen. */
async function openAgain({ app, page }: Looked, shop: string): Promise<void> {
  await app.evaluate(({ dialog }, chosen) => {
    dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [chosen] });
  }, shop);
  const again = way(page, 'Try again');
  await ((await again.count()) > 0 ? again : way(page, 'Open another shop file…')).click();
}

const sql = (shop: string, statements: string): void => {
  const database = new BetterSqlite3(shop);
  database.exec(statements);
  database.close();
};

/** What becomes of a shop file, and what takes that back; null where this system cannot do it. */
type Trouble = readonly [place: string, title: string, change: (shop: string) => (() => void) | null];

/** A change that the next whole file takes back. */
const change =
  (make: (shop: string) => void): Trouble[2] =>
  (shop) => {
    make(shop);
    return () => undefined;
  };

const troubles: readonly Trouble[] = [
  ['missing', 'The shop file is not where it was', change(rmSync)],
  ['empty', 'The shop file is empty', change((shop) => writeFileSync(shop, ''))],
  [
    'newer',
    'This shop file is from a newer Orderlla',
    change((shop) => sql(shop, 'CREATE TABLE ofTomorrow (x); PRAGMA user_version = 9999')),
  ],
  [
    'foreign',
    'This file is not a shop',
    change((shop) => sql(shop, 'CREATE TABLE theirs (x); PRAGMA application_id = 7')),
  ],
  [
    'folder',
    'There is a folder where the shop file should be',
    change((shop) => {
      rmSync(shop);
      mkdirSync(shop);
    }),
  ],
  [
    'unknown',
    'The shop could not be opened',
    change((shop) => {
      rmSync(shop);
      symlinkSync(shop, shop);
    }),
  ],
  [
    'locked',
    'The shop file is in use',
    (shop) => {
      const holder = new BetterSqlite3(shop);
      holder.exec('PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE');
      return () => void holder.close();
    },
  ],
  ['read-only', 'The shop file cannot be written', forbidWriting],
];

/** The open cart of a shop that was given up, as the application leaves it. */
function leaveCart(profile: string): void {
  const line = {
    ...{ id: 'line', productId: null, name: 'Tea', sku: null, unit: 'piece', quantity: 3000, unitPrice: 350 },
    ...{ priceOverridden: false, taxes: [], taxClassId: 1, pictureId: null, discount: null, note: '' },
  };
  const of = { shop: 'any', path: join(profile, 'shop.db'), id: 'cart', till: 'till-1', updatedAt: 1 };
  const kept = [{ ...of, content: { ...emptyCart, lines: [line] } }];
  writeFileSync(join(profile, 'open-carts.json'), JSON.stringify(kept));
}

/** A shop with two backups, of which nothing is open any more. */
async function closedShop(launch: Launch, profile: string): Promise<Buffer> {
  const first = await launch({ profile });
  await openShop(first.page);
  await importCsv(first.page, plainCatalogue);
  await expect.poll(async () => (await ask(first.page, 'backups.state', {})).running).toBeNull();
  await ask(first.page, 'backups.make', {});
  await importCsv(first.page, plainCatalogue);
  await ask(first.page, 'backups.make', {});
  await first.close();
  return readFileSync(join(profile, 'shop.db'));
}

let profile: string;
test.beforeEach(() => {
  test.setTimeout(900_000);
  profile = mkdtempSync(join(tmpdir(), 'orderlla-pages-'));
});
test.afterEach(() => rmSync(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 }));

test('the page of each trouble', async ({ launch }, info) => {
  const shop = join(profile, 'shop.db');
  const whole = await closedShop(launch, profile);
  const faults: string[] = [];
  rmSync(shop);
  const seen = { ...(await launch({ profile })), info };
  for (const [place, words, make] of troubles) {
    rmSync(shop, { recursive: true, force: true });
    writeFileSync(shop, whole);
    const undo = make(shop);
    if (undo === null) {
      info.annotations.push({ type: 'skipped', description: `${place}: not on this system` });
      continue;
    }
    try {
      await openAgain(seen, shop);
      await expect(title(seen.page)).toHaveText(words, { timeout: 60_000 });
      faults.push(...(await lookAt(seen, place)));
    } finally {
      undo();
    }
  }
  expect(faults).toEqual([]);
});

test('the page of a damaged shop, and what it leads to', async ({ launch }, info) => {
  const shop = join(profile, 'shop.db');
  const whole = await closedShop(launch, profile);
  const faults: string[] = [];
  damage(profile);
  leaveCart(profile);
  const seen = { ...(await launch({ profile })), info };
  const { page } = seen;
  const visit = async (place: string, through: string, until: string | RegExp): Promise<void> => {
    await way(page, through).click();
    await expect(title(page)).toHaveText(until, { timeout: 60_000 });
    faults.push(...(await lookAt(seen, place)));
  };
  await expect(title(page)).toHaveText('The shop file is damaged');
  await expect(page.getByText('The open sale of 3 items is kept too.')).toBeVisible();
  faults.push(...(await lookAt(seen, 'damaged')));
  await visit('backups', 'All verified backups…', 'Verified backups');
  await visit('back', 'Go back', 'The shop file is damaged');
  await visit('ask', 'Bring back this backup…', /^Bring back the shop of/u);
  await way(page, 'Go back').click();
  await visit('salvaged', 'Save what can be read…', 'This could be saved');
  await way(page, 'Leave it').click();
  writeFileSync(shop, Buffer.alloc(8192, 0xa5));
  await visit('failed', 'Save what can be read…', 'Nothing could be saved');
  await way(page, 'Go back').click();
  writeFileSync(shop, whole);
  rmSync(join(profile, 'keys.json'));
  await visit('keys', 'Try again', 'The keys of this shop cannot be read');
  await visit('code', 'Enter the recovery code…', 'Open the shop with the recovery code');
  expect(faults).toEqual([]);
});

test('the page of a full disk, and the one for customers', async ({ launch }, info) => {
  await closedShop(launch, profile);
  const faults: string[] = [];
  const disk = moveToFullDisk(profile);
  try {
    if (disk !== null) {
      const full = await launch({ profile });
      await expect(title(full.page)).toHaveText('The disk is full');
      faults.push(...(await lookAt({ ...full, info }, 'no-room')));
      await full.close();
    }
  } finally {
    disk?.remove();
  }
  damage(profile);
  const machine = join(profile, 'machine.json');
  const { shopFile: _, ...settings } = JSON.parse(readFileSync(machine, 'utf8'));
  writeFileSync(machine, JSON.stringify({ ...settings, isKiosk: true }));
  const atKiosk = await launch({ profile });
  await expect(title(atKiosk.page)).toHaveText('This till is taking a break');
  faults.push(...(await lookAt({ ...atKiosk, info }, 'break')));
  expect(faults).toEqual([]);
});
