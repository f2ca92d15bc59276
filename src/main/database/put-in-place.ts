import { constants, copyFileSync, existsSync, linkSync, mkdirSync, renameSync } from 'node:fs';
import { dirname } from 'node:path';
import { flushFile, flushFolder } from './flush.ts';

type PutInPlace = {
  /** A shop file that was checked, on the same disk as `path`. */
  readonly candidate: string;
  /** Where the shop file is, closed by now. */
  readonly path: string;
  /** Another name that the file which is replaced keeps; null where there is none to keep. */
  readonly keepAs: string | null;
  /** What tries again; the tests bring their own. */
  readonly rename?: (from: string, to: string) => void;
  /** Milliseconds for which a file that another program holds is waited for. */
  readonly patience?: number;
};

/** What was to be replaced was not closed: its log of writes is still beside it, and would be written into the new file. */
export class NotClosedError extends Error {}

/**
 * Puts one shop file in the place of another by one rename: whenever the computer stops, there is the old shop whole or
 * the new one whole. What is replaced has got a second name before.
 * @throws NotClosedError, or what the system refuses with; the old file is in its place then.
 */
export async function putInPlace(options: PutInPlace): Promise<void> {
  const { candidate, path, keepAs, rename = renameSync, patience = 60_000 } = options;
  for (const beside of [`${path}-wal`, `${path}-journal`]) {
    if (existsSync(beside)) throw new NotClosedError(`There is a log of writes at ${beside}`);
  }
  if (keepAs !== null && existsSync(path)) keep(path, keepAs);
  flushFile(candidate);
  await patiently(() => rename(candidate, path), patience);
  flushFolder(dirname(path));
  if (dirname(candidate) !== dirname(path)) flushFolder(dirname(candidate));
}

/** A second name costs nothing; where the disk knows no such thing, it is a copy. */
function keep(path: string, keepAs: string): void {
  mkdirSync(dirname(keepAs), { recursive: true, mode: 0o700 });
  try {
    linkSync(path, keepAs);
  } catch (error) {
    if (isCode(error, 'EEXIST')) throw error;
    copyFileSync(path, keepAs, constants.COPYFILE_EXCL);
    flushFile(keepAs);
  }
  flushFolder(dirname(keepAs));
}

/** On Windows a virus scanner may hold a file for a while. */
async function patiently(work: () => void, patience: number): Promise<void> {
  for (let waited = 0, pause = 50; ; waited += pause, pause = Math.min(pause * 2, 2000)) {
    try {
      work();
      return;
    } catch (error) {
      const isHeld = isCode(error, 'EPERM') || isCode(error, 'EACCES') || isCode(error, 'EBUSY');
      if (!isHeld || waited >= patience) throw error;
      await new Promise((resolve) => setTimeout(resolve, pause));
    }
  }
}

function isCode(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && error.code === code;
}
