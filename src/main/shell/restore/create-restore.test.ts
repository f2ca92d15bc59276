import { copyFileSync, existsSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import BetterSqlite3 from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { counterSale, line } from '../../../../test/support/builders.ts';
import {
  migrationsFolder,
  nextRequestId,
  openShopInput,
  ownerPassword,
} from '../../../../test/support/create-test-app.ts';
import { createFakeDesktop } from '../../../../test/support/fake-desktop.ts';
import type { CallName, Input, Output } from '../../../shared/contract/index.ts';
import { createLocalKeeper } from '../../keeper/jobs.ts';
import type { BackupDesk } from '../backups/backup-desk.ts';
import { createBackups } from '../backups/create-backups.ts';
import { createMachineStore } from '../machine-store.ts';
import { createRunningShop, type RunningShop } from '../running-shop.ts';
import { createRestore, type RestoreStep } from './create-restore.ts';

const root = join(import.meta.dirname, '../../../..');
const owner = { kind: 'window', windowId: 1 } as const;
const protector = {
  isAsyncEncryptionAvailable: async () => false,
  encryptStringAsync: async (text: string) => Buffer.from(text),
  decryptStringAsync: async (bytes: Buffer) => ({ shouldReEncrypt: false, result: bytes.toString() }),
  getSelectedStorageBackend: () => 'basic_text' as const,
};

let folder: string;
let now: number;
let shop: RunningShop;
let desk: BackupDesk;
/** What is done once the call was answered. */
let later: (() => Promise<void>)[];
let shown: (string | null)[];
let logged: string[];
/** Where the computer stops. */
let stopAt: RestoreStep | null;
let kept: Map<string, unknown>;

const log = { info: () => undefined, error: (message: string) => void logged.push(message) };
const path = () => join(folder, 'shop.db');

/** A start of the application on the folder: its shop, its backups, what brings a shop back. */
async function start(): Promise<void> {
  const machine = createMachineStore({
    get: (key) => kept.get(key),
    set: (key, value) => void kept.set(key, value),
  });
  const clock = () => now;
  const keeper = createLocalKeeper();
  later = [];
  desk = createBackups({
    ...{ folder, root, version: '1.0.0', protector, machine, log, clock, keeper, shop: () => shop },
    ...{ askFolder: async () => null, show: () => undefined, onChange: () => undefined },
  });
  const restore = createRestore({
    ...{ folder, migrationsFolder, keeper, clock, log, backups: desk, shop: () => shop },
    show: () => void shown.push(shop.trouble()),
    later: (work) => void later.push(work),
    onStep(step) {
      if (step === stopAt) throw new Stopped(step);
    },
  });
  const desktop = { ...createFakeDesktop(), restore };
  shop = createRunningShop({
    ...{ folder, root, machine, protector, desktop, clock, log },
    ...{ isStrict: true, onChange: () => undefined, every: () => () => undefined },
    backups: { begin: () => desk.begin(), beat: async () => undefined, rest: () => desk.rest() },
  });
  await shop.open();
}

class Stopped extends Error {}

async function ask<N extends CallName>(name: N, input: Input<N>): Promise<Output<N>> {
  const reply = await shop.app()?.ask(owner, name, input, nextRequestId());
  if (!reply?.ok) throw new Error(`${name}: ${reply ? reply.error.code : 'the shop is closed'}`);
  return reply.value;
}

let carts = 0;
async function sell(): Promise<void> {
  carts += 1;
  await ask(
    'orders.place',
    counterSale([line(null, 1, 350, { name: 'Cup', taxClassId: 1 })], { cartId: `cart-${carts}` }),
  );
}

async function signIn(): Promise<void> {
  const staffId = rows<{ id: number }>('SELECT id FROM staff')[0]?.id ?? 0;
  await ask('session.signIn', { staffId, password: ownerPassword });
}

function rows<T>(sql: string): T[] {
  const database = new BetterSqlite3(path(), { readonly: true });
  try {
    return database.prepare(sql).all() as T[];
  } finally {
    database.close();
  }
}

const orders = () => rows('SELECT id FROM orders').length;

async function backUp(): Promise<string> {
  now += 60_000;
  const work = { onProgress: () => undefined, signal: new AbortController().signal };
  return (await desk.make(work)).name;
}

/** Asks for it, and does what comes after the answer. */
async function bringBack(name: string, from: 'backup' | 'replaced' = 'backup'): Promise<void> {
  now += 1000;
  await ask('backups.restore', { source: { from, name }, passphrase: null });
  for (const work of later.splice(0)) await work();
}

async function findings(): Promise<unknown[]> {
  await signIn();
  await ask('audit.verify', { scope: 'whole', cause: 'manual' });
  const { items } = await ask('audit.findings', { state: 'open', cursor: null, limit: 100 });
  return items.map(({ kind }) => kind);
}

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'orderlla-restore-'));
  now = Date.UTC(2026, 10, 22, 11, 30);
  shown = [];
  logged = [];
  stopAt = null;
  kept = new Map();
  await start();
  await ask('setup.openShop', openShopInput);
  logged = [];
  await sell();
  await sell();
});
afterEach(async () => {
  await shop.close();
  rmSync(folder, { recursive: true, force: true });
});

