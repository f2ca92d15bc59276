import {
  chmodSync,
  constants,
  copyFileSync,
  existsSync,
  linkSync,
  lstatSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { flushFile, flushFolder, removeShopFile } from '../../database/flush.ts';
import { freeName, namesIn } from '../backups/backup-folder.ts';
import { keysBeside } from '../restore/swap-keys.ts';
import { isSameFile } from './same-file.ts';

const besideIt = ['-wal', '-shm', '-journal'] as const;
/** Lies beside what is put aside while nothing was put in its place yet, and says where that is. */
const begun = '.begun';

/**
 * Keeps what lies in the shop file's place, with what SQLite wrote beside it, under another name in a folder from which
 * nothing is ever deleted. The file stays in its place until another is put over it; a folder makes way. Answers the
 * name without its ending, or null where there was nothing. Until `endAside` says that another is in its place,
 * `settleAside` can turn it back. @throws the system's error; that is for `settleAside` as well.
 */
export function keepAside(path: string, folder: string, now: number): string | null {
  const found = lstatSync(path, { throwIfNoEntry: false });
  const beside = besideIt.filter((ending) => existsSync(`${path}${ending}`));
  if (!found && beside.length === 0) return null;
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const name = freeName(folder, now);
  const kept = join(folder, `${name}.db`);
  if (found && !found.isDirectory()) linkOrCopy(path, kept);
  for (const ending of beside) copy(`${path}${ending}`, `${kept}${ending}`);
  writeFileSync(`${kept}${begun}`, path, { mode: 0o600 });
  flushFile(`${kept}${begun}`);
  flushFolder(folder);
  // Its own disk, where it may be large: it is renamed where it lies.
  if (found?.isDirectory()) renameSync(path, folderAside(path, name));
  // They belong to the file that is put aside: beside another they would be written into it.
  for (const ending of beside) rmSync(`${path}${ending}`);
  return name;
}

/** Another file was put in the place of what was kept aside: from now on that stays there. */
export function endAside(folder: string, name: string | null): void {
  if (name !== null) rmSync(join(folder, `${name}.db${begun}`), { force: true });
}

/**
 * Turns back what was put aside where nothing was put in its place after all, because that failed or the computer
 * stopped: the log of writes belongs to the file that still lies there, and may alone hold what was sold last. Called
 * before the file is opened; without that log it must not be. @throws the system's error; it can be called again then.
 */
export function settleAside(path: string, folder: string): void {
  // A disk that is not there now says nothing.
  if (!existsSync(dirname(path))) return;
  for (const marker of namesIn(folder).filter((one) => one.endsWith(begun))) {
    const kept = join(folder, marker.slice(0, -begun.length));
    const isItsPlace = readFileSync(join(folder, marker), 'utf8') === path;
    const makesWay = folderAside(path, basename(kept, '.db'));
    const isEmpty = isItsPlace && !existsSync(path);
    const isFolder = isEmpty && existsSync(makesWay);
    if (isFolder) renameSync(makesWay, path);
    if (isFolder || (isEmpty && !existsSync(kept)) || isSameFile(kept, path)) putBack(kept, path);
    else if (!isItsPlace || isEmpty) continue;
    rmSync(join(folder, marker));
  }
}

/** Once what was beside the file is there again, whole and flushed, its second name and the copies are wanted no longer. */
function putBack(kept: string, path: string): void {
  for (const ending of besideIt.filter((one) => sizeOf(`${kept}${one}`) > 0)) {
    if (sizeOf(`${path}${ending}`) > 0) continue;
    const part = `${path}${ending}.part`;
    rmSync(part, { force: true });
    copy(`${kept}${ending}`, part);
    renameSync(part, `${path}${ending}`);
  }
  flushFolder(dirname(path));
  removeShopFile(kept);
  rmSync(keysBeside(kept), { force: true });
}

function sizeOf(path: string): number {
  return statSync(path, { throwIfNoEntry: false })?.size ?? 0;
}

function folderAside(path: string, name: string): string {
  return `${path} (put aside ${name})`;
}

/** A second name costs nothing; where the disk knows no such thing, it is a copy. */
function linkOrCopy(from: string, to: string): void {
  try {
    linkSync(from, to);
  } catch {
    copy(from, to);
  }
}

function copy(from: string, to: string): void {
  copyFileSync(from, to, constants.COPYFILE_EXCL);
  chmodSync(to, 0o600);
  flushFile(to);
}
