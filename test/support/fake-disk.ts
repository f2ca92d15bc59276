import type { DesktopDisk } from '../../src/main/app/desktop-disk.ts';
import type { DiskState } from '../../src/shared/contract/disk.ts';
import { diskLevel, mayGiveUpReserve, reserveBytes } from '../../src/shared/domain/disk-room.ts';

/** A disk that is as full as a test says. The real one is tried in `main/shell/disk-watch.test.ts`. */
export type FakeDisk = DesktopDisk & {
  freeBytes: number;
  hasReserve: boolean;
  wasRefused: boolean;
  backups: DiskState['backups'];
};

export function createFakeDisk(): FakeDisk {
  const fake: FakeDisk = {
    freeBytes: 9_000_000_000,
    hasReserve: true,
    wasRefused: false,
    backups: null,
    async state() {
      const { freeBytes, hasReserve, wasRefused, backups } = fake;
      const room = { freeBytes, hasReserve, wasRefused };
      return { ...room, backups, level: diskLevel(room), mayGiveUp: mayGiveUpReserve(room) };
    },
    async giveUpReserve() {
      if (!fake.hasReserve) return false;
      fake.hasReserve = false;
      fake.wasRefused = false;
      fake.freeBytes += reserveBytes;
      return true;
    },
    refused() {
      fake.wasRefused = true;
    },
  };
  return fake;
}
