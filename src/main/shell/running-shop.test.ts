import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import BetterSqlite3 from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openShopInput } from '../../../test/support/create-test-app.ts';
import { createFakeDesktop } from '../../../test/support/fake-desktop.ts';
import { readMigrations } from '../database/migrate.ts';
import { createMachineStore, type KeptFile } from './machine-store.ts';
import { createRunningShop, type RunningShop } from './running-shop.ts';

const root = join(import.meta.dirname, '../../..');
let folder: string;
let kept: Map<string, unknown>;
let running: RunningShop[];
let beats: (() => void)[];

function store(): KeptFile {
  return { get: (key) => kept.get(key), set: (key, value) => void kept.set(key, value) };
}

type Own = Partial<Parameters<typeof createRunningShop>[0]>;
async function start(own: Own = {}): Promise<RunningShop> {
  const shop = createRunningShop({
    secretCost: 4,
    folder,
    root,
    machine: createMachineStore(store()),
    protector: {
      isAsyncEncryptionAvailable: async () => false,
      encryptStringAsync: async (text) => Buffer.from(text),
      decryptStringAsync: async (bytes) => ({ shouldReEncrypt: false, result: bytes.toString() }),
      getSelectedStorageBackend: () => 'basic_text',
    },
    desktop: createFakeDesktop(),
    clock: () => Date.UTC(2026, 10, 22, 11, 30),
    log: { info: () => undefined, error: () => undefined },
    isStrict: true,
    onChange: () => undefined,
    every(beat) {
      beats.push(beat);
      return () => beats.splice(beats.indexOf(beat), 1);
    },
    ...own,
  });
  running.push(shop);
  await shop.open();
  return shop;
}

/** Opens a shop, so that there is one to lose; ends that run. */
async function openShopOnce(): Promise<void> {
  const shop = await start();
  await shop.app()?.ask({ kind: 'window', windowId: 1 }, 'setup.openShop', openShopInput);
  await shop.close();
}

const newest = readMigrations(join(root, 'migrations')).length;

/** A shop file as another program, or another version, leaves it. */
function changed(bytes: Buffer, sql: string): Buffer {
  const path = join(folder, 'changed.db');
  writeFileSync(path, bytes);
  const database = new BetterSqlite3(path);
  database.exec(sql);
  database.close();
  return readFileSync(path);
}

const shopFile = () => join(folder, 'shop.db');

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'orderlla-start-'));
  kept = new Map();
  running = [];
  beats = [];
});
afterEach(async () => {
  for (const shop of running) await shop.close();
  rmSync(folder, { recursive: true, force: true });
});

describe('the first start', () => {
  it('makes a shop file that this account alone can read, and a second start opens it', async () => {
    const shop = await start();
    expect(shop.trouble()).toBeNull();
    expect(existsSync(shopFile())).toBe(true);
    if (process.platform !== 'win32') {
      for (const name of readdirSync(folder))
        expect([name, statSync(join(folder, name)).mode & 0o077]).toEqual([name, 0]);
    }
    await shop.close();
    expect((await start()).trouble()).toBeNull();
  });

  it('counts as first until a shop was opened: a file lost before then is made again', async () => {
    await (await start()).close();
    expect(kept.get('isShopOpened')).toBeUndefined();
    rmSync(shopFile());
    expect((await start()).trouble()).toBeNull();
  });
});

