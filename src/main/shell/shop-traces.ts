import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { namesIn } from './backups/backup-folder.ts';

const ofBackup = /^shop-\d{8}T\d{6}Z.*\.(?:db|age|json)$/u;

/**
 * Whether what lies in the application's folder tells of a shop, even where `machine.json`, which would say so, is lost:
 * a shop file with something in it, backups, a head of the log that has entries, or keys without a head.
 */
export function hasShopTraces(folder: string, shopPath: string): boolean {
  if ((statSync(shopPath, { throwIfNoEntry: false })?.size ?? 0) > 0) return true;
  if (namesIn(join(folder, 'backups')).some((name) => ofBackup.test(name))) return true;
  // Keys and head are made at the first start, before there is a shop.
  const entries = entriesInHead(join(folder, 'audit-head.json'));
  return entries === null ? existsSync(join(folder, 'keys.json')) : entries > 0;
}

/** The newest entry that a head knows; null where there is no head that can be read. */
function entriesInHead(path: string): number | null {
  try {
    const { heads } = JSON.parse(readFileSync(path, 'utf8')) as { heads: readonly { lastId: number }[] };
    return heads.reduce((most, { lastId }) => Math.max(most, lastId), 0);
  } catch {
    return null;
  }
}
