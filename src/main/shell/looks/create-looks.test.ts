import { mkdirSync, readdirSync, renameSync, writeFileSync } from 'node:fs';
import { sql } from 'kysely';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type BackupShop, backupKey, createBackupShop } from '../../../../test/support/backup-shop.ts';
import { migrationsFolder } from '../../../../test/support/create-test-app.ts';
import { quickKeeper } from '../../../../test/support/quick-keeper.ts';
import type { RestoreSource } from '../../../shared/contract/backups-restore.ts';
import { AppError } from '../../../shared/contract/errors.ts';
import type { Keeper } from '../../keeper/jobs.ts';
import { createLooks } from './create-looks.ts';

let shop: BackupShop;
beforeEach(async () => {
  shop = await createBackupShop();
  lookWith(quickKeeper());
});
afterEach(async () => {
  vi.useRealTimers();
  await shop.test.close();
});

const looksOf = (keeper: Keeper, open: BackupShop) =>
  createLooks({
    ...{ folder: shop.test.folder, migrationsFolder, keeper, backups: shop.desk },
    shop: () => ({ path: () => open.at('shop.db'), auditKey: () => backupKey }),
    log: { info: () => undefined, error: () => undefined },
    protector: null as never,
    chosen: () => {
      throw new AppError('choice-gone');
    },
  });

function lookWith(keeper: Keeper): void {
  Object.assign(shop.test.desktop, { looks: looksOf(keeper, shop) });
}

type Kept = Extract<RestoreSource, { from: 'backup' | 'replaced' }>;

async function backUp(): Promise<Kept> {
  shop.test.now += 60_000;
  const work = { onProgress: () => undefined, signal: new AbortController().signal };
  return { from: 'backup', name: (await shop.desk.make(work)).name };
}

const compare = (source: RestoreSource) => shop.test.ask('backups.compare', { source, passphrase: null });
const look = (source: RestoreSource) => shop.test.ask('backups.look', { source, passphrase: null });
const windowId = 1;
const answer = (token: string, call: string, input: unknown, from = windowId) =>
  shop.test.app.call({ kind: 'window', windowId: from }, 'backups.lookAsk', { token, call, input });
const scratch = () => readdirSync(shop.at('scratch'));

describe('a backup beside the shop', () => {
  it('says what would be lost: orders by name, rows by count, deeds by call', async () => {
    await shop.sell();
    const source = await backUp();
    for (let sold = 0; sold < 3; sold += 1) {
      shop.test.now += 1000;
      await shop.sell();
    }
    await shop.test.ask('staff.add', { name: 'Mo', role: 'manager', pin: '730184' });
    const found = await compare(source);
    expect(found).toMatchObject({
      ...{ isOtherShop: false, facts: { orders: 1, sales: 350 } },
      ...{ lost: { count: 3, total: 1050 }, back: { count: 0, total: 0 } },
    });
    expect(found.lost.orders.map(({ number, total }) => [number, total])).toEqual([
      ...[
        ['4', 350],
        ['3', 350],
        ['2', 350],
      ],
    ]);
    const counts = Object.fromEntries(found.counts.map(({ kind, was, now }) => [kind, [was, now]]));
    expect(counts).toMatchObject({ orders: [1, 4], payments: [1, 4], staff: [1, 2], products: [1, 1] });
    expect(counts['stock-movements']?.[1]).toBe((counts['stock-movements']?.[0] ?? 0) + 3);
    expect(found.deeds).toEqual([{ call: 'staff.add', count: 1 }]);
    expect(scratch()).toEqual([]);
  });

  it('says that nothing would be lost where nothing was done since', async () => {
    await shop.sell();
    const found = await compare(await backUp());
    expect([found.lost.count, found.back.count, found.deeds]).toEqual([0, 0, []]);
    expect(found.counts.every(({ was, now }) => was === now)).toBe(true);
  });

  it('tells orders of the same number apart, and says what comes back', async () => {
    const before = await backUp();
    await shop.sell();
    await shop.sell();
    const replaced = await backUp();
    // What a shop that was gone back from once looked like: the same number, sold at another time.
    mkdirSync(shop.at('backups', 'replaced'));
    renameSync(
      shop.at('backups', `${replaced.name}.db`),
      shop.at('backups', 'replaced', `${replaced.name}.db`),
    );
    const other = await createBackupShop();
    try {
      const looks = looksOf(quickKeeper(), other);
      other.test.now += 3_600_000;
      await other.sell();
      const work = { onProgress: () => undefined, signal: new AbortController().signal };
      const source = { from: 'replaced', name: replaced.name } as const;
      const found = await looks.compare({ source, passphrase: null }, work);
      expect([found.isOtherShop, found.lost.count, found.back]).toEqual([true, 1, { count: 2, total: 700 }]);
      const since = await looks.compare({ source: before, passphrase: null }, work);
      expect([since.lost.count, since.back.count]).toEqual([1, 0]);
    } finally {
      await other.test.close();
    }
  });

  it('is refused of one that is damaged, gone or locked, and leaves nothing behind', async () => {
    const source = await backUp();
    await expect(compare({ from: 'backup', name: 'shop-20200101T000000Z' })).rejects.toThrow('backup-gone');
    writeFileSync(shop.at('backups', `${source.name}.db`), 'SQLite format 3\0nothing');
    await expect(compare(source)).rejects.toThrow('backup-damaged');
    shop.passphrase = 'larch otter lantern';
    const locked = await backUp();
    shop.passphrase = null;
    await expect(compare(locked)).rejects.toThrow('wrong-passphrase');
    const asked = { source: locked, passphrase: 'larch otter lantern' };
    expect((await shop.test.ask('backups.compare', asked)).lost.count).toBe(0);
    expect(scratch()).toEqual([]);
  });
});

