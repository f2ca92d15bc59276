import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { addProduct } from '../../../../test/support/builders.ts';
import { checkShop } from '../../../../test/support/check-shop.ts';
import { createOpenShop, type TestApp } from '../../../../test/support/create-test-app.ts';
import type { Input } from '../../../shared/contract/index.ts';

let test: TestApp;
beforeEach(async () => {
  test = await createOpenShop();
});
afterEach(async () => {
  expect(checkShop(test.file.read, Buffer.alloc(32, 2))).toEqual([]);
  await test.close();
});

const create = async (name: string, parentId: number | null = null): Promise<number> =>
  (await test.ask('catalog.createCategory', { name, parentId, colour: 3, oversell: null })).categoryId;
const all = () => test.ask('catalog.allCategories', {});
const namesUnder = async (parentId: number | null): Promise<readonly string[]> =>
  (await all()).filter((one) => one.parentId === parentId).map(({ name }) => name);
const move = (categoryId: number, parentId: number | null, beforeId: number | null = null) =>
  test.ask('catalog.moveCategory', { categoryId, parentId, beforeId });
const refusedMove = async (categoryId: number, parentId: number | null, beforeId: number | null = null) =>
  (await test.refused('catalog.moveCategory', { categoryId, parentId, beforeId })).code;

describe('catalog.createCategory', () => {
  it('puts it last among its siblings, with colour and policy', async () => {
    await create('Drinks');
    const food = await create('Food');
    const input = { name: 'Bread', parentId: food, colour: 7, oversell: 'block' as const };
    const { categoryId } = await test.ask('catalog.createCategory', input);
    expect(await namesUnder(null)).toEqual(['Drinks', 'Food']);
    expect((await all()).find(({ id }) => id === categoryId)).toEqual({
      ...{ id: categoryId, ...input },
      ...{ pictureId: null, archived: false, productCount: 0 },
    });
  });

  it('refuses a name that a sibling has, a place that is not there, and a ninth level', async () => {
    const drinks = await create('Drinks');
    const refused = async (name: string, parentId: number | null) =>
      (await test.refused('catalog.createCategory', { name, parentId, colour: 0, oversell: null })).code;
    expect(await refused('DRINKS', null)).toBe('category-taken');
    expect(await refused('Cold', 99)).toBe('category-gone');
    let deepest = drinks;
    for (let level = 2; level <= 8; level += 1) deepest = await create('Drinks', deepest);
    expect(await refused('Drinks', deepest)).toBe('category-too-deep');
    await test.ask('catalog.archiveCategory', { categoryId: drinks, archived: true });
    expect(await refused('Drinks', null)).toBe('category-taken');
    expect(await refused('Cold', drinks)).toBe('category-gone');
  });
});

describe('catalog.updateCategory', () => {
  it('changes what was seen and nothing else', async () => {
    const categoryId = await create('Drinks');
    await create('Food');
    type Fields = Input<'catalog.updateCategory'>['before'];
    const change = (before: Fields, after: Fields) => ({ categoryId, before, after });
    await test.ask(
      'catalog.updateCategory',
      change({ name: 'Drinks', colour: 3 }, { name: 'drinks', colour: 5 }),
    );
    expect((await all())[0]).toMatchObject({ name: 'drinks', colour: 5, oversell: null });
    const refused = async (before: Fields, after: Fields) =>
      (await test.refused('catalog.updateCategory', change(before, after))).code;
    expect(await refused({ colour: 3 }, { colour: 4 })).toBe('category-changed');
    expect(await refused({ name: 'drinks' }, { name: 'food' })).toBe('category-taken');
    expect(await refused({}, { colour: 4 })).toBe('invalid-input');
    const gone = { categoryId: 99, before: {}, after: {} };
    expect((await test.refused('catalog.updateCategory', gone)).code).toBe('not-found');
  });
});

describe('catalog.moveCategory', () => {
  it('orders siblings and moves a category with all below it', async () => {
    const [a, b, c] = [await create('A'), await create('B'), await create('C')];
    await move(c, null, a);
    expect(await namesUnder(null)).toEqual(['C', 'A', 'B']);
    await move(c, null);
    expect(await namesUnder(null)).toEqual(['A', 'B', 'C']);
    const below = await create('D', b);
    await move(b, a);
    expect([await namesUnder(null), await namesUnder(a), await namesUnder(b)]).toEqual([
      ['A', 'C'],
      ['B'],
      ['D'],
    ]);
    await move(below, null, c);
    expect(await namesUnder(null)).toEqual(['A', 'D', 'C']);
  });

  it('refuses a circle, a name that is taken there, a depth beyond, and a sibling that is none', async () => {
    const [a, b] = [await create('A'), await create('B')];
    const inner = await create('B', a);
    const deep = await create('C', inner);
    expect(await refusedMove(a, a)).toBe('category-loop');
    expect(await refusedMove(a, deep)).toBe('category-loop');
    expect(await refusedMove(b, a)).toBe('category-taken');
    expect(await refusedMove(a, 99)).toBe('category-gone');
    expect(await refusedMove(a, null, deep)).toBe('invalid-input');
    expect(await refusedMove(99, null)).toBe('not-found');
    let deepest = b;
    for (let level = 2; level <= 6; level += 1) deepest = await create('X', deepest);
    expect(await refusedMove(a, deepest)).toBe('category-too-deep');
    expect(await namesUnder(null)).toEqual(['A', 'B']);
  });
});

describe('catalog.archiveCategory', () => {
  it('hides it with all below, keeps its products in sale, and brings back what went along', async () => {
    const food = await create('Food');
    const [bread, cake] = [await create('Bread', food), await create('Cake', food)];
    addProduct(test, { categoryId: bread });
    await test.ask('catalog.archiveCategory', { categoryId: cake, archived: true });
    test.now += 1000;
    const hidden = await test.ask('catalog.archiveCategory', { categoryId: food, archived: true });
    expect(hidden).toEqual({ categories: 2, products: 1 });
    expect(await test.ask('catalog.categories', {})).toEqual([]);
    const all = { text: '', categoryId: null, cursor: null, limit: 10 };
    expect((await test.ask('catalog.search', all)).items).toHaveLength(1);
    const alone = { categoryId: bread, archived: false };
    expect((await test.refused('catalog.archiveCategory', alone)).code).toBe('category-gone');
    const back = await test.ask('catalog.archiveCategory', { categoryId: food, archived: false });
    expect(back).toEqual({ categories: 2, products: 1 });
    expect((await test.ask('catalog.categories', {})).map(({ name }) => name).sort()).toEqual([
      'Bread',
      'Food',
    ]);
    const twice = await test.ask('catalog.archiveCategory', { categoryId: food, archived: false });
    expect(twice.categories).toBe(0);
  });
});
