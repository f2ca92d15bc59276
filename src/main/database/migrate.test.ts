import { spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import BetterSqlite3 from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { migrationsFolder } from '../../../test/support/create-test-app.ts';
import { applicationId, type Migration, migrate, readMigrations, ShopFileError } from './migrate.ts';
import { openShopFile } from './open-shop-file.ts';
import { upgradeCopy } from './upgrade-copy.ts';

const first: Migration = {
  number: 1,
  name: '0001_first.sql',
  sql: 'CREATE TABLE one (id INTEGER PRIMARY KEY) STRICT;',
};
const second: Migration = {
  number: 2,
  name: '0002_second.sql',
  sql: 'CREATE TABLE two (id INTEGER PRIMARY KEY) STRICT;',
};

let folder = '';
let path = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'orderlla-migrate-'));
  path = join(folder, 'shop.db');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function tables(database: BetterSqlite3.Database): unknown[] {
  return database.prepare("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name").pluck().all();
}

function withFile<T>(work: (database: BetterSqlite3.Database) => T): T {
  const database = new BetterSqlite3(path);
  try {
    return work(database);
  } finally {
    database.close();
  }
}

/** What opening the file is refused with. */
function problemOf(migrations: readonly Migration[]): string {
  try {
    openShopFile({ path, migrations, create: false }).close();
  } catch (error) {
    if (error instanceof ShopFileError) return error.problem;
    throw error;
  }
  return 'none';
}

describe('readMigrations', () => {
  it('reads the shipped files in order, without holes', () => {
    const migrations = readMigrations(migrationsFolder);
    expect(migrations.length).toBeGreaterThan(0);
    expect(migrations.map((one) => one.number)).toEqual(migrations.map((_, index) => index + 1));
  });

  it.each([
    ['a hole', ['0001_first.sql', '0003_third.sql']],
    ['a late start', ['0002_second.sql']],
    ['a number used twice', ['0001_first.sql', '0001_other.sql']],
    ['a name of another form', ['0001-first.sql']],
  ])('refuses %s', (_, names) => {
    for (const name of names) writeFileSync(join(folder, name), 'SELECT 1;');
    expect(() => readMigrations(folder)).toThrow(/should be number/);
  });

  it('reads nothing but .sql files', () => {
    writeFileSync(join(folder, '0001_first.sql'), 'SELECT 1;');
    writeFileSync(join(folder, 'README.md'), 'not a migration');
    expect(readMigrations(folder).map((one) => one.name)).toEqual(['0001_first.sql']);
  });
});

describe('migrate', () => {
  it('takes an empty file to the newest schema and marks it as a shop file', () => {
    withFile((database) => {
      expect(migrate(database, [first, second])).toBe(0);
      expect(tables(database)).toEqual(['one', 'two']);
      expect(database.pragma('user_version', { simple: true })).toBe(2);
      expect(database.pragma('application_id', { simple: true })).toBe(applicationId);
      expect(database.pragma('foreign_keys', { simple: true })).toBe(1);
    });
  });

  it('runs only what is new, and nothing a second time', () => {
    withFile((database) => {
      migrate(database, [first]);
      database.exec('INSERT INTO one VALUES (7)');
      expect(migrate(database, [first, second])).toBe(1);
      expect(migrate(database, [first, second])).toBe(2);
      expect(database.prepare('SELECT id FROM one').pluck().all()).toEqual([7]);
    });
  });

  it('leaves the old schema whole when a migration fails at its last statement', () => {
    withFile((database) => {
      migrate(database, [first]);
      database.exec('INSERT INTO one VALUES (7)');
      const sql = 'DROP TABLE one; CREATE TABLE two (id INTEGER) STRICT; INSERT INTO nowhere VALUES (1);';
      expect(() => migrate(database, [first, { ...second, sql }])).toThrow(/nowhere/);
      expect(tables(database)).toEqual(['one']);
      expect(database.prepare('SELECT id FROM one').pluck().all()).toEqual([7]);
      expect(database.pragma('user_version', { simple: true })).toBe(1);
      expect(database.inTransaction).toBe(false);
      expect(database.pragma('foreign_keys', { simple: true })).toBe(1);
    });
  });

  it('refuses a migration that leaves a reference to nothing', () => {
    withFile((database) => {
      migrate(database, [first]);
      const sql = `CREATE TABLE two (oneId INTEGER REFERENCES one (id)) STRICT; INSERT INTO two VALUES (99);`;
      expect(() => migrate(database, [first, { ...second, sql }])).toThrow(/1 broken references/);
      expect(tables(database)).toEqual(['one']);
    });
  });

  it('lets a migration rebuild a table that others refer to, without losing their rows', () => {
    withFile((database) => {
      const sql = `CREATE TABLE one (id INTEGER PRIMARY KEY) STRICT;
        CREATE TABLE kid (oneId INTEGER NOT NULL REFERENCES one (id) ON DELETE CASCADE) STRICT;
        INSERT INTO one VALUES (7); INSERT INTO kid VALUES (7);`;
      migrate(database, [{ ...first, sql }]);
      const rebuild = `CREATE TABLE fresh (id INTEGER PRIMARY KEY, name TEXT NOT NULL DEFAULT '') STRICT;
        INSERT INTO fresh (id) SELECT id FROM one; DROP TABLE one; ALTER TABLE fresh RENAME TO one;`;
      migrate(database, [first, { ...second, sql: rebuild }]);
      expect(database.prepare('SELECT oneId FROM kid').pluck().all()).toEqual([7]);
    });
  });

  it('is whole after a kill in the middle of a long migration', async () => {
    withFile((database) => {
      migrate(database, [first]);
      database.exec('INSERT INTO one VALUES (7)');
    });
    const migrations = join(folder, 'migrations');
    mkdirSync(migrations);
    writeFileSync(join(migrations, first.name), first.sql);
    writeFileSync(
      join(migrations, second.name),
      `DROP TABLE one;
       CREATE TABLE two (id INTEGER PRIMARY KEY, filler TEXT NOT NULL) STRICT;
       WITH RECURSIVE count (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM count WHERE n < 100000000)
       INSERT INTO two SELECT n, printf('%.900c', 'x') FROM count;`,
    );
    const script = `
      import { readMigrations } from ${JSON.stringify(join(import.meta.dirname, 'migrate.ts'))};
      import { upgradeCopy } from ${JSON.stringify(join(import.meta.dirname, 'upgrade-copy.ts'))};
      upgradeCopy(${JSON.stringify(path)}, readMigrations(${JSON.stringify(migrations)}));`;
    const child = spawn(process.execPath, ['--input-type=module-typescript', '--eval', script], {
      stdio: 'inherit',
    });
    const ended = once(child, 'exit');
    // Its pages have left the cache for the file: the migration is in the middle of its work.
    while (child.exitCode === null && sizeOf(path) < 1_000_000) await pause(10);
    child.kill('SIGKILL');
    expect(await ended).toEqual([null, 'SIGKILL']);

    withFile((database) => {
      expect(tables(database)).toEqual(['one']);
      expect(database.prepare('SELECT id FROM one').pluck().all()).toEqual([7]);
      expect(database.pragma('user_version', { simple: true })).toBe(1);
      expect(database.pragma('integrity_check', { simple: true })).toBe('ok');
    });
    upgradeCopy(path, [first, second]);
    expect(withFile(tables)).toEqual(['one', 'two']);
  });
});

