import { cpSync, existsSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import BetterSqlite3 from 'better-sqlite3';
import { sql } from 'kysely';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { barPlace } from '../../../test/support/bar-place.ts';
import { migrationsFolder } from '../../../test/support/create-test-app.ts';
import type { ReadDb, WriteDb } from './connection.ts';
import { readMigrations, ShopFileError } from './migrate.ts';
import { openShopFile, type ShopFile } from './open-shop-file.ts';
import { query } from './query.ts';

const migrations = readMigrations(migrationsFolder);
let folder = '';
let path = '';
let file: ShopFile;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'orderlla-file-'));
  path = join(folder, 'shop.db');
  file = openShopFile({ path, migrations, create: true });
});
afterEach(() => {
  file.close();
  rmSync(folder, { recursive: true, force: true });
});

function add(db: WriteDb, id: string): void {
  db.run(sql`INSERT INTO importMappings VALUES (${id}, '{}', 0)`);
}

function ids(db: ReadDb): string[] {
  return db
    .all<{ id: string }>(sql`SELECT mappingKey AS id FROM importMappings ORDER BY 1`)
    .map((row) => row.id);
}

function problemOf(work: () => unknown): string {
  try {
    work();
  } catch (error) {
    if (error instanceof ShopFileError) return error.problem;
    throw error;
  }
  return 'none';
}

describe('openShopFile', () => {
  it('does not make a shop where there was one before', () => {
    const missing = join(folder, 'elsewhere.db');
    expect(problemOf(() => openShopFile({ path: missing, migrations, create: false }))).toBe('missing');
    expect(existsSync(missing)).toBe(false);
  });

  it('says that a folder which is gone is missing too', () => {
    const nowhere = join(folder, 'no', 'such', 'folder', 'shop.db');
    expect(() => openShopFile({ path: nowhere, migrations, create: true })).toThrow();
    expect(existsSync(nowhere)).toBe(false);
  });

  it('finds what was committed before it was closed, and leaves no side files', () => {
    file.transaction((db) => add(db, 'kept'));
    file.close();
    expect(existsSync(`${path}-wal`)).toBe(false);
    file = openShopFile({ path, migrations, create: false });
    expect(ids(file.read)).toEqual(['kept']);
  });

  it('reads what a log beside the file holds after a crash', () => {
    file.transaction((db) => add(db, 'kept'));
    const copy = join(folder, 'crashed.db');
    // A copy of both while they are in use is what a crash leaves.
    for (const end of ['', '-wal']) cpSync(path + end, copy + end);
    const crashed = openShopFile({ path: copy, migrations, create: false });
    expect(ids(crashed.read)).toEqual(['kept']);
    crashed.close();
  });
});

// On Windows a mode says nothing of a folder.
describe.skipIf(process.platform === 'win32')('a place where nobody may write', () => {
  it.each(['', 'shop.db'])('is told at opening, before anything is sold: "%s"', (name) => {
    file.close();
    const place = join(folder, name);
    const canBar = barPlace(place, true);
    try {
      const open = () => openShopFile({ path, migrations, create: false }).close();
      expect(problemOf(open)).toBe(canBar ? 'read-only' : 'none');
    } finally {
      barPlace(place, false);
      file = openShopFile({ path, migrations, create: false });
    }
  });
});

describe('transaction', () => {
  it('keeps all of it, and answers what the work answers', () => {
    const answer = file.transaction((db) => {
      add(db, 'a');
      add(db, 'b');
      return 42;
    });
    expect(answer).toBe(42);
    expect(ids(file.read)).toEqual(['a', 'b']);
  });

  it('keeps nothing when the work throws, and goes on after it', () => {
    const work = (db: WriteDb): void => {
      add(db, 'a');
      throw new Error('refused');
    };
    expect(() => file.transaction(work)).toThrow('refused');
    file.transaction((db) => add(db, 'b'));
    expect(ids(file.read)).toEqual(['b']);
  });

  it('refuses work that is not synchronous, and keeps nothing of it', () => {
    expect(() => file.transaction((db) => Promise.resolve(add(db, 'a')))).toThrow(/synchronous/);
    expect(ids(file.read)).toEqual([]);
  });

  it('shows the reader only what is committed', () => {
    file.transaction((db) => {
      add(db, 'a');
      expect(ids(db)).toEqual(['a']);
      expect(ids(file.read)).toEqual([]);
    });
    expect(ids(file.read)).toEqual(['a']);
  });

  it('does not begin while another program writes, and says so', () => {
    const other = new BetterSqlite3(path);
    other.exec('BEGIN IMMEDIATE');
    expect(() => file.transaction((db) => add(db, 'a'))).toThrow(/locked/);
    other.exec('COMMIT');
    other.close();
    file.transaction((db) => add(db, 'b'));
    expect(ids(file.read)).toEqual(['b']);
  });
});

