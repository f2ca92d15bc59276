import { copyFileSync, existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import BetterSqlite3 from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  endWatched,
  killedAndStarted,
  openWatched,
  startWatched,
  type WatchedShop,
} from '../../../../test/support/watched-shop.ts';

let test: WatchedShop;
beforeEach(async () => {
  test = await openWatched();
});
afterEach(() => endWatched(test));

const log = () => `${test.path}-wal`;
const replaced = () => {
  const folder = join(test.folder, 'backups', 'replaced');
  return existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith('.db')) : [];
};
const startAgain = async () => {
  test = await startWatched({ folder: test.folder, kept: test.kept, now: test.now });
};

/** Sells, keeps the log of writes of then, sells on, and puts it beside the closed shop. Answers the shop's bytes. */
async function putOldLogBeside(): Promise<Buffer> {
  await test.sell();
  const old = join(test.folder, 'old-log');
  copyFileSync(log(), old);
  await test.shop.close();
  await startAgain();
  await test.signIn();
  for (let count = 0; count < 10; count += 1) await test.sell();
  await test.shop.close();
  expect(existsSync(log())).toBe(false);
  const bytes = readFileSync(test.path);
  copyFileSync(old, log());
  return bytes;
}

describe('a log of writes from elsewhere beside a shop that was closed properly', () => {
  it('is met with the shop kept as it was: every order is there to go back to', async () => {
    const bytes = await putOldLogBeside();
    test.now += 60_000;
    await startAgain();
    expect(test.desk.state().keptBefore).toBe(test.now);
    const [name = ''] = replaced();
    const kept = join(test.folder, 'backups', 'replaced', name);
    expect(readFileSync(kept).equals(bytes)).toBe(true);
    const database = new BetterSqlite3(kept, { readonly: true });
    expect(database.prepare('SELECT count(*) FROM orders').pluck().get()).toBe(11);
    database.close();
  });

  it('is told of once', async () => {
    await putOldLogBeside();
    await startAgain();
    await test.shop.close();
    await startAgain();
    expect([test.desk.state().keptBefore, replaced().length]).toEqual([null, 1]);
  });
});

describe('a log of writes of one’s own', () => {
  it('is nothing to tell of after an end that was not proper, nor after a proper one', async () => {
    await test.sell();
    test = await killedAndStarted(test);
    expect([test.desk.state().keptBefore, replaced()]).toEqual([null, []]);
    await test.shop.close();
    await startAgain();
    expect([test.desk.state().keptBefore, replaced()]).toEqual([null, []]);
  });

  it('that a kill left is nothing to tell of either, though the end before it was proper', async () => {
    await test.shop.close();
    await startAgain();
    await test.signIn();
    await test.sell();
    const kept = structuredClone(test.kept);
    const left = [test.path, log()].map((path) => ({ path, bytes: readFileSync(path) }));
    await test.shop.close();
    for (const { path, bytes } of left) writeFileSync(path, bytes);
    test = await startWatched({ folder: test.folder, kept, now: test.now });
    expect([test.desk.state().keptBefore, replaced()]).toEqual([null, []]);
    await test.shop.close();
    const database = new BetterSqlite3(test.path, { readonly: true });
    expect(database.prepare('SELECT count(*) FROM orders').pluck().get()).toBe(1);
    database.close();
  });

  it('that was left when it was closed, as something else held it, is known', async () => {
    await test.sell();
    const other = new BetterSqlite3(test.path, { readonly: true });
    other.prepare('SELECT count(*) FROM orders').get();
    await test.shop.close();
    expect(existsSync(log())).toBe(true);
    other.close();
    await startAgain();
    expect([test.desk.state().keptBefore, replaced()]).toEqual([null, []]);
  });
});
