import { closeSync, fstatSync, openSync, readSync } from 'node:fs';

/** Which pages stand in a log of writes in a newer state than in the file, and where. */
export type LogPages = {
  /** Page number to the place of its newest bytes in the log. */
  readonly places: ReadonlyMap<number, number>;
  /** False where a part of the log is damaged. */
  readonly isWhole: boolean;
};

const header = 32;
const frameHeader = 24;
type Sums = readonly [number, number];

/**
 * Reads a log of writes by itself: of each page the newest state that was committed. Where SQLite ends at the first
 * frame that is damaged, later ones are read as well, since each vouches for itself with the sums of the one before it.
 * What was not committed counts for nothing. No log is an empty one.
 */
export function readLog(path: string, pageSize: number): LogPages {
  const places = new Map<number, number>();
  const file = openIfThere(path);
  if (file === null) return { places, isWhole: true };
  try {
    return { places, isWhole: readFrames(file, pageSize, places) };
  } finally {
    closeSync(file);
  }
}

function openIfThere(path: string): number | null {
  try {
    return openSync(path, 'r');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
}

function readFrames(file: number, pageSize: number, places: Map<number, number>): boolean {
  const size = fstatSync(file).size;
  const step = frameHeader + pageSize;
  if (size < header + step) return true;
  const first = Buffer.alloc(header);
  readSync(file, first, 0, header, 0);
  const frame = Buffer.alloc(step);
  const isBig = first.readUInt32BE(0) === 0x377f0683;
  const own = sumOf(first.subarray(0, 24), [0, 0], isBig);
  const isHeaderWhole = (first.readUInt32BE(0) & ~1) === 0x377f0682 && isSame(own, sumsAt(first, 24));
  let salts = isHeaderWhole ? first.subarray(16, 24) : null;
  let sums: Sums | null = isHeaderWhole ? own : null;
  let isWhole = isHeaderWhole;
  const waiting = new Map<number, number>();
  for (let at = header; at + step <= size; at += step) {
    readSync(file, frame, 0, step, at);
    // Of a log without a header the first frame says which those are that belong together.
    salts ??= Buffer.from(frame.subarray(8, 16));
    // Frames of an earlier round of the log follow behind the last one of this.
    if (!salts.equals(frame.subarray(8, 16)) && isEarlier(file, { at: at + step, step, size, salts })) break;
    const before: Sums | null = sums;
    sums = sumsAt(frame, 16);
    const page = frame.readUInt32BE(0);
    if (
      before === null ||
      page === 0 ||
      !isSame(sums, frameSums(frame, before, isHeaderWhole ? isBig : null))
    ) {
      isWhole = false;
      continue;
    }
    waiting.set(page, at + frameHeader);
    if (frame.readUInt32BE(4) === 0) continue;
    for (const [one, place] of waiting) places.set(one, place);
    waiting.clear();
  }
  return isWhole;
}

/** Whether no frame from here on belongs to this round: a damaged one in between is followed by others that do. */
function isEarlier(
  file: number,
  { at, step, size, salts }: { at: number; step: number; size: number; salts: Buffer },
): boolean {
  const next = Buffer.alloc(8);
  for (let place = at; place + step <= size && place < at + 64 * step; place += step) {
    readSync(file, next, 0, 8, place + 8);
    if (salts.equals(next)) return false;
  }
  return true;
}

/** The sums that a frame must have; `isBig` null: of whichever order of bytes fits. */
function frameSums(frame: Buffer, before: Sums, isBig: boolean | null): Sums {
  const make = (big: boolean) =>
    sumOf(frame.subarray(frameHeader), sumOf(frame.subarray(0, 8), before, big), big);
  if (isBig !== null) return make(isBig);
  const little = make(false);
  return isSame(little, sumsAt(frame, 16)) ? little : make(true);
}

function sumOf(bytes: Buffer, [one, other]: Sums, isBig: boolean): Sums {
  let [first, second] = [one, other];
  for (let at = 0; at + 8 <= bytes.length; at += 8) {
    first = (first + (isBig ? bytes.readUInt32BE(at) : bytes.readUInt32LE(at)) + second) >>> 0;
    second = (second + (isBig ? bytes.readUInt32BE(at + 4) : bytes.readUInt32LE(at + 4)) + first) >>> 0;
  }
  return [first, second];
}

function sumsAt(bytes: Buffer, at: number): Sums {
  return [bytes.readUInt32BE(at), bytes.readUInt32BE(at + 4)];
}

function isSame(one: Sums, other: Sums): boolean {
  return one[0] === other[0] && one[1] === other[1];
}