describe('the reading handle', () => {
  it.each([
    sql`INSERT INTO importMappings VALUES ('x', '{}', 0)`,
    sql`DELETE FROM importMappings`,
    sql`CREATE TABLE mine (id INTEGER)`,
  ])('cannot write', (statement) => {
    expect(() => file.read.statement(statement.compile(query).sql).run()).toThrow(/readonly database/);
  });

  it('cannot be made to write by switching its guard off', () => {
    file.read.statement('PRAGMA query_only = 0').run();
    expect(() => file.read.statement("INSERT INTO importMappings VALUES ('x', '{}', 0)").run()).toThrow(
      /readonly database/,
    );
  });
});

describe.skipIf(process.platform === 'win32')(
  'a file replaced while it is open (not on Windows, where it cannot be)',
  () => {
    it.each([
      ['deleted', () => rmSync(path)],
      ['moved away', () => renameSync(path, `${path}.old`)],
      [
        'replaced by another',
        () => {
          renameSync(path, `${path}.old`);
          writeFileSync(path, '');
        },
      ],
    ])('refuses to commit once it is %s', (_, spoil) => {
      file.transaction((db) => add(db, 'before'));
      spoil();
      let acknowledged = false;
      const problem = problemOf(() => {
        file.transaction((db) => add(db, 'lost'));
        acknowledged = true;
      });
      expect(problem).toBe('missing');
      expect(acknowledged).toBe(false);
      // Rolled back, not half-way: the connection can be closed and the old file still holds the shop.
      expect(ids(file.read)).toEqual(['before']);
    });
  },
);

describe('longTransaction', () => {
  function* three(db: WriteDb): Generator<string, string> {
    for (const id of ['a', 'b', 'c']) {
      add(db, id);
      yield id;
    }
    return 'done';
  }

  it('keeps all of it at the end; until then nobody sees any', async () => {
    const seen: unknown[] = [];
    const onStep = (step: unknown) => void seen.push(step, ids(file.read).length);
    const answer = await file.longTransaction(three, onStep, new AbortController().signal);
    expect(answer).toBe('done');
    expect(seen).toEqual(['a', 0, 'b', 0, 'c', 0]);
    expect(ids(file.read)).toEqual(['a', 'b', 'c']);
  });

  it('lets the process breathe between steps', async () => {
    let turns = 0;
    const timer = setInterval(() => {
      turns += 1;
    }, 1);
    function* slow(db: WriteDb): Generator<number, void> {
      for (let step = 0; step < 20; step += 1) {
        add(db, String(step));
        const until = performance.now() + 3;
        while (performance.now() < until);
        yield step;
      }
    }
    await file.longTransaction(slow, () => undefined, new AbortController().signal);
    clearInterval(timer);
    expect(turns).toBeGreaterThanOrEqual(10);
  });

  it('leaves nothing when it is cancelled in the middle', async () => {
    const controller = new AbortController();
    const onStep = (step: unknown) => {
      if (step === 'b') controller.abort();
    };
    await expect(file.longTransaction(three, onStep, controller.signal)).rejects.toThrow(/abort/i);
    expect(ids(file.read)).toEqual([]);
    file.transaction((db) => add(db, 'after'));
    expect(ids(file.read)).toEqual(['after']);
  });

  it('leaves nothing when a step throws', async () => {
    function* failing(db: WriteDb): Generator<number, void> {
      add(db, 'a');
      yield 1;
      throw new Error('bad row');
    }
    const run = file.longTransaction(failing, () => undefined, new AbortController().signal);
    await expect(run).rejects.toThrow('bad row');
    await pause(1);
    expect(ids(file.read)).toEqual([]);
  });

  it.skipIf(process.platform === 'win32')(
    'leaves nothing when the file is replaced meanwhile (not on Windows)',
    async () => {
      const onStep = (step: unknown) => {
        if (step === 'b') rmSync(path);
      };
      const run = file.longTransaction(three, onStep, new AbortController().signal);
      await expect(run).rejects.toThrow(/moved or replaced/);
      expect(ids(file.read)).toEqual([]);
    },
  );
});
