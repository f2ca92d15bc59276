import { createEnglishText } from '../../shared/text/english.ts';
import { readMigrations } from '../database/migrate.ts';
import { type Salvaged, salvageShopFile } from '../database/salvage/salvage-shop-file.ts';
import type { StandInWords } from '../database/salvage/salvage-stand-ins.ts';
import type { JobContext } from './jobs.ts';
import { makeSearchable } from './make-searchable.ts';
import { finish } from './steps.ts';

export type SalvageShop = {
  /** The damaged file, which is only read, or a copy of it. */
  readonly from: string;
  /** Where the new file goes. */
  readonly to: string;
  readonly migrationsFolder: string;
  /** The newest verified backup of the shop, opened and checked; null where there is none. */
  readonly backup: string | null;
};

/**
 * Reads what can be read of a damaged shop file into a new one, which is still to be checked before anybody calls it
 * the shop.
 */
export function salvageShop(
  { from, to, migrationsFolder, backup }: SalvageShop,
  ctx: JobContext,
): Promise<Salvaged> {
  const migrations = readMigrations(migrationsFolder);
  const options = { migrations, finish: makeSearchable, words: standInWords(), backup };
  return finish(salvageShopFile(from, to, options), ctx);
}

function standInWords(): StandInWords {
  const text = createEnglishText();
  const of =
    (key: 'product' | 'customer' | 'person' | 'tender' | 'tax-class') =>
    (id: number): string =>
      text(`salvage.${key}`, { id: String(id) });
  return {
    product: of('product'),
    customer: of('customer'),
    person: of('person'),
    tender: of('tender'),
    taxClass: of('tax-class'),
    file: text('salvage.file'),
    note: text('salvage.note'),
    address: text('salvage.address'),
  };
}
