import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright';
import { expect } from 'playwright/test';
import { ask } from '../ask.ts';
import type { Orderlla } from '../host.ts';
import { owner, showScreen } from '../open-shop.ts';
import { lockScreen } from '../pages/lock-screen.ts';
import type { Place } from './shop-places.ts';

/** All of a shop is looked through before anything of it is shown. */
const patience = { timeout: 120_000 };

const lastDialog = (page: Page) => page.getByRole('dialog').last();
const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).first().click();

/** A verified backup of the shop as it is now, in the panel beside the list. */
async function openBackup(page: Page): Promise<void> {
  await page.reload();
  await showScreen(page, '/backups');
  await expect.poll(async () => (await ask(page, 'backups.state', {})).running, patience).toBeNull();
  if ((await ask(page, 'backups.list', {})).length === 0) await ask(page, 'backups.make', {});
  await page.getByRole('grid').getByRole('row').nth(1).click();
  await page.getByRole('complementary').waitFor();
}

async function lookInside(page: Page): Promise<void> {
  await openBackup(page);
  await press(page, 'Look inside…');
  await press(page, 'Look inside');
  await lastDialog(page).getByRole('tab').first().waitFor(patience);
  await lastDialog(page).getByRole('row').nth(1).waitFor(patience);
}

function inside(name: string, tab: string): Place {
  return {
    name,
    go: async (page) => {
      await lookInside(page);
      await page.getByRole('tab', { name: tab }).last().click();
      await lastDialog(page).getByRole('row').nth(1).waitFor();
    },
  };
}

/** What would not be in the shop that is brought back. */
async function compare(page: Page): Promise<void> {
  await openBackup(page);
  await press(page, 'Bring this shop back…');
  await expect(lastDialog(page).getByRole('progressbar')).toHaveCount(0, patience);
}

/** The newest backup takes the shop's place, so that there is one to go back to. */
async function replaceShop(page: Page): Promise<void> {
  const [newest] = await ask(page, 'backups.list', {});
  const source = { from: 'backup', name: newest?.name ?? '' } as const;
  await ask(page, 'backups.restore', { source, passphrase: null });
  const lock = lockScreen(page);
  await lock.person(owner.name).click(patience);
  await lock.enterPassword(owner.password);
  await expect(page.getByRole('navigation').first()).toBeVisible(patience);
}

/** Backups, what opens over them, a shop from a file, and one that was replaced. */
export function backupPlaces({ app, profile }: Orderlla): readonly Place[] {
  const file = join(profile, 'shop.copy.db');
  return [
    { name: 'backups-panel', go: openBackup },
    inside('backups-look-orders', 'Orders'),
    inside('backups-look-products', 'Products'),
    inside('backups-look-customers', 'Customers'),
    { name: 'backups-restore', go: compare },
    {
      name: 'backups-csv-tables',
      go: async (page) => {
        await page.reload();
        await showScreen(page, '/backups?part=csv');
        await page.getByText('Some tables', { exact: true }).click();
        await page.getByRole('checkbox').first().waitFor();
      },
    },
    {
      name: 'backups-replaced',
      go: async (page) => {
        await showScreen(page, '/backups?part=replaced');
        await page.getByRole('tabpanel').waitFor();
      },
    },
    {
      name: 'bring-back',
      go: async (page) => {
        await openBackup(page);
        const [newest] = await ask(page, 'backups.list', {});
        copyFileSync(join(profile, 'backups', `${newest?.name}.db`), file);
        await app.evaluate(({ dialog }, chosen) => {
          dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [chosen] });
        }, file);
        await press(page, 'Bring a shop back from a file…');
        await page
          .getByRole('dialog')
          .getByRole('button', { name: 'Bring this shop back' })
          .waitFor(patience);
      },
    },
    {
      name: 'backups-replaced-panel',
      go: async (page) => {
        await replaceShop(page);
        await showScreen(page, '/backups?part=replaced');
        await page.getByRole('grid').getByRole('row').nth(1).click();
        await page.getByRole('complementary').waitFor();
      },
    },
  ];
}