describe('a look inside', () => {
  it('answers the questions of the application as of then, and nothing else', async () => {
    await shop.sell();
    const source = await backUp();
    await shop.sell();
    const { token, facts } = await look(source);
    expect(facts.orders).toBe(1);
    const got = await answer(token, 'orders.get', { orderId: 1 });
    expect(got).toMatchObject({ ok: true, value: { id: 1, total: 350 } });
    expect(await answer(token, 'orders.get', { orderId: 2 })).toMatchObject({
      error: { code: 'not-found' },
    });
    const list = { text: '', categoryId: null, stock: 'all', cursor: null, limit: 50 };
    expect(await answer(token, 'catalog.list', list)).toMatchObject({
      value: { items: [{ name: 'Tea' }] },
    });
    const found = { text: '', cursor: null, limit: 50 };
    expect(await answer(token, 'customers.search', found)).toMatchObject({ ok: true });
    expect(await answer(token, 'orders.get', { orderId: 'one' })).toMatchObject({
      error: { code: 'invalid-input' },
    });
    for (const call of ['audit.list', 'orders.place', 'staff.add', 'session.signIn']) {
      expect(await answer(token, call, {})).toMatchObject({ error: { code: 'invalid-input' } });
    }
  });

  it('is the window’s that began it, is noted once, and is over when it is ended', async () => {
    const source = await backUp();
    const { token } = await look(source);
    const got = () => answer(token, 'customers.search', { text: '', cursor: null, limit: 5 });
    expect(await got()).toMatchObject({ ok: true });
    expect(scratch().length).toBeGreaterThan(0);
    await shop.test.ask('backups.endLook', { token });
    expect(await got()).toMatchObject({ error: { code: 'look-over' } });
    expect(scratch()).toEqual([]);
    const noted = shop.test.file.read.all(
      sql<{ call: string }>`SELECT call FROM auditEntries WHERE call LIKE 'backups.look%' AND outcome = 'ok'`,
    );
    expect(noted).toEqual([{ call: 'backups.look' }]);
  });

  it.each([
    ['the next look', 'look-over', async (source: RestoreSource) => void (await look(source))],
    ['the window', 'not-signed-in', async () => shop.test.app.forgetWindow(windowId)],
    [
      'a quarter of an hour without a question',
      'look-over',
      async () => void vi.advanceTimersByTime(15 * 60_000),
    ],
  ])('is over with %s', async (_with, code, end) => {
    const source = await backUp();
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    const { token } = await look(source);
    const before = scratch();
    await end(source);
    expect(await answer(token, 'orders.get', { orderId: 1 })).toMatchObject({ ok: false, error: { code } });
    expect(scratch().filter((name) => before.includes(name))).toEqual([]);
  });

  it('lasts while it is asked', async () => {
    await shop.sell();
    const source = await backUp();
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    const { token } = await look(source);
    for (let quarter = 0; quarter < 3; quarter += 1) {
      vi.advanceTimersByTime(14 * 60_000);
      expect(await answer(token, 'orders.get', { orderId: 1 })).toMatchObject({ ok: true });
    }
  });

  it('does not stand in the way of closing the shop', async () => {
    await look(await backUp());
    await shop.test.app.close();
    expect(scratch()).toEqual([]);
  });

  it('is the owner’s alone', async () => {
    const { token } = await look(await backUp());
    const { staffId } = await shop.test.ask('staff.add', { name: 'Mo', role: 'manager', pin: '730184' });
    const manager = { kind: 'window', windowId: 3 } as const;
    await shop.test.ask('session.signIn', { staffId, pin: '730184' }, manager);
    expect(await answer(token, 'orders.get', { orderId: 1 }, 3)).toMatchObject({
      error: { code: 'forbidden' },
    });
  });
});
