import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { addProduct } from '../../../../test/support/builders.ts';
import { addCategory, archiveProduct, change, namesIn } from '../../../../test/support/catalog-builders.ts';
import { createOpenShop, type TestApp } from '../../../../test/support/create-test-app.ts';
import type { Input, Output } from '../../../shared/contract/index.ts';
import type { Caller } from '../../app/create-app.ts';

let test: TestApp;
beforeEach(async () => {
  test = await createOpenShop();
});
afterEach(() => test.close());

type Filter = Partial<Input<'catalog.list'>>;

const list = (filter: Filter = {}): Promise<Output<'catalog.list'>> =>
  test.ask('catalog.list', { text: '', categoryId: null, stock: 'all', cursor: null, limit: 200, ...filter });

async function allPages(filter: Filter, limit: number): Promise<string[]> {
  const names: string[] = [];
  let cursor: string | null = null;
  do {
    const page = await list({ ...filter, cursor, limit });
    expect(page.items.length).toBeLessThanOrEqual(limit);
    names.push(...namesIn(page));
    cursor = page.next;
  } while (cursor !== null);
  return names;
}

function family(name: string, stocks: Readonly<Record<string, number>>, categoryId?: number): number {
  const category = categoryId === undefined ? {} : { categoryId };
  const parentId = addProduct(test, { kind: 'parent', name, ...category });
  for (const [variantLabel, stock] of Object.entries(stocks)) {
    addProduct(test, { kind: 'variant', parentId, name, variantLabel, stock, ...category });
  }
  return parentId;
}

const everyPage = [1, 2, 3, 4, 5, 50];

describe('catalog.list', () => {
  it('lists by name with variants behind their parent, on pages of any size', async () => {
    family('Mug', { Red: 20, Blue: 20, Green: 20 });
    for (const name of ['apron', 'Zest', 'Bowl']) addProduct(test, { name, stock: 20 });
    family('Empty parent', {});
    archiveProduct(test, addProduct(test, { name: 'Gone' }));
    const names = ['apron', 'Bowl', 'Empty parent', 'Mug', 'Mug, Red', 'Mug, Blue', 'Mug, Green', 'Zest'];
    for (const limit of everyPage) expect(await allPages({}, limit)).toEqual(names);
  });

  it('shows what is low or out, with the parents of variants that are', async () => {
    family('Mug', { Red: 20, Blue: 2, Green: 0 });
    family('Cup', { Red: 20 });
    addProduct(test, { name: 'Plenty', stock: 6 });
    addProduct(test, { name: 'Few', stock: 5 });
    addProduct(test, { name: 'Oversold', stock: -3 });
    addProduct(test, { name: 'Uncounted', stock: null });
    for (const limit of everyPage) {
      expect(await allPages({ stock: 'low' }, limit)).toEqual([
        'Few',
        'Mug',
        'Mug, Blue',
        'Mug, Green',
        'Oversold',
      ]);
      expect(await allPages({ stock: 'out' }, limit)).toEqual(['Mug', 'Mug, Green', 'Oversold']);
    }
  });

  it('pages the same where so much is low that it is walked instead of sorted', async () => {
    const few = ['Few', 'Mug', 'Mug, Blue', 'Mug, Green', 'Oversold'];
    family('Mug', { Red: 20, Blue: 2, Green: -1 });
    addProduct(test, { name: 'Few', stock: 5 });
    addProduct(test, { name: 'Oversold', stock: -3 });
    const categoryId = addCategory(test, { name: 'Crowd' });
    change(
      test,
      `WITH RECURSIVE n (i) AS (SELECT 1000 UNION ALL SELECT i + 1 FROM n WHERE i < 3000)
       INSERT INTO products (id, kind, name, description, categoryId, taxClassId, price, unit, createdAt)
       SELECT i, 'single', printf('Crowd %05d', i), '', ${categoryId}, 1, 100, 'piece', 0 FROM n`,
    );
    change(test, 'INSERT INTO productStock SELECT id, 1, 1000, 0, 5000 FROM products WHERE id >= 1000');
    const low = await allPages({ stock: 'low' }, 190);
    expect(low).toHaveLength(few.length + 2001);
    expect(low.filter((name) => !name.startsWith('Crowd'))).toEqual(few);
    expect(low.indexOf('Few')).toBe(2001);
    expect(await allPages({ stock: 'out' }, 2)).toEqual(['Mug', 'Mug, Green', 'Oversold']);
    expect(await allPages({ stock: 'low', categoryId }, 200)).toHaveLength(2001);
    expect(await allPages({ stock: 'out', categoryId }, 200)).toEqual([]);
  });

  it('finds by text, a parent with those of its variants that fit', async () => {
    family('Mug', { Red: 20, Blue: 2 });
    addProduct(test, { name: 'Blue paint', stock: 20, sku: 'P-7' });
    for (const limit of everyPage) {
      expect(await allPages({ text: 'blue' }, limit)).toEqual(['Blue paint', 'Mug', 'Mug, Blue']);
      expect(await allPages({ text: 'blue', stock: 'low' }, limit)).toEqual(['Mug', 'Mug, Blue']);
    }
    expect(await allPages({ text: 'p-7' }, 10)).toEqual(['Blue paint']);
    expect(await allPages({ text: 'nothing so' }, 10)).toEqual([]);
  });

  it('keeps to a category and those below, with any other filter', async () => {
    const home = addCategory(test, { name: 'Home' });
    const kitchen = addCategory(test, { name: 'Kitchen', parentId: home });
    family('Mug', { Red: 20, Blue: 2 }, kitchen);
    addProduct(test, { name: 'Lamp', stock: 1, categoryId: home });
    addProduct(test, { name: 'Blue book', stock: 1 });
    const bare = family('Jug', {}, home);
    addProduct(test, { kind: 'variant', parentId: bare, name: 'Jug', variantLabel: 'Blue', stock: 0 });
    for (const limit of everyPage) {
      const all = ['Jug', 'Jug, Blue', 'Lamp', 'Mug', 'Mug, Red', 'Mug, Blue'];
      expect(await allPages({ categoryId: home }, limit)).toEqual(all);
      const low = ['Jug', 'Jug, Blue', 'Lamp', 'Mug', 'Mug, Blue'];
      expect(await allPages({ categoryId: home, stock: 'low' }, limit)).toEqual(low);
      expect(await allPages({ categoryId: home, stock: 'out' }, limit)).toEqual(['Jug', 'Jug, Blue']);
      const blue = ['Jug', 'Jug, Blue', 'Mug', 'Mug, Blue'];
      expect(await allPages({ categoryId: home, text: 'blue' }, limit)).toEqual(blue);
    }
  });

  it('refuses a cursor that is none or names nothing', async () => {
    const { encodeCursor } = await import('./cursor.ts');
    const input = { text: '', categoryId: null, stock: 'all', limit: 1 } as const;
    for (const cursor of ['x', encodeCursor('products', 999), encodeCursor('browse', 1)]) {
      expect((await test.refused('catalog.list', { ...input, cursor })).code).toBe('invalid-input');
    }
  });
});

