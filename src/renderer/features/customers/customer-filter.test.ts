import { describe, expect, it } from 'vitest';
import {
  customerFilterQuery,
  isFiltered,
  noFilter,
  readCustomerFilter,
  sortOfHeader,
} from './customer-filter.ts';

const usual = { ...noFilter, sort: 'name', descending: false } as const;

describe('the filter in the address', () => {
  it('comes back as it was written', () => {
    for (const filter of [
      usual,
      { text: 'ana', show: 'owing', sort: 'spent', descending: true } as const,
      { text: '', show: 'archived', sort: 'created', descending: false } as const,
    ]) {
      const query = Object.fromEntries(
        Object.entries(customerFilterQuery(filter)).filter(([, value]) => value),
      );
      expect(readCustomerFilter(query)).toEqual(filter);
    }
  });

  it('leaves out what it does not know', () => {
    expect(readCustomerFilter({ show: 'rich', sort: 'height', down: 'yes' })).toEqual(usual);
  });

  it('is narrowed by words or by whom it shows, not by an order', () => {
    expect(isFiltered({ ...usual, sort: 'owed', descending: true })).toBe(false);
    expect(isFiltered({ ...usual, text: ' ' })).toBe(false);
    expect(isFiltered({ ...usual, text: 'a' })).toBe(true);
    expect(isFiltered({ ...usual, show: 'new' })).toBe(true);
  });
});

it('sorts by a figure from its largest first, and turns round on the second press', () => {
  expect(sortOfHeader({ column: 'spent', direction: 'up' }, usual)).toEqual({
    sort: 'spent',
    descending: true,
  });
  const bySpent = { ...usual, sort: 'spent', descending: true } as const;
  expect(sortOfHeader({ column: 'spent', direction: 'up' }, bySpent)).toEqual({
    sort: 'spent',
    descending: false,
  });
  expect(sortOfHeader({ column: 'name', direction: 'up' }, bySpent)).toEqual({
    sort: 'name',
    descending: false,
  });
});
