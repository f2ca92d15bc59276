import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { addProduct } from '../../../../test/support/builders.ts';
import {
  addCategory,
  archiveProduct,
  change,
  namesIn,
  search,
} from '../../../../test/support/catalog-builders.ts';
import { createOpenShop, type TestApp } from '../../../../test/support/create-test-app.ts';

let test: TestApp;
beforeEach(async () => {
  test = await createOpenShop();
});
afterEach(() => test.close());

/** Asks page after page until the end. */
async function allPages(text: string, limit: number, categoryId?: number): Promise<string[]> {
  const names: string[] = [];
  let cursor: string | undefined;
  do {
    const page = await search(test, text, {
      limit,
      ...(cursor === undefined ? {} : { cursor }),
      ...(categoryId === undefined ? {} : { categoryId }),
    });
    expect(page.items.length).toBeLessThanOrEqual(limit);
    names.push(...namesIn(page));
    cursor = page.next ?? undefined;
  } while (cursor !== undefined);
  return names;
}

describe('catalog.search with a text', () => {
  it('finds products by any words of the name, however they are written', async () => {
    addProduct(test, { name: 'Crème brûlée, small' });
    addProduct(test, { name: 'Ice cream' });
    expect(namesIn(await search(test, 'BRUL crem'))).toEqual(['Crème brûlée, small']);
    expect(namesIn(await search(test, 'cre'))).toEqual(['Crème brûlée, small', 'Ice cream']);
  });

  it('puts what sells best first, then goes by name', async () => {
    addProduct(test, { name: 'Tea b' });
    addProduct(test, { name: 'tea A' });
    const best = addProduct(test, { name: 'Tea z' });
    change(test, `UPDATE products SET popularity = 9 WHERE id = ${best}`);
    expect(namesIn(await search(test, 'tea'))).toEqual(['Tea z', 'tea A', 'Tea b']);
  });

  it('puts the product whose code it is before everything else', async () => {
    const popular = addProduct(test, { name: '4006381333931 lookalike', sku: 'ab-12-x' });
    change(test, `UPDATE products SET popularity = 99 WHERE id = ${popular}`);
    addProduct(test, { name: 'Pen', sku: 'AB-12', barcode: '4006381333931' });
    expect(namesIn(await search(test, '4006381333931'))).toEqual(['Pen', '4006381333931 lookalike']);
    expect(namesIn(await search(test, ' ab-12 '))).toEqual(['Pen', '4006381333931 lookalike']);
    expect(namesIn(await search(test, '400638'))).toEqual(['4006381333931 lookalike', 'Pen']);
  });

  it('lists variants themselves, found by their parent’s name and their label', async () => {
    const parentId = addProduct(test, { kind: 'parent', name: 'Merino jumper' });
    for (const variantLabel of ['Red / L', 'Blue / L']) {
      addProduct(test, { kind: 'variant', parentId, name: 'Merino jumper', variantLabel });
    }
    expect(namesIn(await search(test, 'merino'))).toEqual([
      'Merino jumper, Red / L',
      'Merino jumper, Blue / L',
    ]);
    expect(namesIn(await search(test, 'jumper blue'))).toEqual(['Merino jumper, Blue / L']);
  });

  it('leaves out what is archived or only groups others', async () => {
    addProduct(test, { kind: 'parent', name: 'Lonely parent' });
    archiveProduct(test, addProduct(test, { name: 'Lonely product', sku: 'GONE', barcode: '4006381333931' }));
    for (const text of ['lonely', 'GONE', '4006381333931', 'nely'])
      expect(namesIn(await search(test, text))).toEqual([]);
  });

  it('finds a piece of a word, and of a script without spaces, where no word begins so', async () => {
    addProduct(test, { name: 'Himbeerkuchen', sku: 'KX-9Q71' });
    addProduct(test, { name: '京都宇治抹茶' });
    expect(namesIn(await search(test, 'kuchen'))).toEqual(['Himbeerkuchen']);
    expect(namesIn(await search(test, '9q7'))).toEqual(['Himbeerkuchen']);
    expect(namesIn(await search(test, '抹茶'))).toEqual(['京都宇治抹茶']);
    expect(namesIn(await search(test, '茶'))).toEqual(['京都宇治抹茶']);
    expect(namesIn(await search(test, '%'))).toEqual([]);
  });

  it('finds the variants of a parent by a piece of its name', async () => {
    const parentId = addProduct(test, { kind: 'parent', name: 'Regenmantel' });
    addProduct(test, { kind: 'variant', parentId, name: 'Regenmantel', variantLabel: 'L' });
    expect(namesIn(await search(test, 'mantel'))).toEqual(['Regenmantel, L']);
  });

  it('keeps to a category and those below it', async () => {
    const food = addCategory(test, { name: 'Food' });
    const bread = addCategory(test, { name: 'Bread', parentId: food });
    const books = addCategory(test, { name: 'Books' });
    addProduct(test, { name: 'Rye loaf', categoryId: bread });
    addProduct(test, { name: 'Rye and wheat, a novel', categoryId: books });
    const parentId = addProduct(test, { kind: 'parent', name: 'Rye rolls', categoryId: bread });
    addProduct(test, { kind: 'variant', parentId, name: 'Rye rolls', variantLabel: '6' });
    expect(namesIn(await search(test, 'rye', { categoryId: food }))).toEqual(['Rye loaf', 'Rye rolls, 6']);
    expect(namesIn(await search(test, 'rye', { categoryId: books }))).toEqual(['Rye and wheat, a novel']);
    expect(namesIn(await search(test, 'rye', { categoryId: 999 }))).toEqual([]);
  });

  it('follows a change of name at once', async () => {
    const id = addProduct(test, { name: 'Old name' });
    change(test, `UPDATE products SET name = 'New name' WHERE id = ${id}`);
    const { indexProduct } = await import('./index-product.ts');
    test.file.transaction((db) => indexProduct(db, id));
    expect(namesIn(await search(test, 'old'))).toEqual([]);
    expect(namesIn(await search(test, 'new'))).toEqual(['New name']);
  });

  it('shows each match once over all pages, the coded product at the top', async () => {
    for (let number = 0; number < 23; number += 1)
      addProduct(test, { name: `Tea ${number % 7}`, sku: `TEA-${number}` });
    addProduct(test, { name: 'Zebra', sku: 'tea' });
    const once = await allPages('tea', 100);
    expect(once).toHaveLength(24);
    expect(once[0]).toBe('Zebra');
    for (const limit of [1, 5, 23, 24]) expect(await allPages('tea', limit)).toEqual(once);
  });

  it.each([
    '"',
    "'; DROP TABLE products; --",
    'NEAR(a, b',
    '* AND *',
    '-',
    '\u0000',
    '\ud800',
    '🍎🍎',
    'مرحبا بالعالم',
    'x'.repeat(200),
    '" '.repeat(100),
    'a '.repeat(100),
  ])('answers %j with a page', async (text) => {
    addProduct(test, { name: 'Flat white' });
    const page = await search(test, text);
    expect(page.next).toBeNull();
    expect(page.items.length).toBeLessThanOrEqual(1);
  });
});

