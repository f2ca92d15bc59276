import type { DiskState } from '../../shared/contract/disk.ts';

/** The disk that the shop file lies on, as the application sees it. */
export type DesktopDisk = {
  /** As it was looked at last. */
  state(): Promise<DiskState>;
  /** Deletes the file that holds room in reserve; false where there is none. @throws the system's error. */
  giveUpReserve(): Promise<boolean>;
  /** The shop file could not be written for want of room. */
  refused(): void;
};
