import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright';
import { ask } from './ask.ts';
import { expect, test } from './host.ts';
import { importCsv } from './import-csv.ts';
import { openShop, owner, showScreen } from './open-shop.ts';
import { plainCatalogue } from './own-catalogue.ts';
import { checkout } from './pages/checkout.ts';
import { till } from './pages/till.ts';

const words = 'otter lantern larch seven';

async function sellTea(page: Page): Promise<void> {
  await showScreen(page, '/sell');
  const sell = till(page);
  const pay = checkout(page);
  await sell.add('tea');
  await sell.pay.click();
  await pay.tender('Cash').click();
  await pay.finish.click();
  await expect(pay.paid).toBeVisible();
  await pay.newSale.click();
}

/** Another may be made just then by itself: who works by hand waits for it. */
async function backUpByHand(page: Page): Promise<void> {
  await expect.poll(async () => (await ask(page, 'backups.state', {})).running).toBeNull();
  const before = (await newest(page))?.name;
  await page.getByRole('button', { name: 'Back up now' }).click();
  await expect.poll(async () => (await newest(page))?.name, { timeout: 60_000 }).not.toBe(before);
  await expect(page.getByText(/^Backup made and checked\./u).last()).toBeVisible();
}

const newest = async (page: Page) => (await ask(page, 'backups.list', {}))[0];
const filesIn = (folder: string, ending: string) =>
  readdirSync(folder).filter((name) => name.startsWith('shop-') && name.endsWith(ending));

test('a backup is made by hand, is in the list, and is checked again', { tag: '@daily' }, async ({
  orderlla,
  page,
}) => {
  const folder = join(orderlla.profile, 'backups');
  await openShop(page);
  await importCsv(page, plainCatalogue);
  await sellTea(page);

  await test.step('made and checked, with what is in it', async () => {
    await showScreen(page, '/backups');
    await backUpByHand(page);
    expect(await newest(page)).toMatchObject({ state: 'verified', cause: 'by-hand', facts: { orders: 1 } });
    await expect(page.getByText('Last verified backup just now')).toBeVisible();
    expect(filesIn(folder, '.part')).toEqual([]);
    const row = page.getByRole('row', { name: /By hand/u });
    await expect(row).toContainText('Verified');
  });

  await test.step('checked again, by keys', async () => {
    await page.getByRole('grid').focus();
    await page.keyboard.press('Home');
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'Check again' }).press('Enter');
    await expect(page.getByText('Opened and whole', { exact: false })).toBeVisible({ timeout: 60_000 });
  });

  await test.step('found damaged once its file is', async () => {
    const made = await newest(page);
    const path = join(folder, `${made?.name}.db`);
    const bytes = readFileSync(path);
    bytes.fill(7, bytes.length / 2, bytes.length / 2 + 4096);
    writeFileSync(path, bytes);
    await page.getByRole('button', { name: 'Check again' }).press('Enter');
    await expect.poll(async () => (await newest(page))?.state, { timeout: 60_000 }).toBe('damaged');
    await expect(page.getByText('The backup is damaged', { exact: false }).first()).toBeVisible();
  });
});

test('backups go to a second place, wait for it, and are encrypted', async ({ orderlla, page }) => {
  const { app, profile } = orderlla;
  const stick = join(profile, 'Stick');
  const there = join(stick, 'Orderlla backups');
  mkdirSync(stick);
  await openShop(page);
  await app.evaluate(({ dialog }, chosen) => {
    dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [chosen] });
  }, stick);
  const waiting = async () => (await ask(page, 'backups.state', {})).second?.waiting;

  await test.step('copied there, and read back', async () => {
    await showScreen(page, '/backups?part=places');
    await page.getByRole('button', { name: 'Choose a second place…' }).click();
    const dialog = page.getByRole('dialog', { name: 'Copy backups to this folder' });
    await expect(dialog.getByText(there)).toBeVisible();
    await dialog.getByRole('button', { name: 'Copy backups here' }).click();
    await expect(dialog).toBeHidden();
    await backUpByHand(page);
    await expect.poll(waiting, { timeout: 60_000 }).toBe(0);
    expect(await newest(page)).toMatchObject({ places: ['first', 'second'] });
  });

  await test.step('they wait while the stick is out, and catch up when it is back', async () => {
    renameSync(stick, `${stick} in a pocket`);
    await sellOneMore(page);
    await showScreen(page, '/backups?part=places');
    await backUpByHand(page);
    await expect.poll(waiting).toBe(1);
    expect(existsSync(stick)).toBe(false);
    renameSync(`${stick} in a pocket`, stick);
    await backUpByHand(page);
    await expect.poll(waiting, { timeout: 60_000 }).toBe(0);
  });

  await test.step('encrypted from now on, and opened with the words that are kept', async () => {
    await page.getByRole('button', { name: 'Set a passphrase…' }).click();
    await page.getByLabel('New passphrase').fill(words);
    await page.getByLabel('The same once more').fill(words);
    await page.getByRole('button', { name: 'Encrypt backups' }).click();
    await expect(page.getByText('Backups are encrypted with the new passphrase from now on.')).toBeVisible();
    await backUpByHand(page);
    const locked = await newest(page);
    expect(locked).toMatchObject({ encrypted: true, state: 'verified' });
    const path = join(profile, 'backups', `${locked?.name}.db.age`);
    expect(readFileSync(path).subarray(0, 21).toString()).toBe('age-encryption.org/v1');
    expect(statSync(path).mode & 0o077).toBe(0);
    // It is copied to the second place first.
    const running = async () => (await ask(page, 'backups.state', {})).running;
    await expect.poll(running, { timeout: 60_000 }).toBeNull();
    const checked = await ask(page, 'backups.check', { name: locked?.name ?? '', passphrase: null });
    expect(checked.problems).toEqual([]);
    for (const name of ['machine.json', 'backup-passphrase.json']) {
      expect(readFileSync(join(profile, name), 'utf8')).not.toContain(words);
    }
  });
});

/** So that there is something new to keep. */
async function sellOneMore(page: Page): Promise<void> {
  await ask(page, 'session.signIn', { staffId: 1, password: owner.password });
  await importCsv(page, plainCatalogue);
}
