import type { Input } from '../../../shared/contract/index.ts';
import type { Log } from '../../app/context.ts';
import { systemRequestId } from '../../app/system-request-id.ts';
import { putInPlace } from '../../database/put-in-place.ts';
import type { Protector } from '../hidden-text.ts';
import type { MachineStore } from '../machine-store.ts';
import { expectShop } from '../restore/swap-keys.ts';
import type { RunningShop } from '../running-shop.ts';
import { keepAside } from './keep-aside.ts';
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
};

type Found = {
  /** A shop file of the newest schema, beside where it goes. */
  readonly candidate: string;
  readonly to: string;
  readonly auditKey: Uint8Array;
  readonly source: Input<'backups.noteRestored'>['source'];
  /** The time that the shop is as of. */
  readonly asOf: number | null;
};

/**
 * Puts a shop that was found in the place of one that cannot be opened, which is kept aside, and opens it. Its log says
 * so. @throws the system's error where it could not be put there.
 */
export async function putFoundShop(options: PutFoundShop, found: Found): Promise<void> {
  const { aside, machine, clock, log, shop } = options;
  const { candidate, to, auditKey, source, asOf } = found;
  await expectShop(options, candidate, auditKey, null);
  const replaced = keepAside(to, aside, clock());
  await putInPlace({ candidate, path: to, keepAs: null });
  log.info('A shop was brought back at the recovery page, where nobody was signed in', {
    ...{ ...source, path: to, replaced },
  });
  if (shop.path() !== to) machine.set('shopFile', to);
  await shop.open();
  const input = { source, by: text('recovery.by'), asOf, replaced };
  const reply = await shop
    .app()
    ?.ask({ kind: 'system' }, 'backups.noteRestored', input, systemRequestId(clock()));
  if (reply && !reply.ok) log.error('It could not be noted that a shop was brought back', reply.error);
}