describe('catalog.search without a text', () => {
  it('lists by name, parents for their variants, page after page', async () => {
    const parentId = addProduct(test, { kind: 'parent', name: 'mug' });
    addProduct(test, { kind: 'variant', parentId, name: 'mug', variantLabel: 'Red' });
    addProduct(test, { kind: 'parent', name: 'Nothing left' });
    for (const name of ['Plate', 'bowl', 'Bowl', 'Äpfel', 'cup', 'Cup']) addProduct(test, { name });
    const names = ['bowl', 'Bowl', 'cup', 'Cup', 'mug', 'Plate', 'Äpfel'];
    expect(await allPages('', 100)).toEqual(names);
    for (const limit of [1, 2, 3, 6, 7]) expect(await allPages('  ', limit)).toEqual(names);
  });

  it('lists a category and those below it', async () => {
    const food = addCategory(test, { name: 'Food' });
    const bread = addCategory(test, { name: 'Bread', parentId: food });
    const rye = addCategory(test, { name: 'Rye', parentId: bread });
    addProduct(test, { name: 'Loaf', categoryId: rye });
    addProduct(test, { name: 'Apple', categoryId: food });
    addProduct(test, { name: 'Bun', categoryId: bread });
    addProduct(test, { name: 'Book' });
    for (const limit of [1, 2, 100]) {
      expect(await allPages('', limit, food)).toEqual(['Apple', 'Bun', 'Loaf']);
      expect(await allPages('', limit, rye)).toEqual(['Loaf']);
    }
  });

  it('is not led round in circles by a damaged tree of categories', async () => {
    const one = addCategory(test, { name: 'One' });
    const two = addCategory(test, { name: 'Two', parentId: one });
    change(test, `UPDATE categories SET parentId = ${two} WHERE id = ${one}`);
    addProduct(test, { name: 'Loaf', categoryId: two });
    expect(await allPages('', 10, one)).toEqual(['Loaf']);
    expect(await test.ask('catalog.categories', {})).toHaveLength(2);
  });

  it('goes on where it was when the last product was renamed meanwhile', async () => {
    for (const name of ['a', 'b', 'c', 'd']) addProduct(test, { name });
    const first = await search(test, '', { limit: 2 });
    change(test, "UPDATE products SET name = 'c0' WHERE name = 'b'");
    const rest = await search(test, '', { limit: 9, cursor: first.next ?? '' });
    expect(namesIn(rest)).toEqual(['d']);
  });

  it('refuses a cursor that is none, or another list’s', async () => {
    for (const name of ['a', 'b']) addProduct(test, { name });
    const { next } = await search(test, '', { limit: 1 });
    const input = { text: 'a', categoryId: null, limit: 1 };
    for (const cursor of [next, 'x', '']) {
      expect((await test.refused('catalog.search', { ...input, cursor })).code).toBe('invalid-input');
    }
  });
});
