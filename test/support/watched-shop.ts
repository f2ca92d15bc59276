import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Keeper } from '../../src/main/keeper/jobs.ts';
import type { BackupDesk } from '../../src/main/shell/backups/backup-desk.ts';
import { createBackups, dayOf } from '../../src/main/shell/backups/create-backups.ts';
import { ConditionDesk } from '../../src/main/shell/condition/condition-desk.ts';
import type { ConditionMemory } from '../../src/main/shell/condition/condition-memory.ts';
import { createKioskMemory, type KioskMemory } from '../../src/main/shell/kiosk-memory.ts';
import { createMachineStore } from '../../src/main/shell/machine-store.ts';
import { createRunningShop, type RunningShop } from '../../src/main/shell/running-shop.ts';
import type { CallName, Input, Output } from '../../src/shared/contract/index.ts';
import { counterSale, line } from './builders.ts';
import { migrationsFolder, nextRequestId, openShopInput, ownerPassword } from './create-test-app.ts';
import { createFakeDesktop } from './fake-desktop.ts';
import { quickKeeper } from './quick-keeper.ts';

const root = join(import.meta.dirname, '../..');
const owner = { kind: 'window', windowId: 1 } as const;
const protector = {
  isAsyncEncryptionAvailable: async () => false,
  encryptStringAsync: async (text: string) => Buffer.from(text),
  decryptStringAsync: async (bytes: Buffer) => ({ shouldReEncrypt: false, result: bytes.toString() }),
  getSelectedStorageBackend: () => 'basic_text' as const,
};

/** A shop of a computer of its own, with what watches over its file. */
export type WatchedShop = {
  readonly folder: string;
  readonly path: string;
  readonly shop: RunningShop;
  readonly desk: ConditionDesk;
  readonly kiosk: KioskMemory;
  readonly backups: BackupDesk;
  readonly logged: string[];
  /** How often the window was shown something else. */
  readonly shown: (string | null)[];
  now: number;
  memory(): ConditionMemory;
  /** What was kept of this computer, for a test that changes it. */
  readonly kept: Map<string, unknown>;
  ask<N extends CallName>(name: N, input: Input<N>): Promise<Output<N>>;
  /** Places an order, from a cart of its own or from this one: its number, or why not. */
  sell(cartId?: string): Promise<number | string>;
  backUp(): Promise<string>;
  signIn(): Promise<void>;
  /** From customers. */
  takeBack(): Promise<void>;
};

type Given = {
  readonly folder: string;
  readonly kept: Map<string, unknown>;
  readonly now: number;
  readonly keeper?: Keeper;
};

let carts = 0;

/** Starts the application on a folder, as after an earlier run where there is one. */
export async function startWatched({
  folder,
  kept,
  now,
  keeper = quickKeeper(),
}: Given): Promise<WatchedShop> {
  const machine = createMachineStore({
    get: (key) => structuredClone(kept.get(key)),
    set: (key, value) => void kept.set(key, structuredClone(value)),
  });
  const time = { now };
  const clock = (): number => time.now;
  const logged: string[] = [];
  const shown: (string | null)[] = [];
  const log = { info: () => undefined, error: (message: string) => void logged.push(message) };
  const holder: { shop?: RunningShop } = {};
  const shop = (): RunningShop => holder.shop as RunningShop;
  const backups = createBackups({
    ...{ folder, root, version: '1.0.0', protector, machine, log, clock, keeper, shop },
    ...{ askFolder: async () => null, show: () => undefined, onChange: () => undefined },
  });
  const desk = new ConditionDesk({
    ...{ folder, migrationsFolder, keeper, clock, log, shop, turns: backups.turns },
    memory: {
      get: () => machine.get('condition') ?? {},
      set: (memory) => machine.set('condition', memory),
    },
    day: () => dayOf(shop()),
    backupFailedAt: () => machine.get('backups')?.failure?.at ?? null,
    onChange: () => undefined,
  });
  const kiosk = createKioskMemory(machine);
  holder.shop = createRunningShop({
    secretCost: 4,
    ...{ folder, root, machine, protector, clock, log, keeper, condition: desk, kiosk },
    desktop: { ...createFakeDesktop(), condition: desk },
    ...{ isStrict: true, onChange: () => undefined, every: () => () => undefined },
    onWaiting: () => void shown.push(shop().trouble()),
    backups: {
      begin: () => backups.begin(),
      beat: async () => undefined,
      rest: () => backups.rest(),
      makeBeforeUpgrade: async () => 'verified',
    },
  });
  await shop().open();
  const watched: WatchedShop = Object.assign(time, {
    ...{ folder, path: join(folder, 'shop.db'), shop: shop(), desk, kiosk, backups, logged, shown, kept },
    memory: () => machine.get('condition') ?? {},
    async ask<N extends CallName>(name: N, input: Input<N>): Promise<Output<N>> {
      const reply = await shop().app()?.ask(owner, name, input, nextRequestId());
      if (!reply?.ok) throw new Error(`${name}: ${reply ? reply.error.code : 'the shop is closed'}`);
      return reply.value;
    },
    async sell(cartId?: string) {
      carts += 1;
      const sale = counterSale([line(null, 1, 350, { name: 'Cup', taxClassId: 1 })], {
        cartId: cartId ?? `cart-${carts}`,
      });
      const reply = await shop().app()?.ask(owner, 'orders.place', sale, nextRequestId());
      if (!reply) return 'closed';
      return reply.ok ? reply.value.orderId : reply.error.code;
    },
    async backUp() {
      const work = { onProgress: () => undefined, signal: new AbortController().signal };
      return (await backups.make(work)).name;
    },
    async signIn() {
      await watched.ask('session.signIn', { staffId: 1, password: ownerPassword });
    },
    async takeBack() {
      await watched.ask('kiosk.leave', { name: 'Olga Owner', secret: ownerPassword });
    },
  });
  return watched;
}

/** A computer on which a shop was opened. */
export async function openWatched(keeper?: Keeper): Promise<WatchedShop> {
  const folder = mkdtempSync(join(tmpdir(), 'orderlla-watched-'));
  const given = { folder, kept: new Map<string, unknown>(), now: Date.UTC(2026, 10, 22, 11, 30) };
  const watched = await startWatched(keeper ? { ...given, keeper } : given);
  await watched.ask('setup.openShop', openShopInput);
  return watched;
}

/** Main is gone without closing anything: what is on disk and in `machine.json` is all that the next start finds. */
export async function killedAndStarted(before: WatchedShop, keeper?: Keeper): Promise<WatchedShop> {
  const kept = structuredClone(before.kept);
  const given = { folder: before.folder, kept, now: before.now };
  await before.shop.close();
  return startWatched(keeper ? { ...given, keeper } : given);
}

export async function endWatched({ shop, folder }: WatchedShop): Promise<void> {
  await shop.close();
  rmSync(folder, { recursive: true, force: true });
}

/** Writes over the pages of the file that hold this table, and nothing else, from outside. */
export function damageTable(path: string, pages: readonly number[]): void {
  const bytes = readFileSync(path);
  for (const page of pages) bytes.fill(0xa5, (page - 1) * 4096, page * 4096);
  writeFileSync(path, bytes);
}
