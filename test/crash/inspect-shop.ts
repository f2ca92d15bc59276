import { join } from 'node:path';
import type { ReadDb } from '../../src/main/database/connection.ts';
import { readMigrations } from '../../src/main/database/migrate.ts';
import { openShopFile, type ShopFile } from '../../src/main/database/open-shop-file.ts';
import { query } from '../../src/main/database/query.ts';
import { checkEachCommand, checkShop } from '../support/check-shop.ts';
import { migrationsFolder } from '../support/create-test-app.ts';
import { missingOf } from './acknowledged.ts';

const key = Buffer.alloc(32, 2);

/**
 * Opens what a crash left behind, as the next start would, and checks everything, and that all of what was `said` to
 * be done is there; and what `more` looks at. Answers a sentence for each thing that is not as it should be.
 */
export function inspectShop(
  folder: string,
  said: readonly string[],
  more: (db: ReadDb) => readonly string[] = () => [],
): readonly string[] {
  try {
    const file = openShopFile({
      path: join(folder, 'shop.db'),
      migrations: readMigrations(migrationsFolder),
      create: false,
    });
    try {
      const missing = missingOf(file.read, said);
      const lost = missing.length === 0 ? [] : [`${missing.length} of ${said.length} lost: ${missing[0]} …`];
      return [
        ...lost,
        ...more(file.read),
        ...checkShop(file.read, key),
        // Old orders that were brought in are one command for all.
        ...(hasHistory(file) ? [] : checkEachCommand(file.read)),
        ...brokenSeals(file),
      ];
    } finally {
      file.close();
    }
  } catch (error) {
    return [`does not open: ${error}`];
  }
}

function hasHistory(file: ShopFile): boolean {
  return file.read.get(query.selectFrom('historyImports').select('id').limit(1)) !== undefined;
}

/** A crash must not look like somebody's tampering: every seal is that of the rows which were committed with it. */
function brokenSeals(file: ShopFile): readonly string[] {
  const snapshot = file.snapshot();
  try {
    const steps = snapshot.verifySeals(key, { scope: 'whole', unseen: null });
    let step = steps.next();
    while (!step.done) step = steps.next();
    return step.value.map(({ kind, fingerprint }) => `${kind}: ${fingerprint}`);
  } finally {
    snapshot.close();
  }
}
