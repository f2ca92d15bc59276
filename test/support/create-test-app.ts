import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { HeadStore } from '../../src/main/app/audit-head.ts';
import { type App, type Caller, createApp } from '../../src/main/app/create-app.ts';
import { type Migration, readMigrations } from '../../src/main/database/migrate.ts';
import { openShopFile, type ShopFile } from '../../src/main/database/open-shop-file.ts';
import { schemaInHeader } from '../../src/main/database/settle-shop-file.ts';
import { upgradeCopy } from '../../src/main/database/upgrade-copy.ts';
import type { CallName, Input, Output } from '../../src/shared/contract/index.ts';
import { percent } from '../../src/shared/domain/rate.ts';
import { createFakeDesktop, type FakeDesktop } from './fake-desktop.ts';
import { putMigratedFile } from './migrated-file.ts';

const root = join(import.meta.dirname, '../..');
export const migrationsFolder = join(root, 'migrations');
export const owner: Caller = { kind: 'window', windowId: 1 };
/** Sunday 22 November 2026, 11:30 in London. */
export const firstNow = Date.UTC(2026, 10, 22, 11, 30);

export const ownerPassword = 'larch-otter-7-lantern';
export const ownerPin = '482913';

export type TestApp = {
  readonly app: App;
  readonly file: ShopFile;
  readonly folder: string;
  readonly desktop: FakeDesktop;
  /** Moves the clock; milliseconds UTC. */
  now: number;
  readonly logged: {
    readonly level: 'info' | 'error';
    readonly message: string;
    readonly details: unknown;
  }[];
  /** Asks and demands a value: a refusal throws with its code. */
  ask<N extends CallName>(name: N, input: Input<N>, caller?: Caller): Promise<Output<N>>;
  /** Asks and demands a refusal: answers its code and details. */
  refused<N extends CallName>(name: N, input: Input<N>, caller?: Caller): Promise<Refusal>;
  close(): Promise<void>;
};

export type Refusal = { readonly code: string; readonly details: Readonly<Record<string, unknown>> };

export type TestAppOptions = {
  /** An existing folder with a shop.db, to open again. */
  readonly folder?: string;
  readonly keep?: boolean;
  readonly now?: number;
  /** Puts something between the application and the file: the crash tests' seeded bugs. */
  readonly wrapFile?: (file: ShopFile) => ShopFile;
  /** Off in benchmarks: the application does not check its own answers either. */
  readonly strict?: boolean;
};

/** An older file, as the start of the application would; by a plain migration, for its way is not what is tested. */
function bringUpToDate(path: string, migrations: readonly Migration[]): void {
  const schema = schemaInHeader(path);
  if (schema !== null && schema > 0 && schema < migrations.length) upgradeCopy(path, migrations);
}

let requests = 0;

/** A request id in the form the window makes them: UUID version 7, rising. */
export function nextRequestId(): string {
  requests += 1;
  const count = requests.toString(16).padStart(12, '0');
  return `${count}-7000-8000-${process.pid.toString(16).padStart(12, '0')}`.replace(/^(.{8})(.{4})/, '$1-$2');
}

/** The kept head of the audit log, beside the shop file here; a test may take it away or put another there. */
function fileHeads(path: string): HeadStore {
  return {
    read: () => (existsSync(path) ? readFileSync(path, 'utf8') : null),
    write: async (text) => writeFileSync(path, text),
    writeNow: (text) => writeFileSync(path, text),
  };
}

/** The application on a real shop file in a folder of its own; only the desktop and the clock are ours. */
export function createTestApp(options: TestAppOptions = {}): TestApp {
  const folder = options.folder ?? mkdtempSync(join(tmpdir(), 'orderlla-'));
  const path = join(folder, 'shop.db');
  const migrations = readMigrations(migrationsFolder);
  if (options.folder === undefined) putMigratedFile(path, migrations);
  else bringUpToDate(path, migrations);
  const opened = openShopFile({ path, migrations, create: false });
  const file = options.wrapFile?.(opened) ?? opened;
  const desktop = createFakeDesktop();
  const logged: TestApp['logged'] = [];
  const log = (level: 'info' | 'error') => (message: string, details: unknown) => {
    logged.push({ level, message, details });
  };
  const test: { now: number } = { now: options.now ?? firstNow };
  const app = createApp({
    file,
    desktop,
    clock: () => test.now,
    log: { info: log('info'), error: log('error') },
    resource: (name) => readFileSync(join(root, 'resources', name)),
    keys: { pepper: Buffer.alloc(32, 1), audit: Buffer.alloc(32, 2) },
    heads: fileHeads(join(folder, 'audit-head.json')),
    till: 'till-1',
    secretCost: 4,
    strict: options.strict ?? true,
  });
  return Object.assign(test, {
    app,
    file,
    folder,
    desktop,
    logged,
    async ask<N extends CallName>(name: N, input: Input<N>, caller: Caller = owner): Promise<Output<N>> {
      const reply = await app.ask(caller, name, input, nextRequestId());
      if (reply.ok) return reply.value;
      throw new Error(
        `${name}: ${reply.error.code} ${JSON.stringify(reply.error.details)} ${JSON.stringify(logged.at(-1))}`,
      );
    },
    async refused<N extends CallName>(name: N, input: Input<N>, caller: Caller = owner): Promise<Refusal> {
      const reply = await app.ask(caller, name, input, nextRequestId());
      if (reply.ok) throw new Error(`${name} was not refused`);
      return { code: reply.error.code, details: reply.error.details ?? {} };
    },
    async close() {
      await app.close();
      if (!options.keep && options.folder === undefined) rmSync(folder, { recursive: true, force: true });
    },
  });
}

/** What the wizard sends; a shop in London with 20 % VAT included in its prices. */
export const openShopInput: Input<'setup.openShop'> = {
  name: 'Corner Shop',
  address: '1 High Street\nLondon',
  phone: '555-0100',
  country: 'GB',
  locale: 'en-GB',
  currency: 'GBP',
  timeZone: 'Europe/London',
  pricesIncludeTax: true,
  taxClasses: [
    { name: 'Standard', isDefault: true, rates: [{ name: 'VAT', rate: percent(20) }] },
    { name: 'Zero', isDefault: false, rates: [] },
  ],
  ownerName: 'Olga Owner',
  password: ownerPassword,
  pin: ownerPin,
};

/** A shop that has been opened, with its owner signed in at window 1. */
export async function createOpenShop(
  change: Partial<Input<'setup.openShop'>> = {},
  options: TestAppOptions = {},
): Promise<TestApp> {
  const test = createTestApp(options);
  await test.ask('setup.openShop', { ...openShopInput, ...change });
  return test;
}
