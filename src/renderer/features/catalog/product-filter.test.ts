import { describe, expect, it } from 'vitest';
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
