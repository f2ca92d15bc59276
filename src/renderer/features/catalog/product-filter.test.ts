import { describe, expect, it } from 'vitest';
import { type Category, categoryTree } from './category-choices.ts';
import { noFilter, type ProductFilter, productFilterQuery, readProductFilter } from './product-filter.ts';

describe('readProductFilter', () => {
  it('reads back what it wrote', () => {
    const filter: ProductFilter = { text: 'crème & co', categoryId: 12, stock: 'low' };
    expect(readProductFilter(productFilterQuery(filter))).toEqual(filter);
    expect(readProductFilter(productFilterQuery(noFilter))).toEqual(noFilter);
  });

  it('leaves out what nobody can have meant', () => {
    const read = readProductFilter({ text: 'x'.repeat(500), category: '-1', stock: 'toString' });
    expect(read).toEqual({ ...noFilter, text: 'x'.repeat(200) });
    for (const category of ['0', '1e3', '01', '12345678901234567', ' 1'])
      expect(readProductFilter({ category }).categoryId).toBe(null);
  });
});

describe('categoryTree', () => {
  const category = (id: number, parentId: number | null): Category => ({
    id,
    parentId,
    name: `C${id}`,
    colour: 0,
    productCount: 1,
  });
  const read = (categories: readonly Category[]) =>
    categoryTree(categories).map(({ id, depth }) => `${'-'.repeat(depth)}${id}`);

  it('puts each category under its parent', () => {
    expect(
      read([category(1, null), category(2, null), category(3, 1), category(4, 3), category(5, 1)]),
    ).toEqual(['1', '-3', '--4', '-5', '2']);
  });

  it('keeps every category of a damaged tree, once', () => {
    expect(read([category(1, 9), category(2, 3), category(3, 2), category(4, 4)])).toEqual([
      '1',
      '2',
      '-3',
      '4',
    ]);
  });
});
