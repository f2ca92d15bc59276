import { existsSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { openKeys } from '../../app/key-copy.ts';
import { openChecked } from '../../database/checks/open-checked.ts';
import { readMigrations } from '../../database/migrate.ts';
import { query } from '../../database/query.ts';
import { stampOf } from '../clock.ts';
import { writeKeys } from '../keys.ts';
import type { KeyPlace } from '../restore/swap-keys.ts';

/**
 * Gets the keys of a shop back from the copy in its own file, with the owner's recovery code; what lay in their place
 * is put aside. `no-copy`: the file is from before it had one. @throws ShopFileError where the file cannot be read.
 */
export async function unlockKeys(
  { folder, migrationsFolder, protector, log }: KeyPlace,
  shopPath: string,
  recoveryCode: string,
  now: number,
): Promise<'unlocked' | 'wrong-code' | 'no-copy'> {
  const sealed = sealedKeysIn(shopPath, migrationsFolder);
  if (sealed === null) return 'no-copy';
  const keys = openKeys(sealed, recoveryCode);
  if (keys === null) return 'wrong-code';
  const path = join(folder, 'keys.json');
  if (existsSync(path)) renameSync(path, join(folder, `keys-put-aside-${stampOf(now)}.json`));
  await writeKeys(path, keys, protector);
  log.info('The keys were opened with the recovery code at the recovery page', { path });
  return 'unlocked';
}

function sealedKeysIn(shopPath: string, migrationsFolder: string): string | null {
  const file = openChecked(shopPath, readMigrations(migrationsFolder));
  try {
    if (file.count("SELECT 1 FROM sqlite_schema WHERE name = 'keyCopy'") === 0) return null;
    return file.read.get(query.selectFrom('keyCopy').select('sealed'))?.sealed ?? null;
  } finally {
    file.close();
  }
}
