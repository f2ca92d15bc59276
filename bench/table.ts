import { rmSync } from 'node:fs';
import { sql } from 'kysely';
import { compile } from '../src/main/database/query.ts';
import { pageStatements } from '../src/main/features/catalog/table-order.ts';
import type { Output } from '../src/shared/contract/index.ts';
import { addCategory } from '../test/support/catalog-builders.ts';
import { allLive } from '../test/support/catalog-forms.ts';
import { owner, type TestApp } from '../test/support/create-test-app.ts';
import { copyOfShop } from './make-shop.ts';
import { median, quantile, timed } from './measure.ts';
import type { Measured } from './measured.ts';
import { openShop } from './sale/recording.ts';

type Sort = 'name' | 'sku' | 'price' | 'created' | 'available' | 'category';
type Filter = typeof allLive;

const limit = 120;
const byIndex: readonly Sort[] = ['name', 'sku', 'price', 'created'];
const putInOrder: readonly Sort[] = ['available', 'category'];

/**
 * The catalogue's big table through the door: first and deep pages in every order, every filter, and its search as
 * typed. What is walked in an index is held against reading as many rows by their keys, what is put in order at each
 * page against sorting that column of the whole table, and a search against `LIKE '%…%'`.
 */
export async function benchTable(products: number): Promise<readonly Measured[]> {
  const folder = await copyOfShop({ orders: 1000, products, customers: 1000 });
  const test = await openShop(folder);
  spread(test);
  const results = [
    ...(await pagesInOrder(test, products, byIndex, rowsByKey(test, products), 12)),
    ...(await pagesInOrder(test, products, putInOrder, () => wholeColumn(test), 3)),
    ...(await filters(test, products)),
    await searches(test, products),
    statementsWithOffset(test),
  ];
  await test.close();
  rmSync(folder, { recursive: true });
  return results;
}

/** Products in forty categories of two levels, some without a barcode, some without a price, some sold out. */
function spread(test: TestApp): void {
  const tops = Array.from({ length: 8 }, (_, index) => addCategory(test, { name: `Wall ${index}` }));
  for (const [index, parentId] of tops.entries())
    for (let box = 0; box < 4; box += 1) addCategory(test, { name: `Tray ${index}.${box}`, parentId });
  test.file.transaction((db) => {
    db.run(sql`UPDATE products SET categoryId = 1 + id % 41 WHERE id % 41 <> 40`);
    db.run(sql`UPDATE products SET price = 0 WHERE id % 500 = 0`);
    db.run(sql`DELETE FROM barcodes WHERE productId % 10 = 0`);
    db.run(sql`UPDATE productStock SET reorderLevel = onHand + 1 WHERE productId % 20 = 0`);
  });
}

type Page = Output<'catalog.table'>;

async function page(test: TestApp, sort: Sort, filter: Filter, cursor: string | null = null): Promise<Page> {
  const reply = await test.app.ask(owner, 'catalog.table', {
    filter,
    sort,
    descending: false,
    cursor,
    limit,
  });
  if (!reply.ok) throw new Error(reply.error.code);
  return reply.value;
}

/** The cursor nine tenths down, found by walking there. */
async function deepCursor(test: TestApp, products: number, sort: Sort): Promise<string | null> {
  let cursor: string | null = null;
  for (let read = 0; read < products * 0.9; read += limit)
    cursor = (await page(test, sort, allLive, cursor)).next;
  return cursor;
}

const rounds = 30;

async function pagesInOrder(
  test: TestApp,
  products: number,
  sorts: readonly Sort[],
  bare: () => unknown,
  budget: number,
): Promise<readonly Measured[]> {
  const results: Measured[] = [];
  for (const sort of sorts) {
    const cursor = await deepCursor(test, products, sort);
    const first: number[] = [];
    const deep: number[] = [];
    const bareTimes: number[] = [];
    for (let round = 0; round < rounds; round += 1) {
      first.push(await timed(() => page(test, sort, allLive)));
      deep.push(await timed(() => page(test, sort, allLive, cursor)));
      bareTimes.push(await timed(bare));
    }
    const name = `a page of the table by ${sort}, ${products} products`;
    const limitName = sorts === byIndex ? `${limit} rows by their keys` : 'sorting one column';
    results.push(
      { name, value: median(first), unit: 'ms', limit: median(bareTimes), limitName, budget },
      {
        name: `${name}, nine tenths down`,
        value: median(deep),
        unit: 'ms',
        limit: median(first),
        limitName: 'the first',
        budget: 3,
      },
    );
  }
  return results;
}

