import type { ReadDb } from '../src/main/database/connection.ts';
import { compile, type Readable } from '../src/main/database/query.ts';
import type { TestApp } from '../test/support/create-test-app.ts';
import { openShop } from './sale/recording.ts';

/** A statement that was asked, how SQLite goes about it, and what it was asked with. */
export type Asked = { readonly sql: string; readonly plan: readonly string[] };

/** The shop of a folder, and every statement that its questions ask while `look` runs. */
export async function askedWhile(
  folder: string,
  look: (test: TestApp) => Promise<void>,
): Promise<readonly Asked[]> {
  const asked = new Map<string, Asked>();
  const test = await openShop(folder, (file) => ({ ...file, read: spyOn(file.read, asked) }));
  asked.clear();
  await look(test);
  await test.close();
  return [...asked.values()];
}

function spyOn(read: ReadDb, asked: Map<string, Asked>): ReadDb {
  const note = (sql: string, values: readonly unknown[]): void => {
    if (asked.has(sql)) return;
    const rows = read.statement(`EXPLAIN QUERY PLAN ${sql}`).all(...values) as { detail: string }[];
    asked.set(sql, { sql, plan: rows.map(({ detail }) => detail) });
  };
  const noted = <R>(built: Readable<R>): Readable<R> => {
    const { sql, parameters } = compile(built);
    note(sql, parameters);
    return built;
  };
  return {
    all: (built) => read.all(noted(built)),
    get: (built) => read.get(noted(built)),
    statement(sql) {
      const real = read.statement(sql);
      const way =
        (name: 'get' | 'all') =>
        (...values: unknown[]) => {
          note(sql, values);
          return real[name](...values);
        };
      return { get: way('get'), all: way('all') } as unknown as typeof real;
    },
  };
}
