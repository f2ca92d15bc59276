import { existsSync, readdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Log, Progress } from '../app/context.ts';
import { hasFalseHeader } from '../database/checks/has-false-header.ts';
import { removeShopFile } from '../database/flush.ts';
import { readMigrations, ShopFileError } from '../database/migrate.ts';
import { putInPlace } from '../database/put-in-place.ts';
import { migrateEmptyFile, schemaInHeader, settleShopFile } from '../database/settle-shop-file.ts';
import type { Keeper } from '../keeper/jobs.ts';
import { freeName } from './backups/backup-folder.ts';

/** The shop could not be brought to this version; its file is as it was. */
export class UpgradeError extends Error {
  /** What was made of it before; null where nothing was. */
  readonly backup: BackupBefore | null;
  constructor(backup: BackupBefore | null, cause: unknown) {
    super(`The shop could not be upgraded: ${reasonOf(cause)}`, { cause });
    this.backup = backup;
  }
}

/** A backup of a shop that was not as it should be is worth having, and is not called verified. */
export type BackupBefore = 'verified' | 'with-problems';

export type UpgradeShop = {
  readonly path: string;
  readonly migrationsFolder: string;
  readonly auditKey: Uint8Array;
  readonly keeper: Keeper;
  /** Where the file that was replaced stays for a while. */
  readonly replaced: string;
  readonly clock: () => number;
  readonly log: Log;
  /** Makes a backup of the shop file as it is; null where none are made. */
  readonly backUp: (onProgress: (progress: Progress) => void) => Promise<BackupBefore | null>;
  /** In hundredths of the whole; 0 as soon as it is known that something is to be done. */
  readonly onProgress: (percent: number) => void;
};

/** What an upgrade works on, beside the shop file: on the same disk, so that one rename ends it. */
const candidateOf = (path: string): string => `${path}.upgrade`;

/**
 * Brings the shop file to the newest schema where it has an earlier one: a verified backup, a copy that is migrated and
 * compared with the original, one rename. Until that rename the file is only read, so whatever fails or is ended in the
 * middle leaves the shop as it was. Answers whether there was anything to do.
 * @throws UpgradeError, or ShopFileError where the file cannot be used at all.
 */
export async function upgradeShop(options: UpgradeShop): Promise<boolean> {
  const { path, migrationsFolder } = options;
  tidyUpgrade(options);
  const migrations = readMigrations(migrationsFolder);
  if (hasFalseHeader(path, migrations)) {
    throw new ShopFileError('damaged', 'The header says another thing than all the rest of the file');
  }
  if (!isOlder(schemaInHeader(path), migrations.length)) return false;
  const { schema, hasShop } = settleShopFile(path, migrations);
  if (!isOlder(schema, migrations.length)) return false;
  if (!hasShop) {
    migrateEmptyFile(path, migrations);
    return true;
  }
  await upgrade(options, schema);
  return true;
}

function isOlder(schema: number | null, newest: number): boolean {
  return schema !== null && schema > 0 && schema < newest;
}

async function upgrade(options: UpgradeShop, from: number): Promise<void> {
  const { path, migrationsFolder, auditKey, keeper, log, onProgress } = options;
  const candidate = candidateOf(path);
  let backup: BackupBefore | null = null;
  try {
    onProgress(0);
    backup = await options.backUp(({ done, total }) =>
      onProgress(Math.floor((50 * done) / Math.max(1, total))),
    );
    log.info('The shop file is brought to a newer schema', { path, from });
    await keeper.run('build-upgrade', { shopPath: path, candidate, migrationsFolder, auditKey }, (part) =>
      onProgress(50 + Math.floor((45 * part.done) / Math.max(1, part.total))),
    );
    settleShopFile(path, readMigrations(migrationsFolder));
    await putInPlace({
      candidate,
      path,
      keepAs: join(options.replaced, `${freeName(options.replaced, options.clock())}.db`),
    });
    onProgress(100);
  } catch (error) {
    tidyUpgrade(options);
    if (error instanceof ShopFileError) throw error;
    throw new UpgradeError(backup, error);
  }
}

/**
 * Takes away what an upgrade left that was cut short: a copy that never got its place, and a second name of the file
 * that was to be replaced and was not. Never the shop file itself.
 */
function tidyUpgrade({ path, replaced, log }: UpgradeShop): void {
  try {
    removeShopFile(candidateOf(path));
    const shop = statSync(path, { throwIfNoEntry: false, bigint: true });
    if (!shop || shop.nlink < 2n || !existsSync(replaced)) return;
    for (const name of readdirSync(replaced)) {
      const other = statSync(join(replaced, name), { throwIfNoEntry: false, bigint: true });
      if (other?.ino === shop.ino && other.dev === shop.dev) rmSync(join(replaced, name));
    }
  } catch (error) {
    log.error('What an upgrade left could not be taken away', { path, error });
  }
}

function reasonOf(cause: unknown): string {
  const details = cause instanceof Error && 'details' in cause ? JSON.stringify(cause.details ?? {}) : '';
  return `${cause instanceof Error ? cause.message : String(cause)} ${details}`.trim();
}
