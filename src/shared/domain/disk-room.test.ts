import { describe, expect, it } from 'vitest';
import { diskLevel, hasRoomForReserve, mayGiveUpReserve, toldBytes } from './disk-room.ts';

const room = (freeBytes: number | null, hasReserve = true, wasRefused = false) => ({
  freeBytes,
  hasReserve,
  wasRefused,
});

describe('how a disk stands', () => {
  it.each([
    ['plenty', room(500_000_000), 'good'],
    ['plenty, and no reserve yet', room(500_000_000, false), 'good'],
    ['what the system does not say', room(null, false), 'good'],
    ['below 500 MB', room(499_999_999), 'low'],
    ['below 500 MB without a reserve', room(499_999_999, false), 'bad'],
    ['64 MB', room(64_000_000), 'low'],
    ['below 64 MB', room(63_999_999), 'bad'],
    ['nothing', room(0), 'bad'],
    ['refused, whatever the system says', room(9_000_000_000, true, true), 'bad'],
  ] as const)('%s', (_what, given, level) => {
    expect(diskLevel(given)).toBe(level);
  });
});

it('is told in whole megabytes, never more than there is', () => {
  expect([312_999_999, 312_000_000, 999_999, 0].map(toldBytes)).toEqual([312_000_000, 312_000_000, 0, 0]);
});

describe('the reserve', () => {
  it('is given up where selling stopped or is about to, and where there is one', () => {
    expect(mayGiveUpReserve(room(63_999_999))).toBe(true);
    expect(mayGiveUpReserve(room(64_000_000))).toBe(false);
    expect(mayGiveUpReserve(room(null))).toBe(false);
    expect(mayGiveUpReserve(room(null, true, true))).toBe(true);
    expect(mayGiveUpReserve(room(0, false, true))).toBe(false);
  });

  it('is made where the disk is not nearly full by it', () => {
    expect(hasRoomForReserve(532_000_000)).toBe(true);
    expect(hasRoomForReserve(531_999_999)).toBe(false);
    expect(hasRoomForReserve(null)).toBe(false);
  });
});
