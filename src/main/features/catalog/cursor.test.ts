import { describe, expect, it } from 'vitest';
import { AppError } from '../../../shared/contract/errors.ts';
import { cutPage, decodeCursor, encodeCursor } from './cursor.ts';

describe('cursors', () => {
  it('come back as they were made, for their own list only', () => {
    const cursor = encodeCursor('products', 42);
    expect(decodeCursor('products', cursor)).toBe(42);
    expect(() => decodeCursor('customers', cursor)).toThrow(AppError);
  });

  it('begin at the start when there is none', () => {
    expect(decodeCursor('products', null)).toBeNull();
  });

  it.each([
    '',
    'x',
    '%%%',
    'W10',
    encodeCursor('products', 0),
    encodeCursor('products', -1),
    encodeCursor('products', 1.5),
    encodeCursor('products', 2 ** 60),
    Buffer.from('["products","1; DROP TABLE products"]').toString('base64url'),
    Buffer.from('{"0":"products","1":1}').toString('base64url'),
    Buffer.from('null').toString('base64url'),
    'a'.repeat(400),
  ])('refuse %j', (cursor) => {
    expect(() => decodeCursor('products', cursor)).toThrow('invalid-input');
  });

  it('follow the last row of a page that is not the last', () => {
    const rows = [1, 2, 3].map((id) => ({ id }));
    const page = cutPage('list', rows, 2, (row) => row.id);
    expect(page.items).toEqual([{ id: 1 }, { id: 2 }]);
    expect(decodeCursor('list', page.next)).toBe(2);
    expect(cutPage('list', rows, 3, (row) => row.id).next).toBeNull();
    expect(cutPage('list', [], 3, () => 0)).toEqual({ items: [], next: null });
  });
});
