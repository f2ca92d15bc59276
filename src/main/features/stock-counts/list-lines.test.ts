import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { addProduct, counterSale, line } from '../../../../test/support/builders.ts';
import { addCategory, archiveProduct, change } from '../../../../test/support/catalog-builders.ts';
import { createOpenShop, type TestApp } from '../../../../test/support/create-test-app.ts';
import type { Input, Output } from '../../../shared/contract/index.ts';
import { pieces } from '../../../shared/domain/quantity.ts';

let test: TestApp;
beforeEach(async () => {
  test = await createOpenShop();
});
afterEach(() => test.close());

type Lines = Output<'stockCounts.listLines'>;
type Ask = Partial<Input<'stockCounts.listLines'>>;

const list = (part: Ask = {}): Promise<Lines> =>
  test.ask('stockCounts.listLines', { countId: 1, show: 'all', text: '', cursor: null, limit: 100, ...part });
const names = async (part: Ask = {}) => (await list(part)).items.map((one) => one.name);
const start = (categoryId: number | null = null) =>
  test.ask('stockCounts.start', { name: 'Year end', categoryId });
const enter = (productId: number, count: number) =>
  test.ask('stockCounts.enter', { countId: 1, productId, counted: pieces(count) });

async function walk(part: Ask): Promise<string[]> {
  const found: string[] = [];
  for (let cursor: string | null = null; ; ) {
    const page: Lines = await list({ ...part, cursor });
    found.push(...page.items.map((one) => one.name));
    if (page.next === null) return found;
    cursor = page.next;
    if (found.length > 10_000) throw new Error('the pages never end');
  }
}

describe('stockCounts.listLines', () => {
  it('tells what was expected when it was counted, and what is on hand while it is not', async () => {
    const beans = addProduct(test, { name: 'Beans', sku: 'B-1', stock: 10 });
    addProduct(test, { name: 'Milk', unit: 'l', stock: 5 });
    await start();
    await enter(beans, 9);
    await test.ask('orders.place', counterSale([line(beans, 2, 350)]));
    const common = { pictureId: null };
    expect((await list()).items).toEqual([
      {
        ...common,
        productId: beans,
        name: 'Beans',
        sku: 'B-1',
        unit: 'piece',
        expected: 10_000,
        counted: 9000,
        countedAt: test.now,
        countedBy: 'Olga Owner',
      },
      {
        ...common,
        productId: 2,
        name: 'Milk',
        sku: null,
        unit: 'l',
        expected: 5000,
        counted: null,
        countedAt: null,
        countedBy: null,
      },
    ]);
  });

  it('stands by name in any case, variants in full, page after page', async () => {
    const parentId = addProduct(test, { kind: 'parent', name: 'Cap' });
    for (const name of ['beans', 'Apples', 'Éclair', 'Zest', 'Beans', 'apples']) addProduct(test, { name });
    for (const variantLabel of ['Red', 'Blue']) {
      addProduct(test, { kind: 'variant', parentId, name: 'Cap', variantLabel });
    }
    await start();
    archiveProduct(test, 3);
    const wanted = ['Apples', 'apples', 'beans', 'Beans', 'Cap, Red', 'Cap, Blue', 'Zest', 'Éclair'];
    for (const limit of [1, 3, 100]) expect(await walk({ limit })).toEqual(wanted);
  });

  it('shows what is still to be counted, what is, and what differs', async () => {
    const ids = ['A', 'B', 'C', 'D'].map((name) => addProduct(test, { name, stock: 4 }));
    await start();
    await enter(ids[1] ?? 0, 4);
    await enter(ids[3] ?? 0, 5);
    expect(await names({ show: 'uncounted' })).toEqual(['A', 'C']);
    expect(await names({ show: 'counted' })).toEqual(['B', 'D']);
    expect(await names({ show: 'different' })).toEqual(['D']);
    expect(await names({ show: 'all' })).toEqual(['A', 'B', 'C', 'D']);
  });

  it('finds by name, SKU and barcode, within the sheet and what is shown', async () => {
    const categoryId = addCategory(test, { name: 'Coffee' });
    const dark = addProduct(test, { name: 'Dark beans', sku: 'DB-7', barcode: '4006381333931', categoryId });
    addProduct(test, { name: 'Light beans', categoryId });
    addProduct(test, { name: 'Jelly beans', sku: 'JB-7' });
    await start(categoryId);
    expect(await names({ text: 'beans' })).toEqual(['Dark beans', 'Light beans']);
    expect(await names({ text: 'db-7' })).toEqual(['Dark beans']);
    expect(await names({ text: ' 4006381333931 ' })).toEqual(['Dark beans']);
    expect(await names({ text: 'JB-7' })).toEqual([]);
    await enter(dark, 3);
    expect(await names({ text: 'beans', show: 'uncounted' })).toEqual(['Light beans']);
    expect(await walk({ text: 'beans', limit: 1 })).toEqual(['Dark beans', 'Light beans']);
  });

  it('walks a sheet that is too large to be sorted, with the same answer', async () => {
    const count = 3300;
    change(
      test,
      `WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ${count})
       INSERT INTO products (kind, name, description, taxClassId, price, unit, createdAt)
       SELECT 'single', 'P' || (i * 7919 % 3301), '', 1, 100, 'piece', 0 FROM n`,
    );
    change(test, 'INSERT INTO productStock SELECT id, 1, 5000, 0, 0 FROM products');
    await start();
    change(
      test,
      `UPDATE stockCountLines SET expected = 5000, counted = 5000 + (productId % 2), countedAt = 0
       WHERE productId % 3 > 0`,
    );
    const byName = (where: string) =>
      test.file.read
        .statement(`SELECT name FROM products WHERE ${where} ORDER BY name COLLATE NOCASE, id`)
        .pluck()
        .all();
    expect(await walk({})).toEqual(byName('1'));
    expect(await walk({ show: 'counted' })).toEqual(byName('id % 3 > 0'));
    expect(await walk({ show: 'uncounted' })).toEqual(byName('id % 3 = 0'));
    expect(await walk({ show: 'different' })).toEqual(byName('id % 3 > 0 AND id % 2 = 1'));
  });

  it('refuses a stock-take that is not there and a cursor that was made up', async () => {
    addProduct(test);
    expect((await test.refused('stockCounts.listLines', ask({}))).code).toBe('not-found');
    await start();
    for (const cursor of ['', 'x', Buffer.from('["sheet",99]').toString('base64url')]) {
      expect((await test.refused('stockCounts.listLines', ask({ cursor }))).code).toBe('invalid-input');
    }
  });

  const ask = (part: Ask): Input<'stockCounts.listLines'> => ({
    countId: 1,
    show: 'all',
    text: '',
    cursor: null,
    limit: 10,
    ...part,
  });
});
