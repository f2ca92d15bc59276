import { writeFileSync } from 'node:fs';
import type BetterSqlite3 from 'better-sqlite3';
import type { WriteDb } from '../../src/main/database/connection.ts';
import type { ShopFile } from '../../src/main/database/open-shop-file.ts';
import { query } from '../../src/main/database/query.ts';
import type { Input } from '../../src/shared/contract/index.ts';
import { pieces } from '../../src/shared/domain/quantity.ts';
import { counterSale, line } from '../../test/support/builders.ts';
import {
  createTestApp,
  nextRequestId,
  owner,
  ownerPassword,
  type TestApp,
} from '../../test/support/create-test-app.ts';
import { chanceOf, zipf } from '../shop/chance.ts';

export type Step = {
  readonly sql: string;
  readonly way: 'run' | 'get' | 'all';
  readonly values: readonly unknown[];
};

/** An order that is placed, under its request's id. */
export type Sale = { readonly input: Input<'orders.place'>; readonly id: string };

/** Writes down each statement and its values as they run. */
export function spyOn(db: WriteDb, steps: Step[]): WriteDb {
  return {
    ...db,
    statement(sql) {
      const real = db.statement(sql);
      const way =
        (name: Step['way']) =>
        (...values: unknown[]) => {
          steps.push({ sql, way: name, values });
          return real[name](...values);
        };
      return { run: way('run'), get: way('get'), all: way('all') } as unknown as typeof real;
    },
  };
}

/** Sales of one to nine lines, the products as often as they sell; each at the price that the shop asks now. */
export function salesOf(test: TestApp, count: number): readonly Sale[] {
  const chance = chanceOf(7);
  const prices = test.file.read.all(
    query.selectFrom('products').select(['id', 'price']).where('taxClassId', '=', 1).orderBy('id'),
  );
  const product = zipf(prices.length, 0.85);
  return Array.from({ length: count }, (_, index) => {
    const lines = Array.from({ length: 1 + Math.floor(chance.next() * chance.next() * 9) }, () => {
      const { id, price } = prices[product(chance) - 1] ?? { id: 0, price: 0 };
      return line(id, 1, price, { quantity: pieces(chance.whole(1, 2)) });
    });
    return { input: counterSale(lines, { cartId: `bench-${index}` }), id: nextRequestId() };
  });
}

/** The shop of a folder, its owner signed in. */
export async function openShop(
  folder: string,
  wrapFile: (file: ShopFile) => ShopFile = (file) => file,
): Promise<TestApp> {
  const test = createTestApp({ folder, strict: false, wrapFile });
  await test.ask('session.signIn', { staffId: 1, password: ownerPassword });
  return test;
}

export async function place({ app }: TestApp, { input, id }: Sale): Promise<void> {
  const reply = await app.ask(owner, 'orders.place', input, id);
  if (!reply.ok) throw new Error(JSON.stringify(reply.error));
}

/** The statements of each order, with their values. The folder's shop is sold in. */
export async function record(folder: string, sales: readonly Sale[]): Promise<readonly (readonly Step[])[]> {
  const steps: Step[] = [];
  const test = await openShop(folder, (file) => ({
    ...file,
    transaction: (work) => file.transaction((db) => work(spyOn(db, steps))),
  }));
  steps.length = 0;
  const recorded: (readonly Step[])[] = [];
  for (const sale of sales) {
    await place(test, sale);
    recorded.push(steps.splice(0));
  }
  await test.close();
  return recorded;
}

/** Runs an order's statements as they were recorded, each prepared once. */
export function replayer(database: BetterSqlite3.Database): (steps: readonly Step[]) => void {
  const statements = new Map<string, BetterSqlite3.Statement>();
  const prepared = (sql: string): BetterSqlite3.Statement => {
    const kept = statements.get(sql) ?? database.prepare(sql);
    statements.set(sql, kept);
    return kept;
  };
  return (steps) => {
    database.exec('BEGIN IMMEDIATE');
    for (const { sql, way, values } of steps) prepared(sql)[way](...values);
    database.exec('COMMIT');
  };
}

/** The same for `native/limits.c`, in the form that it reads. */
export function writeReplay(path: string, orders: readonly (readonly Step[])[]): void {
  const texts = [...new Set(orders.flat().map(({ sql }) => sql))];
  const places = new Map(texts.map((text, index) => [text, index]));
  const sized = (text: string): string => `${Buffer.byteLength(text)}\n${text}`;
  const parts = [`S ${texts.length}\n`, ...texts.map((text) => `${sized(text)}\n`)];
  for (const steps of orders) {
    parts.push(`O ${steps.length}\n`);
    for (const { sql, values } of steps)
      parts.push(`${places.get(sql)} ${values.length}${values.map(valueText).join('')}\n`);
  }
  writeFileSync(path, parts.join(''));

  function valueText(value: unknown): string {
    if (value === null || value === undefined) return ' N';
    if (typeof value === 'number') return ` D ${value}`;
    return ` T ${sized(String(value))}`;
  }
}
