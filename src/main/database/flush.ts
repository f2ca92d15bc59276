import { closeSync, fsyncSync, openSync, rmSync } from 'node:fs';

/** Makes sure that what was written to a file is on the disk. */
export function flushFile(path: string): void {
  flush(path, 'r+');
}

/** So that the names in a folder are on the disk: a rename is not before this. Windows knows no such thing. */
export function flushFolder(folder: string): void {
  if (process.platform !== 'win32') flush(folder, 'r');
}

/** Takes a database file away, with whatever SQLite keeps beside it. */
export function removeShopFile(path: string): void {
  for (const ending of ['', '-wal', '-shm', '-journal']) rmSync(`${path}${ending}`, { force: true });
}

function flush(path: string, flags: string): void {
  const opened = openSync(path, flags);
  try {
    fsyncSync(opened);
  } finally {
    closeSync(opened);
  }
}
