import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import BetterSqlite3 from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  ask,
  backUp,
  begin,
  bringBack,
  desk,
  end,
  findings,
  folder,
  kept,
  later,
  logged,
  now,
  orders,
  path,
  rows,
  sell,
  set,
  shop,
  shown,
  signIn,
  start,
  stopAt,
} from '../../../../test/support/restoring.ts';

beforeEach(begin);
afterEach(end);

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
    set({ now: now + 31 * 86_400_000 });
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
      set({ stopAt: step });
      await bringBack(name).catch(() => undefined);
      set({ stopAt: null });
      expect([orders(), shop.trouble()]).toEqual([3, null]);
      expect(existsSync(`${path()}.candidate`)).toBe(false);
      expect(await findings()).toEqual([]);
      await sell();
      expect(orders()).toBe(4);
      await bringBack(name);
      expect(orders()).toBe(2);
    },
  );

  it('a computer that stops before any change of a file finds one shop or the other, whole', async () => {
    const name = await backUp();
    await sell();
    const [own, stopped] = [folder, mkdtempSync(join(tmpdir(), 'orderlla-stopped-'))];
    set({ copies: stopped });
    await bringBack(name);
    set({ copies: null });
    await shop.close();
    const found: Record<string, unknown> = {};
    for (const step of readdirSync(stopped)) {
      set({ folder: join(stopped, step) });
      await start();
      found[step] = [orders(), shop.trouble(), await findings()];
      await shop.close();
    }
    set({ folder: own });
    await start();
    rmSync(stopped, { recursive: true });
    const [before, after] = [
      [3, null, []],
      [2, null, []],
    ];
    expect(found).toEqual({
      ...{ prepare: before, keep: before, close: before, expect: before, put: before },
      ...{ open: after, note: after },
    });
  });

  it('puts the shop back where what was put in place does not open', async () => {
    const name = await backUp();
    await sell();
    set({ stopAt: 'open' });
    await bringBack(name);
    set({ stopAt: null });
    expect([orders(), shop.trouble()]).toEqual([3, null]);
    expect(await findings()).toEqual([]);
  });

  it('after the answer is told to whoever signs in next, until that was read or one was brought back', async () => {
    const name = await backUp();
    const told = async () => (await desk.state()).restoreFailure;
    expect(await told()).toBeNull();
    for (const away of ['read', 'brought back']) {
      set({ stopAt: 'put' });
      await bringBack(name);
      set({ stopAt: null });
      expect(await told()).toEqual({ at: now, reason: expect.any(String) });
      await signIn();
      if (away === 'read') await ask('backups.seenRestoreFailure', {});
      else await bringBack(name);
      expect(await told()).toBeNull();
    }
  });

  it('opens the shop again where nothing of it can be noted, or it cannot be put back either', async () => {
    const name = await backUp();
    await sell();
    const note = kept.set.bind(kept);
    kept.set = (key, value) => {
      // In the way of what puts the shop back, and no file.
      if (stopAt === 'open' && shop.trouble() === 'moving')
        mkdirSync(`${path()}.candidate`, { recursive: true });
      if (key === 'backups') throw Object.assign(new Error('no room'), { code: 'ENOSPC' });
      return note(key, value);
    };
    for (const [step, found] of [
      ['expect', 3],
      ['open', 2],
    ] as const) {
      await signIn();
      set({ stopAt: step });
      await bringBack(name);
      expect([shop.app() === null, shop.trouble(), shown.at(-1), orders()]).toEqual([
        false,
        null,
        null,
        found,
      ]);
    }
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
