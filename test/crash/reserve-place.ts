import { execFileSync } from 'node:child_process';
import { cpSync, statSync } from 'node:fs';
import { statfs } from 'node:fs/promises';
import { join } from 'node:path';
import { DiskWatch } from '../../src/main/shell/disk-watch.ts';
import { lowRoom, reserveBytes } from '../../src/shared/domain/disk-room.ts';
import { inspectShop } from './inspect-shop.ts';
import { createTally, onSmallDisk, openShop, type PlaceReport, tries } from './place-shop.ts';

/** Left on the disk when there is nearly nothing left. */
const rest = 2 * 1024 * 1024;

/**
 * The reserve that the application itself made while there was room, on a disk that then is full: selling is refused,
 * the owner gives the reserve up, selling goes on without opening the shop again, and the days that ended are closed.
 */
export function reserveGivenUp(shop: string): Promise<PlaceReport> {
  const plenty = Math.ceil((lowRoom + 3 * reserveBytes) / 1024);
  return onSmallDisk(plenty, async (folder) => {
    cpSync(shop, folder, { recursive: true });
    const test = await openShop(folder);
    const tally = createTally(() => test);
    const disk = new DiskWatch({
      ...{ shopPath: () => join(folder, 'shop.db'), backupPlaces: () => [], onChange: () => undefined },
      log: { info: () => undefined, error: (message) => tally.fail(message) },
    });
    Object.assign(test.desktop, { disk });
    // The first look only looks.
    await disk.beat();
    await disk.beat();
    const reserve = statSync(join(folder, 'shop.db.reserve'), { throwIfNoEntry: false })?.size;
    if (reserve !== reserveBytes) tally.fail(`the reserve has ${reserve} bytes`);
    await shrinkTo(folder, rest);
    await tally.sellUntil('disk-full');
    await tally.sellNone('on the full disk', tries);
    await disk.beat();
    const { level, mayGiveUp } = await test.ask('disk.state', {});
    if (level !== 'bad' || !mayGiveUp) tally.fail(`the disk is said to be ${level}`);
    await test.ask('disk.giveUpReserve', {});
    await tally.sellAll('with the reserve given up', 50);
    await closeDays(test);
    await test.close();
    tally.fail(...inspectShop(folder, tally.said));
    return tally;
  });
}

type Shop = Awaited<ReturnType<typeof openShop>>;

/** The disk becomes as small as what lies on it, and so many bytes more. */
async function shrinkTo(folder: string, left: number): Promise<void> {
  const { blocks, bfree, bsize } = await statfs(folder);
  const kib = Math.ceil(((blocks - bfree) * bsize + left) / 1024);
  execFileSync('mount', ['-o', `remount,size=${kib}k`, folder]);
}

/** A day ends, and is added up. */
async function closeDays(test: Shop): Promise<void> {
  test.now += 24 * 3_600_000;
  let days = 1;
  while (days > 0) ({ days } = await test.ask('reports.close', {}, { kind: 'system' }));
}
