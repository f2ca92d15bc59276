import { describe, expect, it } from 'vitest';
import { groupItems } from './group-items.ts';
import type { PaletteItem } from './palette-item.ts';

const item = (key: string, group: PaletteItem['group'], more: Partial<PaletteItem> = {}): PaletteItem => ({
  ...{ key, group, label: key, lead: null, run: () => undefined },
  ...more,
});

const listed = (items: readonly PaletteItem[], typed: string, favourites: readonly string[] = []) =>
  groupItems(items, typed, favourites).map((group) => [group.key, ...group.items.map(({ key }) => key)]);

const items = [
  item('Hold the sale', 'here'),
  item('Order 12', 'orders', { fit: 200 }),
  item('Products', 'screens'),
  item('Product 12', 'products', { fit: 55 }),
  item('Delivery days', 'settings', { typedOnly: true }),
];

describe('the palette before anything is typed', () => {
  it('lists what was used before, then what can be done; nothing twice, no setting, nothing that was searched', () => {
    expect(listed(items, '  ', ['Products', 'gone', 'Order 12'])).toEqual([
      ['recent', 'Products', 'Order 12'],
      ['here', 'Hold the sale'],
    ]);
  });
});

describe('the palette with words', () => {
  it('lists what fits, the group of the best first', () => {
    expect(listed(items, 'prod')).toEqual([
      ['orders', 'Order 12'],
      ['screens', 'Products'],
      ['products', 'Product 12'],
    ]);
    expect(listed(items, 'deliv days')[1]).toEqual(['settings', 'Delivery days']);
  });

  it('puts what was used before first among what fits alike, and not before what fits better', () => {
    const some = [item('Stock', 'screens'), item('Stock one', 'screens'), item('Stock two', 'screens')];
    expect(listed(some, 'stock', ['Stock two'])).toEqual([['screens', 'Stock', 'Stock two', 'Stock one']]);
  });

  it('keeps each group short', () => {
    const many = Array.from({ length: 30 }, (_, index) => item(`Stock ${index}`, 'screens'));
    expect(groupItems(many, 'stock', [])[0]?.items).toHaveLength(7);
  });
});
