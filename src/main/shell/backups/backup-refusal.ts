import { AppError } from '../../../shared/contract/errors.ts';

/** Whether a refusal says only that something else is being done with the backups, or that the shop was closed. */
export function isBusy(error: unknown): boolean {
  return error instanceof AppError && (error.code === 'backup-running' || error.code === 'cancelled');
}

/** What keeps a backup from being opened and is no fault of its own: nothing is found out about it. */
const elsewhere: ReadonlySet<string> = new Set([
  'no-room',
  'helper-ended',
  'backup-gone',
  'wrong-passphrase',
]);

/** Whether a refusal says nothing of the backup that was to be opened. */
export function isElsewhere(error: unknown): boolean {
  return error instanceof AppError && elsewhere.has(error.code);
}

/** Why a backup could not be made, in the system's words. */
export function wordsOf(error: unknown): string {
  if (error instanceof AppError) return String(error.details?.reason ?? error.code);
  return error instanceof Error ? error.message : String(error);
}
