import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import type { Log } from '../../app/context.ts';
import type { Keeper } from '../../keeper/jobs.ts';
import { rowOf } from '../backups/backup-row.ts';
import { readPassphrase } from '../backups/kept-passphrase.ts';
import { ShopBackups } from '../backups/shop-backups.ts';
import type { Protector } from '../hidden-text.ts';
import { loadKeys } from '../keys.ts';
import type { MachineStore } from '../machine-store.ts';
import type { Offer } from '../trouble.ts';

export type KnownBackupsOptions = {
  /** The application's own folder. */
  readonly folder: string;
  readonly migrationsFolder: string;
  readonly version: string;
  readonly machine: Pick<MachineStore, 'get'>;
  readonly protector: Protector;
  readonly keeper: Keeper;
  readonly clock: () => number;
  readonly log: Log;
};

/** What a page says beside the backups. */
export type KnownBeside = {
  /** The room on the shop's disk that is kept in reserve. */
  readonly reserve: { isThere(): Promise<boolean> };
  /** How many items are in the open cart that comes back with the shop. */
  readonly openItems: () => number;
};

/** The backups of this computer while its shop cannot be opened. */
export function createKnownBackups(options: KnownBackupsOptions) {
  const { folder, machine, protector, log } = options;
  const first = join(folder, 'backups');
  const secondPlace = () => machine.get('backups')?.secondPlace ?? null;

  const withKey = (auditKey: Uint8Array): ShopBackups =>
    new ShopBackups({
      ...options,
      folder: first,
      scratch: join(folder, 'scratch'),
      shop: () => ({ path: '', auditKey }),
      lastEntry: () => null,
      secondPlace,
      passphrase: () => readPassphrase(folder, protector).catch(() => null),
    });

  /** Null where the keys are gone, which are never made anew here. */
  async function auditKey(): Promise<Uint8Array | null> {
    const given = { path: join(folder, 'keys.json'), protector, log, mustExist: true };
    return loadKeys(given).then(
      ({ audit }) => audit,
      () => null,
    );
  }

  /** Only what lies in the folder tells of a shop: this computer's own settings do not, or are lost. */
  const mayBeNew = (): boolean => machine.get('isShopOpened') !== true;

  /** Without the keys nothing vouches for any of them. */
  const kept = async (key: Uint8Array | null) => withKey(key ?? randomBytes(32)).list();

  return {
    auditKey,
    withKey,
    mayBeNew,
    /** What can be chosen from. Where there are keys, a backup for which nothing vouches is none. */
    async offer({ reserve, openItems }: KnownBeside): Promise<Offer> {
      const key = await auditKey();
      const wanted = key === null ? 'unknown' : 'verified';
      const rows = (await kept(key)).map(rowOf).filter(({ state }) => state === wanted);
      const hasReserve = await reserve.isThere();
      return { rows, hasKeys: key !== null, mayBeNew: mayBeNew(), hasReserve, openItems: openItems() };
    },
    /** Where a backup's file lies; null where it is not there any more. */
    async pathOf(name: string): Promise<string | null> {
      const found = (await kept(await auditKey())).find((one) => one.name === name);
      const place = found?.places.includes('first') ? first : secondPlace();
      return found && place !== null ? join(place, found.fileName) : null;
    },
  };
}

export type KnownBackups = ReturnType<typeof createKnownBackups>;
