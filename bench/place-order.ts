import { existsSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import BetterSqlite3 from 'better-sqlite3';
import type { WriteDb } from '../src/main/database/connection.ts';
import type { ShopFile } from '../src/main/database/open-shop-file.ts';
import { setPragmas, writerPragmas } from '../src/main/database/pragmas.ts';
import type { Input } from '../src/shared/contract/index.ts';
import { pieces } from '../src/shared/domain/quantity.ts';
import { seededRandom } from '../test/crash/seeded-random.ts';
import { counterSale, line } from '../test/support/builders.ts';
import {
  createTestApp,
  nextRequestId,
  owner,
  ownerPassword,
  type TestApp,
} from '../test/support/create-test-app.ts';
import { shopOfSize } from './make-shop.ts';
import { type Measured, median, quantile, timed } from './measure.ts';

type Step = {
  readonly sql: string;
  readonly way: 'run' | 'get' | 'all';
  readonly values: readonly unknown[];
};

/** Writes down each statement and its values as they run. */
function recording(steps: Step[]): (file: ShopFile) => ShopFile {
  const spy = (db: WriteDb): WriteDb => ({
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
  });
  return (file) => ({ ...file, transaction: (work) => file.transaction((db) => work(spy(db))) });
}

function sales(count: number, products: number): readonly Input<'orders.place'>[] {
  const random = seededRandom(7);
  return Array.from({ length: count }, (_, index) => {
    const lines = Array.from({ length: 1 + Math.floor(random() * random() * 9) }, () => {
      const productId = Math.min(products, 1 + Math.floor(products * random() ** 6.5));
      return line(productId, 1, 99 + (productId % 97) * 50, {
        quantity: pieces(1 + Math.floor(random() * 2)),
      });
    });
    return counterSale(lines, { cartId: `bench-${index}` });
  });
}

async function open(folder: string, steps?: Step[]): Promise<TestApp> {
  const test = createTestApp({ folder, strict: false, ...(steps ? { wrapFile: recording(steps) } : {}) });
  await test.ask('session.signIn', { staffId: 1, password: ownerPassword });
  return test;
}

/** Where a sync costs nothing, so that what is left is the work of the processor. */
const memoryDisk = '/dev/shm';

/**
 * `orders.place` through the door, beside the very same statements with the same values, prepared once and run
 * raw on better-sqlite3: one order of each in turn, on copies of one file. On the disk as a till runs, and on a
 * memory disk where there is one.
 */
export async function benchPlaceOrder(orders: number): Promise<readonly Measured[]> {
  const size = { orders, products: 20_000, customers: 5000 };
  const inputs = sales(300, size.products);
  const ids = inputs.map(() => nextRequestId());
  const master = await shopOfSize(size);
  const recorded = await record(master, inputs, ids);
  rmSync(master, { recursive: true });
  const results: Measured[] = [];
  for (const disk of [undefined, ...(existsSync(memoryDisk) ? [memoryDisk] : [])]) {
    const folders = [await shopOfSize(size, disk), await shopOfSize(size, disk)] as const;
    const where = `place order, ${orders} orders, ${disk ? 'memory disk' : 'durable on disk'}`;
    results.push(...(await compare(where, folders, inputs, ids, recorded)));
    for (const folder of folders) rmSync(folder, { recursive: true });
  }
  return results;
}

/** The statements of each order, with their values. */
async function record(
  folder: string,
  inputs: readonly Input<'orders.place'>[],
  ids: readonly string[],
): Promise<readonly (readonly Step[])[]> {
  const steps: Step[] = [];
  const test = await open(folder, steps);
  steps.length = 0;
  const recorded: Step[][] = [];
  for (const [index, input] of inputs.entries()) {
    const reply = await test.app.ask(owner, 'orders.place', input, ids[index]);
    if (!reply.ok) throw new Error(JSON.stringify(reply.error));
    recorded.push(steps.splice(0));
  }
  await test.close();
  return recorded;
}

async function compare(
  where: string,
  [ourFolder, rawFolder]: readonly [string, string],
  inputs: readonly Input<'orders.place'>[],
  ids: readonly string[],
  recorded: readonly (readonly Step[])[],
): Promise<readonly Measured[]> {
  const test = await open(ourFolder);
  const signedIn = await open(rawFolder);
  await signedIn.close();
  const raw = new BetterSqlite3(join(rawFolder, 'shop.db'));
  setPragmas(raw, writerPragmas);
  const statements = new Map<string, BetterSqlite3.Statement>();
  const prepared = (sql: string): BetterSqlite3.Statement => {
    const kept = statements.get(sql) ?? raw.prepare(sql);
    statements.set(sql, kept);
    return kept;
  };
  const ours: number[] = [];
  const bare: number[] = [];
  for (const [index, input] of inputs.entries()) {
    ours.push(await timed(() => test.app.ask(owner, 'orders.place', input, ids[index])));
    bare.push(
      await timed(() => {
        raw.exec('BEGIN IMMEDIATE');
        for (const { sql, way, values } of recorded[index] ?? []) prepared(sql)[way](...values);
        raw.exec('COMMIT');
      }),
    );
  }
  raw.close();
  await test.close();
  const limits = { limitName: 'the same statements raw', budget: 2 };
  return [
    { name: `${where}, median`, value: median(ours), unit: 'ms', limit: median(bare), ...limits },
    {
      name: `${where}, 95th in 100`,
      value: quantile(ours, 0.95),
      unit: 'ms',
      limit: quantile(bare, 0.95),
      limitName: limits.limitName,
    },
  ];
}

/** WAL pages that one order writes, over 100 orders without a checkpoint: exact, whatever else the machine does. */
export async function benchPagesPerOrder(orders: number): Promise<Measured> {
  const size = { orders, products: 20_000, customers: 5000 };
  const folder = await shopOfSize(size);
  const test = await open(folder);
  test.file.transaction((db) => db.statement('PRAGMA wal_autocheckpoint = 0').all());
  test.file.checkpoint();
  const wal = (): number => statSync(join(folder, 'shop.db-wal'), { throwIfNoEntry: false })?.size ?? 0;
  const inputs = sales(300, size.products);
  const before = wal();
  for (const input of inputs) await test.ask('orders.place', input);
  const pages = (wal() - before) / 4120 / inputs.length;
  await test.close();
  rmSync(folder, { recursive: true });
  return { name: `WAL pages an order, ${orders} orders`, value: pages, unit: 'pages', goal: 20 };
}
