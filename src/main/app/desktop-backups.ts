import type { BackupRow, BackupsState, shopFacts } from '../../shared/contract/backup-fields.ts';
import type { CsvSchedule, CsvTable } from '../../shared/contract/csv-tables.ts';
import type { Progress } from './context.ts';
import type { PlaceWarning } from './desktop.ts';

/** How a backup is worked on: it tells how far it is, and stops when it is told to. */
export type BackupWork = {
  readonly onProgress: (progress: Progress) => void;
  readonly signal: AbortSignal;
};

/** A folder that somebody chose for the second place; the window gets a token for it, and the path to read. */
export type ChosenSecondPlace = {
  readonly token: string;
  readonly path: string;
  readonly warnings: readonly (PlaceWarning | 'same-disk')[];
  readonly problem: 'same' | 'not-writable' | 'no-room' | null;
};

export type CheckedBackup = {
  readonly facts: (typeof shopFacts)['_output'] | null;
  readonly problems: readonly { readonly check: string; readonly count: number }[];
};

/** Which tables. `days`: business dates, both included, for those that have a day; null: all of their rows. */
export type SomeCsvTables = {
  readonly tables: readonly CsvTable[];
  readonly days: { readonly from: number; readonly to: number } | null;
};

export type CsvMade = { readonly rows: number; readonly bytes: number };

/** Backups as the application sees them: where they lie and how they are made is the shell's. */
export type DesktopBackups = {
  state(): Promise<BackupsState>;
  list(): Promise<readonly BackupRow[]>;
  /** @throws AppError `backup-running`, `backup-failed`, `no-room`. */
  make(work: BackupWork): Promise<BackupRow>;
  /** @throws AppError `backup-running`, `backup-gone`, `wrong-passphrase`, `no-room`. */
  check(name: string, passphrase: string | null, work: BackupWork): Promise<CheckedBackup>;
  setAutomatic(isAutomatic: boolean): void;
  setCsvSchedule(schedule: CsvSchedule): void;
  /**
   * The shop as CSV, or some of its tables, in pieces of a file; `onMade` is told what it came to before the first.
   * @throws AppError `backup-running`, `backup-failed`, `no-room`.
   */
  csvPieces(
    some: SomeCsvTables | null,
    work: BackupWork,
    onMade: (made: CsvMade) => void,
  ): AsyncGenerator<Uint8Array>;
  setPassphrase(passphrase: string | null): Promise<void>;
  /** Asks for a folder; null when the person thought better of it. */
  chooseSecondPlace(): Promise<ChosenSecondPlace | null>;
  /** The folder behind the token is the second place from now on; null: there is none. False for an old token. */
  setSecondPlace(token: string | null): boolean;
  /** Shows a folder in the system's own window; false where it is not there. */
  showFolder(place: 'first' | 'second' | 'csv'): boolean;
};
