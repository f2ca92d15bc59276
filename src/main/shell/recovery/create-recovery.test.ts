import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  aside,
  beginRecovery,
  damage,
  pages,
  press,
  recovery,
  restartAfter,
  wordsOf,
} from '../../../../test/support/recovering.ts';
import {
  backUp,
  end,
  findings,
  folder,
  kept,
  orders,
  path,
  rows,
  sell,
  shop,
  signIn,
} from '../../../../test/support/restoring.ts';

beforeEach(beginRecovery);
afterEach(end);

describe('a damaged shop file', () => {
  it('gives way to the newest verified backup once that was asked twice, and is kept', async () => {
    const name = await backUp();
    await sell();
    await restartAfter(damage);
    const damaged = readFileSync(path());
    expect(shop.trouble()).toBe('damaged');
    expect(await wordsOf()).toMatch(/Newest verified backup .* Orders 2 Sales .7\.00 Last order /u);
    // Nothing happens by one link alone.
    await recovery.follow({ action: 'restore', name, secret: '' });
    expect(shop.trouble()).toBe('damaged');
    await press('Bring back this backup');
    expect(await wordsOf()).toContain('is put aside, never deleted');
    await press('Bring this shop back');
    expect([shop.trouble(), orders()]).toEqual([null, 2]);
    expect(pages.join()).toContain('The backup is being opened and checked');
    const [noted] = rows<{ after: string }>("SELECT * FROM auditEntries WHERE call = 'backups.noteRestored'");
    expect(JSON.stringify(noted)).toContain('Nobody signed in, at the recovery page');
    const [put] = readdirSync(aside());
    expect(readFileSync(join(aside(), put ?? '')).equals(damaged)).toBe(true);
    expect(readdirSync(folder).filter((one) => /candidate/u.test(one))).toEqual([]);
    expect(await findings()).toEqual([]);
    await sell();
    expect(orders()).toBe(3);
  });

  it('is kept with its log of writes, which never gets beside the file that is put in its place', async () => {
    await backUp();
    await restartAfter(damage);
    writeFileSync(`${path()}-wal`, 'frames');
    await press('Bring back this backup');
    await press('Bring this shop back');
    expect([shop.trouble(), orders()]).toEqual([null, 2]);
    const log = readdirSync(aside()).find((one) => one.endsWith('-wal')) ?? '';
    expect(readFileSync(join(aside(), log), 'utf8')).toBe('frames');
  });

  it('is read as far as it can be, and what was saved is opened only when that is chosen', async () => {
    await restartAfter(damage);
    const damaged = readFileSync(path());
    await press('Save what can be read');
    expect(await wordsOf()).toMatch(/This could be saved .* Orders 2 Nothing Lines of orders 2 Nothing/u);
    await press('Leave it');
    expect(readFileSync(path()).equals(damaged)).toBe(true);
    expect(readdirSync(folder).filter((one) => /candidate/u.test(one))).toEqual([]);
    await press('Save what can be read');
    await press('Open what was saved');
    expect([shop.trouble(), orders()]).toEqual([null, 2]);
    await signIn();
    await sell();
    expect(orders()).toBe(3);
    expect(readdirSync(aside())).toHaveLength(1);
  });

  it('stays where nothing can be saved, and no empty shop is made', async () => {
    await restartAfter(() => writeFileSync(path(), Buffer.alloc(8192, 0xa5)));
    await press('Save what can be read');
    expect(await wordsOf()).toContain('holds nothing that can still be read');
    await press('Go back');
    expect(await wordsOf()).toContain('There is no verified backup');
    expect([shop.trouble(), statSync(path()).size]).toEqual(['damaged', 8192]);
  });
});

describe('a backup that is no good', () => {
  it('changes nothing, and says so', async () => {
    const name = await backUp();
    const file = join(folder, 'backups', `${name}.db`);
    await restartAfter(() => {
      damage();
      const bytes = readFileSync(file);
      bytes.fill(1, 8192, 8200);
      writeFileSync(file, bytes);
    });
    const before = readFileSync(path());
    await press('Bring back this backup');
    await press('Bring this shop back');
    expect(await wordsOf()).toContain('not everything in it is as it should be');
    expect(readFileSync(path()).equals(before)).toBe(true);
    expect(existsSync(aside())).toBe(false);
    await press('Go back');
    expect(shop.trouble()).toBe('damaged');
  });

  it('is not in the list: only those that verified are', async () => {
    await backUp();
    await sell();
    await backUp();
    writeFileSync(join(folder, 'backups', 'shop-20261122T235959Z.db'), 'somebody’s');
    await restartAfter(damage);
    await press('All verified backups');
    expect((await recovery.html()).match(/<li>/gu)).toHaveLength(2);
    await press('2 orders');
    await press('Bring this shop back');
    expect(orders()).toBe(2);
  });
});

describe('a shop file that is not there', () => {
  it.each(['missing', 'empty', 'folder'] as const)('%s: the newest backup takes its place', async (kind) => {
    await backUp();
    await restartAfter(() => {
      rmSync(path());
      if (kind === 'empty') writeFileSync(path(), '');
      if (kind === 'folder') {
        mkdirSync(path());
        writeFileSync(join(path(), 'theirs.txt'), 'kept');
      }
    });
    expect(shop.trouble()).toBe(kind);
    await press('Bring back this backup');
    await press('Bring this shop back');
    expect([shop.trouble(), orders()]).toEqual([null, 2]);
    const left = readdirSync(folder).find((one) => one.includes('put aside'));
    expect(left !== undefined && existsSync(join(folder, left, 'theirs.txt'))).toBe(kind === 'folder');
  });

  it('goes among the application’s own files where its folder went with its disk', async () => {
    await backUp();
    await restartAfter(() => {
      rmSync(path());
      kept.set('shopFile', join(folder, 'no-disk', 'shop.db'));
    });
    expect(shop.trouble()).toBe('missing');
    await press('Bring back this backup');
    await press('Bring this shop back');
    expect([shop.trouble(), shop.path(), orders()]).toEqual([null, path(), 2]);
    expect(existsSync(join(folder, 'no-disk'))).toBe(false);
  });
});

describe('other trouble', () => {
  it('does nothing while the shop is open', async () => {
    const name = await backUp();
    await recovery.follow({ action: 'ask', name, secret: '' });
    await recovery.follow({ action: 'restore', name, secret: '' });
    await recovery.follow({ action: 'salvage', name: '', secret: '' });
    await recovery.follow({ action: 'begin', name: '', secret: '' });
    expect([shop.trouble(), orders(), existsSync(aside())]).toEqual([null, 2, false]);
  });

  it('offers no new shop where this computer knows that there was one', async () => {
    await restartAfter(() => rmSync(path()));
    expect(await recovery.html()).not.toContain('do=new');
    await recovery.follow({ action: 'new', name: '', secret: '' });
    await recovery.follow({ action: 'begin', name: '', secret: '' });
    expect([shop.trouble(), existsSync(path())]).toEqual(['missing', false]);
  });

  it('begins a new shop in place of one that only backups tell of when that was asked twice', async () => {
    await backUp();
    await restartAfter(() => {
      rmSync(path());
      kept.clear();
    });
    expect(shop.trouble()).toBe('missing');
    expect(await wordsOf()).toContain('tell of a shop on this computer');
    await press('Begin with a new shop');
    expect(shop.trouble()).toBe('missing');
    await press('Begin with a new shop');
    expect([shop.trouble(), orders()]).toEqual([null, 0]);
    expect(readdirSync(join(folder, 'backups')).some((one) => one.endsWith('.db'))).toBe(true);
  });
});
