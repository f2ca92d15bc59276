import { sql } from 'kysely';
import type { Progress } from '../../app/context.ts';
import type { ReadDb } from '../../database/connection.ts';
import { fullProductName } from '../catalog/named-product.ts';
import { type Sums, shareOf } from './formulas.ts';
import { productColumns } from './product-rows.ts';
import { readProducts } from './read-products.ts';
import type { Asked, Column, Row, Table } from './report-parts.ts';

const at = (sums: Sums, name: string): number => sums[name] ?? 0;
const costed = (sums: Sums): number => at(sums, 'soldCosted') - at(sums, 'backCosted');
const cost = (sums: Sums): number => at(sums, 'soldCost') - at(sums, 'backCost');
const goods = (sums: Sums): number => at(sums, 'soldAmount') - at(sums, 'backAmount');

/** Of products, or of the categories they add up to. */
const goodsColumns: readonly Column[] = [
  {
    key: 'units',
    unit: 'quantity',
    metric: 'units',
    value: (sums) => at(sums, 'soldQuantity') - at(sums, 'backQuantity'),
  },
  { key: 'goods', unit: 'money', metric: 'goods', value: goods },
  { key: 'goodsShare', unit: 'share', metric: null, value: (sums, all) => shareOf(goods(sums), goods(all)) },
  { key: 'cost', unit: 'money', metric: 'cost', value: cost },
  { key: 'margin', unit: 'money', metric: 'margin', value: (sums) => costed(sums) - cost(sums) },
  {
    key: 'marginShare',
    unit: 'share',
    metric: 'marginShare',
    value: (sums) => shareOf(costed(sums) - cost(sums), costed(sums)),
  },
];

/** What sold, product by product; custom items together. */
export function* productTable(asked: Asked): Generator<Progress, Table> {
  const found = yield* readProducts(asked.reading, asked.span);
  return {
    names: [
      { key: 'name', unit: 'text' },
      { key: 'sku', unit: 'text' },
    ],
    columns: goodsColumns,
    rows: found.map((figure) => ({
      part: { kind: 'product', key: String(figure.productId) },
      span: null,
      names: [null, null],
      // With the product's number, which no column adds up: taking it out costs more than all the rest.
      sums: figure,
    })),
    sort: '-goods',
    nameRows: (rows) => nameProducts(asked, rows),
    hasTotals: true,
  };
}

type Named = { readonly id: number; readonly name: string; readonly sku: string | null };

/** Puts name and SKU into rows whose part is a product; custom items have neither. */
export function nameProducts({ ctx }: Pick<Asked, 'ctx'>, rows: readonly Row[]): readonly Row[] {
  const names = new Map<number, Named>();
  for (let from = 0; from < rows.length; from += 1000) {
    const ids = JSON.stringify(rows.slice(from, from + 1000).map(({ part }) => Number(part.key)));
    const found = ctx.db.all(sql<Named>`
      SELECT p.id, ${fullProductName} AS name, p.sku
      FROM products AS p LEFT JOIN products AS parent ON parent.id = p.parentId
      WHERE p.id IN (SELECT value FROM json_each(${ids}))`);
    for (const one of found) names.set(one.id, one);
  }
  return rows.map((row) => {
    const found = names.get(Number(row.part.key));
    return { ...row, names: [found?.name ?? null, found?.sku ?? null, ...row.names.slice(2)] };
  });
}

/** The same by the category that each product is in now; key 0 is none. */
export function* categoryTable(asked: Asked): Generator<Progress, Table> {
  const found = yield* readProducts(asked.reading, asked.span);
  const categoryOf = categoriesOfProducts(asked.ctx.db);
  const names = categoryNames(asked.ctx.db);
  const sums = new Map<number, Record<string, number>>();
  for (const figure of found) {
    const categoryId = categoryOf.get(figure.productId) ?? 0;
    const into = sums.get(categoryId) ?? {};
    sums.set(categoryId, into);
    for (const name of productColumns) into[name] = (into[name] ?? 0) + figure[name];
  }
  return {
    names: [{ key: 'name', unit: 'text' }],
    columns: goodsColumns,
    rows: [...sums].map(([categoryId, own]) => ({
      part: { kind: 'category', key: String(categoryId) },
      span: null,
      names: [names.get(categoryId) ?? null],
      sums: own,
    })),
    sort: '-goods',
    hasTotals: true,
  };
}

/** The category that each product is in now: a variant in that of its parent where it has none of its own. */
export function categoriesOfProducts(db: ReadDb): ReadonlyMap<number, number | null> {
  const rows = db.all(sql<{ id: number; categoryId: number | null }>`
    SELECT p.id, ifnull(p.categoryId, parent.categoryId) AS categoryId
    FROM products AS p LEFT JOIN products AS parent ON parent.id = p.parentId`);
  return new Map(rows.map(({ id, categoryId }) => [id, categoryId]));
}

export function categoryNames(db: ReadDb): ReadonlyMap<number, string> {
  const rows = db.all(sql<{ id: number; name: string }>`SELECT id, name FROM categories`);
  return new Map(rows.map(({ id, name }) => [id, name]));
}
