import { constants, copyFileSync, mkdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Log } from '../../app/context.ts';
import { flushFile, flushFolder } from '../../database/flush.ts';
import { freeName } from '../backups/backup-folder.ts';
import { wordsOf } from '../backups/backup-refusal.ts';
import type { ConditionMemory } from './condition-memory.ts';

/** Whether a log of writes lies beside a shop file, which SQLite writes into it when it is opened next. */
export function hasLogBeside(path: string): boolean {
  return (statSync(`${path}-wal`, { throwIfNoEntry: false })?.size ?? 0) > 0;
}

/** Where replaced shops are, and how a time is known. */
type Place = { readonly folder: string; readonly clock: () => number; readonly log: Log };

/**
 * Called before a shop file is opened that this computer knows. A log of writes that nobody left beside a file which was
 * closed properly comes from elsewhere, and SQLite is about to write it over what was sold since; or another computer
 * stopped while it worked in this file, and it is right. So the file is kept without it among the shops that were
 * replaced. Answers when that was, in milliseconds UTC; null where there was nothing to keep.
 */
export function keepFromLog(
  path: string,
  { isOpen, hasLog }: ConditionMemory,
  { folder, clock, log }: Place,
): number | null {
  if (isOpen !== false || hasLog !== false || !hasLogBeside(path)) return null;
  log.error('A log of writes from elsewhere lies beside the shop file');
  const now = clock();
  try {
    const replaced = join(folder, 'backups', 'replaced');
    mkdirSync(replaced, { recursive: true, mode: 0o700 });
    const kept = join(replaced, `${freeName(replaced, now)}.db`);
    // A second name would not do: the file itself is about to be written.
    copyFileSync(path, kept, constants.COPYFILE_EXCL | constants.COPYFILE_FICLONE);
    flushFile(kept);
    flushFolder(replaced);
    return now;
  } catch (error) {
    log.error('The shop file could not be kept as it was', { error: wordsOf(error) });
    return null;
  }
}
