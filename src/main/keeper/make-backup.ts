import { rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { BackupCause } from '../../shared/contract/backup-fields.ts';
import { AppError } from '../../shared/contract/errors.ts';
import { checkShopFile } from '../app/check-shop-file.ts';
import { backupShopFile } from '../database/backup-shop-file.ts';
import { flushFile, flushFolder, removeShopFile } from '../database/flush.ts';
import { readMigrations } from '../database/migrate.ts';
import type { JobContext } from './jobs.ts';
import { lockFile, unlockFile } from './lock-file.ts';
import { hashOfFile, type Manifest, writeManifest } from './manifest.ts';
import { requireRoom, roomOrReason } from './room.ts';
import { finish, sizeOf } from './steps.ts';

export type MakeBackup = {
  readonly shopPath: string;
  /** Where backups are kept. */
  readonly folder: string;
  /** The file's name without its ending. */
  readonly name: string;
  readonly cause: BackupCause;
  /** Milliseconds UTC. */
  readonly now: number;
  /** The version of the application. */
  readonly app: string;
  readonly migrationsFolder: string;
  readonly auditKey: Uint8Array;
  /** Null: the backup is not encrypted. */
  readonly passphrase: string | null;
};

/** The ending of a backup's file. */
export const endings = { plain: '.db', locked: '.db.age', manifest: '.json' } as const;

/** What a file that is not finished ends with; it is taken away at the next start. */
const unfinished = '.part';

/**
 * Makes a backup of the shop as it is at one moment, opens it, and looks at everything in it. Only then it gets its
 * name and its manifest. What is wrong with the shop itself is in the manifest: a copy of it is worth keeping all the
 * same, but it is not called verified.
 * @throws AppError `no-room`, `backup-failed` with the reason; nothing is left of it then.
 */
export async function makeBackup(options: MakeBackup, ctx: JobContext): Promise<Manifest> {
  const { folder, name, passphrase } = options;
  const plain = join(folder, `${name}${endings.plain}${unfinished}`);
  const locked = join(folder, `${name}${endings.locked}${unfinished}`);
  try {
    // Copies that lie beside each other while it is made.
    const copies = passphrase === null ? 1.1 : 3.2;
    await requireRoom(folder, (sizeOf(options.shopPath) + sizeOf(`${options.shopPath}-wal`)) * copies);
    return await make(options, { plain, locked: passphrase === null ? null : locked }, ctx);
  } catch (error) {
    ctx.signal?.throwIfAborted();
    throw roomOrReason(error);
  } finally {
    await takeAway(plain, locked);
  }
}

/** From a disk that is gone nothing can be taken away: the next start does, and why the backup failed is what counts. */
async function takeAway(plain: string, locked: string): Promise<void> {
  try {
    removeShopFile(plain);
    await rm(locked, { force: true });
  } catch {
    return;
  }
}

type Parts = { readonly plain: string; readonly locked: string | null };

async function make(options: MakeBackup, { plain, locked }: Parts, ctx: JobContext): Promise<Manifest> {
  const { shopPath, folder, name, cause, now, app, auditKey, passphrase } = options;
  const part = stages(locked === null ? [60, 40] : [40, 30, 15, 15], ctx);
  await backupShopFile(shopPath, plain, part.next(), ctx.signal);
  const migrations = readMigrations(options.migrationsFolder);
  const steps = checkShopFile(plain, { migrations, auditKey, deep: true });
  const { facts, problems } = await finish(steps, { ...ctx, onProgress: part.next() });
  const isCopyBad = problems.some(({ check }) => isOfCopy.has(check));
  if (facts === null || isCopyBad) {
    throw new AppError('backup-failed', { reason: problems.map(({ what }) => what).join('; ') });
  }
  const sha256 = await hashOfFile(plain, ctx.signal);
  if (locked !== null && passphrase !== null) {
    await lockFile(plain, locked, passphrase, { ...ctx, onProgress: part.next() });
    await requireOpens(locked, { passphrase, sha256, plain }, { ...ctx, onProgress: part.next() });
  }
  const ready = locked ?? plain;
  const path = join(folder, `${name}${locked === null ? endings.plain : endings.locked}`);
  const manifest: Manifest = {
    ...{ format: 1, name, madeAt: now, cause, app, isEncrypted: locked !== null, facts },
    bytes: sizeOf(ready),
    sha256: locked === null ? sha256 : await hashOfFile(locked, ctx.signal),
    ...{ checkedAt: now, problems: [...problems], stillTrueAt: null },
  };
  ctx.signal?.throwIfAborted();
  flushFile(ready);
  try {
    // What a stop leaves between the two is known for ours by the manifest that lies ready.
    await writeManifest(join(folder, `${name}${endings.manifest}`), auditKey, manifest, () =>
      rename(ready, path),
    );
  } catch (error) {
    // A file that nothing vouches for takes the room of one that could be.
    await rm(path, { force: true }).catch(() => undefined);
    throw error;
  }
  flushFolder(folder);
  return manifest;
}

/** What a faithful copy of a whole shop cannot have. */
const isOfCopy: ReadonlySet<string> = new Set(['file', 'references', 'schema', 'counts']);

/** An encrypted file counts once it was opened again and holds what was locked away. */
async function requireOpens(
  locked: string,
  { passphrase, sha256, plain }: { passphrase: string; sha256: string; plain: string },
  ctx: JobContext,
): Promise<void> {
  const again = `${plain}-again`;
  try {
    await unlockFile(locked, again, passphrase, ctx);
    if ((await hashOfFile(again, ctx.signal)) !== sha256) {
      throw new AppError('backup-failed', { reason: 'the encrypted file holds something else' });
    }
  } finally {
    await rm(again, { force: true });
  }
}

/** One bar of progress over several stages of work, each so many hundredths of it. */
function stages(sizes: readonly number[], { onProgress }: JobContext) {
  let before = 0;
  let at = -1;
  return {
    next(): JobContext['onProgress'] {
      before += sizes[at] ?? 0;
      at += 1;
      const size = sizes[at] ?? 0;
      const begin = before;
      return ({ done, total }) =>
        onProgress({ done: Math.floor(begin + (size * done) / Math.max(1, total)), total: 100 });
    },
  };
}
