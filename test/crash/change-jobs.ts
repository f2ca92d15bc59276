import { mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import BetterSqlite3 from 'better-sqlite3';
import { copyShopFile } from '../../src/main/database/copy-shop-file.ts';
import { readMigrations } from '../../src/main/database/migrate.ts';
import { putInPlace } from '../../src/main/database/put-in-place.ts';
import { settleShopFile } from '../../src/main/database/settle-shop-file.ts';
import { upgradeCopy } from '../../src/main/database/upgrade-copy.ts';
import { createLocalKeeper, type Keeper } from '../../src/main/keeper/jobs.ts';
import { tidyFolder } from '../../src/main/shell/backups/backup-folder.ts';
import { upgradeShop } from '../../src/main/shell/upgrade-shop.ts';
import { migrationsFolder } from '../support/create-test-app.ts';

export const auditKey = Buffer.alloc(32, 2);
const now = Date.UTC(2026, 10, 22, 11, 30);
const keeper = createLocalKeeper();

/** What is done to whole files in a folder with `shop.db`, and for a restore `backup.db`. */
export const changeJobs = {
  upgrade,
  backup: (folder: string) => makeBackup(folder),
  restore,
  move: (folder: string) => copyShopFile(join(folder, 'shop.db'), join(folder, 'moved.db')),
  // What the harness must notice.
  'two renames': twoRenames,
  'migrating in place without a transaction': migrateInPlace,
  'a backup that has its name too soon': nameTooSoon,
} as const;

export type ChangeJob = keyof typeof changeJobs;

async function makeBackup(folder: string): Promise<void> {
  const backups = join(folder, 'backups');
  mkdirSync(backups, { recursive: true });
  tidyFolder(backups);
  const what: Parameters<Keeper['run']>[1] = {
    ...{
      shopPath: join(folder, 'shop.db'),
      folder: backups,
      name: 'shop-20261122T113000Z',
      migrationsFolder,
    },
    ...{ cause: 'before-upgrade' as const, now, app: '0.1.0', auditKey, passphrase: null },
  };
  await keeper.run('make-backup', what as never);
}

export async function upgrade(folder: string): Promise<void> {
  await upgradeShop({
    ...{ path: join(folder, 'shop.db'), migrationsFolder, auditKey, keeper, clock: () => now },
    replaced: join(folder, 'backups/replaced'),
    log: { info: () => undefined, error: () => undefined },
    backUp: () => makeBackup(folder).then(() => 'verified' as const),
    onProgress: () => undefined,
  });
}

async function restore(folder: string): Promise<void> {
  const path = join(folder, 'shop.db');
  const candidate = join(folder, 'incoming.db');
  const { problems } = await keeper.run('open-backup', {
    ...{ from: join(folder, 'backup.db'), to: candidate, isKept: true, passphrase: null },
    ...{ migrationsFolder, auditKey, manifest: null },
  });
  if (problems.length > 0) throw new Error(JSON.stringify(problems));
  settleShopFile(path, readMigrations(migrationsFolder));
  await putInPlace({ candidate, path, keepAs: join(folder, 'backups/replaced/shop.db') });
}

async function twoRenames(folder: string): Promise<void> {
  const path = join(folder, 'shop.db');
  const migrations = readMigrations(migrationsFolder);
  await copyShopFile(path, join(folder, 'incoming.db'));
  upgradeCopy(join(folder, 'incoming.db'), migrations);
  settleShopFile(path, migrations);
  renameSync(path, join(folder, 'old.db'));
  renameSync(join(folder, 'incoming.db'), path);
}

function migrateInPlace(folder: string): void {
  const database = new BetterSqlite3(join(folder, 'shop.db'));
  database.pragma('foreign_keys = OFF');
  const schema = database.pragma('user_version', { simple: true }) as number;
  const migrations = readMigrations(migrationsFolder);
  for (const { sql } of migrations.slice(schema)) database.exec(sql);
  database.pragma(`user_version = ${migrations.length}`);
  database.close();
}

async function nameTooSoon(folder: string): Promise<void> {
  await makeBackup(folder);
  const name = join(folder, 'backups/shop-20261122T113000Z.db');
  renameSync(name, `${name}.part`);
  writeFileSync(name, 'half');
  renameSync(`${name}.part`, name);
}

const [job, folder] = process.argv.slice(2);
if (import.meta.main && job && folder) await changeJobs[job as ChangeJob](folder);
