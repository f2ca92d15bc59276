import { copyFileSync, existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { headOf, headsBefore } from '../../app/audit-head.ts';
import type { Log } from '../../app/context.ts';
import { openChecked } from '../../database/checks/open-checked.ts';
import type { ReadDb } from '../../database/connection.ts';
import { flushFile, flushFolder } from '../../database/flush.ts';
import { readMigrations } from '../../database/migrate.ts';
import { query } from '../../database/query.ts';
import { createHeadFile } from '../head-file.ts';
import type { Protector } from '../hidden-text.ts';
import { type Keys, loadKeys, writeKeys } from '../keys.ts';
import { isSignedWith } from '../shop-places.ts';

export type KeyPlace = {
  /** The application's own folder, with the keys and the head of the log. */
  readonly folder: string;
  readonly migrationsFolder: string;
  readonly protector: Protector;
  readonly log: Log;
};

const own = { keys: 'keys.json', heads: 'audit-head.json' };
const coming = { keys: 'keys-coming.json', heads: 'audit-head-coming.json' };

/** The keys that a shop file which is kept was made with, beside it. */
export function keysBeside(shopFile: string): string {
  return shopFile.replace(/\.db$/u, '.keys.json');
}

/** Keeps the keys of the shop that is open beside the place where its file will be kept. */
export function keepKeys({ folder }: KeyPlace, shopFile: string): void {
  const from = join(folder, own.keys);
  if (!existsSync(from)) return;
  mkdirSync(dirname(shopFile), { recursive: true, mode: 0o700 });
  copyFileSync(from, keysBeside(shopFile));
  flushFile(keysBeside(shopFile));
}

/** The keys beside a shop file that is kept; null where there are none. @throws KeysError where they cannot be read. */
export async function keptKeys({ protector, log }: KeyPlace, shopFile: string): Promise<Keys | null> {
  const path = keysBeside(shopFile);
  return existsSync(path) ? loadKeys({ path, protector, log, mustExist: true }) : null;
}

/**
 * Says which state of which shop comes, so that it is not taken for tampering. With keys of its own, they and the head
 * of its log lie ready beside those in use: `settleKeys` takes whichever the shop file in place was made with.
 */
export async function expectShop(
  place: KeyPlace,
  candidate: string,
  key: Uint8Array | null,
  keys: Keys | null,
): Promise<void> {
  const { folder, migrationsFolder, protector } = place;
  const auditKey = keys?.audit ?? key;
  if (auditKey === null) return;
  const file = openChecked(candidate, readMigrations(migrationsFolder));
  try {
    const heads = createHeadFile(join(folder, own.heads));
    const next = keys === null ? heads : createHeadFile(join(folder, coming.heads));
    next.writeNow(headsBefore(auditKey, keys === null ? heads.read() : null, headOf(file.read)));
  } finally {
    file.close();
  }
  if (keys !== null) await writeKeys(join(folder, coming.keys), keys, protector);
}

/**
 * Ends what a change of keys began: where the shop file was made with the keys that lie ready, they are in use from now
 * on; where it was not, they are taken away. Wherever the computer stopped, the keys in use are those of the shop.
 */
export async function settleKeys(place: KeyPlace, shopPath: string): Promise<void> {
  const { folder, protector, log } = place;
  const keysFile = join(folder, coming.keys);
  const headsFile = join(folder, coming.heads);
  if (!existsSync(keysFile)) {
    rmSync(headsFile, { force: true });
    return;
  }
  try {
    const keys = await loadKeys({ path: keysFile, protector, log, mustExist: true });
    if (madeWith(place, shopPath, keys)) {
      // The keys last: until then this can be done again.
      if (existsSync(headsFile)) renameSync(headsFile, join(folder, own.heads));
      renameSync(keysFile, join(folder, own.keys));
    } else {
      rmSync(keysFile, { force: true });
      rmSync(headsFile, { force: true });
    }
    flushFolder(folder);
  } catch (error) {
    // The shop file cannot be read now: that is for its opening to say, and nothing is thrown away.
    log.error('The keys that lie ready could not be compared with the shop file', { error });
  }
}

function madeWith({ migrationsFolder }: KeyPlace, path: string, { audit }: Keys): boolean {
  const file = openChecked(path, readMigrations(migrationsFolder));
  try {
    const first = firstEntryOf(file.read);
    if (first) return isSignedWith(audit, first);
    // No shop was opened in it yet: what the application keeps in every file is sealed all the same.
    const seals = file.verifySeals(audit);
    for (let found = seals.next(); ; found = seals.next()) if (found.done) return found.value.length === 0;
  } finally {
    file.close();
  }
}

/** The first entry of a log, which tells with which keys it was made. */
export function firstEntryOf(read: ReadDb): Readonly<Record<string, unknown>> | undefined {
  return read.get(query.selectFrom('auditEntries').selectAll().orderBy('id').limit(1));
}
