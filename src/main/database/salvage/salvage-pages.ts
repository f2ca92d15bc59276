import { closeSync, existsSync, fstatSync, openSync, readSync } from 'node:fs';
import { readLog } from './salvage-log.ts';
import { parseTreePage } from './salvage-page.ts';

/** The pages of a shop file and of its log of writes, read as bytes. */
export type FilePages = {
  readonly size: number;
  /** The number of the last page; they are counted from 1. */
  readonly count: number;
  /** False where the log is damaged. */
  readonly isLogWhole: boolean;
  /** The newest state of a page; null where there is none such. Valid until the next call. */
  read(page: number): Buffer | null;
  close(): void;
};

/** What every shop file is made with. */
const usualSize = 4096;
/** Pages that are tried to find out how large they are. */
const tried = 400;

/** Opens a file, whatever is in it, to read only. @throws where it is not there or cannot be opened. */
export function openPages(path: string): FilePages {
  const file = openSync(path, 'r');
  const bytes = fstatSync(file).size;
  const size = pageSizeOf(file, bytes);
  const log = readLog(`${path}-wal`, size);
  const logFile = log.places.size > 0 && existsSync(`${path}-wal`) ? openSync(`${path}-wal`, 'r') : null;
  let count = Math.ceil(bytes / size);
  for (const page of log.places.keys()) count = Math.max(count, page);
  const buffer = Buffer.alloc(size);
  return {
    size,
    count,
    isLogWhole: log.isWhole,
    read(page) {
      if (!Number.isSafeInteger(page) || page < 1 || page > count) return null;
      const place = log.places.get(page);
      const isInLog = place !== undefined && logFile !== null;
      const read = isInLog
        ? readSync(logFile, buffer, 0, size, place)
        : readSync(file, buffer, 0, size, (page - 1) * size);
      // The end of a page that was cut off says nothing.
      buffer.fill(0, read);
      return read === 0 ? null : buffer;
    },
    close() {
      closeSync(file);
      if (logFile !== null) closeSync(logFile);
    },
  };
}

/** What the file says, where more of its pages make sense so than by the usual size. */
function pageSizeOf(file: number, bytes: number): number {
  const head = Buffer.alloc(18);
  readSync(file, head, 0, 18, 0);
  const said = head.readUInt16BE(16) === 1 ? 65_536 : head.readUInt16BE(16);
  const isSize = said >= 512 && (said & (said - 1)) === 0;
  if (!isSize || said === usualSize) return usualSize;
  return sensible(file, bytes, said) > sensible(file, bytes, usualSize) ? said : usualSize;
}

/** The part of the first pages that are whole pages of trees. */
function sensible(file: number, bytes: number, size: number): number {
  const buffer = Buffer.alloc(size);
  const pages = Math.min(tried, Math.floor(bytes / size));
  let found = 0;
  for (let page = 2; page <= pages; page += 1) {
    readSync(file, buffer, 0, size, (page - 1) * size);
    if (parseTreePage(buffer, page)?.isWhole) found += 1;
  }
  return found / Math.max(1, pages);
}
