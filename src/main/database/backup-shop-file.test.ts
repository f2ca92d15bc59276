import { existsSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import BetterSqlite3 from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { backupShopFile } from './backup-shop-file.ts';

let folder: string;
let shop: BetterSqlite3.Database;
const from = () => join(folder, 'shop.db');
const to = () => join(folder, 'copy.db');

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'orderlla-backup-'));
  shop = new BetterSqlite3(from());
  shop.pragma('journal_mode = wal');
  shop.exec('CREATE TABLE sales (id INTEGER PRIMARY KEY, what BLOB)');
  shop.transaction(() => {
    for (let count = 0; count < 4000; count += 1) sell();
  })();
});
afterEach(() => {
  shop.close();
  rmSync(folder, { recursive: true });
});

const sell = (): unknown => shop.prepare('INSERT INTO sales (what) VALUES (randomblob(3000))').run();
const salesIn = (path: string): number => {
  const opened = new BetterSqlite3(path, { readonly: true });
  const count = opened.prepare('SELECT count(*) FROM sales').pluck().get() as number;
  expect(opened.pragma('integrity_check', { simple: true })).toBe('ok');
  opened.close();
  return count;
};

describe('a backup of a shop that sells', () => {
  it('holds what was sold before it began, though sales go on, and is one file that others cannot read', async () => {
    let sold = 0;
    await backupShopFile(from(), to(), () => {
      sell();
      sold += 1;
    });
    expect(sold).toBeGreaterThan(3);
    expect(salesIn(to())).toBe(4000);
    expect(shop.prepare('SELECT count(*) FROM sales').pluck().get()).toBe(4000 + sold);
    expect(readdirSync(folder).filter((name) => name.startsWith('copy'))).toEqual(['copy.db']);
    if (process.platform !== 'win32') expect(statSync(to()).mode & 0o777).toBe(0o600);
  });

  it('is made while a long piece of work is written, without a row of it', async () => {
    shop.exec('BEGIN IMMEDIATE');
    sell();
    await backupShopFile(from(), to());
    shop.exec('COMMIT');
    expect(salesIn(to())).toBe(4000);
  });

  it('holds what lay in the log of writes alone', async () => {
    shop.pragma('wal_checkpoint(TRUNCATE)');
    sell();
    await backupShopFile(from(), to());
    expect(salesIn(to())).toBe(4001);
  });

  it('leaves nothing behind when it is stopped', async () => {
    const stopping = new AbortController();
    const copy = backupShopFile(from(), to(), () => stopping.abort(), stopping.signal);
    await expect(copy).rejects.toMatchObject({ name: 'AbortError' });
    expect(existsSync(to())).toBe(false);
  });

  it('writes over nothing', async () => {
    writeFileSync(to(), 'precious');
    await expect(backupShopFile(from(), to())).rejects.toMatchObject({ problem: 'exists' });
    expect(statSync(to()).size).toBe(8);
  });

  it('says that it was not written where the original is not there, or the folder', async () => {
    const gone = join(folder, 'gone.db');
    await expect(backupShopFile(gone, to())).rejects.toMatchObject({ problem: 'not-written' });
    const nowhere = join(folder, 'no', 'copy.db');
    await expect(backupShopFile(from(), nowhere)).rejects.toMatchObject({ problem: 'not-written' });
    expect(existsSync(gone)).toBe(false);
  });
});
