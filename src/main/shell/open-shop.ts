import { existsSync, writeFileSync } from 'node:fs';
import { type Migration, ShopFileError, type ShopFileProblem } from '../database/migrate.ts';
import { openShopFile, type ShopFile } from '../database/open-shop-file.ts';
import { KeysError } from './keys.ts';
import { UpgradeError } from './upgrade-shop.ts';

/** Why the shop cannot be opened; each has its own sentence on the page of trouble. */
export type Trouble = ShopFileProblem | 'keys' | 'moving' | 'upgrading' | 'upgrade' | 'unknown';

type OpenShop = {
  readonly path: string;
  readonly migrations: readonly Migration[];
  /** A shop was opened on this computer before. */
  readonly isShopOpened: boolean;
};

/**
 * Opens the shop file as it must be at start: a file that was there before and is gone is trouble, and only the
 * very first start makes a new one. @throws ShopFileError
 */
export function openShop({ path, migrations, isShopOpened }: OpenShop): ShopFile {
  if (!existsSync(path)) {
    if (isShopOpened) throw new ShopFileError('missing', `No shop file at ${path}`);
    // Made here so that nobody else may read it from its first byte on; SQLite gives its -wal the same mode.
    writeFileSync(path, '', { flag: 'wx', mode: 0o600 });
  }
  return openShopFile({ path, migrations, create: !isShopOpened });
}

/** The trouble behind whatever was thrown while opening. */
export function troubleOf(thrown: unknown): Trouble {
  if (thrown instanceof ShopFileError) return thrown.problem;
  if (thrown instanceof KeysError) return 'keys';
  if (thrown instanceof UpgradeError) return 'upgrade';
  return 'unknown';
}
