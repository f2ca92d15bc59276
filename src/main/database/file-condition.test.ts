import {
  copyFileSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import BetterSqlite3 from 'better-sqlite3';
import { sql } from 'kysely';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { migrationsFolder } from '../../../test/support/create-test-app.ts';
import { canLimitFiles, limitFiles } from '../../../test/support/limit-files.ts';
import { readMigrations, type ShopFileProblem } from './migrate.ts';
import { openShopFile, type ShopFile } from './open-shop-file.ts';

const migrations = readMigrations(migrationsFolder);
let folder: string;
let file: ShopFile;
let met: ShopFileProblem[];
const path = () => join(folder, 'shop.db');

function open(create: boolean): void {
  file = openShopFile({ path: path(), migrations, create });
  met = [];
  file.onProblem((problem) => met.push(problem));
}

/** Rows that fill many pages, none of which is held in memory afterwards. */
function fill(): void {
  file.transaction((db) => {
    for (let key = 0; key < 400; key += 1) {
      const content = `{"words":"${'tea '.repeat(400)}"}`;
      db.run(sql`INSERT INTO importMappings VALUES (${`key ${key}`}, ${content}, 0)`);
    }
  });
  file.close();
  open(false);
}

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'orderlla-condition-'));
  open(true);
});
afterEach(() => {
  file.close();
  rmSync(folder, { recursive: true, force: true });
});

/** Why it was not written; null where it was. */
function write(key: string): string | null {
  try {
    file.transaction((db) => db.run(sql`INSERT INTO importMappings VALUES (${key}, '{}', 0)`));
    return null;
  } catch (error) {
    return (error as { problem: string }).problem;
  }
}

function countAll(): number | string {
  try {
    const found = file.read.get(sql<{ n: number }>`SELECT sum(length(mapping)) AS n FROM importMappings`);
    return found?.n ?? 0;
  } catch (error) {
    return (error as { problem: string }).problem;
  }
}

/** Writes over the last pages of the file, which hold rows, from outside and behind the open connections. */
function damagePages(): void {
  const bytes = readFileSync(path());
  writeFileSync(path(), bytes.fill(0xa5, bytes.length - 100 * 4096));
}

describe('a page that is damaged while the file is open', () => {
  it('freezes the file: nothing is written any more, and nothing is changed by closing it', () => {
    fill();
    expect(write('before')).toBeNull();
    damagePages();
    const log = readFileSync(`${path()}-wal`);
    const bytes = readFileSync(path());
    expect(log.length).toBeGreaterThan(0);
    expect(countAll()).toBe('damaged');
    expect([met, file.isFrozen(), file.probe()]).toEqual([['damaged'], true, 'damaged']);
    expect(write('after')).toBe('damaged');
    file.checkpoint();
    file.close();
    expect(readFileSync(path()).equals(bytes)).toBe(true);
    expect(readFileSync(`${path()}-wal`).equals(log)).toBe(true);
    open(false);
  });

  it('is met by a transaction: what it wrote is taken back, and it is frozen', () => {
    fill();
    damagePages();
    const attempt = () =>
      file.transaction((db) => {
        db.run(sql`INSERT INTO importMappings VALUES ('before', '{}', 0)`);
        try {
          db.all(sql`SELECT sum(length(mapping)) FROM importMappings`);
        } catch {
          // Whoever goes on all the same is stopped at the commit.
        }
      });
    expect(attempt).toThrow('frozen');
    expect(met).toEqual(['damaged']);
    const log = statSync(`${path()}-wal`).size;
    file.close();
    expect(statSync(`${path()}-wal`).size).toBe(log);
    open(false);
  });

  it('is met by whoever looks through the shop', () => {
    fill();
    const snapshot = file.snapshot();
    damagePages();
    expect(() => snapshot.read.all(sql`SELECT sum(length(mapping)) FROM importMappings`)).toThrow(
      'malformed',
    );
    expect(met).toEqual(['damaged']);
    snapshot.close();
  });

  it('is known from another connection too', () => {
    file.met('damaged');
    expect(write('after')).toBe('damaged');
    expect(met).toEqual(['damaged']);
  });

  it('that was cut off behind its back is no shop any more', () => {
    fill();
    truncateSync(path(), 30 * 4096);
    expect(countAll()).toBe('damaged');
  });
});

describe('a file that passes nothing on for a while', () => {
  it('is held by another program: told, and then written again', () => {
    const other = new BetterSqlite3(path());
    other.exec('BEGIN IMMEDIATE');
    expect(file.probe()).toBe('locked');
    expect(write('held')).toBe('locked');
    expect([met, file.isFrozen()]).toEqual([['locked'], false]);
    other.exec('ROLLBACK');
    other.close();
    expect([file.probe(), write('held')]).toEqual([null, null]);
  });

  it.skipIf(process.platform === 'win32')('is another file now', () => {
    copyFileSync(path(), `${path()}.copy`);
    expect(file.probe()).toBeNull();
    renameSync(`${path()}.copy`, path());
    expect([file.probe(), write('elsewhere')]).toEqual(['missing', 'missing']);
    expect(met).toContain('missing');
  });

  it('lets a probe leave nothing behind, and no long command in the way', async () => {
    const version = file.read.statement('PRAGMA data_version').pluck().get();
    expect(version).toBeTruthy();
    const long = file.longTransaction(
      function* work(db) {
        db.run(sql`INSERT INTO importMappings VALUES ('long', '{}', 0)`);
        yield 1;
        return file.probe();
      },
      () => undefined,
      new AbortController().signal,
    );
    expect(await long).toBeNull();
    expect(file.probe()).toBeNull();
    expect(write('after')).toBeNull();
  });
});

describe.skipIf(!canLimitFiles)('a disk that refuses to write', () => {
  afterEach(() => limitFiles('unlimited'));

  it('is told each time, and written again once it may', () => {
    expect(write('before')).toBeNull();
    limitFiles(1024);
    expect([write('refused'), file.probe()]).toEqual(['unreadable', 'unreadable']);
    expect(write('refused')).toBe('unreadable');
    limitFiles('unlimited');
    expect([file.probe(), write('refused'), file.isFrozen()]).toEqual([null, null, false]);
    expect(new Set(met)).toEqual(new Set(['unreadable']));
  });
});
