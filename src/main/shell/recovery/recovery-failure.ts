import type { ChosenBackup } from '../../../shared/contract/backups-restore.ts';
import { AppError } from '../../../shared/contract/errors.ts';
import { ShopFileError } from '../../database/migrate.ts';
import type { JobOutput } from '../../keeper/jobs.ts';
import { text } from './page-frame.ts';

export type Salvaged = JobOutput<'salvage-shop'>;

/** Why nothing was brought back. */
type Failure = 'gone' | 'damaged' | 'no-room' | 'unreadable' | 'nobody' | 'no-key-copy' | 'unknown';

export class Refused extends Error {
  readonly failure: Failure;
  constructor(failure: Failure) {
    super(failure);
    this.failure = failure;
  }
}

/** Why something was not done, in words for the page. */
export function failureWords(error: unknown): string {
  return text(`recovery.failed-${failureOf(error)}`);
}

function failureOf(error: unknown): Failure {
  if (error instanceof Refused) return error.failure;
  if (error instanceof ShopFileError) return 'unreadable';
  if (!(error instanceof AppError)) return 'unknown';
  const failures: Readonly<Record<string, Failure>> = {
    'backup-gone': 'gone',
    'choice-gone': 'gone',
    'backup-damaged': 'damaged',
    'no-room': 'no-room',
  };
  return failures[error.code] ?? 'unknown';
}

/** Why a file that was chosen cannot be brought back, and what exactly was found in it. */
export function problemWords(
  problem: NonNullable<ChosenBackup['problem']>,
  found: ChosenBackup['found'],
): string {
  const words = problem === 'same' ? text('recovery.failed-same') : text(`bring-back.problem-${problem}`);
  return found === null ? words : `${words} ${text('bring-back.found', { found })}`;
}
