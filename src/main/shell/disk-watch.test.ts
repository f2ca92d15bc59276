import { existsSync, mkdirSync, mkdtempSync, rmSync, statSync, truncateSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { reserveBytes } from '../../shared/domain/disk-room.ts';
import { DiskWatch, type DiskWatchOptions, type Room } from './disk-watch.ts';

let folder: string;
let path: string;
let reserve: string;
/** What the system says of each folder. */
let rooms: Map<string, Room | null>;
let changes: number;
let logged: string[];
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'orderlla-disk-'));
  path = join(folder, 'shop.db');
  reserve = `${path}.reserve`;
  rooms = new Map();
  changes = 0;
  logged = [];
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function watch(options: Partial<DiskWatchOptions> = {}): DiskWatch {
  const log = (message: string): void => void logged.push(message);
  return new DiskWatch({
    shopPath: () => path,
    backupPlaces: () => [],
    log: { info: log, error: log },
    onChange() {
      changes += 1;
    },
    roomIn: async (asked) => rooms.get(asked) ?? null,
    ...options,
  });
}

const free = (freeBytes: number, where = folder, disk = 1): void =>
  void rooms.set(where, { freeBytes, disk });

/** A watch that holds a reserve, told of once. */
async function holding(): Promise<DiskWatch> {
  free(9_000_000_000);
  const disk = watch();
  await disk.beat();
  await disk.beat();
  changes = 0;
  return disk;
}

describe('the reserve', () => {
  it('is made by the second look, with room for it on the disk in earnest', async () => {
    free(532_000_000);
    const disk = watch();
    await disk.beat();
    expect(existsSync(reserve)).toBe(false);
    await disk.beat();
    const { size, blocks } = statSync(reserve);
    expect(size).toBe(reserveBytes);
    // A file of holes would hold nothing.
    if (process.platform !== 'win32') expect(blocks * 512).toBeGreaterThanOrEqual(reserveBytes);
    expect((await disk.state()).hasReserve).toBe(true);
  });

  it('is not made where the disk would be nearly full by it, nor where nothing is known of it', async () => {
    free(531_999_999);
    const disk = watch();
    await disk.beat();
    await disk.beat();
    rooms.clear();
    await disk.beat();
    expect(existsSync(reserve)).toBe(false);
    expect(await disk.state()).toMatchObject({ level: 'good', freeBytes: null, hasReserve: false });
  });

  it('is given up once, and made again by itself when there is room', async () => {
    const disk = await holding();
    free(1_000_000);
    await disk.beat();
    expect(await disk.state()).toMatchObject({ level: 'bad', mayGiveUp: true, hasReserve: true });
    expect(await disk.giveUpReserve()).toBe(true);
    expect(existsSync(reserve)).toBe(false);
    expect(await disk.giveUpReserve()).toBe(false);
    await disk.beat();
    expect(await disk.state()).toMatchObject({ level: 'bad', mayGiveUp: false, hasReserve: false });
    free(5_000_000_000);
    await disk.beat();
    expect(statSync(reserve).size).toBe(reserveBytes);
    expect(await disk.state()).toMatchObject({ level: 'good', hasReserve: true });
  });

  it('does not count where it was not written to its end, and is made anew', async () => {
    const disk = await holding();
    truncateSync(reserve, reserveBytes - 1);
    expect(await disk.giveUpReserve()).toBe(false);
    await disk.beat();
    expect(statSync(reserve).size).toBe(reserveBytes);
  });

  it('leaves nothing behind where it cannot be made, and the watch goes on', async () => {
    path = join(folder, 'gone', 'shop.db');
    free(9_000_000_000, join(folder, 'gone'));
    const disk = watch();
    await disk.beat();
    await disk.beat();
    expect(logged).toEqual(['No room could be kept in reserve']);
    expect(await disk.state()).toMatchObject({ level: 'good', hasReserve: false });
  });

  it('goes with the shop file when that is moved', async () => {
    const disk = await holding();
    const other = join(folder, 'other');
    mkdirSync(other);
    path = join(other, 'shop.db');
    free(9_000_000_000, other);
    await disk.beat();
    expect(existsSync(reserve)).toBe(false);
    expect(statSync(`${path}.reserve`).size).toBe(reserveBytes);
  });
});

describe('what is told', () => {
  it('is told when it changes, and not with every byte', async () => {
    const disk = await holding();
    free(8_000_000_000);
    await disk.beat();
    expect(changes).toBe(0);
    free(312_000_000);
    await disk.beat();
    expect(await disk.state()).toMatchObject({ level: 'low', freeBytes: 312_000_000, mayGiveUp: false });
    expect(changes).toBe(1);
    free(311_000_000);
    await disk.beat();
    expect(changes).toBe(1);
    free(302_000_000);
    await disk.beat();
    expect(changes).toBe(2);
  });

  it('is at once that selling was refused, until a look finds room again', async () => {
    const disk = await holding();
    free(0);
    disk.refused();
    disk.refused();
    await disk.beat();
    expect(await disk.state()).toMatchObject({ level: 'bad', wasRefused: true, mayGiveUp: true });
    expect(changes).toBe(1);
    free(64_000_000);
    await disk.beat();
    expect(await disk.state()).toMatchObject({ level: 'low', wasRefused: false, mayGiveUp: false });
  });

  it('is full whatever the system says of room, where the shop file found none', async () => {
    const disk = await holding();
    disk.refused();
    expect(await disk.state()).toMatchObject({ wasRefused: false });
    expect(await disk.giveUpReserve()).toBe(true);
    expect(await disk.state()).toMatchObject({ wasRefused: false, hasReserve: false });
  });

  it('names the fullest other disk that backups go to', async () => {
    free(9_000_000_000);
    free(300_000_000, '/first', 2);
    free(200_000_000, '/second', 3);
    const places = [
      { place: 'first', folder: '/first' },
      { place: 'second', folder: '/second' },
    ] as const;
    const disk = watch({ backupPlaces: () => places });
    expect((await disk.state()).backups).toEqual({ place: 'second', freeBytes: 200_000_000 });
    free(200_000_000, '/second', 1);
    await disk.beat();
    expect((await disk.state()).backups).toEqual({ place: 'first', freeBytes: 300_000_000 });
    free(500_000_000, '/first', 2);
    await disk.beat();
    expect((await disk.state()).backups).toBeNull();
  });

  it('is what the system says of a real folder', async () => {
    const disk = new DiskWatch({
      ...{ shopPath: () => path, backupPlaces: () => [{ place: 'first', folder: '/no/such/folder' }] },
      log: { info: () => undefined, error: () => undefined },
      onChange: () => undefined,
    });
    const { freeBytes, backups } = await disk.state();
    expect(freeBytes).toBeGreaterThan(0);
    expect(backups).toBeNull();
  });
});
