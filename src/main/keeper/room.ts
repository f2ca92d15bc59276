import { statfs } from 'node:fs/promises';
import { AppError } from '../../shared/contract/errors.ts';

/** What is left free for everything else. */
const spare = 20_000_000;

/** @throws AppError `no-room` where a folder's disk has no room for so many bytes more. */
export async function requireRoom(folder: string, bytes: number): Promise<void> {
  const { bavail, bsize } = await statfs(folder);
  const neededBytes = Math.ceil(bytes) + spare;
  const freeBytes = bavail * bsize;
  if (freeBytes < neededBytes) throw new AppError('no-room', { neededBytes, freeBytes });
}

/** What a job refuses with for whatever was thrown in it. */
export function roomOrReason(
  error: unknown,
  code: 'backup-failed' | 'backup-damaged' | 'upgrade-failed' = 'backup-failed',
): AppError {
  if (error instanceof AppError) return error;
  const reason = error instanceof Error ? error.message : String(error);
  const system = error instanceof Error && 'code' in error ? String(error.code) : '';
  const isFull = system === 'ENOSPC' || system === 'SQLITE_FULL' || /disk is full|ENOSPC/iu.test(reason);
  return isFull ? new AppError('no-room') : new AppError(code, { reason });
}