describe('a later start', () => {
  it('never makes an empty shop where one is missing, and opens it when it is back', async () => {
    await openShopOnce();
    expect(kept.get('isShopOpened')).toBe(true);
    const away = join(folder, 'away.db');
    renameSync(shopFile(), away);
    const shop = await start();
    expect(shop.trouble()).toBe('missing');
    expect(shop.app()).toBeNull();
    expect(existsSync(shopFile())).toBe(false);
    expect(shop.troubleHtml()).toContain('The shop file is not where it was');
    renameSync(away, shopFile());
    await shop.open();
    expect(shop.trouble()).toBeNull();
    const state = await shop.app()?.ask({ kind: 'system' }, 'setup.state', {});
    expect(state).toMatchObject({ ok: true, value: { shop: { name: 'Corner Shop' } } });
  });

  it('opens the file that the person chose', async () => {
    await openShopOnce();
    const moved = join(folder, 'elsewhere.db');
    renameSync(shopFile(), moved);
    kept.set('shopFile', moved);
    const shop = await start();
    expect(shop.path()).toBe(moved);
    expect(shop.trouble()).toBeNull();
  });

  it.each([
    ['damaged', (bytes: Buffer) => bytes.fill(0xa5, 0, 4096)],
    ['damaged', () => Buffer.from('this is a text and no shop, long enough to be looked at '.repeat(40))],
    // It would ask to be opened for the first time.
    ['damaged', (bytes: Buffer) => changed(bytes, 'PRAGMA foreign_keys = OFF; DELETE FROM shop')],
    // The header alone says another thing than all the rest.
    ['damaged', (bytes: Buffer) => void bytes.writeUInt32BE(99, 60) as never],
    ['damaged', (bytes: Buffer) => void bytes.writeUInt32BE(newest - 1, 60) as never],
    ['damaged', (bytes: Buffer) => void bytes.writeUInt32BE(7, 68) as never],
    // SQLite would never write it, or take some pages for what they are not.
    ['damaged', (bytes: Buffer) => void bytes.writeUInt8(3, 18) as never],
    ['damaged', (bytes: Buffer) => void bytes.writeUInt32BE(4, 52) as never],
    ['newer', (bytes: Buffer) => changed(bytes, 'CREATE TABLE ofTomorrow (x); PRAGMA user_version = 99')],
    ['foreign', (bytes: Buffer) => changed(bytes, 'CREATE TABLE theirs (x); PRAGMA application_id = 7')],
  ])('says that the file is %s and leaves it as it is', async (problem, change) => {
    await openShopOnce();
    const bytes = readFileSync(shopFile());
    writeFileSync(shopFile(), change(bytes) ?? bytes);
    const before = readFileSync(shopFile());
    const shop = await start();
    expect(shop.trouble()).toBe(problem);
    expect(readFileSync(shopFile()).equals(before)).toBe(true);
  });

  it('is a later one also where machine.json is lost: what lies in the folder tells of a shop', async () => {
    await openShopOnce();
    kept.clear();
    renameSync(shopFile(), join(folder, 'away.db'));
    const shop = await start();
    expect([shop.trouble(), existsSync(shopFile())]).toEqual(['missing', false]);
    // Somebody who reads so may say that there was none.
    await shop.open({ isNew: true });
    expect([shop.trouble(), existsSync(shopFile())]).toEqual([null, true]);
  });

  it('makes no keys beside a shop file that was put there without its own', async () => {
    await openShopOnce();
    kept.clear();
    rmSync(join(folder, 'keys.json'));
    expect((await start()).trouble()).toBe('keys');
    expect(existsSync(join(folder, 'keys.json'))).toBe(false);
  });

  it('knows a shop by its backups alone', async () => {
    mkdirSync(join(folder, 'backups'));
    writeFileSync(join(folder, 'backups', 'shop-20261121T090000Z.db'), 'a backup');
    expect([(await start()).trouble(), existsSync(shopFile())]).toEqual(['missing', false]);
  });

  it('says that the keys are gone instead of making others', async () => {
    await openShopOnce();
    rmSync(join(folder, 'keys.json'));
    const shop = await start();
    expect(shop.trouble()).toBe('keys');
    expect(existsSync(join(folder, 'keys.json'))).toBe(false);
  });
});

describe('a start in which only the last step fails', () => {
  const noRoom = () => Object.assign(new Error('no room'), { code: 'ENOSPC' });
  const once = (fails: () => void) => {
    let count = 0;
    return () => {
      count += 1;
      if (count === 1) fails();
    };
  };
  const condition = () => ({
    told: [] as string[],
    beforeOpening: async () => undefined,
    opened: () => undefined,
    beat: async () => undefined,
    closed() {
      this.told.push('closed');
    },
  });

  it('is no start: nothing of it goes on, and the next try opens the shop', async () => {
    await openShopOnce();
    const watching = condition();
    const opened = once(() => {
      throw noRoom();
    });
    const shop = await start({ condition: Object.assign(watching, { opened }) });
    expect([shop.trouble(), shop.app(), beats]).toEqual(['no-room', null, []]);
    // What was never noted to be open is not noted to be closed: how it ended before is still to be looked at.
    expect(watching.told).toEqual([]);
    await shop.open();
    expect([shop.trouble(), shop.app() === null]).toEqual([null, false]);
    await shop.close();
    expect(watching.told).toEqual(['closed']);
  });

  it('is none where it cannot be kept that there is a shop: its file is closed again', async () => {
    await openShopOnce();
    kept.clear();
    let isFull = true;
    const set = (key: string, value: unknown) => {
      if (isFull) throw noRoom();
      kept.set(key, value);
    };
    const shop = await start({ machine: createMachineStore({ get: (key) => kept.get(key), set }) });
    expect([shop.trouble(), existsSync(`${shopFile()}-wal`)]).toEqual(['no-room', false]);
    isFull = false;
    await shop.open();
    expect([shop.trouble(), kept.get('isShopOpened')]).toEqual([null, true]);
  });

  it('is closed all the same where that cannot be noted', async () => {
    await openShopOnce();
    const closed = () => {
      throw noRoom();
    };
    const shop = await start({ condition: { ...condition(), closed } });
    await shop.pause();
    expect([shop.trouble(), shop.app()]).toEqual(['moving', null]);
    await shop.open();
    expect(shop.trouble()).toBeNull();
  });
});

describe('the hourly timer of the shop', () => {
  /** Asks until it is so: what the timer does, it does in its own time. */
  async function runsOf(shop: RunningShop, count: number) {
    for (;;) {
      const reply = await shop.app()?.ask({ kind: 'system' }, 'timer.listRuns', { cursor: null, limit: 9 });
      if (!reply?.ok || reply.value.items.length >= count) return reply?.ok ? reply.value.items : [];
    }
  }

  it('runs when the shop is opened, looks when the computer wakes, and stops with it', async () => {
    await openShopOnce();
    const shop = await start();
    expect(await runsOf(shop, 1)).toMatchObject([{ cause: 'start', outcome: 'done' }]);
    expect(beats).toHaveLength(1);
    shop.wake();
    await shop.close();
    expect(beats).toEqual([]);
    shop.wake();
  });

  it('runs by its heartbeat once the wizard has opened a shop', async () => {
    const shop = await start();
    await shop.app()?.ask({ kind: 'window', windowId: 1 }, 'setup.openShop', openShopInput);
    for (const beat of beats) beat();
    expect(await runsOf(shop, 1)).toMatchObject([{ cause: 'hour', outcome: 'done' }]);
  });
});
