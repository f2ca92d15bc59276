import { copyFileSync, existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Input } from '../../../shared/contract/index.ts';
import { systemRequestId } from '../../app/system-request-id.ts';
import { removeShopFile } from '../../database/flush.ts';
import { putInPlace } from '../../database/put-in-place.ts';
import { freeName } from '../backups/backup-folder.ts';
import type { BackupMemory } from '../backups/backup-memory.ts';
import { wordsOf } from '../backups/backup-refusal.ts';
import { dropReplaced } from '../backups/replaced-shops.ts';
import type { Keys } from '../keys.ts';
import type { RunningShop } from '../running-shop.ts';
import { tried } from '../tried.ts';
import type { RestoreOptions } from './create-restore.ts';
import { expectShop, keepKeys, keptKeys, settleKeys } from './swap-keys.ts';

type Noted = Input<'backups.noteRestored'>;

/** A checked shop file of the newest schema, ready to be put in the place of the shop. */
export type Ready = Pick<Noted, 'source' | 'by' | 'asOf'> & {
  readonly candidate: string;
  /** The keys that it was made with; null where they are those in use. */
  readonly keys: Keys | null;
  /** There is no shop yet that would have to be kept. */
  readonly isFirst: boolean;
};

/** Closes the shop, puts the other one in its place, and opens that. Whatever fails, there is a shop that goes on. */
export async function replaceShop(options: RestoreOptions, folder: string, ready: Ready): Promise<void> {
  const { clock, log, show, onStep = () => {} } = options;
  const shop = options.shop();
  const { candidate, source, by, asOf, keys, isFirst } = ready;
  const path = shop.path();
  const key = shop.auditKey();
  const name = freeName(folder, clock());
  // An empty shop file is wanted no longer than until the other one is open.
  const keepAs = join(isFirst ? join(options.folder, 'scratch') : folder, `${name}.db`);
  let isReplaced = false;
  try {
    onStep('close');
    await shop.pause();
    show();
    onStep('expect');
    keepKeys(options, keepAs);
    await expectShop(options, candidate, key, keys);
    onStep('put');
    await putInPlace({ candidate, path, keepAs });
    isReplaced = true;
    if (keys !== null) {
      onStep('settle');
      await settleKeys(options, path);
    }
    onStep('open');
    await shop.open();
    if (shop.app() === null) throw new Error(`What was put in place could not be opened: ${shop.trouble()}`);
    onStep('note');
    await noteIt(shop, { source, by, asOf, replaced: isFirst ? null : name }, clock());
    await tried(log, 'It could not be kept that the shop was brought back', () =>
      noteFailure(options.machine, null),
    );
    log.info('A shop was brought back', { ...source, by, replaced: isFirst ? '' : keepAs });
  } catch (error) {
    log.error('No shop was brought back', { ...source, by, error });
    // The call that asked for it was answered: whoever signs in next is told.
    await tried(log, 'It could not be kept why no shop was brought back', () =>
      noteFailure(options.machine, { at: clock(), reason: wordsOf(error) }),
    );
    await tried(log, 'The shop as it was could not be put back', async () => {
      if (isReplaced && shop.app() === null) await putBack(options, { path, keepAs, candidate, key, keys });
    });
    await tried(log, 'The keys could not be settled', () => settleKeys(options, path));
  } finally {
    await goOn(options, folder, candidate);
  }
}

/** Whatever went wrong before: while the shop is closed, the window has no button that would open it. */
async function goOn(
  { clock, log, show, shop }: RestoreOptions,
  folder: string,
  candidate: string,
): Promise<void> {
  try {
    await tried(log, 'A copy could not be taken away', () => removeShopFile(candidate));
    if (shop().app() === null) await shop().open();
    await tried(log, 'Replaced shops could not be taken away', () => dropReplaced(folder, clock()));
  } finally {
    show();
  }
}

/** One entry in the log of the shop that was brought back. */
async function noteIt(shop: RunningShop, input: Noted, now: number): Promise<void> {
  const reply = await shop
    .app()
    ?.ask({ kind: 'system' }, 'backups.noteRestored', input, systemRequestId(now));
  if (reply && !reply.ok) throw new Error(`It could not be noted: ${reply.error.code}`);
}

/** Remembers why a shop was not brought back, beside the shop file; null: it was, or that was read. */
export function noteFailure(machine: RestoreOptions['machine'], failure: RestoreFailure): void {
  machine.set('backups', { ...machine.get('backups'), restoreFailure: failure });
}

type RestoreFailure = NonNullable<BackupMemory['restoreFailure']> | null;

type PutBack = {
  readonly path: string;
  readonly keepAs: string;
  readonly candidate: string;
  readonly key: Uint8Array | null;
  readonly keys: Keys | null;
};

/** The shop as it was takes its place again, by the same one rename. */
async function putBack(
  options: RestoreOptions,
  { path, keepAs, candidate, key, keys }: PutBack,
): Promise<void> {
  if (!existsSync(keepAs)) return;
  removeShopFile(candidate);
  copyFileSync(keepAs, candidate);
  await expectShop(options, candidate, key, keys === null ? null : await keptKeys(options, keepAs));
  // What was begun beside a file that could not be opened belongs to nothing.
  for (const ending of ['-wal', '-shm', '-journal']) removeShopFile(`${path}${ending}`);
  await putInPlace({ candidate, path, keepAs: null });
  if (keys !== null) await settleKeys(options, path);
}
