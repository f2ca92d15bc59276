import { describe, expect, it } from 'vitest';
import { noFilter, type ProductFilter, productFilterQuery, readProductFilter } from './product-filter.ts';

describe('readProductFilter', () => {
  it('reads back what it wrote', () => {
    const filter: ProductFilter = {
      text: 'crème & co',
      category: 12,
      stock: 'low',
      taxClassId: 2,
      show: 'archived',
      missing: 'price',
    };
    expect(readProductFilter(productFilterQuery(filter))).toEqual(filter);
    expect(readProductFilter(productFilterQuery(noFilter))).toEqual(noFilter);
    expect(readProductFilter({ category: 'none' }).category).toBe('none');
  });

  it('leaves out what nobody can have meant', () => {
    const read = readProductFilter({
      text: 'x'.repeat(500),
      category: '-1',
      stock: 'toString',
      show: '1',
      missing: 'x',
    });
    expect(read).toEqual({ ...noFilter, text: 'x'.repeat(200) });
    for (const category of ['0', '1e3', '01', '12345678901234567', ' 1'])
      expect(readProductFilter({ category }).category).toBe(null);
  });
});
