import { describe, expect, it } from 'vitest';
import { categoryTree } from './category-tree.ts';

type Category = { readonly id: number; readonly parentId: number | null };

describe('categoryTree', () => {
  const category = (id: number, parentId: number | null): Category => ({ id, parentId });
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
