import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { migrationsFolder } from '../../../../test/support/create-test-app.ts';
import { aside, beginRecovery } from '../../../../test/support/recovering.ts';
import { backUp, end, folder, now, orders, path, sell, shop } from '../../../../test/support/restoring.ts';
import { keepAside } from './keep-aside.ts';
import { putFoundShop } from './put-found-shop.ts';

const beside = (ending: string) => `${path()}${ending}`;
const candidate = () => beside('.candidate');

/** Main is gone without closing anything: the third order lies in the log of writes alone. */
async function endWithLog(): Promise<void> {
  await sell();
  const kept = new Map(['', '-wal'].map((ending) => [ending, readFileSync(beside(ending))]));
  await shop.close();
  for (const [ending, bytes] of kept) writeFileSync(beside(ending), bytes);
}

function put(from: string, rename?: () => void): Promise<void> {
  return putFoundShop(
    {
      ...{ folder, aside: aside(), migrationsFolder, machine: { set: () => undefined }, shop },
      ...{ clock: () => now, log: { info: () => undefined, error: () => undefined } },
      protector: null as never,
      ...(rename ? { rename } : {}),
    },
    {
      ...{ candidate: from, to: path(), auditKey: null, keys: null, asOf: null },
      source: { from: 'backup', name: 'shop-20261122T113000Z' },
    },
  );
}

const fails = (code: string) => () => {
  throw Object.assign(new Error('said by the system'), { code });
};
const read = () => ['', '-wal'].map((ending) => readFileSync(beside(ending)).toString('base64'));

let backup: string;
beforeEach(async () => {
  await beginRecovery();
  backup = join(folder, 'backups', `${await backUp()}.db`);
  await endWithLog();
});
afterEach(end);

describe('a shop that was found and could not be put in place', () => {
  it('leaves the other with its log of writes where it cannot even be flushed', async () => {
    const before = read();
    await expect(put(join(folder, 'gone', 'shop.db.candidate'))).rejects.toMatchObject({ code: 'ENOENT' });
    expect(read()).toEqual(before);
    await shop.open();
    expect([shop.trouble(), orders()]).toEqual([null, 3]);
  });

  it.each(['EIO', 'ENOSPC'])('leaves it so where the rename fails: %s', async (code) => {
    const before = read();
    copyFileSync(backup, candidate());
    await expect(put(candidate(), fails(code))).rejects.toMatchObject({ code });
    expect(read()).toEqual(before);
    // A second name of a file that is sold into, with its log of then, would be a trap.
    expect([statSync(path()).nlink, readdirSync(aside())]).toEqual([1, []]);
    await shop.open();
    expect([shop.trouble(), orders()]).toEqual([null, 3]);
  });
});

describe('a computer that stops', () => {
  it('before the rename finds the shop with its log of writes', async () => {
    expect(keepAside(path(), aside(), now)).not.toBeNull();
    expect(existsSync(beside('-wal'))).toBe(false);
    await shop.open();
    expect([shop.trouble(), orders()]).toEqual([null, 3]);
    await shop.close();
    expect(readdirSync(aside())).toEqual([]);
    // Once, and never an old log into a shop that was sold into since.
    await shop.open();
    expect(orders()).toBe(3);
  });

  it('finds it so where the disk knows no second names', async () => {
    const name = keepAside(path(), aside(), now);
    const kept = join(aside(), `${name}.db`);
    const bytes = readFileSync(kept);
    rmSync(kept);
    writeFileSync(kept, bytes);
    await shop.open();
    expect([shop.trouble(), orders()]).toEqual([null, 3]);
  });

  it('after the rename finds the other, and the log of writes stays aside', async () => {
    const name = keepAside(path(), aside(), now);
    copyFileSync(backup, candidate());
    renameSync(candidate(), path());
    await shop.open();
    expect([shop.trouble(), orders()]).toEqual([null, 2]);
    await shop.close();
    expect(readdirSync(aside()).toSorted()).toEqual([`${name}.db`, `${name}.db-wal`]);
  });

  it('does not open the shop without its log of writes where that cannot be put back', async () => {
    const name = keepAside(path(), aside(), now);
    mkdirSync(beside('-wal.part'));
    await shop.open();
    expect([shop.app(), readdirSync(aside()).includes(`${name}.db-wal`)]).toEqual([null, true]);
  });
});
