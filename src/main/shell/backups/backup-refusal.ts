import { AppError } from '../../../shared/contract/errors.ts';

/** Whether a refusal says only that something else is being done with the backups. */
export function isBusy(error: unknown): boolean {
  return error instanceof AppError && error.code === 'backup-running';
}

/** Why a backup could not be made, in the system's words. */
export function wordsOf(error: unknown): string {
  if (error instanceof AppError) return String(error.details?.reason ?? error.code);
  return error instanceof Error ? error.message : String(error);
}
