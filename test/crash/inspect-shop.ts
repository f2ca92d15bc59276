import { join } from 'node:path';
import { readMigrations } from '../../src/main/database/migrate.ts';
import { openShopFile } from '../../src/main/database/open-shop-file.ts';
import { checkEachCommand, checkShop } from '../support/check-shop.ts';
import { migrationsFolder } from '../support/create-test-app.ts';
import { missingOf } from './acknowledged.ts';

/**
 * Opens what a crash left behind, as the next start would, and checks everything, and that all of what was `said` to
 * be done is there. Answers a sentence for each thing that is not as it should be.
 */
export function inspectShop(folder: string, said: readonly string[]): readonly string[] {
  try {
    const file = openShopFile({
      path: join(folder, 'shop.db'),
      migrations: readMigrations(migrationsFolder),
      create: false,
    });
    try {
      const missing = missingOf(file.read, said);
      const lost = missing.length === 0 ? [] : [`${missing.length} of ${said.length} lost: ${missing[0]} …`];
      return [...lost, ...checkShop(file.read, Buffer.alloc(32, 2)), ...checkEachCommand(file.read)];
    } finally {
      file.close();
    }
  } catch (error) {
    return [`does not open: ${error}`];
  }
}
