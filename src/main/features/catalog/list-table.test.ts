import { sql } from 'kysely';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { signInEverybody } from '../../../../test/support/after-placing.ts';
import { addProduct } from '../../../../test/support/builders.ts';
import { addCategory, archiveProduct, change } from '../../../../test/support/catalog-builders.ts';
import { allLive } from '../../../../test/support/catalog-forms.ts';
import { createOpenShop, type TestApp } from '../../../../test/support/create-test-app.ts';
import type { Input } from '../../../shared/contract/index.ts';
import { compile } from '../../database/query.ts';
import { pageStatements } from './table-order.ts';

type Table = Input<'catalog.table'>;
type Filter = Partial<Table['filter']>;

let test: TestApp;
beforeEach(async () => {
  test = await createOpenShop();
});
afterEach(() => test.close());

const sorts: readonly Table['sort'][] = ['name', 'sku', 'price', 'available', 'category', 'created'];
const page = (filter: Filter = {}, options: Partial<Table> = {}) =>
  test.ask('catalog.table', {
    ...{ filter: { ...allLive, ...filter }, sort: 'name', descending: false, cursor: null, limit: 100 },
    ...options,
  });
const names = async (filter: Filter = {}, options: Partial<Table> = {}) =>
  (await page(filter, options)).items.map(({ name, variantLabel }) =>
    variantLabel ? `${name} ${variantLabel}` : name,
  );
const count = async (filter: Filter = {}) =>
  (await test.ask('catalog.tableCount', { filter: { ...allLive, ...filter } })).count;

/** Every page of an order, in pages of `limit`. */
async function walk(options: Partial<Table>, filter: Filter = {}): Promise<readonly number[]> {
  const ids: number[] = [];
  let cursor: string | null = null;
  do {
    const { items, next }: Awaited<ReturnType<typeof page>> = await page(filter, { ...options, cursor });
    ids.push(...items.map(({ id }) => id));
    cursor = next;
  } while (cursor !== null);
  return ids;
}

/** A shop of forty products with all that sorts and filters ask, ties in every column. */
function fill(): { readonly drinks: number; readonly cold: number } {
  const drinks = addCategory(test, { name: 'Drinks' });
  const cold = addCategory(test, { name: 'Cold', parentId: drinks });
  const food = addCategory(test, { name: 'Food' });
  for (let index = 0; index < 40; index += 1) {
    test.now += index % 3 === 0 ? 1000 : 0;
    addProduct(test, {
      name: `Product ${String.fromCharCode(65 + (index % 7))}`,
      price: (index % 5) * 100,
      stock: index % 6 === 0 ? null : index % 9,
      taxClassId: 1 + (index % 2),
      ...(index % 4 === 0 ? {} : { sku: `S-${index}`, barcode: `own-${index}` }),
      ...([{ categoryId: drinks }, { categoryId: cold }, { categoryId: food }, {}][index % 4] ?? {}),
    });
  }
  const parentId = addProduct(test, { name: 'Shirt', kind: 'parent', categoryId: cold });
  for (const label of ['S', 'M'])
    addProduct(test, { name: 'Shirt', kind: 'variant', parentId, variantLabel: label });
  return { drinks, cold };
}

