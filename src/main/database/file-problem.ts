import { closeSync, openSync, readSync } from 'node:fs';
import { ShopFileError, type ShopFileProblem } from './migrate.ts';

/**
 * What an error of SQLite says of the file that it came from; null where it says nothing of the file, as a broken rule
 * does not.
 */
function problemOf(code: string): ShopFileProblem | null {
  if (code === 'SQLITE_NOTADB' || code.startsWith('SQLITE_CORRUPT')) return 'damaged';
  // Its name leads to another file now, or to none.
  if (code === 'SQLITE_READONLY_DBMOVED') return 'missing';
  if (code.startsWith('SQLITE_READONLY')) return 'read-only';
  if (code.startsWith('SQLITE_IOERR') || code.startsWith('SQLITE_CANTOPEN')) return 'unreadable';
  if (code.startsWith('SQLITE_BUSY') || code.startsWith('SQLITE_LOCKED')) return 'locked';
  if (code === 'SQLITE_FULL') return 'no-room';
  return null;
}

/** An error of SQLite as the problem of the shop file that it is; whatever says nothing of the file, as it came. */
export function asShopFileError(thrown: unknown): unknown {
  if (!(thrown instanceof Error) || thrown instanceof ShopFileError || !('code' in thrown)) return thrown;
  const problem = problemOf(String(thrown.code));
  return problem === null ? thrown : new ShopFileError(problem, thrown.message, { cause: thrown });
}

/**
 * The same, with what the disk says: SQLite calls a file damaged where the disk fails to read a page of it, as a stick
 * that was pulled out or a network folder that is away does with every page. `beside` is a file on that disk; never the
 * open shop file, as reading it elsewhere in the process would drop SQLite's locks.
 */
export function asShopFileErrorOn(beside: string, thrown: unknown): unknown {
  const told = asShopFileError(thrown);
  if (!(told instanceof ShopFileError) || told.problem !== 'damaged' || isRead(beside)) return told;
  return new ShopFileError('unreadable', told.message, { cause: thrown });
}

/** Whether the first byte of a file can be read; a file that is not there, or is empty, tells nothing of its disk. */
function isRead(path: string): boolean {
  let opened: number | undefined;
  try {
    opened = openSync(path, 'r');
    readSync(opened, Buffer.alloc(1), 0, 1, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ENOENT';
  } finally {
    if (opened !== undefined) closeSync(opened);
  }
}

/**
 * Whether a rule of the file was broken that no command breaks in a sound one: a row is there already, or holds what it
 * may not. A fault of ours looks the same, so that it is a reason to look and no more. What triggers and references
 * refuse, they are there to refuse.
 */
export function castsDoubt(thrown: unknown): boolean {
  const code = thrown instanceof Error && 'code' in thrown ? String(thrown.code) : '';
  return /^SQLITE_(?:CONSTRAINT_(?!TRIGGER|FOREIGNKEY)|MISMATCH)/.test(code);
}
