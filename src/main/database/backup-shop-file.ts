import { existsSync, writeFileSync } from 'node:fs';
import BetterSqlite3 from 'better-sqlite3';
import { CopyError } from './copy-shop-file.ts';
import { flushFile, removeShopFile } from './flush.ts';
import { readerPragmas, setPragmas } from './pragmas.ts';

/** Pages between two looks at whether to stop: two megabytes. */
const pagesAtOnce = 500;

type Progress = { readonly done: number; readonly total: number };

/**
 * Copies a shop file that is being written to a new file, as it was at one moment: everything acknowledged before
 * this began is in it. A connection that only reads holds that moment, so the copy never begins anew however much is
 * written meanwhile, and whoever writes never waits. The copy is one file, flushed to the disk and readable by this
 * account alone; nobody has checked it yet.
 * @throws CopyError, or the signal's reason; nothing is left of the copy then.
 */
export async function backupShopFile(
  from: string,
  to: string,
  onProgress: (progress: Progress) => void = () => {},
  signal?: AbortSignal,
): Promise<void> {
  if (existsSync(to)) throw new CopyError('exists', `There is a file at ${to} already`);
  try {
    writeFileSync(to, '', { flag: 'wx', mode: 0o600 });
    await copyOneMoment(from, to, onProgress, signal);
    makeOneFile(to);
    flushFile(to);
  } catch (error) {
    removeShopFile(to);
    if (error instanceof CopyError || signal?.aborted) throw error;
    throw new CopyError('not-written', error instanceof Error ? error.message : String(error));
  }
}

async function copyOneMoment(
  from: string,
  to: string,
  onProgress: (progress: Progress) => void,
  signal: AbortSignal | undefined,
): Promise<void> {
  const original = new BetterSqlite3(from, { fileMustExist: true, readonly: true, timeout: 2000 });
  try {
    setPragmas(original, readerPragmas);
    original.exec('BEGIN');
    // The moment is that of the first read.
    original.prepare('SELECT count(*) FROM sqlite_schema').get();
    const { totalPages } = await original.backup(to, {
      progress({ totalPages: total, remainingPages }) {
        signal?.throwIfAborted();
        onProgress({ done: total - remainingPages, total });
        return pagesAtOnce;
      },
    });
    // It can answer without having written anything.
    if (totalPages === 0) throw new CopyError('not-written', 'No page was copied');
  } finally {
    original.close();
  }
}

/** The copy says of itself that it has a log of writes beside it; alone, it is whole without one. */
function makeOneFile(path: string): void {
  const copy = new BetterSqlite3(path, { fileMustExist: true, timeout: 2000 });
  try {
    setPragmas(copy, { trusted_schema: 0, cell_size_check: 1, mmap_size: 0, journal_mode: 'delete' });
  } finally {
    copy.close();
  }
}
