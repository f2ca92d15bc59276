import { randomBytes } from 'node:crypto';
import { open, rm, stat, statfs } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { DiskState } from '../../shared/contract/disk.ts';
import {
  diskLevel,
  hasRoomForReserve,
  lowRoom,
  mayGiveUpReserve,
  reserveBytes,
  scarceRoom,
} from '../../shared/domain/disk-room.ts';
import type { Log } from '../app/context.ts';
import type { DesktopDisk } from '../app/desktop-disk.ts';
import { onceAtATime } from './once-at-a-time.ts';

/** Bytes that are free in a folder, and the number of the disk it lies on. */
export type Room = { readonly freeBytes: number; readonly disk: number };

type BackupPlace = { readonly place: 'first' | 'second'; readonly folder: string };

export type DiskWatchOptions = {
  /** Where the shop file is now. */
  readonly shopPath: () => string;
  readonly backupPlaces: () => readonly BackupPlace[];
  readonly log: Log;
  /** What is to be told of the disk is another thing now. */
  readonly onChange: () => void;
  /** Looks into a folder; null where it is not there. */
  readonly roomIn?: (folder: string) => Promise<Room | null>;
};

/** Free bytes come and go; only so much is worth telling. */
const step = 10_000_000;
const piece = 1_000_000;

/**
 * Watches the room where the shop file and its backups lie, and keeps some in reserve: a file beside the shop file, so
 * that it is on the same disk.
 */
export class DiskWatch implements DesktopDisk {
  readonly #options: DiskWatchOptions;
  readonly #roomIn: (folder: string) => Promise<Room | null>;
  #wasRefused = false;
  #state: DiskState | null = null;
  /** The reserve that was there at the last look: it does not stay where the shop file has left. */
  #reserve: string | null = null;
  #turn: Promise<unknown> = Promise.resolve();

  constructor(options: DiskWatchOptions) {
    this.#options = options;
    const ask = onceAtATime();
    this.#roomIn = options.roomIn ?? ((folder) => ask(folder, () => lookInto(folder)).catch(() => null));
  }

  /** A heartbeat: looks, and makes the reserve where there is room. The first one only looks: a start is to be quick. */
  beat(): Promise<void> {
    return this.#inTurn(async () => {
      const isFirst = this.#state === null;
      const { freeBytes } = await this.#look();
      const isBack = freeBytes === null || freeBytes >= scarceRoom;
      const wasRefused = this.#wasRefused;
      if (isBack) this.#wasRefused = false;
      const isMade = !isFirst && (await this.#makeReserve(freeBytes));
      if (isMade || (wasRefused && isBack)) await this.#look();
    }).catch((error: unknown) => this.#options.log.error('The room on the disk is not known', { error }));
  }

  async state(): Promise<DiskState> {
    return this.#state ?? this.#inTurn(() => this.#look());
  }

  giveUpReserve(): Promise<boolean> {
    return this.#inTurn(async () => {
      const path = this.#reservePath();
      if (!(await isReserve(path))) return false;
      await rm(path);
      this.#wasRefused = false;
      this.#options.log.info('The reserve on the disk was given up', { path });
      await this.#look();
      return true;
    });
  }

  refused(): void {
    if (this.#wasRefused) return;
    this.#wasRefused = true;
    this.#inTurn(() => this.#look()).catch((error: unknown) =>
      this.#options.log.error('The room on the disk is not known', { error }),
    );
  }

  #reservePath(): string {
    return `${this.#options.shopPath()}.reserve`;
  }

  async #look(): Promise<DiskState> {
    const path = this.#reservePath();
    if (this.#reserve !== null && this.#reserve !== path) await rm(this.#reserve, { force: true });
    const hasReserve = await isReserve(path);
    this.#reserve = hasReserve ? path : null;
    const own = await this.#roomIn(dirname(path));
    const room = { freeBytes: own?.freeBytes ?? null, hasReserve, wasRefused: this.#wasRefused };
    const before = this.#state;
    this.#state = {
      ...room,
      level: diskLevel(room),
      mayGiveUp: mayGiveUpReserve(room),
      backups: await this.#backups(own),
    };
    if (before === null || toldOf(before) !== toldOf(this.#state)) this.#options.onChange();
    return this.#state;
  }

  /** The place of backups with the least room, where that is another disk and there is little of it. */
  async #backups(own: Room | null): Promise<DiskState['backups']> {
    let least: DiskState['backups'] = null;
    for (const { place, folder } of this.#options.backupPlaces()) {
      const room = await this.#roomIn(folder);
      if (room === null || room.disk === own?.disk || room.freeBytes >= lowRoom) continue;
      if (least === null || room.freeBytes < least.freeBytes) least = { place, freeBytes: room.freeBytes };
    }
    return least;
  }

  /** True where it was made just now. Whatever goes wrong with it, nothing is left of it. */
  async #makeReserve(freeBytes: number | null): Promise<boolean> {
    const path = this.#reservePath();
    if (!hasRoomForReserve(freeBytes) || (await isReserve(path))) return false;
    try {
      await writeReserve(path);
      return true;
    } catch (error) {
      this.#options.log.error('No room could be kept in reserve', { path, error: String(error) });
      await rm(path, { force: true }).catch(() => undefined);
      return false;
    }
  }

  /** One after the other: a reserve is never made while it is being given up. */
  #inTurn<T>(work: () => Promise<T>): Promise<T> {
    const mine = this.#turn.then(work);
    this.#turn = mine.catch(() => undefined);
    return mine;
  }
}

/** What of it people are told, in steps. */
function toldOf({ freeBytes, backups, ...rest }: DiskState): string {
  const steps = (bytes: number | null): number | null => bytes && Math.floor(bytes / step);
  const told = rest.level === 'good' ? null : steps(freeBytes);
  return JSON.stringify([rest, told, backups && [backups.place, steps(backups.freeBytes)]]);
}

/** A reserve that was not written to its end, the computer having stopped, is none. */
async function isReserve(path: string): Promise<boolean> {
  const found = await stat(path).catch(() => null);
  return found?.isFile() === true && found.size === reserveBytes;
}

/** Of random bytes: what a file system would fold together holds no room. */
async function writeReserve(path: string): Promise<void> {
  const file = await open(path, 'w');
  try {
    for (let written = 0; written < reserveBytes; written += piece) await file.write(randomBytes(piece));
    await file.sync();
  } finally {
    await file.close();
  }
}

async function lookInto(folder: string): Promise<Room | null> {
  // One after the other: a drive that hangs holds one thread.
  const { bavail, bsize } = await statfs(folder);
  const { dev } = await stat(folder);
  return { freeBytes: bavail * bsize, disk: dev };
}
