import type { BackupMemory } from './backup-memory.ts';
import type { PlaceChoice } from './place-choice.ts';
import type { ShopBackupsOptions } from './shop-backups.ts';

/** What the desk that makes backups is put together from. */
export type BackupDeskOptions = Omit<ShopBackupsOptions, 'secondPlace' | 'passphrase'> & {
  readonly memory: {
    get(): BackupMemory;
    change(change: BackupMemory): void;
  };
  readonly passphrase: { get(): Promise<string | null>; set(passphrase: string | null): Promise<void> };
  readonly places: PlaceChoice;
  /** The zone of the shop that is open, and when its day begins. */
  readonly day: () => { readonly timeZone: string; readonly dayStartMinutes: number } | null;
  /** The hash of the last entry about something that the shop as CSV would show; null where there is none. */
  readonly lastDeed: () => string | null;
  /** Shows a folder in the system's own window. */
  readonly show: (folder: string) => void;
  /** Something about backups is not as it was. */
  readonly onChange: () => void;
  /** How long what was stopped is waited for, in milliseconds; else as long as is wise. */
  readonly turnLimit?: number;
};
