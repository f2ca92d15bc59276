import type { AnyEntry } from '../../shared/contract/define.ts';
import { AppError, type CallError, commonErrors } from '../../shared/contract/errors.ts';
import { ShopFileError } from '../database/migrate.ts';
import type { Log } from './context.ts';

/** Turns whatever was thrown into the refusal that crosses to the window. Internals stay in the log. */
export function refusal(
  thrown: unknown,
  entry: AnyEntry | undefined,
  log: Log,
  logId: () => string,
): CallError {
  if (thrown instanceof AppError && isListed(thrown.code, entry)) {
    const error = { code: thrown.code, message: thrown.code };
    return thrown.details ? { ...error, details: thrown.details } : error;
  }
  if (isAbort(thrown)) return { code: 'cancelled', message: 'cancelled' };
  const reference = logId();
  log.error('A call failed', { reference, error: describe(thrown) });
  const fileProblem = shopFileProblem(thrown);
  if (fileProblem === 'disk-full') {
    return { code: 'disk-full', message: 'disk-full', details: { reference } };
  }
  if (fileProblem === 'read-only') {
    return { code: 'shop-read-only', message: 'shop-read-only', details: { reference } };
  }
  if (fileProblem) {
    return { code: 'shop-file-trouble', message: fileProblem, details: { problem: fileProblem, reference } };
  }
  return { code: 'internal', message: 'internal', details: { reference } };
}

/** Whether the code is one that callers of this entry can expect. */
export function isListed(code: string, entry: AnyEntry | undefined): boolean {
  return (commonErrors as readonly string[]).includes(code) || (entry?.errors ?? []).includes(code);
}

/** Whether it was stopped on purpose: by the window that began it, or because the shop is being closed. */
export function isAbort(thrown: unknown): boolean {
  return thrown instanceof Error && thrown.name === 'AbortError';
}

/** Whether the shop file itself found no room; a file that is saved elsewhere says nothing of this disk. */
export function isShopDiskFull(thrown: unknown): boolean {
  return thrown instanceof Error && 'code' in thrown && thrown.code === 'SQLITE_FULL';
}

function shopFileProblem(thrown: unknown): string | null {
  if (thrown instanceof ShopFileError) return thrown.problem;
  const code = thrown instanceof Error && 'code' in thrown ? String(thrown.code) : '';
  // ENOSPC and EDQUOT: a file beside the shop file, such as an export or the kept head of the log.
  if (/^(SQLITE_FULL|ENOSPC|EDQUOT)$/.test(code)) return 'disk-full';
  if (/^SQLITE_(IOERR|CANTOPEN)/.test(code)) return 'unreadable';
  if (/^SQLITE_READONLY/.test(code)) return 'read-only';
  if (/^SQLITE_(CORRUPT|NOTADB)/.test(code)) return 'damaged';
  if (/^SQLITE_(BUSY|LOCKED)/.test(code)) return 'locked';
  return null;
}

function describe(thrown: unknown): string {
  return thrown instanceof Error ? (thrown.stack ?? thrown.message) : String(thrown);
}
