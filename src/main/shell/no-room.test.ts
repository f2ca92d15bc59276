import { spawnSync } from 'node:child_process';
import { appendFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openShopInput } from '../../../test/support/create-test-app.ts';
import { createFakeDesktop } from '../../../test/support/fake-desktop.ts';
import { AppError } from '../../shared/contract/errors.ts';
import { createMachineStore } from './machine-store.ts';
import { isOutOfRoom } from './no-room.ts';
import { createRunningShop, type RunningShop } from './running-shop.ts';
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

  async function start(kept: Map<string, unknown>): Promise<RunningShop> {
    const shop = createRunningShop({
      ...{ folder: disk, root: join(import.meta.dirname, '../../..'), desktop: createFakeDesktop() },
      machine: createMachineStore({
        get: (key) => kept.get(key),
        set: (key, value) => void kept.set(key, value),
      }),
      protector: {
        isAsyncEncryptionAvailable: async () => false,
        encryptStringAsync: async (text) => Buffer.from(text),
        decryptStringAsync: async (bytes) => ({ shouldReEncrypt: false, result: bytes.toString() }),
        getSelectedStorageBackend: () => 'basic_text',
      },
      ...{ clock: () => Date.UTC(2026, 10, 22, 11, 30), isStrict: true, onChange: () => undefined },
      ...{ log: { info: () => undefined, error: () => undefined }, every: () => () => undefined },
    });
    shops.push(shop);
    await shop.open();
    return shop;
  }

  it('says that the disk is full, and opens the shop once there is room', async (context) => {
    // A small disk of its own: only root may mount one.
    const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=12m', 'tmpfs', disk]);
    if (mounted.status !== 0) return context.skip();
    const kept = new Map<string, unknown>();
    const first = await start(kept);
    await first.app()?.ask({ kind: 'window', windowId: 1 }, 'setup.openShop', openShopInput);
    await first.close();
    const filler = join(disk, 'filler');
    const fill = () => {
      for (;;) appendFileSync(filler, Buffer.alloc(4096));
    };
    expect(fill).toThrow('ENOSPC');
    const shop = await start(kept);
    expect(shop.trouble()).toBe('no-room');
    rmSync(filler);
    await shop.open();
    expect(shop.trouble()).toBeNull();
  });
});
