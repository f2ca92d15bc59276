import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { query } from '../../src/main/database/query.ts';
import type { Keeper } from '../../src/main/keeper/jobs.ts';
import { BackupDesk } from '../../src/main/shell/backups/backup-desk.ts';
import type { BackupMemory } from '../../src/main/shell/backups/backup-memory.ts';
import type { BackupDeskOptions } from '../../src/main/shell/backups/desk-options.ts';
import { lastDeedOf } from '../../src/main/shell/backups/last-deed.ts';
import { createPlaceChoice } from '../../src/main/shell/backups/place-choice.ts';
import { addProduct, counterSale, line } from './builders.ts';
import { createOpenShop, migrationsFolder, type TestApp } from './create-test-app.ts';
import { quickKeeper } from './quick-keeper.ts';

/** The key of the audit log of shops of tests. */
export const backupKey = Buffer.alloc(32, 2);

/** A shop that sells tea, and what keeps backups of it, in its folder; the second place is the folder `stick`. */
export type BackupShop = {
  readonly test: TestApp;
  readonly desk: BackupDesk;
  memory: BackupMemory;
  passphrase: string | null;
  /** What somebody chooses as a second place; null: nothing. */
  chosen: string | null;
  /** The jobs that were begun, and errors that were logged. */
  readonly jobs: string[];
  readonly logged: string[];
  /** How often something about backups was told to have changed. */
  changes: number;
  at(...parts: string[]): string;
  /** Another start of the application on the same folder. */
  begin(keeper?: Keeper, options?: Pick<BackupDeskOptions, 'turnLimit'>): BackupDesk;
  sell(): Promise<void>;
  /** The second place has all that it gets, or says why not. */
  copied(): Promise<void>;
};

export async function createBackupShop(): Promise<BackupShop> {
  const test = await createOpenShop();
  addProduct(test, { name: 'Tea', stock: 5_000_000 });
  const at = (...parts: string[]) => join(test.folder, ...parts);
  mkdirSync(at('stick'));
  let carts = 0;
  const shop: BackupShop = {
    ...{ test, at, memory: {}, passphrase: null, chosen: at('stick'), jobs: [], logged: [], changes: 0 },
    desk: undefined as never,
    begin: (keeper = quickKeeper(), options = {}) => begin(shop, keeper, options),
    async sell() {
      carts += 1;
      await test.ask('orders.place', counterSale([line(1, 1, 350)], { cartId: `tea-${carts}` }));
    },
    async copied() {
      for (;;) {
        const { running, second } = await shop.desk.state();
        if (running === null && (second?.waiting === 0 || second?.failure)) return;
        await new Promise((resolve) => setTimeout(resolve, 5));
      }
    },
  };
  return Object.assign(shop, { desk: shop.begin() });
}

function begin(shop: BackupShop, keeper: Keeper, options: Pick<BackupDeskOptions, 'turnLimit'>): BackupDesk {
  const { test, at, jobs, logged } = shop;
  const desk = new BackupDesk({
    ...options,
    ...{ folder: at('backups'), scratch: at('scratch'), migrationsFolder, version: '1.2.3' },
    keeper: {
      run(name, ...rest) {
        jobs.push(name);
        return keeper.run(name, ...rest);
      },
    },
    clock: () => test.now,
    log: { info: () => undefined, error: (message) => void logged.push(message) },
    shop: () => ({ path: at('shop.db'), auditKey: backupKey }),
    day: () => ({ timeZone: 'Europe/London', dayStartMinutes: 0 }),
    lastEntry: () =>
      test.file.read.get(
        query.selectFrom('auditEntries').select(['id', 'hash']).orderBy('id', 'desc').limit(1),
      ) ?? null,
    lastDeed: () => lastDeedOf(test.file.read),
    memory: {
      get: () => shop.memory,
      change: (change) => {
        shop.memory = { ...shop.memory, ...change };
      },
    },
    passphrase: {
      get: async () => shop.passphrase,
      set: async (words) => {
        shop.passphrase = words;
      },
    },
    places: createPlaceChoice({
      first: at('backups'),
      askFolder: async () => shop.chosen,
      neededBytes: () => 1000,
    }),
    show: () => undefined,
    onChange: () => {
      shop.changes += 1;
    },
  });
  desk.begin();
  return desk;
}
