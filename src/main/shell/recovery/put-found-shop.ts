import { join } from 'node:path';
import type { Input } from '../../../shared/contract/index.ts';
import type { Log } from '../../app/context.ts';
import { systemRequestId } from '../../app/system-request-id.ts';
import { flushFile } from '../../database/flush.ts';
import { putInPlace } from '../../database/put-in-place.ts';
import { freeName } from '../backups/backup-folder.ts';
import type { Protector } from '../hidden-text.ts';
import type { Keys } from '../keys.ts';
import type { MachineStore } from '../machine-store.ts';
import { expectShop, keepKeys, settleKeys } from '../restore/swap-keys.ts';
import type { RunningShop } from '../running-shop.ts';
import { tried } from '../tried.ts';
import { endAside, keepAside, settleAside } from './keep-aside.ts';
import { text } from './page-frame.ts';

type PutFoundShop = {
  /** The application's own folder. */
  readonly folder: string;
  /** Where what cannot be opened is kept. */
  readonly aside: string;
  readonly migrationsFolder: string;
  readonly machine: Pick<MachineStore, 'set'>;
  readonly protector: Protector;
  readonly clock: () => number;
  readonly log: Log;
  readonly shop: RunningShop;
  /** What puts it in place; the tests bring their own. */
  readonly rename?: (from: string, to: string) => void;
};

export type Found = {
  /** A shop file of the newest schema, beside where it goes. */
  readonly candidate: string;
  readonly to: string;
  /** The key of the log in use; null where it is gone. */
  readonly auditKey: Uint8Array | null;
  /** The keys that the candidate was made with; null where they are those in use. */
  readonly keys: Keys | null;
  readonly source: Input<'backups.noteRestored'>['source'];
  /** The time that the shop is as of. */
  readonly asOf: number | null;
};

/**
 * Puts a shop that was found in the place of one that cannot be opened, which is kept aside, and opens it. Its log says
 * so. @throws the system's error where it could not be put there; what lay there is as it was then.
 */
export async function putFoundShop(options: PutFoundShop, found: Found): Promise<void> {
  const { machine, log, shop } = options;
  const { candidate, to, auditKey, keys, source, asOf } = found;
  await expectShop(options, candidate, auditKey, keys);
  // Before anything makes way for it.
  flushFile(candidate);
  const replaced = await replaceAside(options, found);
  if (keys !== null) await settleKeys(options, to);
  log.info('A shop was brought back at the recovery page, where nobody was signed in', {
    ...{ ...source, path: to, replaced },
  });
  if (shop.path() !== to) machine.set('shopFile', to);
  await shop.open();
  await noteBroughtBack(options, shop, { source, asOf, replaced });
}

/** What lies in the place makes way, and comes back where nothing was put there. Answers its name. */
async function replaceAside(
  { aside, clock, log, rename, ...options }: PutFoundShop,
  { candidate, to, keys }: Found,
): Promise<string | null> {
  try {
    const replaced = keepAside(to, aside, clock());
    // Its keys, which only this computer can read, stay with what is put aside.
    if (keys !== null)
      keepKeys({ ...options, log }, join(aside, `${replaced ?? freeName(aside, clock())}.db`));
    await putInPlace({ candidate, path: to, keepAs: null, ...(rename ? { rename } : {}) });
    endAside(aside, replaced);
    return replaced;
  } catch (error) {
    // Where this fails too, the shop is not opened before it was done.
    await tried(log, 'What was put aside could not be put back', () => settleAside(to, aside));
    throw error;
  }
}

type Noted = Input<'backups.noteRestored'>;

/** Says in the log of a shop that is open again how it came to that, nobody being signed in. */
export async function noteBroughtBack(
  { clock, log }: Pick<PutFoundShop, 'clock' | 'log'>,
  shop: RunningShop,
  { source, asOf = null, replaced = null }: Pick<Noted, 'source'> & Partial<Noted>,
): Promise<void> {
  const input = { source, by: text('recovery.by'), asOf, replaced };
  const reply = await shop
    .app()
    ?.ask({ kind: 'system' }, 'backups.noteRestored', input, systemRequestId(clock()));
  if (reply && !reply.ok) log.error('It could not be noted that a shop was brought back', reply.error);
}
