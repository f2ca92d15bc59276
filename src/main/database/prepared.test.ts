import BetterSqlite3 from 'better-sqlite3';
import { sql } from 'kysely';
import { afterAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { createDb } from './connection.ts';
import { preparedRead, preparedWrite } from './prepared.ts';
import { query } from './query.ts';
import type { CartsTable } from './schema.ts';

const database = new BetterSqlite3(':memory:');
database.exec(
  `CREATE TABLE carts (id TEXT PRIMARY KEY, state TEXT NOT NULL, till TEXT NOT NULL, label TEXT NOT NULL,
    staffId INTEGER, updatedAt INTEGER NOT NULL, content TEXT NOT NULL) STRICT`,
);
const db = createDb(database);
beforeEach(() => void database.exec('DELETE FROM carts'));
afterAll(() => void database.close());

const insertCart = preparedWrite<Omit<CartsTable, 'state' | 'content'>>((slot) =>
  query.insertInto('carts').values({
    updatedAt: slot('updatedAt'),
    state: 'held',
    id: slot('id'),
    till: slot('till'),
    label: slot('label'),
    staffId: slot('staffId'),
    content: '{}',
  }),
);

const cartsBetween = preparedRead<{ low: number; high: number }, Pick<CartsTable, 'id' | 'updatedAt'>>(
  (slot) =>
    query
      .selectFrom('carts')
      .select(['id', 'updatedAt'])
      .where('updatedAt', '>', slot('low'))
      .where('updatedAt', '<=', slot('high'))
      .orderBy(sql`abs(updatedAt - ${slot('low')})`),
);

const add = (id: string, updatedAt: number) =>
  insertCart.run(db, { id, till: 'till-1', label: 'O’Brien "x" ? :y', staffId: null, updatedAt });

describe('preparedWrite', () => {
  it('binds each slot by name, between values that were fixed when it was built', () => {
    expect(add('a', 5)).toMatchObject({ changes: 1 });
    expect(database.prepare('SELECT * FROM carts').get()).toEqual({
      id: 'a',
      state: 'held',
      till: 'till-1',
      label: 'O’Brien "x" ? :y',
      staffId: null,
      updatedAt: 5,
      content: '{}',
    });
  });

  it('answers how many rows it changed', () => {
    const drop = preparedWrite<{ till: string }>((slot) =>
      query.deleteFrom('carts').where('till', '=', slot('till')),
    );
    add('a', 1);
    add('b', 2);
    expect(drop.run(db, { till: 'till-9' }).changes).toBe(0);
    expect(drop.run(db, { till: 'till-1' }).changes).toBe(2);
  });
});

describe('preparedRead', () => {
  it('uses one slot in several places and answers all rows, the first, or undefined', () => {
    for (const [index, id] of ['a', 'b', 'c'].entries()) add(id, index);
    expect(cartsBetween.all(db, { low: 0, high: 9 })).toEqual([
      { id: 'b', updatedAt: 1 },
      { id: 'c', updatedAt: 2 },
    ]);
    expect(cartsBetween.get(db, { low: 1, high: 9 })).toEqual({ id: 'c', updatedAt: 2 });
    expect(cartsBetween.get(db, { low: 7, high: 9 })).toBeUndefined();
  });

  it('is built once and prepared once, however often it runs', () => {
    const build = vi.fn(() => query.selectFrom('carts').select('id'));
    const read = preparedRead<object, { id: string }>(build);
    const prepare = vi.spyOn(database, 'prepare');
    for (let run = 0; run < 20; run += 1) read.all(db, {});
    expect(build).toHaveBeenCalledTimes(1);
    expect(prepare.mock.calls.length).toBeLessThanOrEqual(1);
    prepare.mockRestore();
  });

  it('goes on when hundreds of other statements have pushed it out of the kept ones', () => {
    add('a', 5);
    expect(cartsBetween.get(db, { low: 0, high: 9 })?.id).toBe('a');
    for (let number = 0; number < 900; number += 1) db.get(sql`SELECT ${sql.lit(number)} AS n`);
    expect(cartsBetween.get(db, { low: 0, high: 9 })?.id).toBe('a');
  });
});

describe('query', () => {
  it('builds and never runs by itself', async () => {
    await expect(query.selectFrom('carts').selectAll().execute()).rejects.toThrow(/only builds SQL/);
  });
});
