/** Bytes below which the disk is nearly full: time to say so, and to free some. */
export const lowRoom = 500_000_000;
/** Bytes below which selling may stop at any moment. */
export const scarceRoom = 64_000_000;
/** Bytes that a file holds so that they can be given up when nothing else is left. */
export const reserveBytes = 32_000_000;

/** As it is told: in whole megabytes, for the rest comes and goes. */
export function toldBytes(freeBytes: number): number {
  return freeBytes - (freeBytes % 1_000_000);
}

type DiskLevel = 'good' | 'low' | 'bad';

type Room = {
  /** What the system says; null where it does not say. */
  readonly freeBytes: number | null;
  readonly hasReserve: boolean;
  /** The shop file could not be written for want of room. */
  readonly wasRefused: boolean;
};

/** How the disk stands: low is to be told, bad is to be red. */
export function diskLevel({ freeBytes, hasReserve, wasRefused }: Room): DiskLevel {
  if (wasRefused) return 'bad';
  if (freeBytes === null || freeBytes >= lowRoom) return 'good';
  return hasReserve && freeBytes >= scarceRoom ? 'low' : 'bad';
}

/** Whether now is when the reserve is for. */
export function mayGiveUpReserve({ freeBytes, hasReserve, wasRefused }: Room): boolean {
  return hasReserve && (wasRefused || (freeBytes !== null && freeBytes < scarceRoom));
}

/** Whether a reserve can be made, and the disk is not nearly full by it. */
export function hasRoomForReserve(freeBytes: number | null): boolean {
  return freeBytes !== null && freeBytes >= lowRoom + reserveBytes;
}
