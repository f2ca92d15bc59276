import { existsSync } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { AppError } from '../../shared/contract/errors.ts';
import { flushFolder } from '../database/flush.ts';
import type { JobContext } from './jobs.ts';
import { endings } from './make-backup.ts';
import { hashOfFile, type Manifest, readManifest, writeManifest } from './manifest.ts';
import { piecesOf } from './pieces.ts';
import { requireRoom, roomOrReason } from './room.ts';
import { writeFlushed } from './write-flushed.ts';

export type CopyBackup = {
  readonly from: string;
  readonly to: string;
  readonly manifest: Manifest;
  readonly auditKey: Uint8Array;
};

/**
 * Copies a backup to a second place that is there, reads it back from there and compares; then it gets its name, and its manifest.
 * @throws AppError `no-room`, `backup-failed` with the reason; nothing is left of it there then.
 */
export async function copyBackup(
  { from, to, manifest, auditKey }: CopyBackup,
  ctx: JobContext,
): Promise<void> {
  const fileName = fileNameOf(manifest);
  const part = join(to, `${fileName}.part`);
  try {
    if (await isTaken(to, manifest, auditKey)) {
      throw new AppError('backup-failed', { reason: `there is another file called ${fileName} there` });
    }
    await requireRoom(to, manifest.bytes);
    await rm(part, { force: true });
    await writeFlushed(part, piecesOf(join(from, fileName), ctx));
    if ((await hashOfFile(part, ctx.signal)) !== manifest.sha256) {
      throw new AppError('backup-failed', { reason: 'what was read back there is not what was written' });
    }
    await rename(part, join(to, fileName));
    await writeManifest(join(to, `${manifest.name}${endings.manifest}`), auditKey, manifest);
    flushFolder(to);
  } catch (error) {
    await rm(part, { force: true }).catch(() => undefined);
    ctx.signal?.throwIfAborted();
    throw roomOrReason(error);
  }
}

/** Several shops may keep their copies in one folder: what is not this one's own copy is never written over. */
async function isTaken(to: string, manifest: Manifest, auditKey: Uint8Array): Promise<boolean> {
  const path = join(to, fileNameOf(manifest));
  if (!existsSync(path)) return false;
  const own = await readManifest(join(to, `${manifest.name}${endings.manifest}`), auditKey);
  return own === null && (await hashOfFile(path)) !== manifest.sha256;
}

/** The name of a backup's file. */
export function fileNameOf({ name, isEncrypted }: Pick<Manifest, 'name' | 'isEncrypted'>): string {
  return `${name}${isEncrypted ? endings.locked : endings.plain}`;
}
