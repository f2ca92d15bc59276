import { existsSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright';
import { ask } from './ask.ts';
import { expect, test } from './host.ts';
import { damage, expectToSell, startAfter, way } from './trouble-shop.ts';

let profile: string;
test.beforeEach(() => {
  profile = mkdtempSync(join(tmpdir(), 'orderlla-secrets-'));
});
test.afterEach(() => rmSync(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 }));

const passphrase = 'larch otter & lantern';
const title = (page: Page) => page.getByRole('heading', { level: 1 });
/** Everything that was logged. */
const logs = () =>
  readdirSync(join(profile, 'logs'))
    .map((name) => readFileSync(join(profile, 'logs', name), 'utf8'))
    .join();

test('keys that are gone: the code on paper opens the shop, by the keyboard alone', async ({ launch }) => {
  const { page, recoveryCode } = await startAfter(launch, profile, () => rmSync(join(profile, 'keys.json')));
  await expect(title(page)).toHaveText('The keys of this shop cannot be read');
  await way(page, 'Enter the recovery code…').click();
  await expect(page.getByLabel('Recovery code')).toBeFocused();
  await page.keyboard.type('AAAA-BBBB');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('alert')).toContainText('This code does not open it.');
  expect(page.url()).not.toContain('AAAA');
  await page.keyboard.type(recoveryCode.toLowerCase());
  await page.keyboard.press('Enter');
  await expectToSell(page);
  expect(existsSync(join(profile, 'keys.json'))).toBe(true);
  for (const typed of ['AAAA-BBBB', recoveryCode, recoveryCode.toLowerCase()]) {
    expect(logs()).not.toContain(typed);
  }
});

test('an encrypted backup whose passphrase this computer forgot: it is typed, and sells', async ({
  launch,
}) => {
  const encrypt = (page: Page) => ask(page, 'backups.setPassphrase', { passphrase });
  const forget = (): void => {
    damage(profile);
    rmSync(join(profile, 'backup-passphrase.json'));
  };
  const { page } = await startAfter(launch, profile, forget, encrypt);
  await way(page, 'Bring back this backup…').click();
  await way(page, 'Bring this shop back').click();
  const field = page.getByLabel('Passphrase of this backup');
  await field.fill('larch');
  await page.getByRole('button', { name: 'Bring this shop back' }).click();
  await expect(page.getByRole('alert')).toContainText('This passphrase does not open it.');
  await expect(field).toHaveValue('');
  await field.fill(passphrase);
  await page.getByRole('button', { name: 'Bring this shop back' }).click();
  await expectToSell(page);
  expect(logs()).not.toContain('otter');
});

test('a shop and its keys that are gone: a file from a stick and the code bring it back', async ({
  launch,
}) => {
  const stick = join(profile, 'stick');
  const { app, page, recoveryCode } = await startAfter(launch, profile, () => {
    renameSync(join(profile, 'backups'), stick);
    for (const name of ['keys.json', 'shop.db']) rmSync(join(profile, name));
  });
  await expect(title(page)).toHaveText('The shop file is not where it was');
  const [taken = ''] = readdirSync(stick).filter((name) => /^shop-.*\.db$/u.test(name));
  await app.evaluate(
    ({ dialog }, chosen) => {
      dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [chosen] });
    },
    join(stick, taken),
  );
  await way(page, 'Bring a shop back from a file…').click();
  await expect(page.getByText('This computer has no keys for this shop.')).toBeVisible();
  await page.getByLabel('Recovery code').fill(recoveryCode);
  await page.getByRole('button', { name: 'Bring this shop back' }).click();
  await expectToSell(page);
  expect(logs()).not.toContain(recoveryCode);
});
