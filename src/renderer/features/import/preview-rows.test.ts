import { describe, expect, it } from 'vitest';
import { filterRows, previewRows, type RowAction } from './preview-rows.ts';

type Field = 'price' | 'stock';

function row(name: string, action: RowAction, kind: 'single' | 'parent' | 'variant', fields: Field[] = []) {
  const changes = fields.map((field) => ({ field, from: '1', to: '2' }));
  return {
    name,
    action,
    kind,
    changes,
    variantLabel: null,
    sku: null,
    category: null,
    price: null,
    stock: null,
    lines: [2],
  };
}

const rows = [
  row('Shirt', 'leave', 'parent'),
  row('Red', 'create', 'variant'),
  row('Blue', 'change', 'variant', ['price']),
  row('Tea', 'change', 'single', ['stock']),
  row('Cap', 'change', 'parent', ['price']),
  row('Small', 'leave', 'variant'),
];
const names = (shown: readonly { readonly name: string }[]) => shown.map(({ name }) => name);
const both = { updateExisting: true, setStock: true };

describe('what happens to each product', () => {
  it('leaves a product as it is when all that differs may not change', () => {
    const shown = previewRows({ rows }, { updateExisting: true, setStock: false });
    expect(shown.find(({ name }) => name === 'Tea')).toMatchObject({
      action: 'leave',
      isKept: true,
      changes: [],
    });
    expect(shown.find(({ name }) => name === 'Blue')).toMatchObject({ action: 'change', isKept: false });
  });

  it('shows a parent above what is left of its variants, and never alone unless it changes itself', () => {
    const shown = previewRows({ rows }, both);
    expect(names(filterRows(shown, 'create'))).toEqual(['Shirt', 'Red']);
    expect(names(filterRows(shown, 'change'))).toEqual(['Shirt', 'Blue', 'Tea', 'Cap']);
    expect(names(filterRows(shown, 'leave'))).toEqual(['Cap', 'Small']);
    expect(filterRows(shown, 'all')).toBe(shown);
  });
});
