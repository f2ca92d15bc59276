import { execFileSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { statfs } from 'node:fs/promises';
import { join } from 'node:path';
import type { Progress } from '../../src/main/app/context.ts';
import { createLocalKeeper } from '../../src/main/keeper/jobs.ts';
import { endings, type MakeBackup } from '../../src/main/keeper/make-backup.ts';
import { hashOfFile, readManifest } from '../../src/main/keeper/manifest.ts';
import { AppError } from '../../src/shared/contract/errors.ts';
import { createBackupShop } from '../support/backup-shop.ts';
import { migrationsFolder } from '../support/create-test-app.ts';
import { auditKey } from './change-jobs.ts';
import { type FileSystem, withLoopDisk } from './loop-disk.ts';
import { onSmallDisk } from './place-shop.ts';

const name = 'shop-20261122T113000Z';
/** How far a backup is, in hundredths, when something happens to its place: in the copy, in the check, at the end. */
const moments = [8, 30, 55, 60, 80, 95];

function wish(shop: string, folder: string): MakeBackup {
  return {
    ...{ shopPath: join(shop, 'shop.db'), folder, name, cause: 'automatic', now: 0, app: 'crash' },
    ...{ migrationsFolder, auditKey, passphrase: null },
  };
}

/**
 * Makes a backup, and does something once it is so far. Answers what it was refused with, or null; and whether it came
 * so far at all.
 */
async function makeUntil(
  shop: string,
  folder: string,
  moment: number,
  happen: () => void,
): Promise<{ readonly refused: AppError | null; readonly hasHappened: boolean }> {
  let hasHappened = false;
  const onProgress = ({ done }: Progress): void => {
    if (hasHappened || done < moment) return;
    hasHappened = true;
    happen();
  };
  try {
    await createLocalKeeper().run('make-backup', wish(shop, folder), onProgress);
    return { refused: null, hasHappened };
  } catch (error) {
    if (error instanceof AppError) return { refused: error, hasHappened };
    throw error;
  }
}

/** What in a folder is called a backup and is none; and files that are left of one that was not made. */
async function wrongIn(folder: string, isMade: boolean): Promise<readonly string[]> {
  const names = existsSync(folder) ? readdirSync(folder).sort() : [];
  const path = join(folder, `${name}${endings.plain}`);
  const manifest = await readManifest(join(folder, `${name}${endings.manifest}`), auditKey);
  if (!isMade && names.length > 0) return [`left: ${names.join(', ')}`];
  if (!isMade) return [];
  if (manifest === null || !existsSync(path)) return [`it was made, and there is: ${names.join(', ')}`];
  const isWhole = statSync(path).size === manifest.bytes && (await hashOfFile(path)) === manifest.sha256;
  return isWhole && manifest.problems.length === 0 ? [] : ['a manifest vouches for something else'];
}

/** A disk for backups that has too little room from the start, or is filled by others meanwhile. */
export async function fullDestination(shop: string): Promise<readonly string[]> {
  const needed = Math.ceil((statSync(join(shop, 'shop.db')).size * 1.1 + 24_000_000) / 1024);
  const wrong: string[] = [];
  for (const moment of [0, ...moments]) {
    const small = moment === 0 ? Math.floor(needed / 3) : needed;
    await onSmallDisk(small, async (place) => {
      const folder = join(place, 'backups');
      mkdirSync(folder);
      const { bavail, bsize } = await statfs(place);
      const fill = (): void => fillUp(join(place, 'filler'), bavail * bsize);
      const { refused } = await makeUntil(shop, folder, moment, moment === 0 ? () => undefined : fill);
      const when = moment === 0 ? 'too small' : `full at ${moment} %`;
      // What was written to its end before the room went is one.
      if (refused && refused.code !== 'no-room') wrong.push(`${when}: refused with ${refused.code}`);
      if (!refused && moment < 55) wrong.push(`${when}: not refused`);
      for (const problem of await wrongIn(folder, refused === null)) wrong.push(`${when}: ${problem}`);
    });
  }
  return wrong;
}

/** Writes until there is no room any more. */
function fillUp(path: string, most: number): void {
  const piece = Buffer.alloc(65_536);
  try {
    for (let written = 0; written <= most; written += piece.length) writeFileSync(path, piece, { flag: 'a' });
  } catch {
    // Then the last few pages.
    try {
      for (;;) writeFileSync(path, piece.subarray(0, 512), { flag: 'a' });
    } catch {
      return;
    }
  }
}

/** A stick that is pulled out meanwhile: the place is gone from the system, and nothing is said to be made. */
export async function unpluggedDestination(shop: string): Promise<readonly string[]> {
  const wrong: string[] = [];
  for (const moment of moments) {
    await onSmallDisk(200_000, async (place) => {
      const folder = join(place, 'backups');
      mkdirSync(folder);
      const unplug = (): void => void execFileSync('umount', ['--lazy', place]);
      const { refused, hasHappened } = await makeUntil(shop, folder, moment, unplug);
      const when = `unplugged at ${moment} %`;
      if (!hasHappened) return void wrong.push(`${when}: it never came so far`);
      if (refused?.code !== 'backup-failed') wrong.push(`${when}: ${refused?.code ?? 'not refused'}`);
      for (const problem of await wrongIn(folder, false)) wrong.push(`${when}: ${problem}`);
      // Whoever takes the disk away finds one.
      execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=1m', 'tmpfs', place]);
    });
  }
  return wrong;
}

/**
 * The disk of the backups loses its power meanwhile, or as soon as one is said to be made: what a manifest vouches for
 * then must be whole, and one that was said to be made must be there.
 */
export function cutDestination(shop: string, system: FileSystem): Promise<readonly string[]> {
  return withLoopDisk(system, async (disk) => {
    const wrong: string[] = [];
    for (const moment of [...moments, 101]) {
      const folder = join(disk.folder, `backups-${moment}`);
      mkdirSync(folder);
      disk.sync();
      const { refused } = await makeUntil(shop, folder, moment, () => disk.cut(false));
      const when = moment > 100 ? 'no power once it was made' : `no power at ${moment} %`;
      if (moment > 100) disk.cut(false);
      if (refused && refused.code !== 'backup-failed') wrong.push(`${when}: refused with ${refused.code}`);
      disk.restart();
      const isCalled = existsSync(join(folder, `${name}${endings.manifest}`));
      if (!refused && !isCalled) wrong.push(`${when}: it was said to be made, and is not there`);
      if (isCalled) for (const problem of await wrongIn(folder, true)) wrong.push(`${when}: ${problem}`);
    }
    return wrong;
  });
}

/** A file of the same name, and what a stopped run left, are there already: nothing is written over. */
export async function takenDestination(): Promise<readonly string[]> {
  const shop = await createBackupShop();
  try {
    const folder = shop.at('backups');
    const other = 'of another shop';
    writeFileSync(join(folder, `${name}${endings.plain}`), other);
    writeFileSync(join(folder, `${name}-2${endings.plain}.part`), other);
    const work = { onProgress: () => undefined, signal: new AbortController().signal };
    const first = await shop.desk.make(work).then(
      (row) => row.name,
      (error: unknown) => error,
    );
    const second = await shop.desk.make(work);
    return [
      ...(readFileSync(join(folder, `${name}${endings.plain}`), 'utf8') === other ? [] : ['written over']),
      ...(first instanceof AppError || first === `${name}-2` ? [] : [`refused with ${String(first)}`]),
      ...(second.state === 'verified' && second.name !== name ? [] : [`the next is ${second.state}`]),
    ];
  } finally {
    await shop.test.close();
  }
}

/** Whether a copy that is shorter than its manifest says, and one that is missing, are noticed. */
export async function noticesWrongCopies(shop: string, place: string): Promise<boolean> {
  const folder = join(place, 'noticed');
  mkdirSync(folder);
  await createLocalKeeper().run('make-backup', wish(shop, folder));
  const isGoodTaken = (await wrongIn(folder, true)).length === 0;
  const path = join(folder, `${name}${endings.plain}`);
  cpSync(path, `${path}.kept`);
  truncateSync(path, 4096);
  const isShortNoticed = (await wrongIn(folder, true)).length > 0;
  return isGoodTaken && isShortNoticed && (await wrongIn(folder, false)).length > 0;
}
