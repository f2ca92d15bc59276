import { copyFileSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import BetterSqlite3 from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { migrationsFolder, openShopInput } from '../../../../test/support/create-test-app.ts';
import { partsOf, signAgain, writeParts } from '../../../../test/support/csv-sets.ts';
import { quickKeeper } from '../../../../test/support/quick-keeper.ts';
import {
  ask,
  bringBack,
  changeComputer,
  desk,
  findings,
  folder,
  logged,
  now,
  orders,
  path,
  recoveryCode,
  rows,
  sell,
  set,
  shop,
  start,
} from '../../../../test/support/restoring.ts';
import {
  beginOutside,
  choose,
  endOutside,
  ofKeys,
  outside,
  restoreChosen,
  takeOut,
} from '../../../../test/support/restoring-files.ts';

beforeEach(beginOutside);
afterEach(endOutside);

const scratch = () => readdirSync(join(folder, 'scratch'));

describe('a file that somebody chose', () => {
  it('is brought back as it was when it was looked at', async () => {
    const file = await takeOut();
    await sell();
    const chosen = await choose(file);
    expect(chosen).toMatchObject({ path: file, kind: 'shop-file', problem: null, needsRecoveryCode: false });
    expect(chosen?.facts).toMatchObject({ orders: 2, shop: openShopInput.name });
    rmSync(file);
    await restoreChosen(chosen?.token ?? '');
    expect([orders(), shop.trouble()]).toEqual([2, null]);
    expect(scratch()).toEqual([]);
    const noted = rows("SELECT * FROM auditEntries WHERE call = 'backups.noteRestored'");
    expect(JSON.stringify(noted)).toContain('taken.db');
    expect(await findings()).toEqual([]);
  });

  it('may be encrypted: its passphrase is asked for', async () => {
    await desk.setPassphrase('larch otter lantern');
    const file = await takeOut('.db.age');
    await desk.setPassphrase(null);
    await sell();
    const { token = '', ...chosen } = (await choose(file)) ?? {};
    expect(chosen).toMatchObject({ kind: 'encrypted', problem: null, facts: null });
    await expect(restoreChosen(token)).rejects.toThrow('choice-gone');
    await expect(ask('backups.openChosen', { token, passphrase: 'larch' })).rejects.toThrow(
      'wrong-passphrase',
    );
    const opened = await ask('backups.openChosen', { token, passphrase: 'larch otter lantern' });
    expect(opened).toMatchObject({ token, facts: { orders: 2 } });
    await restoreChosen(token);
    expect(orders()).toBe(2);
  });

  it('may be the zip of a CSV backup', async () => {
    const file = join(outside, 'shop.zip');
    const given = { shopPath: path(), to: file, migrationsFolder, app: '1.0.0', now };
    await quickKeeper().run('export-csv', given);
    await sell();
    const chosen = await choose(file);
    expect(chosen).toMatchObject({ kind: 'csv', problem: null, facts: { orders: 2 } });
    await restoreChosen(chosen?.token ?? '');
    expect([orders(), logged]).toEqual([2, []]);
    expect(await findings()).toEqual([]);
  });

  it('says where a CSV backup is wrong', async () => {
    const file = join(outside, 'shop.zip');
    const given = { shopPath: path(), to: file, migrationsFolder, app: '1.0.0', now };
    await quickKeeper().run('export-csv', given);
    const parts = await partsOf(file);
    const orders = parts.get('tables/orders.csv')?.toString() ?? '';
    parts.set('tables/orders.csv', Buffer.from(orders.replace('counter', 'theft')));
    signAgain(parts);
    const chosen = await choose(await writeParts(file, parts));
    expect(chosen).toMatchObject({
      ...{ problem: 'damaged', facts: null },
      found: 'Orders, line 2 of orders.csv: “kind” is none of these: counter, pickup, delivery.',
    });
    expect(scratch()).toEqual([]);
  });

  it('is refused in words where it cannot be brought back', async () => {
    const file = await takeOut();
    const as = (name: string, work: (to: string) => void): string => {
      const to = join(outside, name);
      copyFileSync(file, to);
      work(to);
      return to;
    };
    const change = (sql: string) => (to: string) => {
      const database = new BetterSqlite3(to);
      database.exec(sql);
      database.close();
    };
    const files: readonly [string, string][] = [
      [join(outside, 'nothing.db'), 'missing'],
      [outside, 'missing'],
      [path(), 'same'],
      [as('foreign.db', (to) => writeFileSync(to, 'a letter to somebody')), 'damaged'],
      [as('empty.db', (to) => writeFileSync(to, '')), 'damaged'],
      [as('bomb.zip', (to) => writeFileSync(to, 'PK\u0003\u0004 and nothing')), 'damaged'],
      [as('newer.db', change('PRAGMA user_version = 9999')), 'newer'],
      [as('other.db', change('PRAGMA application_id = 7')), 'foreign'],
      [as('planted.db', change('CREATE VIEW planted AS SELECT 1')), 'altered'],
      [
        as('dearer.db', change('PRAGMA ignore_check_constraints = 1; UPDATE orders SET total = total + 1')),
        'damaged',
      ],
    ];
    for (const [from, problem] of files) {
      expect(await choose(from), from).toMatchObject({ problem, token: '' });
    }
    expect(scratch()).toEqual([]);
    expect([orders(), shop.trouble()]).toEqual([2, null]);
  });

  it('is gone once another was chosen, and nothing was chosen where the person thought better of it', async () => {
    const file = await takeOut();
    const first = await choose(file);
    const second = await choose(file);
    await expect(restoreChosen(first?.token ?? '')).rejects.toThrow('choice-gone');
    set({ asked: null });
    expect(await ask('backups.chooseFile', {})).toBeNull();
    expect(scratch()).toHaveLength(1);
    await restoreChosen(second?.token ?? '');
    expect(orders()).toBe(2);
  });
});

describe('a file of another computer', () => {
  it('needs the recovery code of its shop, and its keys come with it', async () => {
    const file = await takeOut();
    const code = recoveryCode;
    const before = await changeComputer();
    await ask('setup.openShop', { ...openShopInput, name: 'Another shop' });
    await sell();
    const keys = ofKeys(folder);
    const chosen = await choose(file);
    expect(chosen).toMatchObject({ problem: null, needsRecoveryCode: true, facts: { orders: 2 } });
    await expect(restoreChosen(chosen?.token ?? '')).rejects.toThrow('wrong-recovery-code');
    await expect(restoreChosen(chosen?.token ?? '', 'AAAA-BBBB')).rejects.toThrow('wrong-recovery-code');
    await restoreChosen(chosen?.token ?? '', code);
    expect([orders(), shop.trouble(), logged]).toEqual([2, null, []]);
    expect(await findings()).toEqual([]);
    expect(ofKeys(folder)).toBe(ofKeys(before));
    expect(readdirSync(folder).filter((name) => name.includes('coming'))).toEqual([]);
    // The shop that was replaced was made with other keys, and can be gone back to all the same.
    const [replaced] = await ask('backups.replaced', {});
    await bringBack(replaced?.name ?? '', 'replaced');
    expect(ofKeys(folder)).toBe(keys);
    expect([orders(), rows<{ name: string }>('SELECT name FROM shop')[0]?.name]).toEqual([1, 'Another shop']);
    expect(await findings()).toEqual([]);
    rmSync(before, { recursive: true });
  });

  it('whenever the computer stops, the keys are those of the shop in place', async () => {
    const file = await takeOut();
    const code = recoveryCode;
    const before = await changeComputer();
    await ask('setup.openShop', openShopInput);
    await sell();
    const chosen = await choose(file);
    const [own, stopped] = [folder, mkdtempSync(join(tmpdir(), 'orderlla-stopped-'))];
    set({ copies: stopped });
    await restoreChosen(chosen?.token ?? '', code);
    set({ copies: null });
    await shop.close();
    const found: Record<string, unknown> = {};
    for (const step of readdirSync(stopped)) {
      set({ folder: join(stopped, step) });
      await start();
      found[step] = [orders(), shop.trouble(), await findings()];
      expect(readdirSync(folder).filter((name) => name.includes('coming'))).toEqual([]);
      await shop.close();
    }
    set({ folder: own });
    await start();
    for (const one of [stopped, before]) rmSync(one, { recursive: true });
    const [was, is] = [
      [1, null, []],
      [2, null, []],
    ];
    expect(found).toEqual({
      ...{ prepare: was, keep: was, close: was, expect: was, put: was },
      ...{ settle: is, open: is, note: is },
    });
  });

  it('goes back to the own keys where what was put in place does not open', async () => {
    const file = await takeOut();
    const code = recoveryCode;
    const before = await changeComputer();
    await ask('setup.openShop', openShopInput);
    await sell();
    const keys = ofKeys(folder);
    for (const step of ['put', 'settle', 'open'] as const) {
      const chosen = await choose(file);
      set({ stopAt: step });
      await restoreChosen(chosen?.token ?? '', code);
      set({ stopAt: null });
      expect([orders(), shop.trouble(), ofKeys(folder) === keys], step).toEqual([1, null, true]);
      expect(await findings(), step).toEqual([]);
    }
    rmSync(before, { recursive: true });
  });

  it('is refused where the keys are not in it, or something in it was changed', async () => {
    const file = await takeOut();
    const code = recoveryCode;
    const before = await changeComputer();
    await ask('setup.openShop', openShopInput);
    const changed = join(outside, 'changed.db');
    copyFileSync(file, changed);
    const database = new BetterSqlite3(changed);
    database.exec("UPDATE products SET name = name; UPDATE shop SET address = 'Elsewhere'");
    database.close();
    const chosen = await choose(changed);
    await expect(restoreChosen(chosen?.token ?? '', code)).rejects.toThrow('backup-damaged');
    const without = new BetterSqlite3(file);
    without.exec('DELETE FROM keyCopy');
    without.close();
    expect(await choose(file)).toMatchObject({ problem: 'no-key-copy', token: '', facts: { orders: 2 } });
    expect(shop.trouble()).toBeNull();
    rmSync(before, { recursive: true });
  });
});
