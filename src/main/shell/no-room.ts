import { statfsSync } from 'node:fs';

const codesOfNoRoom: ReadonlySet<unknown> = new Set(['SQLITE_FULL', 'ENOSPC', 'EDQUOT', 'no-room']);
/** What SQLite says when it could not make the files beside the shop file, for whatever reason. */
const maybeNoRoom = /^SQLITE_(?:IOERR|CANTOPEN)/u;
/** So much it needs beside a shop file to open it, in bytes. */
const needed = 1_000_000;

/** Whether something failed because the disk of this folder is full; what it was caused by counts as well. */
export function isOutOfRoom(error: unknown, folder: string): boolean {
  if (!(error instanceof Error)) return false;
  const code = 'code' in error ? error.code : null;
  if (codesOfNoRoom.has(code)) return true;
  if (typeof code === 'string' && maybeNoRoom.test(code) && freeIn(folder) < needed) return true;
  return isOutOfRoom(error.cause, folder);
}

function freeIn(folder: string): number {
  try {
    const { bavail, bsize } = statfsSync(folder);
    return bavail * bsize;
  } catch {
    return Number.POSITIVE_INFINITY;
  }
}
