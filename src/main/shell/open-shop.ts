import { existsSync, statSync, writeFileSync } from 'node:fs';
import type { ReadDb } from '../database/connection.ts';
import { type Migration, ShopFileError, type ShopFileProblem } from '../database/migrate.ts';
import { openShopFile, type ShopFile } from '../database/open-shop-file.ts';
import { query } from '../database/query.ts';
import { KeysError } from './keys.ts';
import { UpgradeError } from './upgrade-shop.ts';

/** Why the shop cannot be opened; each has its own sentence on the page of trouble. */
export type Trouble =
  | ShopFileProblem
  | 'folder'
  | 'empty'
  | 'keys'
  | 'no-room'
  | 'moving'
  | 'upgrading'
  | 'upgrade'
  | 'unknown';

/** Something else lies where the shop file should be. */
class NoFileError extends Error {
  readonly trouble: 'folder' | 'empty';
  constructor(trouble: 'folder' | 'empty', path: string) {
    super(`No shop file at ${path}: ${trouble}`);
    this.trouble = trouble;
  }
}

type OpenShop = {
  readonly path: string;
  readonly migrations: readonly Migration[];
  /** A shop was opened on this computer before. */
  readonly isShopOpened: boolean;
};

/**
 * Opens the shop file as it must be at start: a file that was there before and is gone is trouble, and only the
 * very first start makes a new one. @throws ShopFileError, or what `troubleOf` knows
 */
export function openShop({ path, migrations, isShopOpened }: OpenShop): ShopFile {
  requireShopFile(path, isShopOpened);
  // Made here so that nobody else may read it from its first byte on; SQLite gives its -wal the same mode.
  if (!existsSync(path)) writeFileSync(path, '', { flag: 'wx', mode: 0o600 });
  const file = openShopFile({ path, migrations, create: !isShopOpened });
  try {
    requireShop(file.read);
    return file;
  } catch (error) {
    file.met('damaged');
    file.close();
    throw error;
  }
}

/** @throws ShopFileError `damaged` where people work in a shop that is not in the file any more. */
function requireShop(read: ReadDb): void {
  if (read.get(query.selectFrom('shop').select('id'))) return;
  if (!read.get(query.selectFrom('staff').select('id').limit(1))) return;
  throw new ShopFileError('damaged', 'There are people, and no shop that they work in');
}

/** @throws ShopFileError, or what `troubleOf` knows, where what lies in its place cannot be the shop file. */
export function requireShopFile(path: string, isShopOpened: boolean): void {
  const found = statSync(path, { throwIfNoEntry: false });
  if (found?.isDirectory()) throw new NoFileError('folder', path);
  if (!isShopOpened) return;
  if (!found) throw new ShopFileError('missing', `No shop file at ${path}`);
  if (found.size === 0) throw new NoFileError('empty', path);
}

/** The trouble behind whatever was thrown while opening. */
export function troubleOf(thrown: unknown): Trouble {
  if (thrown instanceof ShopFileError) return thrown.problem;
  if (thrown instanceof NoFileError) return thrown.trouble;
  if (thrown instanceof KeysError) return 'keys';
  if (thrown instanceof UpgradeError) return 'upgrade';
  return 'unknown';
}
