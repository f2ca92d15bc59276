import { type FoundProblems, foundProblems } from '../../../shared/contract/backup-fields.ts';
import { type CsvSchedule, csvSchedules } from '../../../shared/contract/csv-tables.ts';

/** What became of something, and why not. `at` in milliseconds UTC, `reason` in the system's words, or a code. */
type Failure = { readonly at: number; readonly reason: string };

/** What this computer remembers of its backups, outside the shop file: a restore must not turn it back. */
export type BackupMemory = {
  /** False: only by hand. */
  readonly automatic?: boolean;
  /** The folder of the second place. */
  readonly secondPlace?: string | null;
  readonly isEncrypted?: boolean;
  readonly rehearsal?: {
    readonly at: number;
    /** The business date that it stands for. */
    readonly date: number;
    readonly name: string;
    /** Why it could not be brought back, in the system's words, or a code. */
    readonly problem: string | null;
    /** What did not balance, added up. */
    readonly problems?: FoundProblems;
  };
  readonly failure?: Failure | null;
  readonly secondFailure?: Failure | null;
  readonly lastCopyAt?: number;
  readonly csvSchedule?: CsvSchedule;
  /** Why the last shop that was to be brought back was not. */
  readonly restoreFailure?: Failure | null;
  /**
   * The last CSV backup that was made by itself, and the business date that it stands for. `deed`: the hash of the last
   * entry about something that it holds; `trueAt`: until when there was no other.
   */
  readonly lastCsv?: {
    readonly at: number;
    readonly date: number;
    readonly bytes: number;
    readonly deed?: string;
    readonly trueAt?: number;
  };
  readonly csvFailure?: Failure | null;
};

const fits: Readonly<Record<keyof BackupMemory, (value: unknown) => boolean>> = {
  automatic: (value) => typeof value === 'boolean',
  secondPlace: (value) => value === null || (typeof value === 'string' && value !== ''),
  isEncrypted: (value) => typeof value === 'boolean',
  rehearsal: (value) =>
    isObject(value) &&
    [value.at, value.date].every(Number.isSafeInteger) &&
    typeof value.name === 'string' &&
    (value.problem === null || typeof value.problem === 'string') &&
    foundProblems.safeParse(value.problems ?? []).success,
  failure: isFailure,
  secondFailure: isFailure,
  lastCopyAt: (value) => Number.isSafeInteger(value),
  csvSchedule: (value) => csvSchedules.some((one) => one === value),
  restoreFailure: isFailure,
  lastCsv: (value) =>
    isObject(value) &&
    [value.at, value.date, value.bytes, value.trueAt ?? 0].every(Number.isSafeInteger) &&
    ['string', 'undefined'].includes(typeof value.deed),
  csvFailure: isFailure,
};

/** Whether what was kept can be what this version wrote. */
export function isBackupMemory(value: unknown): value is BackupMemory {
  if (!isObject(value)) return false;
  return Object.entries(value).every(
    ([key, part]) => Object.hasOwn(fits, key) && fits[key as keyof BackupMemory](part),
  );
}

function isFailure(value: unknown): boolean {
  return (
    value === null || (isObject(value) && Number.isSafeInteger(value.at) && typeof value.reason === 'string')
  );
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
