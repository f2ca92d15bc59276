import { join } from 'node:path';
import { readMigrations } from '../../src/main/database/migrate.ts';
import { openShopFile } from '../../src/main/database/open-shop-file.ts';
import { query } from '../../src/main/database/query.ts';
import { checkEachCommand, checkShop } from '../support/check-shop.ts';
import { migrationsFolder } from '../support/create-test-app.ts';

export type Inspection = { readonly lastOrder: number; readonly problems: readonly string[] };

/** Opens what a crash left behind, as the next start would, and checks everything. */
export function inspectShop(folder: string): Inspection {
  try {
    const file = openShopFile({
      path: join(folder, 'shop.db'),
      migrations: readMigrations(migrationsFolder),
      create: false,
    });
    try {
      const last = file.read.get(query.selectFrom('orders').select('id').orderBy('id', 'desc').limit(1));
      return {
        lastOrder: last?.id ?? 0,
        problems: [...checkShop(file.read, Buffer.alloc(32, 2)), ...checkEachCommand(file.read)],
      };
    } finally {
      file.close();
    }
  } catch (error) {
    return { lastOrder: 0, problems: [`does not open: ${error}`] };
  }
}
