import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import BetterSqlite3 from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { migrationsFolder, type TestApp } from '../../../test/support/create-test-app.ts';
import { eventfulShop } from '../../../test/support/eventful-shop.ts';
import { quickKeeper } from '../../../test/support/quick-keeper.ts';
import { editFile } from '../../../test/support/tampered-shop.ts';
import { damageTable } from '../../../test/support/watched-shop.ts';
import type { CheckShop } from './check-shop.ts';

const keeper = quickKeeper();
let test: TestApp;
const path = () => join(test.folder, 'shop.db');
const copy = () => join(test.folder, 'scratch', 'check.db');

beforeEach(async () => {
  test = await eventfulShop();
});
afterEach(() => test.close());

const check = (scope: CheckShop['scope'], signal?: AbortSignal, onProgress = (_: { done: number }) => {}) =>
  keeper.run(
    'check-shop',
    {
      ...{ shopPath: path(), scratch: join(test.folder, 'scratch'), scope, migrationsFolder },
      auditKey: Buffer.alloc(32, 2),
    },
    onProgress,
    signal,
  );
const areas = async (scope: CheckShop['scope']) => (await check(scope)).problems.map((one) => one.check);

/** The first page of a table or an index, in a file whose log of writes is empty. */
function damage(name: string): void {
  const database = new BetterSqlite3(path());
  const page = database.prepare('SELECT rootpage FROM sqlite_schema WHERE name = ?').pluck().get(name);
  database.pragma('wal_checkpoint(TRUNCATE)');
  database.close();
  damageTable(path(), [page as number]);
}

describe('looking through the shop file while it is open', () => {
  it.each(['quick', 'deep'] as const)(
    '%s: nothing is found in a whole shop, and nothing is left',
    async (scope) => {
      const told: number[] = [];
      const { problems, facts } = await check(scope, undefined, ({ done }) => told.push(done));
      expect(problems).toEqual([]);
      expect(facts?.orders).toBeGreaterThan(0);
      expect(told.every((one, index) => index === 0 || one >= (told[index - 1] ?? 0))).toBe(true);
      expect(existsSync(copy())).toBe(false);
    },
  );

  it.each(['quick', 'deep'] as const)('%s: writes nothing into it', async (scope) => {
    const bytes = [path(), `${path()}-wal`].map((one) => readFileSync(one));
    await check(scope);
    expect([path(), `${path()}-wal`].map((one, at) => readFileSync(one).equals(bytes[at] as Buffer))).toEqual(
      [true, true],
    );
  });

  it.each(['quick', 'deep'] as const)('%s: notices a page that is damaged', async (scope) => {
    damage('orderLines');
    expect(await areas(scope)).toContain('file');
    expect(existsSync(copy())).toBe(false);
  });

  it('deep: sees what is sold meanwhile as it was when it began', async () => {
    const before = (await check('quick')).facts?.rows.importMappings ?? 0;
    let sold = 0;
    const found = await check('deep', undefined, () => {
      sold += 1;
      const key = `key ${sold}`;
      test.file.transaction((db) =>
        db.statement(`INSERT INTO importMappings VALUES ('${key}', '{}', 0)`).run(),
      );
    });
    expect(sold).toBeGreaterThan(3);
    expect(found.problems).toEqual([]);
    expect(found.facts?.rows.importMappings).toBeLessThanOrEqual(before + 1);
  });

  it('deep: looks at the file itself where it cannot be copied', async () => {
    damage('orders');
    const bytes = readFileSync(path());
    writeFileSync(path(), bytes.fill(0xa5, 100, 4096));
    expect(await areas('deep')).toContain('file');
  });

  it('is stopped, and leaves no copy; one that was left by a kill is taken away', async () => {
    mkdirSync(join(test.folder, 'scratch'));
    writeFileSync(copy(), 'left');
    const stop = new AbortController();
    const begun = check('deep', stop.signal, () => stop.abort(new Error('stopped')));
    await expect(begun).rejects.toThrow('stopped');
    expect(existsSync(copy())).toBe(false);
  });
});

/** Each thing that a quick look adds up of the newest orders. */
const edits: readonly (readonly [string, string])[] = [
  ['money', 'UPDATE orderLines SET total = total + 1 WHERE orderId = (SELECT max(id) FROM orders)'],
  ['money', 'UPDATE payments SET amount = amount + 1'],
  ['stock', 'UPDATE productStock SET onHand = onHand + 1'],
  ['numbers', 'DELETE FROM orders WHERE id = (SELECT max(id) - 1 FROM orders)'],
];

describe('what a quick look adds up', () => {
  it.each(edits)('%s after %s', async (area, edit) => {
    expect(await areas('quick')).not.toContain(area);
    editFile(test.folder, edit);
    expect(await areas('quick')).toContain(area);
  });
});
