import type { ReplacedShop, RestoreSource } from '../../shared/contract/backups-restore.ts';
import type { BackupWork } from './desktop-backups.ts';

/** Bringing a shop back, as the application sees it: which files that takes is the shell's. */
export type DesktopRestore = {
  /**
   * Opens what is to be brought back and looks through it, keeps the shop as it is now, and answers; a moment later the
   * shop closes and the other one is in its place. Whatever fails, the shop goes on as it was.
   * @throws AppError `backup-gone`, `backup-damaged`, `wrong-passphrase`, `no-room`, `backup-running`.
   */
  begin(request: RestoreRequest, work: BackupWork): Promise<void>;
  /** Shops that were replaced, the newest first. */
  replaced(): Promise<readonly ReplacedShop[]>;
};

export type RestoreRequest = {
  readonly source: RestoreSource;
  readonly passphrase: string | null;
  /** The name of who asked for it. */
  readonly by: string;
};