describe('what the back office sees of a product', () => {
  async function cashier(): Promise<Caller> {
    const caller: Caller = { kind: 'window', windowId: 2 };
    const { staffId } = await test.ask('staff.add', { name: 'Cas', role: 'cashier', pin: '730184' });
    await test.ask('session.signIn', { staffId, pin: '730184' }, caller);
    return caller;
  }

  it('shows everything to who may see profit', async () => {
    const categoryId = addCategory(test, { name: 'Drinks' });
    const draft = { name: 'Latte', cost: 120, stock: 9, barcode: '4006381333931', categoryId };
    const productId = addProduct(test, draft);
    change(test, `UPDATE productStock SET reserved = 2000 WHERE productId = ${productId}`);
    const [row] = (await list()).items;
    expect(row).toMatchObject({
      categoryName: 'Drinks',
      taxClassName: 'Standard',
      cost: 120,
      barcodes: ['4006381333931'],
      onHand: 9000,
      reserved: 2000,
      available: 7000,
      reorderLevel: 5000,
      archived: false,
    });
    const product = await test.ask('catalog.product', { productId });
    expect(product).toEqual({ ...row, description: '', createdAt: test.now, variants: [] });
  });

  it('hides what it cost from who may not', async () => {
    const productId = addProduct(test, { cost: 120 });
    const caller = await cashier();
    const input = { text: '', categoryId: null, stock: 'all', cursor: null, limit: 10 } as const;
    expect((await test.ask('catalog.list', input, caller)).items[0]?.cost).toBeNull();
    expect((await test.ask('catalog.product', { productId }, caller)).cost).toBeNull();
  });

  it('shows a parent with all its variants, archived ones too, and their sums', async () => {
    const parentId = family('Mug', { Red: 20, Blue: 2 });
    const [, blue] = await test.ask('catalog.variants', { parentId });
    archiveProduct(test, blue?.id ?? 0);
    const product = await test.ask('catalog.product', { productId: parentId });
    expect(product.variants.map((one) => [one.variantLabel, one.archived])).toEqual([
      ['Red', false],
      ['Blue', true],
    ]);
    expect(product).toMatchObject({ onHand: 20_000, reorderLevel: 0, variantCount: 1 });
  });

  it('does not know a product that is not there', async () => {
    expect((await test.refused('catalog.product', { productId: 404 })).code).toBe('not-found');
  });
});

describe('catalog.categories and catalog.count', () => {
  it('counts what can be sold from each category and below', async () => {
    const food = addCategory(test, { name: 'Food' });
    const bread = addCategory(test, { name: 'Bread', parentId: food });
    const old = addCategory(test, { name: 'Old', archived: true });
    const below = addCategory(test, { name: 'Below old', parentId: old });
    family('Rolls', { 6: 1, 12: 1 }, bread);
    addProduct(test, { name: 'Apple', categoryId: food });
    const parentId = addProduct(test, { kind: 'parent', name: 'Jam', categoryId: food });
    addProduct(test, { kind: 'variant', parentId, name: 'Jam', variantLabel: 'Small' });
    archiveProduct(test, addProduct(test, { name: 'Gone', categoryId: bread }));
    addProduct(test, { name: 'Nowhere' });
    const tree = await test.ask('catalog.categories', {});
    expect(Object.fromEntries(tree.map((one) => [one.id, [one.parentId, one.productCount]]))).toEqual({
      [food]: [null, 4],
      [bread]: [food, 2],
      [below]: [null, 0],
    });
    expect(await test.ask('catalog.count', {})).toEqual({ sellable: 5 });
  });

  it('tells the policy of each category itself, not of the one above', async () => {
    const drinks = addCategory(test, { name: 'Drinks', oversell: 'block' });
    const teas = addCategory(test, { name: 'Teas', parentId: drinks });
    const tree = await test.ask('catalog.categories', {});
    expect(Object.fromEntries(tree.map((one) => [one.id, one.oversell]))).toEqual({
      [drinks]: 'block',
      [teas]: null,
    });
  });
});
