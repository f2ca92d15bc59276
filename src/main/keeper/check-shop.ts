import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { AppError } from '../../shared/contract/errors.ts';
import { type CheckedShop, checkShopFile } from '../app/check-shop-file.ts';
import { backupShopFile } from '../database/backup-shop-file.ts';
import { removeShopFile } from '../database/flush.ts';
import { readMigrations } from '../database/migrate.ts';
import type { JobContext } from './jobs.ts';
import { requireRoom } from './room.ts';
import { finish, sizeOf } from './steps.ts';

export type CheckShop = {
  readonly shopPath: string;
  /** The folder for the copy that everything is looked at in. */
  readonly scratch: string;
  /** `quick`: pages and what is newest, in the file itself. `deep`: everything, in a copy of one moment. */
  readonly scope: 'quick' | 'deep';
  readonly migrationsFolder: string;
  readonly auditKey: Uint8Array;
};

/** The copy's name; one that a stopped check left is taken away by the next. */
const copyName = 'check.db';

/**
 * Looks through the shop file while selling goes on. Nothing of it is written, and nobody waits: a quick look holds a
 * moment of the file only for each of its questions, and everything else is asked of a copy, made page by page as a
 * backup is, so that a page that is damaged is damaged there as well.
 * @throws AppError `no-room`.
 */
export async function checkShop(options: CheckShop, ctx: JobContext): Promise<CheckedShop> {
  const { shopPath, scratch, scope, migrationsFolder, auditKey } = options;
  const migrations = readMigrations(migrationsFolder);
  const look = (path: string, deep: boolean, own: JobContext) =>
    finish(checkShopFile(path, { migrations, auditKey, deep }), own);
  if (scope === 'quick') return look(shopPath, false, ctx);
  const copy = join(scratch, copyName);
  mkdirSync(scratch, { recursive: true, mode: 0o700 });
  removeShopFile(copy);
  await requireRoom(scratch, (sizeOf(shopPath) + sizeOf(`${shopPath}-wal`)) * 1.1);
  try {
    await backupShopFile(shopPath, copy, halfOf(ctx, 0), ctx.signal);
    return await look(copy, true, { ...ctx, onProgress: halfOf(ctx, 50) });
  } catch (error) {
    ctx.signal?.throwIfAborted();
    if (error instanceof AppError) throw error;
    // What cannot even be copied is looked at where it lies: that says which part of it cannot be read.
    const found = await look(shopPath, false, ctx);
    if (found.problems.length > 0) return found;
    throw error;
  } finally {
    removeShopFile(copy);
  }
}

function halfOf({ onProgress }: JobContext, begin: number): JobContext['onProgress'] {
  return ({ done, total }) =>
    onProgress({ done: begin + Math.floor((50 * done) / Math.max(1, total)), total: 100 });
}
