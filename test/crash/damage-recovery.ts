import { join } from 'node:path';
import { removeShopFile } from '../../src/main/database/flush.ts';
import { counterSale, line } from '../support/builders.ts';
import { migrationsFolder, ownerPassword } from '../support/create-test-app.ts';
import type { StartedShop } from './started-shop.ts';

/**
 * From the page that a damaged shop ended on: it must offer the verified backup, what can be read must be saved without
 * an exception, and the backup must come back and sell. Answers what did not.
 */
export async function recover(
  started: StartedShop,
  folder: string,
  backup: string,
): Promise<readonly string[]> {
  try {
    const page = await started.recovery.html();
    if (!page.includes('do=ask')) return [`the page of '${started.shop.trouble()}' offers no backup`];
    const copy = join(folder, 'backups', `${backup}.db`);
    return [...(await salvage(started, folder, copy)), ...(await bringBack(started, backup))];
  } catch (error) {
    return [`the recovery threw ${error instanceof Error ? error.stack : error}`];
  }
}

/** Saves what can be read of the damaged file, and what a backup has of the rest. */
export async function salvage(
  { shop, keeper }: StartedShop,
  folder: string,
  backup: string | null,
): Promise<readonly string[]> {
  const to = join(folder, 'salvaged.db');
  try {
    await keeper.run('salvage-shop', { from: shop.path(), to, migrationsFolder, backup });
    return [];
  } catch (error) {
    return [`saving what can be read threw ${error instanceof Error ? error.stack : error}`];
  } finally {
    removeShopFile(to);
  }
}

async function bringBack({ shop, recovery, ask }: StartedShop, name: string): Promise<readonly string[]> {
  await recovery.follow({ action: 'ask', name, secret: '' });
  await recovery.follow({ action: 'restore', name, secret: '' });
  if (shop.trouble() !== null) return [`the backup did not come back: ${shop.trouble()}`];
  await ask('session.signIn', { staffId: 1, password: ownerPassword });
  const sale = counterSale([line(1, 1, 350)], { cartId: 'recovered', oversellAccepted: [1] });
  const sold = await ask('orders.place', sale);
  return sold.ok ? [] : [`the shop that was brought back does not sell: ${sold.error.code}`];
}
