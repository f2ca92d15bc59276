import { rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { ReplacedShop } from '../../../shared/contract/backups-restore.ts';
import { removeShopFile } from '../../database/flush.ts';
import { namesIn } from './backup-folder.ts';

const keptFor = 30 * 86_400_000;
const ofReplaced = /^(?<name>shop-(?<stamp>\d{8}T\d{6})Z(?:-\d{1,3})?)\.db$/u;
const ofKeys = /^shop-\d{8}T\d{6}Z(?:-\d{1,3})?\.keys\.json$/u;

/** Shops that were replaced, in a folder of their own. What else lies there is left alone. */
export function replacedIn(folder: string): readonly Omit<ReplacedShop, 'facts'>[] {
  const found = namesIn(folder).flatMap((fileName) => {
    const { name, stamp } = ofReplaced.exec(fileName)?.groups ?? {};
    const file = statSync(join(folder, fileName), { throwIfNoEntry: false });
    const replacedAt = stamp === undefined ? Number.NaN : instantOf(stamp);
    if (name === undefined || !file?.isFile() || Number.isNaN(replacedAt)) return [];
    return [{ name, replacedAt, keptUntil: replacedAt + keptFor, bytes: file.size }];
  });
  return found.toSorted(
    (one, other) => other.replacedAt - one.replacedAt || (other.name < one.name ? -1 : 1),
  );
}

/** Deletes those whose time is over. */
export function dropReplaced(folder: string, now: number): void {
  for (const { name, keptUntil } of replacedIn(folder)) {
    if (keptUntil < now) removeShopFile(join(folder, `${name}.db`));
  }
  // Their keys go with them.
  const kept = new Set(replacedIn(folder).map(({ name }) => `${name}.keys.json`));
  for (const fileName of namesIn(folder)) {
    if (ofKeys.test(fileName) && !kept.has(fileName)) rmSync(join(folder, fileName), { force: true });
  }
}

/** The time in a name: `20261122T113000`. */
function instantOf(stamp: string): number {
  const [date, time] = stamp.split('T').map((part) => part.match(/\d\d/gu) ?? []);
  const [century, year, month, day] = date ?? [];
  return Date.parse(`${century}${year}-${month}-${day}T${(time ?? []).join(':')}Z`);
}
