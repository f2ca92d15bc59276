import { rmSync } from 'node:fs';
import { query } from '../src/main/database/query.ts';
import { createTestApp, owner, ownerPassword } from '../test/support/create-test-app.ts';
import { shopOfSize } from './make-shop.ts';
import { type Measured, median, quantile, timed } from './measure.ts';

/**
 * The till's search and its barcode lookup at 50,000 products, through the door, as typed: each word letter by
 * letter. The limit is `LIKE '%text%'` over the names, which is what a shop's software does when nobody thought
 * about it, and for barcodes a read of one row by its key.
 */
export async function benchSearch(products: number): Promise<readonly Measured[]> {
  const folder = await shopOfSize({ orders: 1000, products, customers: 100 });
  const test = createTestApp({ folder, strict: false });
  await test.ask('session.signIn', { staffId: 1, password: ownerPassword });
  const typed = ['amber birch', 'kettle', 'sku-0123', 'zephyr wil', 'linen 77', 'river', 'ö'].flatMap(
    (word) => Array.from({ length: word.length }, (_, end) => word.slice(0, end + 1)),
  );
  const search = (text: string) =>
    test.app.ask(owner, 'catalog.search', { text, categoryId: null, cursor: null, limit: 20 });
  const palette = (text: string) => test.app.ask(owner, 'palette.find', { text, limit: 6 });
  const like = (text: string) =>
    test.file.read.all(
      query
        .selectFrom('products')
        .select(['id', 'name'])
        .where('name', 'like', `%${text}%`)
        .orderBy('name')
        .limit(20),
    );
  const ours: number[] = [];
  const naive: number[] = [];
  const everything: number[] = [];
  for (let round = 0; round < 4; round += 1) {
    for (const text of typed) {
      ours.push(await timed(() => search(text)));
      naive.push(await timed(() => like(text)));
      everything.push(await timed(() => palette(text)));
    }
  }
  const scans: number[] = [];
  const keys: number[] = [];
  for (let round = 0; round < 2000; round += 1) {
    const index = 1 + ((round * 7919) % products);
    const code = String(2_000_000_000_000 + index);
    scans.push(await timed(() => test.app.ask(owner, 'catalog.findByCode', { code })));
    keys.push(
      await timed(() => test.file.read.get(query.selectFrom('products').selectAll().where('id', '=', index))),
    );
  }
  await test.close();
  rmSync(folder, { recursive: true });
  return [
    {
      name: `search as typed, ${products} products, median`,
      value: median(ours),
      unit: 'ms',
      limit: median(naive),
      limitName: "LIKE '%…%'",
      budget: 0.2,
    },
    {
      name: `search as typed, ${products} products, 95th in 100`,
      value: quantile(ours, 0.95),
      unit: 'ms',
      limit: quantile(naive, 0.95),
      limitName: "LIKE '%…%'",
      budget: 0.2,
    },
    {
      name: `orders, products and customers as typed, ${products} products, median`,
      value: median(everything),
      unit: 'ms',
      limit: median(naive),
      limitName: "LIKE '%…%' over products alone",
      budget: 0.4,
    },
    {
      name: `scan → product, ${products} products`,
      value: median(scans),
      unit: 'ms',
      limit: median(keys),
      limitName: 'one row by its key',
      budget: 12,
    },
  ];
}
