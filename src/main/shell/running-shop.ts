import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createAuditWatch } from '../app/audit-watch.ts';
import type { Log } from '../app/context.ts';
import { type App, type Change, createApp } from '../app/create-app.ts';
import type { Desktop } from '../app/desktop.ts';
import { createHourlyTimer, type HourlyTimer } from '../app/hourly-timer.ts';
import type { LongReader } from '../app/long-read.ts';
import { asShopFileError } from '../database/file-problem.ts';
import { readMigrations, ShopFileError } from '../database/migrate.ts';
import type { ShopFile } from '../database/open-shop-file.ts';
import { createLocalKeeper, type Keeper } from '../keeper/jobs.ts';
import type { BackupDesk } from './backups/backup-desk.ts';
import { utcText } from './clock.ts';
import { createHeadFile } from './head-file.ts';
import type { Protector } from './hidden-text.ts';
import { type Keys, loadKeys } from './keys.ts';
import type { KioskMemory } from './kiosk-memory.ts';
import type { MachineStore } from './machine-store.ts';
import { openShop, requireShopFile, type Trouble } from './open-shop.ts';
import { settleAside } from './recovery/keep-aside.ts';
import { hasShopTraces } from './shop-traces.ts';
import { tried } from './tried.ts';
import { type Offer, troublePage } from './trouble.ts';
import { upgradeShop } from './upgrade-shop.ts';
import { type Ongoing, whyNot } from './why-not-open.ts';

type RunningShopOptions = {
  /** The application's own folder: shop.db, keys.json, logs. */
  readonly folder: string;
  /** Where migrations/ and resources/ are. */
  readonly root: string;
  readonly machine: MachineStore;
  readonly protector: Protector;
  readonly desktop: Desktop;
  readonly clock: () => number;
  readonly log: Log;
  readonly isStrict: boolean;
  /** log2 of scrypt's N for passwords and PINs; the application's own where nothing is said, small in tests. */
  readonly secretCost?: number;
  readonly onChange: (change: Change) => void;
  /** Runs long queries on the shop file at this path in a process of their own. */
  readonly reader?: (path: string) => LongReader;
  /** What is kept safe of the shop while it is open; absent in tests that are about something else. */
  readonly backups?: {
    begin(): void;
    beat(): Promise<void>;
    rest(): Promise<void>;
    makeBeforeUpgrade: BackupDesk['makeBeforeUpgrade'];
  };
  /** Knows in which condition the shop file is; absent as well. */
  readonly condition?: {
    /** @throws ShopFileError `damaged`. */
    beforeOpening(path: string, auditKey: Uint8Array): Promise<void>;
    opened(): void;
    beat(): Promise<void>;
    closed(): void;
  };
  /** Looks how much room is left on the disk; never fails. */
  readonly disk?: { beat(): Promise<void> };
  /** Remembers whether the till belongs to customers, for when the file cannot say so. */
  readonly kiosk?: Pick<KioskMemory, 'note'>;
  /** Where an older shop is brought to this version; in this process where nothing is said. */
  readonly keeper?: Keeper;
  /** There is something to wait for, and how far it is: the page that says so is to be shown. */
  readonly onWaiting?: () => void;
  /** The timer's heartbeat; each minute where nothing is said. */
  readonly every?: (beat: () => void) => () => void;
};

type Running = {
  readonly app: App;
  readonly file: ShopFile;
  readonly timer: HourlyTimer;
  readonly auditKey: Uint8Array;
};

/** The shop of this computer: open, or why not. */
export type RunningShop = {
  /**
   * Opens the shop file; when it cannot, `trouble()` says why. Called again after the person did something. `isNew`: a
   * new one is begun where there is none, whatever in the folder tells of an earlier shop.
   */
  open(given?: { readonly isNew: boolean }): Promise<void>;
  app(): App | null;
  file(): ShopFile | null;
  trouble(): Trouble | null;
  /** The page that says what is wrong, with the backups that can be brought back. */
  troubleHtml(offer?: Offer): string;
  path(): string;
  /** Closes the shop file for a while, its place being changed; `open` ends it. */
  pause(): Promise<void>;
  /** Closes a shop file that cannot be worked with, and shows what can be done about it; the file stays as it is. */
  giveUp(kind: Trouble): Promise<void>;
  /** The key of the audit log; null while the shop is not open. */
  auditKey(): Uint8Array | null;
  /** The computer woke up, or somebody came back to it: the hourly timer looks at once. */
  wake(): void;
  close(): Promise<void>;
};

