import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ElectronApplication, Page, TestInfo } from 'playwright/test';
import { ask } from './ask.ts';
import { expect, test } from './host.ts';
import { importCsv } from './import-csv.ts';
import { openShop } from './open-shop.ts';
import { plainCatalogue } from './own-catalogue.ts';
import { firstMode, type Mode, modes } from './screens/modes.ts';
import { screenFaults } from './screens/screen-faults.ts';

/** These pages have one language, and no window behind them that could be asked to look otherwise. */
const english = modes.filter(({ language }) => language === 'en');
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
async function lookAt(
  { app, page, info }: { app: ElectronApplication; page: Page; info: TestInfo },
  place: string,
): Promise<readonly string[]> {
  const faults: string[] = [];
  for (const mode of [...english, twice]) {
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
    );
  }
  await takeMode(app, page, firstMode);
  return faults;
}

const way = (page: Page, name: string) => page.getByRole('link', { name });

test('every page of a shop that cannot be opened, and what it leads to', async ({ launch }, info) => {
  test.setTimeout(600_000);
  const profile = mkdtempSync(join(tmpdir(), 'orderlla-pages-'));
  const shop = join(profile, 'shop.db');
  const faults: string[] = [];
  try {
    const first = await launch({ profile });
    await openShop(first.page);
    await importCsv(first.page, plainCatalogue);
    await expect.poll(async () => (await ask(first.page, 'backups.state', {})).running).toBeNull();
    await ask(first.page, 'backups.make', {});
    await importCsv(first.page, plainCatalogue);
    await ask(first.page, 'backups.make', {});
    await first.close();
    const whole = readFileSync(shop);
    const damaged = Buffer.from(whole).fill(0xa5, 0, 100);

    writeFileSync(shop, damaged);
    const started = await launch({ profile });
    const seen = { app: started.app, page: started.page, info };
    const { page } = started;
    const title = page.getByRole('heading', { level: 1 });
    const visit = async (place: string, through: string, until: string | RegExp): Promise<void> => {
      await way(page, through).click();
      await expect(title).toHaveText(until, { timeout: 60_000 });
      faults.push(...(await lookAt(seen, place)));
    };
    await expect(title).toHaveText('The shop file is damaged');
    faults.push(...(await lookAt(seen, 'damaged')));
    await visit('backups', 'All verified backups…', 'Verified backups');
    await visit('back', 'Go back', 'The shop file is damaged');
    await visit('ask', 'Bring back this backup…', /^Bring back the shop of/u);
    await way(page, 'Go back').click();
    await visit('salvaged', 'Save what can be read…', 'This could be saved');
    await way(page, 'Leave it').click();
    await expect(title).toHaveText('The shop file is damaged');

    for (const [place, until, change] of [
      ['missing', 'The shop file is not where it was', () => rmSync(shop)],
      ['empty', 'The shop file is empty', () => writeFileSync(shop, '')],
      ['keys', 'The keys of this shop cannot be read', () => rmSync(join(profile, 'keys.json'))],
    ] as const) {
      if (place === 'keys') writeFileSync(shop, whole);
      change();
      await visit(place, 'Try again', until);
    }
    await visit('code', 'Enter the recovery code…', 'Open the shop with the recovery code');
    expect(faults).toEqual([]);
  } finally {
    rmSync(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  }
});
