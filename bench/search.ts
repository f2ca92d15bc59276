import { sql } from 'kysely';
import { owner, type TestApp } from '../test/support/create-test-app.ts';
import { atMost, growsAtMost, type Line } from './line.ts';
import { type ShopSize, shopOfSize } from './make-shop.ts';
import { inTurn, median, quantile, timed } from './measure.ts';
import { openShop } from './sale/recording.ts';

const words = ['amber birch', 'kettle', 'sku-0123', 'zephyr wil', 'linen 77', 'river', 'ö'];
/** No word begins so: every name and SKU is looked through. */
const pieces = ['mb', 'mber', 'ettl'];
/** As typed: each word letter by letter. */
const typed = words.flatMap((word) =>
  Array.from({ length: word.length }, (_, end) => word.slice(0, end + 1)),
);

type Times = {
  readonly ours: readonly number[];
  readonly naive: readonly number[];
  readonly palette: number;
  readonly piece: number;
};

/** The most that 95 of 100 letters may take, by how many products there are. */
const budgets: readonly (readonly [products: number, ms: number])[] = [
  [20_000, 2],
  [100_000, 5],
  [1_000_000, 15],
];

/**
 * The till's search as typed, its palette and a scanned barcode, by number of products. The limit is `LIKE '%…%'` over
 * the names, which is what a shop's software does when nobody thought about it; of a barcode one row by its key.
 */
export async function benchSearch(products: readonly number[]): Promise<readonly Line[]> {
  const searches: Times[] = [];
  const scans: (readonly [number, number])[] = [];
  for (const count of products) {
    const size: ShopSize = { orders: 1000, products: count, customers: 1000 };
    const test = await openShop(await shopOfSize(size));
    searches.push(await searchTimes(test));
    scans.push(await scanTimes(test, count));
    await test.close();
  }
  return [
    ...searches.map((times, at) => searchLine(times, products[at] ?? 0)),
    ...otherLines(searches, scans),
  ];
}

async function searchTimes({ app, file }: TestApp): Promise<Times> {
  const [ours, naive, palette]: [number[], number[], number[]] = [[], [], []];
  const like = (text: string) =>
    file.read.all(sql`SELECT id, name FROM products WHERE name LIKE ${`%${text}%`} ORDER BY name LIMIT 20`);
  for (const text of typed) {
    const [search, bare, all] = await inTurn(3, [
      () => app.ask(owner, 'catalog.search', { text, categoryId: null, cursor: null, limit: 20 }),
      () => like(text),
      () => app.ask(owner, 'palette.find', { text, limit: 6 }),
    ]);
    ours.push(search);
    naive.push(bare);
    palette.push(all);
  }
  const search = (text: string) => () =>
    app.ask(owner, 'catalog.search', { text, categoryId: null, cursor: null, limit: 20 });
  const piece = median([...(await inTurn(3, pieces.map(search)))]);
  return { ours, naive, palette: quantile(palette, 0.95), piece };
}

function searchLine({ ours, naive }: Times, products: number): Line {
  const [value, bare] = [quantile(ours, 0.95), quantile(naive, 0.95)];
  const most = budgets.find(([count]) => products <= count)?.[1] ?? 15;
  return {
    ...{ no: '16', what: `search as typed, ${products} products, 95th in 100`, unit: 'ms', values: [value] },
    limit: { of: "LIKE '%…%'", value: bare },
    budgets: [atMost(value, most, 'ms'), { text: "≥ 50 × LIKE '%…%'", isKept: bare >= 50 * value }],
    note: `median ${median(ours).toFixed(2)} ms, ${(median(naive) / median(ours)).toFixed(0)} × LIKE`,
  };
}

async function scanTimes({ app, file }: TestApp, products: number): Promise<readonly [number, number]> {
  const [ours, keys]: [number[], number[]] = [[], []];
  for (let round = 0; round < 2000; round += 1) {
    const index = 1 + ((round * 7919) % products);
    const code = String(2_000_000_000_000 + index);
    ours.push(await timed(() => app.ask(owner, 'catalog.findByCode', { code })));
    keys.push(await timed(() => file.read.get(sql`SELECT * FROM products WHERE id = ${index}`)));
  }
  return [median(ours) * 1000, median(keys) * 1000];
}

function otherLines(
  searches: readonly Times[],
  scans: readonly (readonly [number, number])[],
): readonly Line[] {
  const values = scans.map(([ours]) => ours);
  const palette = searches.map((times) => times.palette);
  const piece = searches.map((times) => times.piece);
  return [
    {
      ...{ no: '15', what: 'a scanned barcode, fewest → most products', unit: 'µs', values },
      limit: { of: 'one row by its key', value: scans.at(-1)?.[1] ?? 1 },
      budgets: [atMost(values.at(-1) ?? 0, 50, 'µs'), growsAtMost(values, 2.5)],
    },
    {
      ...{
        no: '16',
        what: 'the palette as typed, fewest → most products, 95th in 100',
        unit: 'ms',
        values: palette,
      },
      budgets: [],
    },
    {
      ...{ no: '16', what: 'a piece of a word, fewest → most products', unit: 'ms', values: piece },
      budgets: [],
    },
  ];
}
