import type { ConditionState } from '../../shared/contract/condition.ts';
import type { BackupWork } from './desktop-backups.ts';

/** In which condition the shop file is, as the application sees it: who looks, and when, is the shell's. */
export type DesktopCondition = {
  state(): ConditionState;
  /** Tries now whether the file can be written. */
  lookAgain(): boolean;
  /** @throws AppError `backup-running`, `no-room`, `check-failed`. */
  check(work: BackupWork): Promise<Pick<NonNullable<ConditionState['last']>, 'problems'>>;
  /** Once this call is answered: closes the shop and shows what can be done about a damaged file. */
  recover(): void;
};
