import type { WriteDb } from '../database/connection.ts';
import { readMigrations } from '../database/migrate.ts';
import { type Salvaged, salvageShopFile } from '../database/salvage-shop-file.ts';
import { indexAllProducts } from '../features/catalog/index.ts';
import { indexAllCustomers } from '../features/customers/index.ts';
import type { JobContext } from './jobs.ts';
import { finish } from './steps.ts';

export type SalvageShop = {
  /** The damaged file, which is only read, or a copy of it. */
  readonly from: string;
  /** Where the new file goes. */
  readonly to: string;
  readonly migrationsFolder: string;
};

/**
 * Reads what can be read of a damaged shop file into a new one, which is still to be checked before anybody calls it
 * the shop.
 */
export function salvageShop({ from, to, migrationsFolder }: SalvageShop, ctx: JobContext): Promise<Salvaged> {
  return finish(salvageShopFile(from, to, readMigrations(migrationsFolder), makeSearchWords), ctx);
}

/** Search words stand in no table that could be read back; they follow from the rows. */
function makeSearchWords(db: WriteDb): void {
  indexAllProducts(db);
  indexAllCustomers(db);
}
