import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import BetterSqlite3 from 'better-sqlite3';
import type { BackupDesk } from '../../src/main/shell/backups/backup-desk.ts';
import { createBackups } from '../../src/main/shell/backups/create-backups.ts';
import { createLooks } from '../../src/main/shell/looks/create-looks.ts';
import { createMachineStore } from '../../src/main/shell/machine-store.ts';
import { createRestore, type RestoreStep } from '../../src/main/shell/restore/create-restore.ts';
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

export let folder: string;
export let now: number;
export let shop: RunningShop;
export let desk: BackupDesk;
/** What is done once the call was answered. */
export let later: (() => Promise<void>)[];
export let shown: (string | null)[];
export let logged: string[];
/** Where the computer stops. */
export let stopAt: RestoreStep | null;
export let kept: Map<string, unknown>;
/** Where the folder is copied to before each change of a file: what a computer that stops there finds again. */
export let copies: string | null;
/** The file that the system's dialog leads to. */
export let asked: string | null;
/** Of the shop that `begin` opens. */
export let recoveryCode: string;

const log = { info: () => undefined, error: (message: string) => void logged.push(message) };
export const path = () => join(folder, 'shop.db');

/** A start of the application on the folder: its shop, its backups, what brings a shop back. */
export async function start(): Promise<void> {
  const machine = createMachineStore({
    get: (key) => kept.get(key),
    set: (key, value) => void kept.set(key, value),
  });
  const clock = () => now;
  const keeper = quickKeeper();
  later = [];
  desk = createBackups({
    ...{ folder, root, version: '1.0.0', protector, machine, log, clock, keeper, shop: () => shop },
    ...{ askFolder: async () => null, show: () => undefined, onChange: () => undefined },
  });
  const restore = createRestore({
    ...{ folder, migrationsFolder, keeper, protector, clock, log, machine, backups: desk, shop: () => shop },
    askFile: async () => asked,
    show: () => void shown.push(shop.trouble()),
    later: (work) => void later.push(work),
    onStep(step) {
      if (copies !== null) cpSync(folder, join(copies, step), { recursive: true });
      if (step === stopAt) throw new Stopped(step);
    },
  });
  const looks = createLooks({
    ...{ folder, migrationsFolder, keeper, protector, log, backups: desk, shop: () => shop },
    chosen: restore.lookAt,
  });
  const desktop = { ...createFakeDesktop(), restore, looks };
  shop = createRunningShop({
    secretCost: 4,
    ...{ folder, root, machine, protector, desktop, clock, log },
    ...{ isStrict: true, onChange: () => undefined, every: () => () => undefined },
    backups: {
      begin: () => desk.begin(),
      beat: async () => undefined,
      rest: () => desk.rest(),
      makeBeforeUpgrade: (given, onProgress) => desk.makeBeforeUpgrade(given, onProgress),
    },
  });
  await restore.settle();
  await shop.open();
}

class Stopped extends Error {}

export async function ask<N extends CallName>(name: N, input: Input<N>): Promise<Output<N>> {
  const reply = await shop.app()?.ask(owner, name, input, nextRequestId());
  if (!reply?.ok) throw new Error(`${name}: ${reply ? reply.error.code : 'the shop is closed'}`);
  return reply.value;
}

let carts = 0;
export async function sell(): Promise<void> {
  carts += 1;
  await ask(
    'orders.place',
    counterSale([line(null, 1, 350, { name: 'Cup', taxClassId: 1 })], { cartId: `cart-${carts}` }),
  );
}

export async function signIn(): Promise<void> {
  const staffId = rows<{ id: number }>('SELECT id FROM staff')[0]?.id ?? 0;
  await ask('session.signIn', { staffId, password: ownerPassword });
}

export function rows<T>(sql: string): T[] {
  const database = new BetterSqlite3(path(), { readonly: true });
  try {
    return database.prepare(sql).all() as T[];
  } finally {
    database.close();
  }
}

export const orders = () => rows('SELECT id FROM orders').length;

export async function backUp(): Promise<string> {
  now += 60_000;
  const work = { onProgress: () => undefined, signal: new AbortController().signal };
  return (await desk.make(work)).name;
}

/** Asks for it, and does what comes after the answer. */
export async function bringBack(name: string, from: 'backup' | 'replaced' = 'backup'): Promise<void> {
  now += 1000;
  await ask('backups.restore', { source: { from, name }, passphrase: null });
  for (const work of later.splice(0)) await work();
}

/** Looks through the log, after the look that the start begins by itself: there is one at a time. */
async function verify(): Promise<void> {
  for (;;) {
    const reply = await shop
      .app()
      ?.ask(owner, 'audit.verify', { scope: 'whole', cause: 'manual' }, nextRequestId());
    if (reply?.ok) return;
    if (reply?.error.code !== 'verification-running') throw new Error(`audit.verify: ${reply?.error.code}`);
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}

export async function findings(): Promise<unknown[]> {
  await signIn();
  await verify();
  const { items } = await ask('audit.findings', { state: 'open', cursor: null, limit: 100 });
  return items.map(({ kind }) => kind);
}

/** A shop of two orders on a computer of its own. */
export async function begin(): Promise<void> {
  folder = mkdtempSync(join(tmpdir(), 'orderlla-restore-'));
  now = Date.UTC(2026, 10, 22, 11, 30);
  shown = [];
  logged = [];
  stopAt = null;
  copies = null;
  asked = null;
  kept = new Map();
  await start();
  ({ recoveryCode } = await ask('setup.openShop', openShopInput));
  logged = [];
  await sell();
  await sell();
}

export async function end(): Promise<void> {
  await shop.close();
  rmSync(folder, { recursive: true, force: true });
}

/** Changes what the tests may change. */
export function set(change: {
  folder?: string;
  now?: number;
  stopAt?: RestoreStep | null;
  copies?: string | null;
  asked?: string | null;
}): void {
  ({ folder = folder, now = now, stopAt = stopAt, copies = copies, asked = asked } = change);
}

/** Another computer, where nothing was opened yet; the folder of the one before stays. Answers that folder. */
export async function changeComputer(): Promise<string> {
  const before = folder;
  await shop.close();
  folder = mkdtempSync(join(tmpdir(), 'orderlla-restore-'));
  kept = new Map();
  await start();
  logged = [];
  return before;
}
