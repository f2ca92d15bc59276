import { spawnSync } from 'node:child_process';
import { appendFileSync, existsSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { counterSale, line } from '../../../test/support/builders.ts';
import {
  migrationsFolder,
  nextRequestId,
  openShopInput,
  ownerPassword,
} from '../../../test/support/create-test-app.ts';
import { createFakeDesktop } from '../../../test/support/fake-desktop.ts';
import { quickKeeper } from '../../../test/support/quick-keeper.ts';
import { AppError } from '../../shared/contract/errors.ts';
import { reserveBytes } from '../../shared/domain/disk-room.ts';
import { DiskWatch } from './disk-watch.ts';
import { createMachineStore } from './machine-store.ts';
import { isOutOfRoom } from './no-room.ts';
import { Recovery } from './recovery/create-recovery.ts';
import { createRunningShop, type RunningShop } from './running-shop.ts';
import { type TroubleLink, troubleActionOf } from './trouble.ts';
import { UpgradeError } from './upgrade-shop.ts';

const withCode = (code: string) => Object.assign(new Error('said by the system'), { code });

describe('isOutOfRoom', () => {
  it.each([
    ['a full disk, as SQLite says it', withCode('SQLITE_FULL'), true],
    ['as the system says it', withCode('ENOSPC'), true],
    ['a quota', withCode('EDQUOT'), true],
    ['a backup that found no room', new AppError('no-room'), true],
    ['an upgrade because of it', new UpgradeError(null, withCode('ENOSPC')), true],
    ['an upgrade for another reason', new UpgradeError(null, new Error('a rule')), false],
    ['no permission', withCode('EACCES'), false],
    ['a file that cannot be read while there is room', withCode('SQLITE_IOERR_SHMSIZE'), false],
    ['something that is no error', 'SQLITE_FULL', false],
  ])('%s', (_, error, expected) => {
    expect(isOutOfRoom(error, tmpdir())).toBe(expected);
  });

  it('asks the disk for nothing where its folder is gone', () => {
    expect(isOutOfRoom(withCode('SQLITE_CANTOPEN'), join(tmpdir(), 'gone', 'with', 'its', 'disk'))).toBe(
      false,
    );
  });
});

describe('a start on a full disk', () => {
  let disk: string;
  let shops: RunningShop[];
  beforeEach(() => {
    disk = mkdtempSync(join(tmpdir(), 'orderlla-full-'));
    shops = [];
  });
  afterEach(async () => {
    for (const shop of shops) await shop.close();
    spawnSync('umount', ['-l', disk]);
    rmSync(disk, { recursive: true, force: true });
  });

  const filler = () => join(disk, 'filler');
  const partsOf = (kept: Map<string, unknown>) => ({
    ...{ folder: disk, clock: () => Date.UTC(2026, 10, 22, 11, 30) },
    machine: createMachineStore({
      get: (key) => kept.get(key),
      set: (key, value) => void kept.set(key, value),
    }),
    protector: {
      isAsyncEncryptionAvailable: async () => false,
      encryptStringAsync: async (text: string) => Buffer.from(text),
      decryptStringAsync: async (bytes: Buffer) => ({ shouldReEncrypt: false, result: bytes.toString() }),
      getSelectedStorageBackend: () => 'basic_text' as const,
    },
    log: { info: () => undefined, error: () => undefined },
  });

  async function start(kept: Map<string, unknown>): Promise<RunningShop> {
    const shop = createRunningShop({
      secretCost: 4,
      ...{ ...partsOf(kept), root: join(import.meta.dirname, '../../..'), desktop: createFakeDesktop() },
      ...{ isStrict: true, onChange: () => undefined, every: () => () => undefined },
    });
    shops.push(shop);
    await shop.open();
    return shop;
  }

  /** A small disk of its own, on which a shop was opened and then all room is gone; null where none can be mounted. */
  async function startOnFullDisk(size: string, before: () => void): Promise<[RunningShop, Recovery] | null> {
    if (spawnSync('mount', ['-t', 'tmpfs', '-o', `size=${size}`, 'tmpfs', disk]).status !== 0) return null;
    const kept = new Map<string, unknown>();
    const first = await start(kept);
    await first.app()?.ask({ kind: 'window', windowId: 1 }, 'setup.openShop', openShopInput);
    await first.close();
    before();
    expect(() => {
      for (;;) appendFileSync(filler(), Buffer.alloc(4096));
    }).toThrow('ENOSPC');
    const shop = await start(kept);
    const parts = partsOf(kept);
    const watch = new DiskWatch({
      ...{ log: parts.log, shopPath: shop.path, backupPlaces: () => [], onChange: () => undefined },
    });
    const recovery = new Recovery({
      ...{ ...parts, keeper: quickKeeper(), migrationsFolder, version: '1.0.0', shop: () => shop },
      ...{ askFile: async () => null, openItems: () => 0, show: () => undefined },
      reserve: {
        isThere: async () => (await watch.state()).hasReserve,
        giveUp: () => watch.giveUpReserve(),
      },
    });
    return [shop, recovery];
  }

  it('says that the disk is full, and opens the shop once there is room', async (context) => {
    const started = await startOnFullDisk('12m', () => undefined);
    if (!started) return context.skip();
    const [shop, recovery] = started;
    expect(shop.trouble()).toBe('no-room');
    expect(await recovery.html()).toContain('was used already');
    expect(linkOf(await recovery.html(), 'Give up the reserve')).toBeNull();
    rmSync(filler());
    await shop.open();
    expect(shop.trouble()).toBeNull();
  });

  it('opens the shop with the room in reserve once that is given up, and sells', async (context) => {
    const reserve = join(disk, 'shop.db.reserve');
    const started = await startOnFullDisk('48m', () => writeFileSync(reserve, Buffer.alloc(reserveBytes)));
    if (!started) return context.skip();
    const [shop, recovery] = started;
    expect([shop.trouble(), statSync(reserve).size]).toEqual(['no-room', reserveBytes]);
    const link = linkOf(await recovery.html(), 'Give up the reserve');
    await recovery.follow(link ?? { action: 'retry', name: '', secret: '' });
    expect([shop.trouble(), existsSync(reserve)]).toEqual([null, false]);
    const owner = { kind: 'window', windowId: 1 } as const;
    await shop.app()?.ask(owner, 'session.signIn', { staffId: 1, password: ownerPassword });
    const sale = counterSale([line(null, 1, 350, { name: 'Cup', taxClassId: 1 })], { cartId: 'cart' });
    const sold = await shop.app()?.ask(owner, 'orders.place', sale, nextRequestId());
    expect(sold).toMatchObject({ ok: true, value: { orderId: 1 } });
  });
});

/** The link of a page that reads so; null where it has none. */
function linkOf(html: string, label: string): TroubleLink | null {
  const links = [...html.matchAll(/href="(?<address>[^"]+)">(?<label>[^<]*)<\/a>/gu)];
  const found = links.find(({ groups }) => groups?.label?.startsWith(label));
  return troubleActionOf(found?.groups?.address?.replaceAll('&amp;', '&') ?? '');
}