describe('bringing a shop back', () => {
  it('puts the backup in place, says so in its log, and asks everyone to sign in again', async () => {
    const name = await backUp();
    await sell();
    expect(orders()).toBe(3);
    await bringBack(name);
    expect([orders(), shop.trouble(), shown]).toEqual([2, null, ['moving', null]]);
    expect(logged).toEqual([]);
    await expect(sell()).rejects.toThrow('not-signed-in');
    const noted = rows<{ call: string }>("SELECT * FROM auditEntries WHERE call = 'backups.noteRestored'");
    expect(noted).toHaveLength(1);
    expect(JSON.stringify(noted)).toContain(name);
    expect(existsSync(`${path()}.candidate`)).toBe(false);
    await signIn();
    await sell();
    expect(orders()).toBe(3);
  });
});

describe('the shop that was replaced', () => {
  it('is listed for 30 days, and can be brought back itself, any number of times', async () => {
    const name = await backUp();
    await sell();
    await bringBack(name);
    await signIn();
    const [replaced] = await ask('backups.replaced', {});
    expect(replaced).toMatchObject({ replacedAt: now, facts: { orders: 3 } });
    await bringBack(replaced?.name ?? '', 'replaced');
    expect(orders()).toBe(3);
    expect(await findings()).toEqual([]);
    await bringBack(name);
    expect(orders()).toBe(2);
    expect(await findings()).toEqual([]);
    expect(await ask('backups.replaced', {})).toHaveLength(3);
    now += 31 * 86_400_000;
    await signIn();
    expect(await ask('backups.replaced', {})).toEqual([]);
    expect(readdirSync(join(folder, 'backups/replaced'))).toEqual([]);
  });
});

describe('the log', () => {
  it('has no finding after an honest restore, also at the next start', async () => {
    const name = await backUp();
    await sell();
    await bringBack(name);
    expect(await findings()).toEqual([]);
    await shop.close();
    await start();
    expect(await findings()).toEqual([]);
  });

  it('has one when somebody puts an old file back by hand, also after a restore', async () => {
    const name = await backUp();
    await bringBack(name);
    await shop.close();
    copyFileSync(path(), join(folder, 'old.db'));
    await start();
    await signIn();
    await sell();
    await shop.close();
    copyFileSync(join(folder, 'old.db'), path());
    await start();
    expect(JSON.stringify(await findings())).toContain('history-shorter');
  });

  it('has one when the backup itself is put back by hand', async () => {
    const name = await backUp();
    await sell();
    await shop.close();
    copyFileSync(join(folder, 'backups', `${name}.db`), path());
    await start();
    expect(JSON.stringify(await findings())).toContain('history-shorter');
  });
});

describe('whatever goes wrong', () => {
  it.each(['prepare', 'keep', 'close', 'expect', 'put'] as const)(
    'before "%s" leaves the shop as it was, without a finding',
    async (step) => {
      const name = await backUp();
      await sell();
      stopAt = step;
      await bringBack(name).catch(() => undefined);
      stopAt = null;
      expect([orders(), shop.trouble()]).toEqual([3, null]);
      expect(existsSync(`${path()}.candidate`)).toBe(false);
      expect(await findings()).toEqual([]);
      await sell();
      expect(orders()).toBe(4);
      await bringBack(name);
      expect(orders()).toBe(2);
    },
  );

  it('puts the shop back where what was put in place does not open', async () => {
    const name = await backUp();
    await sell();
    stopAt = 'open';
    await bringBack(name);
    stopAt = null;
    expect([orders(), shop.trouble()]).toEqual([3, null]);
    expect(await findings()).toEqual([]);
  });

  it('refuses a backup in which something was changed, planted or cut off', async () => {
    const name = await backUp();
    const file = join(folder, 'backups', `${name}.db`);
    const before = statSync(path()).ino;
    const planted = new BetterSqlite3(file);
    planted.exec(
      'CREATE TRIGGER dearer AFTER INSERT ON orders BEGIN UPDATE products SET price = price * 2; END',
    );
    planted.close();
    await expect(bringBack(name)).rejects.toThrow('backup-damaged');
    // Nothing vouches for it any more, and its schema is looked at all the same.
    rmSync(join(folder, 'backups', `${name}.json`));
    await expect(bringBack(name)).rejects.toThrow('backup-damaged');
    writeFileSync(file, 'no shop file');
    await expect(bringBack(name)).rejects.toThrow('backup-damaged');
    writeFileSync(file, '');
    await expect(bringBack(name)).rejects.toThrow('backup-damaged');
    await expect(bringBack('shop-20200101T000000Z')).rejects.toThrow('backup-gone');
    await expect(bringBack('shop-20200101T000000Z', 'replaced')).rejects.toThrow('backup-gone');
    expect([orders(), statSync(path()).ino, existsSync(`${path()}.candidate`)]).toEqual([2, before, false]);
  });

  it('asks for the passphrase of an encrypted one', async () => {
    await desk.setPassphrase('larch otter lantern');
    const name = await backUp();
    await desk.setPassphrase(null);
    await sell();
    await expect(bringBack(name)).rejects.toThrow('wrong-passphrase');
    await ask('backups.restore', { source: { from: 'backup', name }, passphrase: 'larch otter lantern' });
    for (const work of later.splice(0)) await work();
    expect(orders()).toBe(2);
  });

  it('says nothing of a restore that nobody made: people cannot write that entry', async () => {
    const source = { from: 'backup', name: 'shop-20200101T000000Z' } as const;
    const entry = { source, by: 'Somebody', asOf: null, replaced: 'shop-20200101T000000Z' };
    await expect(ask('backups.noteRestored', entry)).rejects.toThrow('forbidden');
  });
});
