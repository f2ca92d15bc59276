import type { ChosenBackup, ReplacedShop, RestoreSource } from '../../shared/contract/backups-restore.ts';
import type { BackupWork } from './desktop-backups.ts';

/** Bringing a shop back, as the application sees it: which files that takes is the shell's. */
export type DesktopRestore = {
  /**
   * Opens what is to be brought back and looks through it, keeps the shop as it is now, and answers; a moment later the
   * shop closes and the other one is in its place. Whatever fails, the shop goes on as it was.
   * @throws AppError `backup-gone`, `backup-damaged`, `choice-gone`, `wrong-passphrase`, `wrong-recovery-code`,
   * `no-room`, `backup-running`.
   */
  begin(request: RestoreRequest, work: BackupWork): Promise<void>;
  /** Shops that were replaced, the newest first. */
  replaced(): Promise<readonly ReplacedShop[]>;
  /**
   * Asks for a file, and looks through a copy of it; null when the person thought better of it.
   * @throws AppError `no-room`, `backup-running`.
   */
  choose(work: BackupWork): Promise<ChosenBackup | null>;
  /** The same with a backup of the list. @throws AppError `backup-gone`, `no-room`, `backup-running`. */
  chooseKept(name: string, work: BackupWork): Promise<ChosenBackup>;
  /** What became of the last restore is told no longer. */
  seenFailure(): void;
  /** Opens an encrypted one. @throws AppError `choice-gone`, `wrong-passphrase`, `no-room`, `backup-running`. */
  openChosen(token: string, passphrase: string, work: BackupWork): Promise<ChosenBackup>;
};

export type RestoreRequest = {
  readonly source: RestoreSource;
  readonly passphrase: string | null;
  /** Opens the keys of a file of another computer. */
  readonly recoveryCode: string | null;
  /** The name of who asked for it; empty where there is no shop yet. */
  readonly by: string;
  /** There is no shop yet that would have to be kept. */
  readonly isFirst: boolean;
};
