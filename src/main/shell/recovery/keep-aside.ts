import {
  chmodSync,
  constants,
  copyFileSync,
  existsSync,
  linkSync,
  lstatSync,
  mkdirSync,
  renameSync,
  rmSync,
} from 'node:fs';
import { join } from 'node:path';
import { flushFile, flushFolder } from '../../database/flush.ts';
import { freeName } from '../backups/backup-folder.ts';

const besideIt = ['-wal', '-shm', '-journal'] as const;

/**
 * Keeps what lies in the shop file's place, with what SQLite wrote beside it, under another name in a folder from which
 * nothing is ever deleted. The file stays in its place until another is put over it; a folder makes way. Answers the
 * name without its ending, or null where there was nothing. @throws the system's error; nothing is lost then.
 */
export function keepAside(path: string, folder: string, now: number): string | null {
  const found = lstatSync(path, { throwIfNoEntry: false });
  const beside = besideIt.filter((ending) => existsSync(`${path}${ending}`));
  if (!found && beside.length === 0) return null;
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const name = freeName(folder, now);
  const kept = join(folder, `${name}.db`);
  // Its own disk, where it may be large: it is renamed where it lies.
  if (found?.isDirectory()) renameSync(path, `${path} (put aside ${name})`);
  else if (found) linkOrCopy(path, kept);
  for (const ending of beside) copy(`${path}${ending}`, `${kept}${ending}`);
  flushFolder(folder);
  // They belong to the file that is put aside: beside another they would be written into it.
  for (const ending of beside) rmSync(`${path}${ending}`);
  return name;
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
