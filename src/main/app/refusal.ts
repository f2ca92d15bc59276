import type { AnyEntry } from '../../shared/contract/define.ts';
import { AppError, type CallError, type CommonError, commonErrors } from '../../shared/contract/errors.ts';
import { ShopFileError, type ShopFileProblem } from '../database/migrate.ts';
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
  const code = thrown instanceof ShopFileError ? shopFileCodes[thrown.problem] : noRoomCode(thrown);
  return { code, message: code, details: { reference } };
}

/** How each problem of the shop file is called in the contract. A newer or foreign one is not opened in the first place. */
const shopFileCodes: Readonly<Record<ShopFileProblem, CommonError>> = {
  damaged: 'shop-damaged',
  unreadable: 'shop-file-trouble',
  newer: 'shop-file-trouble',
  foreign: 'shop-file-trouble',
  missing: 'shop-missing',
  locked: 'shop-locked',
  'read-only': 'shop-read-only',
  'no-room': 'disk-full',
};

/** A file beside the shop file found no room, such as an export or the kept head of the log; or it is a fault of ours. */
function noRoomCode(thrown: unknown): CommonError {
  const code = thrown instanceof Error && 'code' in thrown ? String(thrown.code) : '';
  return /^(SQLITE_FULL|ENOSPC|EDQUOT)$/.test(code) ? 'disk-full' : 'internal';
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
  return thrown instanceof ShopFileError && thrown.problem === 'no-room';
}

function describe(thrown: unknown): string {
  return thrown instanceof Error ? (thrown.stack ?? thrown.message) : String(thrown);
}