describe('a file that cannot be opened safely', () => {
  /** The file is the same byte for byte after it was refused, and nothing lies beside it. */
  function expectUntouched(problem: string, migrations: readonly Migration[]): void {
    const before = readFileSync(path);
    expect(problemOf(migrations)).toBe(problem);
    expect(readFileSync(path).equals(before)).toBe(true);
    expect(existsSync(`${path}-wal`)).toBe(false);
    expect(existsSync(`${path}-journal`)).toBe(false);
  }

  it('refuses one from a later version and leaves it untouched', () => {
    const file = openShopFile({ path, migrations: [first, second], create: true });
    file.close();
    expectUntouched('newer', [first]);
  });

  it('refuses another program’s database, whatever its journal, and leaves it untouched', () => {
    withFile((database) => database.exec('CREATE TABLE songs (id INTEGER PRIMARY KEY)'));
    expectUntouched('foreign', [first]);
    withFile((database) => database.pragma('application_id = 12345'));
    expectUntouched('foreign', [first]);
  });

  it('refuses a database of another program that is still empty but marked as its own', () => {
    withFile((database) => {
      database.pragma('application_id = 12345');
      database.exec('CREATE TABLE t (id INTEGER); DROP TABLE t;');
    });
    expectUntouched('foreign', [first]);
  });

  it.each([
    ['no database at all', Buffer.from('Dear customer, '.repeat(400))],
    [
      'random noise under a right header',
      Buffer.concat([Buffer.from('SQLite format 3\0'), Buffer.alloc(8176, 0xa7)]),
    ],
  ])('refuses %s as damaged and leaves it untouched', (_, bytes) => {
    writeFileSync(path, bytes);
    expectUntouched('damaged', [first]);
  });

  it('refuses a shop file whose schema page is overwritten', () => {
    openShopFile({ path, migrations: readMigrations(migrationsFolder), create: true }).close();
    const bytes = readFileSync(path);
    bytes.fill(0xff, 100, 4096);
    writeFileSync(path, bytes);
    expect(problemOf(readMigrations(migrationsFolder))).toBe('damaged');
  });

  it('says when another program holds it', () => {
    openShopFile({ path, migrations: [first], create: true }).close();
    const other = new BetterSqlite3(path);
    other.pragma('locking_mode = EXCLUSIVE');
    other.exec('BEGIN EXCLUSIVE');
    try {
      expect(problemOf([first])).toBe('locked');
    } finally {
      other.close();
    }
  });

  it('opens a copy of the file as it opens the file', () => {
    openShopFile({ path, migrations: [first], create: true }).close();
    const copy = join(folder, 'copy.db');
    cpSync(path, copy);
    const file = openShopFile({ path: copy, migrations: [first], create: false });
    expect(file.path).toBe(copy);
    file.close();
  });
});

function sizeOf(file: string): number {
  return statSync(file, { throwIfNoEntry: false })?.size ?? 0;
}
