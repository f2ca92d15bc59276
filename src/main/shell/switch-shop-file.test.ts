import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { migrationsFolder } from '../../../test/support/create-test-app.ts';
import {
  base,
  beginSwitching,
  type Computer,
  change,
  computer,
  endSwitching,
  orders,
  owner,
  sell,
} from '../../../test/support/switching.ts';
import type { ChosenPlace } from '../app/desktop.ts';
import { readMigrations } from '../database/migrate.ts';
import { createShopPlaces } from './shop-places.ts';

beforeEach(beginSwitching);
afterEach(endSwitching);

describe('moving the shop file', () => {
  it('goes on in the new place with every order, and puts the old file aside', async () => {
    const till = await computer('till', 'Corner');
    await sell(till);
    await sell(till);
    const to = join(base, 'disk');
    mkdirSync(to);
    await change(till, 'moved', join(to, 'shop.db'));
    expect(till.shop.path()).toBe(join(to, 'shop.db'));
    expect(till.shown).toEqual(['moving', null]);
    expect(orders(till)).toBe(2);
    const left = join(till.folder, 'shop (moved).db');
    expect(existsSync(left)).toBe(true);
    expect(existsSync(join(till.folder, 'shop.db'))).toBe(false);
    expect(till.machine.get('lastChange')).toEqual({
      ...{ kind: 'moved', at: 7, from: join(till.folder, 'shop.db'), to: join(to, 'shop.db') },
      ...{ left, problem: null },
    });
    await till.shop
      .app()
      ?.ask(owner, 'session.signIn', { staffId: 1, pin: '482913', password: 'larch-otter-7-lantern' });
    expect(await sell(till)).toBe(3);
    await till.shop.close();
    await till.shop.open();
    expect(orders(till)).toBe(3);
  });

  it('keeps each file that was left behind under a name of its own', async () => {
    const till = await computer('till', 'Corner');
    const there = join(base, 'disk');
    mkdirSync(there);
    const home = till.shop.path();
    await change(till, 'moved', join(there, 'shop.db'));
    await change(till, 'moved', home);
    await change(till, 'moved', join(base, 'shop.db'));
    expect(readdirSync(till.folder).filter((name) => name.endsWith('.db'))).toEqual([
      'shop (moved 2).db',
      'shop (moved).db',
    ]);
  });

  it('goes on where it was when the copy fails, and says why', async () => {
    const till = await computer('till', 'Corner');
    await sell(till);
    const from = till.shop.path();
    const taken = join(base, 'shop.db');
    writeFileSync(taken, 'somebody’s own');
    await change(till, 'moved', taken);
    expect(till.shop.path()).toBe(from);
    expect(till.shop.trouble()).toBeNull();
    expect(orders(till)).toBe(1);
    expect(readFileSync(taken, 'utf8')).toBe('somebody’s own');
    expect(till.machine.get('lastChange')).toMatchObject({ problem: expect.stringContaining('already') });
    expect(till.shown).toEqual(['moving', null]);
    await change(till, 'moved', join(base, 'gone', 'shop.db'));
    expect(till.shop.path()).toBe(from);
    expect(orders(till)).toBe(1);
  });

  it('loses nothing that was being sold while it began', async () => {
    const till = await computer('till', 'Corner');
    const selling = Array.from({ length: 8 }, () => sell(till));
    const moving = change(till, 'moved', join(base, 'shop.db'));
    const placed = (await Promise.all(selling)).filter((id) => id !== null);
    await moving;
    expect(orders(till)).toBe(placed.length);
  });
});

