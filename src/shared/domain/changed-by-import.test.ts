import { expect, it } from 'vitest';
import { changedByImport } from './changed-by-import.ts';

it('counts a product once that differs in both ways, and only what may change', () => {
  const products = { change: 5, details: 4, stock: 3 };
  expect(changedByImport(products, { updateExisting: true, setStock: true })).toBe(5);
  expect(changedByImport(products, { updateExisting: true, setStock: false })).toBe(4);
  expect(changedByImport(products, { updateExisting: false, setStock: true })).toBe(3);
  expect(changedByImport(products, { updateExisting: false, setStock: false })).toBe(0);
});
