import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright';
import { allOrders } from './all-orders.ts';
import { ask } from './ask.ts';
import { expect, type Orderlla, type OrderllaOptions } from './host.ts';
import { importCsv } from './import-csv.ts';
import { openShop, owner } from './open-shop.ts';
import { plainCatalogue } from './own-catalogue.ts';
import { checkout } from './pages/checkout.ts';
import { lockScreen } from './pages/lock-screen.ts';
import { till } from './pages/till.ts';

export type Launch = (options?: OrderllaOptions) => Promise<Orderlla>;

const shopFile = (profile: string) => join(profile, 'shop.db');

async function sell(page: Page): Promise<void> {
  await till(page).add('tea');
  await till(page).pay.click();
  const pay = checkout(page);
  await pay.tender('Cash').click();
  await pay.finish.click();
  await expect(pay.paid).toBeVisible();
}

type Opened = Pick<Orderlla, 'app' | 'page'> & { readonly recoveryCode: string };

/** A shop with one order, backed up; then its files are changed while it is closed, and Orderlla starts again. */
export async function startAfter(
  launch: Launch,
  profile: string,
  change: () => void,
  before: (page: Page) => Promise<unknown> = async () => undefined,
): Promise<Opened> {
  const first = await launch({ profile });
  const recoveryCode = await openShop(first.page);
  await importCsv(first.page, plainCatalogue);
  await sell(first.page);
  await before(first.page);
  await expect.poll(async () => (await ask(first.page, 'backups.state', {})).running).toBeNull();
  await ask(first.page, 'backups.make', {});
  await first.close();
  change();
  const { app, page } = await launch({ profile });
  return { app, page, recoveryCode };
}

/** The first bytes of the file, which say how it is built, are written over. */
export function damage(profile: string): void {
  const bytes = readFileSync(shopFile(profile));
  bytes.fill(0xa5, 0, 100);
  writeFileSync(shopFile(profile), bytes);
}

export const way = (page: Page, name: string) => page.getByRole('link', { name });

/** The shop is there with its order, and sells another. */
export async function expectToSell(page: Page): Promise<void> {
  // What is locked takes its time to open on a busy machine.
  await expect(lockScreen(page).password).toBeVisible({ timeout: 120_000 });
  await lockScreen(page).enterPassword(owner.password);
  await sell(page);
  expect(await allOrders(page)).toHaveLength(2);
}
