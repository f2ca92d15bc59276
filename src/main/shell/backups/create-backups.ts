import { statSync } from 'node:fs';
import { join } from 'node:path';
import type { Log } from '../../app/context.ts';
import { query } from '../../database/query.ts';
import type { Keeper } from '../../keeper/jobs.ts';
import type { Protector } from '../hidden-text.ts';
import type { MachineStore } from '../machine-store.ts';
import type { RunningShop } from '../running-shop.ts';
import { BackupDesk } from './backup-desk.ts';
import { readPassphrase, writePassphrase } from './kept-passphrase.ts';
import { lastDeedOf } from './last-deed.ts';
import { createPlaceChoice } from './place-choice.ts';

type CreateBackups = {
  /** The application's own folder. */
  readonly folder: string;
  /** Where migrations/ is. */
  readonly root: string;
  readonly version: string;
  readonly protector: Protector;
  readonly machine: MachineStore;
  readonly clock: () => number;
  readonly log: Log;
  readonly keeper: Keeper;
  readonly shop: () => Pick<RunningShop, 'path' | 'file' | 'auditKey'>;
  readonly askFolder: () => Promise<string | null>;
  readonly show: (folder: string) => void;
  readonly onChange: () => void;
};

/** Puts together what makes backups of the shop of this computer. */
export function createBackups(options: CreateBackups): BackupDesk {
  const { folder, root, version, protector, machine, log, shop } = options;
  const first = join(folder, 'backups');
  return new BackupDesk({
    ...options,
    folder: first,
    scratch: join(folder, 'scratch'),
    migrationsFolder: join(root, 'migrations'),
    version,
    shop() {
      const auditKey = shop().auditKey();
      return auditKey && dayOf(shop()) ? { path: shop().path(), auditKey } : null;
    },
    day: () => dayOf(shop()),
    lastEntry: () =>
      shop()
        .file()
        ?.read.get(query.selectFrom('auditEntries').select(['id', 'hash']).orderBy('id', 'desc').limit(1)) ??
      null,
    lastDeed: () => {
      const file = shop().file();
      return file && lastDeedOf(file.read);
    },
    memory: {
      get: () => machine.get('backups') ?? {},
      change: (change) => machine.set('backups', { ...machine.get('backups'), ...change }),
    },
    passphrase: {
      get: () => readPassphrase(folder, protector),
      set: (passphrase) => writePassphrase({ folder, protector, log }, passphrase),
    },
    places: createPlaceChoice({
      first,
      askFolder: options.askFolder,
      neededBytes: () => (statSync(shop().path(), { throwIfNoEntry: false })?.size ?? 0) * 2 + 100_000_000,
    }),
  });
}

/** Null before a shop was opened in the file: there is nothing to keep safe yet. */
export function dayOf(shop: Pick<RunningShop, 'file'>): { timeZone: string; dayStartMinutes: number } | null {
  return shop.file()?.read.get(query.selectFrom('shop').select(['timeZone', 'dayStartMinutes'])) ?? null;
}
