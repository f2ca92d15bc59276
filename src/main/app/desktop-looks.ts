import type { BackupFacts } from '../../shared/contract/backup-fields.ts';
import type { ComparedShop } from '../../shared/contract/backups-look.ts';
import type { RestoreSource } from '../../shared/contract/backups-restore.ts';
import type { ReadDb } from '../database/connection.ts';
import type { BackupWork } from './desktop-backups.ts';

/** What is to be looked at; the passphrase where it is not the one in use. */
export type LookRequest = { readonly source: RestoreSource; readonly passphrase: string | null };

/** Looking at a shop as it was, beside the shop that is open: which files that takes is the shell's. */
export type DesktopLooks = {
  /** @throws AppError `backup-gone`, `choice-gone`, `backup-damaged`, `wrong-passphrase`, `no-room`, `backup-running`. */
  compare(request: LookRequest, work: BackupWork): Promise<ComparedShop>;
  /** Opens one for a window; the one before is over. @throws AppError as `compare`. */
  open(
    request: LookRequest & { readonly windowId: number },
    work: BackupWork,
  ): Promise<{ readonly token: string; readonly facts: BackupFacts; readonly asOf: number | null }>;
  /** The shop that this window looks into, to read; null where that is over. */
  find(token: string, windowId: number): ReadDb | null;
  /** Over, where it is this one. */
  end(token: string, windowId: number): void;
  /** The window was closed. */
  forgetWindow(windowId: number): void;
  /** The shop is about to be closed. */
  endAll(): void;
};
