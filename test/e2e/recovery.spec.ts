import {
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import BetterSqlite3 from 'better-sqlite3';
import type { Page } from 'playwright';
import { expect, test } from './host.ts';
import { openShop } from './open-shop.ts';
import { moveToFullDisk } from './small-disk.ts';
import { damage, expectToSell, forbidWriting, type Launch, startAfter, way } from './trouble-shop.ts';

let profile: string;
test.beforeEach(() => {
  profile = mkdtempSync(join(tmpdir(), 'orderlla-recovery-'));
});
test.afterEach(() => rmSync(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 }));

const shopFile = () => join(profile, 'shop.db');
const startWith = async (launch: Launch, change: () => void): Promise<Page> =>
  (await startAfter(launch, profile, change)).page;

async function bringBack(page: Page): Promise<void> {
  await expect(page.getByText('Newest verified backup')).toBeVisible();
  await way(page, 'Bring back this backup…').click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Bring back the shop of');
  await way(page, 'Bring this shop back').click();
}

test('a damaged shop: the newest verified backup is brought back, and sells', { tag: '@daily' }, async ({
  launch,
}) => {
  const page = await startWith(launch, () => damage(profile));
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('The shop file is damaged');
  // The keyboard alone gets there: the first link is the first way out.
  await page.keyboard.press('Tab');
  await expect(way(page, 'Bring back this backup…')).toBeFocused();
  await bringBack(page);
  await expectToSell(page);
  expect(readdirSync(join(profile, 'backups', 'put-aside'))).toHaveLength(1);
});

test('a damaged shop: what can be read is saved, and sells', async ({ launch }) => {
  const page = await startWith(launch, () => damage(profile));
  await way(page, 'Save what can be read…').click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('This could be saved');
  await expect(page.getByRole('row', { name: 'Orders 1 Nothing', exact: true })).toBeVisible();
  await way(page, 'Open what was saved').click();
  await expectToSell(page);
});

test('a missing shop: the newest verified backup is brought back, and sells', async ({ launch }) => {
  const page = await startWith(launch, () => rmSync(shopFile()));
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('The shop file is not where it was');
  await bringBack(page);
  await expectToSell(page);
});

test('each kind of trouble has its page, its ways, and leaves the file as it is', async ({ launch }) => {
  const first = await launch({ profile });
  await openShop(first.page);
  await first.close();
  const whole = readFileSync(shopFile());
  const newer = (): void => {
    const database = new BetterSqlite3(shopFile());
    database.exec('CREATE TABLE ofTomorrow (x); PRAGMA user_version = 9999');
    database.close();
  };
  const foreign = (): void => {
    const database = new BetterSqlite3(shopFile());
    database.exec('CREATE TABLE theirs (x); PRAGMA application_id = 7');
    database.close();
  };
  const kinds: readonly [title: string, way: string, change: () => void][] = [
    ['This shop file is from a newer Orderlla', 'Open another shop file…', newer],
    ['This file is not a shop', 'Open another shop file…', foreign],
    ['The shop file is empty', 'Try again', () => writeFileSync(shopFile(), '')],
    [
      'There is a folder where the shop file should be',
      'Try again',
      () => {
        rmSync(shopFile());
        mkdirSync(shopFile());
      },
    ],
    [
      'The shop could not be opened',
      'Try again',
      () => {
        rmSync(shopFile());
        symlinkSync(shopFile(), shopFile());
      },
    ],
    ['The keys of this shop cannot be read', 'Try again', () => rmSync(join(profile, 'keys.json'))],
  ];
  for (const [title, wayOut, change] of kinds) {
    rmSync(shopFile(), { recursive: true, force: true });
    writeFileSync(shopFile(), whole);
    change();
    const before = lstatSync(shopFile()).isFile() ? readFileSync(shopFile()) : null;
    const started = await launch({ profile });
    const { page } = started;
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(title);
    await expect(way(page, wayOut)).toBeVisible();
    await expect(way(page, 'Quit Orderlla')).toBeVisible();
    await started.close();
    if (before) expect([title, readFileSync(shopFile()).equals(before)]).toEqual([title, true]);
  }
});

test('a full disk: the reserve is given up, the shop opens and sells', async ({ launch }, info) => {
  let disk: ReturnType<typeof moveToFullDisk> = null;
  try {
    const page = await startWith(launch, () => {
      disk = moveToFullDisk(profile);
    });
    if (disk === null) {
      info.annotations.push({ type: 'skipped', description: 'only root may mount a small disk' });
      return;
    }
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('The disk is full');
    await way(page, 'Try again').click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('The disk is full');
    await way(page, 'Give up the reserve and open the shop').click();
    await expectToSell(page);
  } finally {
    (disk as ReturnType<typeof moveToFullDisk>)?.remove();
  }
});

test('a shop that another program holds, or that cannot be written: try again, then it opens', async ({
  launch,
}, info) => {
  let holder: BetterSqlite3.Database | null = null;
  const page = await startWith(launch, () => {
    holder = new BetterSqlite3(shopFile());
    holder.exec('PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE');
  });
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('The shop file is in use');
  await expect(way(page, 'Bring back this backup…')).toHaveCount(0);
  (holder as BetterSqlite3.Database | null)?.close();
  const allow = forbidWriting(shopFile());
  if (allow) {
    try {
      await way(page, 'Try again').click();
      await expect(page.getByRole('heading', { level: 1 })).toHaveText('The shop file cannot be written');
      await expect(way(page, 'Bring back this backup…')).toHaveCount(0);
    } finally {
      allow();
    }
  } else {
    info.annotations.push({ type: 'skipped', description: 'this system lets nobody forbid root to write' });
  }
  await way(page, 'Try again').click();
  await expectToSell(page);
});