export function createRunningShop(options: RunningShopOptions): RunningShop {
  const { folder, machine, log, clock } = options;
  let running: Running | null = null;
  let trouble: Ongoing | null = null;
  let noted: Running | null = null;
  const path = (): string => machine.get('shopFile') ?? join(folder, 'shop.db');

  async function stop(): Promise<void> {
    const closing = running;
    running = null;
    closing?.timer.stop();
    // It reads the shop file too, and the file is to be closed for good.
    await options.backups?.rest();
    await closing?.app.close();
    // What was never noted to be open has nothing to take back; where it cannot be noted, the next start looks through it.
    if (closing && closing === noted)
      await tried(log, 'It could not be noted that the shop is closed', () => options.condition?.closed());
  }

  return {
    async open({ isNew } = { isNew: false }) {
      if (running) return;
      try {
        running = await start(options, { path: path(), isNew }, (percent) => {
          // Each tenth, so that the page is not always being drawn.
          if (trouble?.kind === 'upgrading' && percent - (trouble.percent ?? 0) < 10) return;
          trouble = { kind: 'upgrading', at: clock(), percent };
          options.onWaiting?.();
        });
        trouble = null;
        log.info('The shop file is open', { path: path() });
        options.backups?.begin();
        options.condition?.opened();
        noted = running;
        void beatSafety(options);
      } catch (error) {
        trouble = whyNot(error, { folder, path: path(), at: clock() });
        log.error('The shop file could not be opened', { path: path(), trouble: trouble.kind, error });
        // Only the last step failed: the next try begins anew.
        if (running) await tried(log, 'The shop could not be closed again', stop);
      }
    },
    app: () => running?.app ?? null,
    file: () => running?.file ?? null,
    trouble: () => trouble?.kind ?? null,
    troubleHtml: (offer) =>
      troublePage({
        ...{ trouble: trouble?.kind ?? 'unknown', path: path(), at: utcText(trouble?.at ?? clock()) },
        ...{ percent: trouble?.percent, backup: trouble?.backup, offer },
      }),
    path,
    async pause() {
      trouble = { kind: 'moving', at: clock() };
      await stop();
    },
    async giveUp(kind) {
      if (!running) return;
      trouble = { kind, at: clock() };
      log.error('The shop is closed for what was met in its file', { path: path(), trouble: kind });
      await stop().finally(() => options.onWaiting?.());
    },
    auditKey: () => running?.auditKey ?? null,
    wake: () => void running?.timer.trigger('resume'),
    close: stop,
  };
}

/** Opens the shop file with its keys, puts the application together over it, and lets its timer beat. */
async function start(
  options: RunningShopOptions,
  { path, isNew }: { readonly path: string; readonly isNew: boolean },
  onUpgrade: (percent: number) => void,
): Promise<Running> {
  const { folder, root, machine, log, clock, every = eachMinute } = options;
  const isShopOpened = !isNew && (machine.get('isShopOpened') === true || hasShopTraces(folder, path));
  settleAside(path, join(folder, 'backups', 'put-aside'));
  requireShopFile(path, isShopOpened);
  const keysFile = join(folder, 'keys.json');
  const keys = await loadKeys({
    path: keysFile,
    protector: options.protector,
    log,
    mustExist: isShopOpened,
  });
  const migrationsFolder = join(root, 'migrations');
  const shop = { path, auditKey: keys.audit };
  await options.condition?.beforeOpening(path, keys.audit);
  await upgradeShop({
    ...{ ...shop, migrationsFolder, clock, log, onProgress: onUpgrade },
    keeper: options.keeper ?? createLocalKeeper(),
    replaced: join(folder, 'backups/replaced'),
    backUp: async (onProgress) => (await options.backups?.makeBeforeUpgrade(shop, onProgress)) ?? null,
  });
  const migrations = readMigrations(migrationsFolder);
  const file = openShop({ path, migrations, isShopOpened });
  const app = openApp(options, file, keys);
  try {
    await followChanges(app, options);
  } catch (error) {
    await app.close();
    throw error;
  }
  void app.ask({ kind: 'system' }, 'maintenance.tidy', {});
  const watch = createAuditWatch({ app, clock, log });
  const timer = createHourlyTimer({
    ...{ app, clock, log },
    every: (beat) =>
      every(() => {
        beat();
        void watch.beat();
        void beatSafety(options);
      }),
  });
  timer.start();
  void watch.start();
  return { app, file, timer, auditKey: keys.audit };
}

/** The application over an open file. @throws ShopFileError where that cannot be read; it is closed again then. */
function openApp(options: RunningShopOptions, file: ShopFile, keys: Keys): App {
  const { folder, root, clock, log, desktop } = options;
  try {
    return createApp({
      ...{ file, clock, desktop, log, keys, till: 'till-1', strict: options.isStrict },
      resource: (name) => readFileSync(join(root, 'resources', name)),
      heads: createHeadFile(join(folder, 'audit-head.json')),
      ...(options.secretCost === undefined ? {} : { secretCost: options.secretCost }),
      ...(options.reader ? { reader: options.reader(file.path) } : {}),
    });
  } catch (error) {
    const told = asShopFileError(error);
    // Closed as it is: what is damaged is not written to.
    if (told instanceof ShopFileError) file.met(told.problem);
    file.close();
    throw told;
  }
}

/** Looks at the disk and at what is due of backups. Whatever goes wrong, the next beat comes and selling goes on. */
async function beatSafety({ backups, condition, disk, log }: RunningShopOptions): Promise<void> {
  void disk?.beat();
  try {
    // A file that was not closed properly is looked through before a backup is made of it.
    await condition?.beat();
    await backups?.beat();
  } catch (error) {
    log.error('What was due of backups could not be done', { error });
  }
}

/** Beats each minute; it alone keeps no process alive. */
function eachMinute(beat: () => void): () => void {
  const interval = setInterval(beat, 60_000);
  interval.unref();
  return () => clearInterval(interval);
}

/** Tells the windows what changed, and sees when a shop is first in the file. */
async function followChanges(app: App, { machine, kiosk, onChange }: RunningShopOptions): Promise<void> {
  kiosk?.note(app);
  app.onChange((change) => {
    const topics = change.kind === 'changed' ? change.topics : [];
    if (topics.includes('kiosk')) kiosk?.note(app);
    onChange(change);
    if (topics.includes('shop')) void markOpened(app, machine);
  });
  await markOpened(app, machine);
}

/**
 * From the moment a shop is in the file, a missing file is trouble and never an empty shop. Kept outside the
 * file, where its loss takes nothing with it.
 */
async function markOpened(app: App, machine: MachineStore): Promise<void> {
  if (machine.get('isShopOpened') === true) return;
  const reply = await app.ask({ kind: 'system' }, 'setup.state', {});
  if (reply.ok && reply.value.shop !== null) machine.set('isShopOpened', true);
}