describe('opening another shop', () => {
  it('opens it, and goes back', async () => {
    const till = await computer('till', 'Corner');
    await sell(till);
    const other = join(till.folder, 'other.db');
    await till.shop.close();
    writeFileSync(other, readFileSync(join(till.folder, 'shop.db')));
    await till.shop.open();
    await till.shop.app()?.ask(owner, 'session.signIn', { staffId: 1, password: 'larch-otter-7-lantern' });
    await sell(till);
    await change(till, 'opened', other);
    expect([till.shop.path(), orders(till)]).toEqual([other, 1]);
    expect(existsSync(join(till.folder, 'shop.db'))).toBe(true);
    await change(till, 'opened', join(till.folder, 'shop.db'));
    expect(orders(till)).toBe(2);
  });

  it('goes on with the shop it has where the other cannot be opened', async () => {
    const till = await computer('till', 'Corner');
    const from = till.shop.path();
    const broken = join(base, 'broken.db');
    writeFileSync(broken, 'no shop at all '.repeat(500));
    await change(till, 'opened', broken);
    expect([till.shop.path(), till.shop.trouble()]).toEqual([from, null]);
    expect(till.machine.get('lastChange')?.problem).toContain('could not be opened');
  });
});

describe('places that are chosen', () => {
  function places(at: Computer, chosen: { folder?: string; file?: string }) {
    const begun: string[] = [];
    const desktop = createShopPlaces({
      path: () => at.shop.path(),
      machine: () => at.machine,
      migrations: () => readMigrations(migrationsFolder),
      auditKey: () => at.shop.auditKey(),
      askFolder: async () => chosen.folder ?? null,
      askFile: async () => chosen.file ?? null,
      show: (path) => begun.push(`show ${path}`),
      begin: (kind, to) => begun.push(`${kind} ${to}`),
    });
    return { desktop, begun };
  }

  it('are told with what is wrong with them', async () => {
    const till = await computer('till', 'Corner');
    const problem = async (folder: string): Promise<ChosenPlace['problem'] | undefined> =>
      (await places(till, { folder }).desktop.chooseFolder())?.problem;
    const synced = join(base, 'Dropbox');
    mkdirSync(synced);
    expect(await problem(till.folder)).toBe('same');
    expect(await problem(base)).toBeNull();
    writeFileSync(join(base, 'shop.db'), '');
    expect(await problem(base)).toBe('exists');
    expect(await problem(join(base, 'gone'))).toBe('not-writable');
    expect(await places(till, { folder: synced }).desktop.chooseFolder()).toMatchObject({
      problem: null,
      warnings: ['synced'],
    });
    expect(await places(till, {}).desktop.chooseFolder()).toBeNull();
  });

  it('are taken once, by their token alone', async () => {
    const till = await computer('till', 'Corner');
    const { desktop, begun } = places(till, { folder: base });
    const first = (await desktop.chooseFolder())?.token ?? '';
    const second = (await desktop.chooseFolder())?.token ?? '';
    expect([desktop.move(first), desktop.move(''), desktop.open(second)]).toEqual([false, false, false]);
    expect(desktop.pathOf(second)).toBe(join(base, 'shop.db'));
    expect([desktop.move(second), desktop.move(second)]).toEqual([true, false]);
    expect(begun).toEqual([`moved ${join(base, 'shop.db')}`]);
  });

  it('show the shop in a file, and whose it is', async () => {
    const till = await computer('till', 'Corner');
    const stranger = await computer('stranger', 'Elsewhere');
    await stranger.shop.close();
    const look = async (file: string) => {
      const chosen = await places(till, { file }).desktop.chooseFile();
      return [chosen?.problem, chosen?.shop?.name];
    };
    expect(await look(join(stranger.folder, 'shop.db'))).toEqual(['other-keys', 'Elsewhere']);
    expect(await look(till.shop.path())).toEqual(['same', undefined]);
    await till.shop.close();
    const copy = join(base, 'copy.db');
    writeFileSync(copy, readFileSync(join(till.folder, 'shop.db')));
    await till.shop.open();
    expect(await look(copy)).toEqual([null, 'Corner']);
    writeFileSync(copy, 'no shop '.repeat(200));
    expect(await look(copy)).toEqual(['foreign', undefined]);
    expect(await places(till, {}).desktop.chooseFile()).toBeNull();
  });

  it('tell where the file is and how large', async () => {
    const till = await computer('till', 'Corner');
    const { desktop, begun } = places(till, {});
    expect(desktop.place()).toMatchObject({ path: till.shop.path(), warnings: [], last: null });
    expect(desktop.place().bytes).toBeGreaterThan(4096);
    desktop.show();
    expect(begun).toEqual([`show ${till.shop.path()}`]);
  });
});
