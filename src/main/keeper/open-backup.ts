import { constants, lstatSync } from 'node:fs';
import { copyFile, mkdir } from 'node:fs/promises';
import { dirname } from 'node:path';
import { AppError } from '../../shared/contract/errors.ts';
import { type CheckedShop, checkShopFile } from '../app/check-shop-file.ts';
import { backupShopFile } from '../database/backup-shop-file.ts';
import { flushFile, removeShopFile } from '../database/flush.ts';
import { readMigrations } from '../database/migrate.ts';
import { upgradeCopy } from '../database/upgrade-copy.ts';
import { buildFromCsv, isZip } from './csv-build.ts';
import type { JobContext } from './jobs.ts';
import { isLocked, unlockFile } from './lock-file.ts';
import { makeSearchable } from './make-searchable.ts';
import { hashOfFile, type Manifest } from './manifest.ts';
import { requireRoom, roomOrReason } from './room.ts';
import { finish, sizeOf } from './steps.ts';

export type OpenBackup = {
  /** The file: a shop file, an encrypted one, or the zip of a CSV backup. */
  readonly from: string;
  /** Where its copy goes, which can be put in the place of the shop; taken away again where it is not to be kept. */
  readonly to: string;
  readonly isKept: boolean;
  readonly passphrase: string | null;
  readonly migrationsFolder: string;
  readonly auditKey: Uint8Array | null;
  /** What its manifest says that it is; null where there is none. */
  readonly manifest: Manifest | null;
};

/** `facts` are those of the file as it was, before it was brought up to date. */
export type OpenedBackup = CheckedShop;

/**
 * Opens a backup as a restore does: copied to a place of its own, decrypted, compared with its manifest, looked through
 * wholly, brought up to the newest schema and looked through again. The original is only read.
 * @throws AppError `backup-gone`, `wrong-passphrase`, `backup-damaged`, `no-room`.
 */
export async function openBackup(options: OpenBackup, ctx: JobContext): Promise<OpenedBackup> {
  const { to, isKept } = options;
  let isGood = false;
  try {
    await mkdir(dirname(to), { recursive: true, mode: 0o700 });
    const opened = await open(options, ctx);
    isGood = opened.problems.length === 0;
    return opened;
  } catch (error) {
    ctx.signal?.throwIfAborted();
    throw roomOrReason(error, 'backup-damaged');
  } finally {
    if (!(isKept && isGood)) removeShopFile(to);
  }
}

async function open(options: OpenBackup, ctx: JobContext): Promise<OpenedBackup> {
  const { from, to, passphrase, auditKey, manifest } = options;
  const found = lstatSync(from, { throwIfNoEntry: false });
  if (!found?.isFile()) throw new AppError('backup-gone');
  await requireRoom(dirname(to), (sizeOf(from) + sizeOf(`${from}-wal`)) * 1.3);
  removeShopFile(to);
  if (manifest && (await hashOfFile(from, ctx.signal)) !== manifest.sha256) {
    return {
      facts: null,
      unreadable: 'damaged',
      problems: [unlike('file', 'it is not the file that was made')],
    };
  }
  const isCsv = found.size > 0 && isZip(from);
  if (found.size > 0 && (await isLocked(from))) {
    if (passphrase === null) throw new AppError('wrong-passphrase');
    await unlockFile(from, to, passphrase, ctx);
  } else if (isCsv) {
    await buildFromCsv({ from, to, migrationsFolder: options.migrationsFolder }, ctx);
  } else if (sizeOf(`${from}-wal`) > 0) {
    await backupShopFile(from, to, ctx.onProgress, ctx.signal);
  } else {
    await copyFile(from, to, constants.COPYFILE_EXCL);
  }
  const migrations = readMigrations(options.migrationsFolder);
  const check = () => finish(checkShopFile(to, { migrations, auditKey, deep: true }), ctx);
  const asIs = await check();
  if (asIs.facts === null || asIs.problems.length > 0) return asIs;
  if (manifest && !isSame(manifest.facts, asIs.facts)) {
    return { ...asIs, problems: [unlike('counts', 'it does not hold what its manifest says')] };
  }
  upgradeCopy(to, migrations, isCsv ? makeSearchable : null);
  const upToDate = asIs.facts.schema === migrations.length ? asIs : await check();
  flushFile(to);
  // What it held, not what it was brought up to.
  return { ...upToDate, facts: upToDate.facts && { ...upToDate.facts, schema: asIs.facts.schema } };
}

function isSame(one: Manifest['facts'], other: Manifest['facts']): boolean {
  return JSON.stringify(sorted(one)) === JSON.stringify(sorted(other));
}

function sorted(facts: Manifest['facts']): unknown {
  const { rows, lastEntry, lastOrder, ...plain } = facts;
  const inOrder = (given: object) => Object.entries(given).toSorted(([a], [b]) => (a < b ? -1 : 1));
  return [inOrder(plain), inOrder(rows), inOrder(lastEntry ?? {}), inOrder(lastOrder ?? {})];
}

function unlike(check: 'file' | 'counts', what: string) {
  return { check, what, count: 1 };
}
