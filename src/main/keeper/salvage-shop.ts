import { readMigrations } from '../database/migrate.ts';
import { type Salvaged, salvageShopFile } from '../database/salvage-shop-file.ts';
import type { JobContext } from './jobs.ts';
import { makeSearchable } from './make-searchable.ts';
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
  return finish(salvageShopFile(from, to, readMigrations(migrationsFolder), makeSearchable), ctx);
}