/** As many rows as a page has, each read by its key, with its stock and barcodes. */
function rowsByKey(test: TestApp, products: number): () => void {
  let start = 1;
  return () => {
    for (let at = 0; at < limit; at += 1) {
      start = 1 + ((start + 7919) % products);
      test.file.read.get(sql`SELECT * FROM products WHERE id = ${start}`);
      test.file.read.get(sql`SELECT * FROM productStock WHERE productId = ${start}`);
      test.file.read.all(sql`SELECT barcode FROM barcodes WHERE productId = ${start}`);
    }
  };
}

/** What nobody can do without who wants a page in an order that no index keeps. */
function wholeColumn(test: TestApp): void {
  test.file.read.all(sql`SELECT p.id FROM products AS p LEFT JOIN productStock AS s ON s.productId = p.id
    ORDER BY s.onHand - s.reserved, p.name COLLATE NOCASE, p.id LIMIT ${limit}`);
}

/** Pages and counts of every filter: the rarer what it shows, the more of the index is walked, up to all of it. */
async function filters(test: TestApp, products: number): Promise<readonly Measured[]> {
  const named: readonly (readonly [string, Filter])[] = [
    ['a category', { ...allLive, category: 3 }],
    ['no category', { ...allLive, category: 'none' }],
    ['low stock', { ...allLive, stock: 'low' }],
    ['a tax class', { ...allLive, taxClassId: 1 }],
    ['no barcode', { ...allLive, missing: 'barcode' }],
    ['no price', { ...allLive, missing: 'price' }],
  ];
  const results: Measured[] = [];
  for (const [what, filter] of named) {
    const ours: number[] = [];
    const counts: number[] = [];
    const scans: number[] = [];
    for (let round = 0; round < rounds; round += 1) {
      ours.push(await timed(() => page(test, 'name', filter)));
      counts.push(await timed(() => test.app.ask(owner, 'catalog.tableCount', { filter })));
      scans.push(await timed(() => wholeColumn(test)));
    }
    const limits = { unit: 'ms', limit: median(scans), limitName: 'sorting one column' } as const;
    results.push(
      { name: `the table with ${what}, ${products} products`, value: median(ours), ...limits, budget: 1 },
      { name: `how many rows ${what} has`, value: median(counts), ...limits, budget: 2 },
    );
  }
  return results;
}

/** Its search as typed, letter by letter. */
async function searches(test: TestApp, products: number): Promise<Measured> {
  const typed = ['amber birch', 'kettle', 'sku-0123', 'zephyr wil', 'linen 77'].flatMap((word) =>
    Array.from({ length: word.length }, (_, end) => word.slice(0, end + 1)),
  );
  const ours: number[] = [];
  const naive: number[] = [];
  for (const text of [...typed, ...typed]) {
    ours.push(await timed(() => page(test, 'name', { ...allLive, text })));
    naive.push(
      await timed(() =>
        test.file.read.all(
          sql`SELECT * FROM products WHERE name LIKE ${`%${text}%`} ORDER BY name LIMIT ${limit}`,
        ),
      ),
    );
  }
  const name = `the table's search as typed, ${products} products, 95th in 100`;
  return {
    name,
    value: quantile(ours, 0.95),
    unit: 'ms',
    limit: quantile(naive, 0.95),
    limitName: "LIKE '%…%'",
    budget: 2,
  };
}

/** A page that is counted off from the start costs more the deeper it lies: no statement may. */
function statementsWithOffset({ file }: TestApp): Measured {
  const scope = { filter: allLive, except: [] };
  const statements = [...byIndex, ...putInOrder].flatMap((sort) =>
    [false, true].flatMap((descending) => {
      const order = { sort, descending, limit };
      return pageStatements(file.read, scope, order, { id: 1, figure: 1 }).map((one) => compile(one).sql);
    }),
  );
  const value = statements.filter((text) => /\bOFFSET\b/iu.test(text)).length;
  return {
    name: 'pages of the table that are counted off from the start',
    value,
    unit: 'statements',
    goal: 0,
  };
}