describe('catalog.table', () => {
  it.each(sorts.flatMap((sort) => [false, true].map((descending) => [sort, descending] as const)))(
    'sorted by %s, descending %s, shows everything once, the same in pages as at once',
    async (sort, descending) => {
      fill();
      const whole = await walk({ sort, descending, limit: 200 });
      expect(whole).toHaveLength(42);
      expect(new Set(whole).size).toBe(42);
      expect(await walk({ sort, descending, limit: 7 })).toEqual(whole);
      if (sort === 'available') return;
      expect(await walk({ sort, descending: !descending, limit: 200 })).toEqual(whole.toReversed());
    },
  );

  it('is in the order it says', async () => {
    const tea = addCategory(test, { name: 'Tea' });
    const ales = addCategory(test, { name: 'Ales' });
    addProduct(test, { name: 'b', sku: 'z', price: 300, stock: 5, categoryId: tea });
    addProduct(test, { name: 'A', sku: 'Y', price: 100, stock: null, categoryId: ales });
    addProduct(test, { name: 'c', price: 200, stock: 9 });
    expect(await names()).toEqual(['A', 'b', 'c']);
    expect(await names({}, { sort: 'sku' })).toEqual(['c', 'A', 'b']);
    expect(await names({}, { sort: 'price' })).toEqual(['A', 'c', 'b']);
    expect(await names({}, { sort: 'created', descending: true })).toEqual(['c', 'A', 'b']);
    // What is not counted stands last in either direction.
    expect(await names({}, { sort: 'available' })).toEqual(['b', 'c', 'A']);
    expect(await names({}, { sort: 'available', descending: true })).toEqual(['c', 'b', 'A']);
    expect(await names({}, { sort: 'category' })).toEqual(['A', 'b', 'c']);
  });

  it('filters, counts what it shows, and puts variants in their parent’s category', async () => {
    const { drinks, cold } = fill();
    const filters: readonly (readonly [Filter, number])[] = [
      [{}, 42],
      [{ category: drinks }, 22],
      [{ category: cold }, 12],
      [{ category: 'none' }, 10],
      [{ taxClassId: 2 }, 20],
      [{ missing: 'barcode' }, 12],
      [{ missing: 'price' }, 8],
      [{ show: 'parents' }, 1],
      [{ show: 'archived' }, 0],
      [{ text: 'product a' }, 6],
      [{ text: 'shirt' }, 2],
      [{ text: 'roduct' }, 40],
      [{ text: 'own-5' }, 1],
      [{ text: 'nothing' }, 0],
      [{ text: 'product', category: cold, taxClassId: 2 }, 10],
    ];
    for (const [filter, expected] of filters) {
      expect([filter, (await walk({ limit: 9 }, filter)).length, await count(filter)]).toEqual([
        filter,
        expected,
        expected,
      ]);
    }
    const low = await walk({ limit: 9 }, { stock: 'low' });
    const out = await walk({ limit: 9 }, { stock: 'out' });
    expect(low.length).toBeGreaterThan(out.length);
    expect(out.length).toBeGreaterThan(0);
    expect([await count({ stock: 'low' }), await count({ stock: 'out' })]).toEqual([low.length, out.length]);
  });

  it('shows what was archived, and finds it', async () => {
    const productId = addProduct(test, { name: 'Old mug', sku: 'OLD' });
    addProduct(test, { name: 'Mug' });
    archiveProduct(test, productId);
    expect(await names()).toEqual(['Mug']);
    expect(await names({ show: 'archived' })).toEqual(['Old mug']);
    expect(await names({ show: 'archived', text: 'mug old' })).toEqual(['Old mug']);
    expect(await names({ show: 'archived', text: '%' })).toEqual([]);
    expect((await page({ show: 'archived' })).items[0]).toMatchObject({ archived: true, sku: 'OLD' });
  });

  it('goes on where it was when prices and stock change between pages', async () => {
    const ids = [1, 2, 3, 4].map((price) => addProduct(test, { price, stock: price }));
    const first = await page({}, { sort: 'price', limit: 2 });
    change(test, `UPDATE products SET price = 9 WHERE id = ${ids[1]}`);
    const second = await page({}, { sort: 'price', limit: 9, cursor: first.next });
    expect(second.items.map(({ id }) => id)).toEqual([ids[2], ids[3], ids[1]]);
  });

  it('refuses a cursor of another order', async () => {
    fill();
    const { next } = await page({}, { limit: 3 });
    for (const [options, cursor] of [
      [{ sort: 'sku' }, next],
      [{ descending: true }, next],
      [{}, 'abc'],
    ] as const) {
      const input = {
        filter: allLive,
        sort: 'name',
        descending: false,
        limit: 3,
        ...options,
        cursor,
      } as const;
      expect((await test.refused('catalog.table', input)).code).toBe('invalid-input');
    }
  });

  it('shows costs to nobody without the right to see profit', async () => {
    addProduct(test, { cost: 120 });
    const { cashier } = await signInEverybody(test);
    const input = { filter: allLive, sort: 'name', descending: false, cursor: null, limit: 3 } as const;
    expect((await test.ask('catalog.table', input)).items[0]?.cost).toBe(120);
    expect((await test.ask('catalog.table', input, cashier)).items[0]?.cost).toBeNull();
  });
});

describe('how pages are read', () => {
  const indices = {
    name: 'productsTableName',
    sku: 'productsTableSku',
    price: 'productsTablePrice',
    created: 'productsTableCreated',
  } as const;
  const plan = (filter: Filter, sort: Table['sort'], descending: boolean) => {
    const scope = { filter: { ...allLive, ...filter }, except: [] };
    const after = { id: 1, figure: 100 };
    const statements = pageStatements(test.file.read, scope, { sort, descending, limit: 50 }, after);
    return statements.map((statement) => {
      const { sql: text, parameters } = compile(statement);
      const explained = test.file.read.statement(`EXPLAIN QUERY PLAN ${text}`).all(...parameters);
      return { text, steps: (explained as { detail: string }[]).map(({ detail }) => detail) };
    });
  };

  it('walks an index from the key on, without sorting, whatever the filters', () => {
    const { cold } = fill();
    const filters: readonly Filter[] = [
      {},
      { category: cold, taxClassId: 1 },
      { stock: 'low' },
      { missing: 'price' },
    ];
    for (const [sort, index] of Object.entries(indices)) {
      for (const filter of [...filters, { missing: 'barcode' as const }, { text: 'product' }]) {
        for (const descending of [false, true]) {
          const [same, further] = plan(filter, sort as Table['sort'], descending);
          for (const { text = '', steps = [] } of [same ?? {}, further ?? {}]) {
            expect(text).not.toMatch(/OFFSET/i);
            expect(steps.join('\n')).toMatch(new RegExp(`SEARCH p USING (COVERING )?INDEX ${index} \\(`));
            expect(steps.join('\n')).not.toContain('TEMP B-TREE');
          }
          // Of those that share the last one's key none is read again.
          expect(same?.steps.join('\n')).toMatch(/=\? AND id[<>=]\?\)/u);
        }
      }
    }
  });

  it('walks an index for the orders that must be put in order', () => {
    fill();
    for (const sort of ['available', 'category'] as const) {
      const [only] = plan({}, sort, false);
      expect(only?.text).not.toMatch(/OFFSET/i);
      expect(only?.steps.join('\n')).toContain('SCAN p USING INDEX productsTableName');
    }
  });

  it('counts in an index', () => {
    const counted = sql<{ detail: string }>`EXPLAIN QUERY PLAN SELECT count(*) FROM products AS p
      INDEXED BY productsTableName WHERE p.kind <> 'parent' AND p.archivedAt IS NULL AND p.taxClassId = 1`;
    const steps = test.file.read.all(counted).map(({ detail }) => detail);
    expect(steps.join()).toContain('USING INDEX productsTableName');
  });
});
