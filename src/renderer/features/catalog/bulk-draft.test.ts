import { describe, expect, it } from 'vitest';
import { money } from '../../../shared/domain/money.ts';
import { percent } from '../../../shared/domain/rate.ts';
import { bulkChangeOf, emptyBulkDraft, roundedExample } from './bulk-draft.ts';
import { isShown, productColumnChoice } from './column-choice.ts';
import { noFilter } from './product-filter.ts';
import {
  bulkSelectionOf,
  changedSelection,
  chosenCount,
  chosenKeys,
  everythingChosen,
  nothingChosen,
} from './product-selection.ts';
import { headerSort, productSortQuery, readProductSort, sortOfHeader } from './product-sort.ts';

describe('bulkChangeOf', () => {
  it('is null until it says something', () => {
    for (const what of ['percent', 'amount', 'category', 'tax-class'] as const)
      expect(bulkChangeOf({ ...emptyBulkDraft, what }, 2, true)).toBe(null);
    expect(bulkChangeOf({ ...emptyBulkDraft, rate: percent(0) }, 2, true)).toBe(null);
  });

  it('lowers by a signed share and ends prices as the currency has them', () => {
    const draft = {
      ...emptyBulkDraft,
      direction: 'down' as const,
      rate: percent(10),
      rounding: 'ending-99' as const,
    };
    expect(bulkChangeOf(draft, 2, true)).toEqual({
      kind: 'price-percent',
      rate: -100_000,
      rounding: { step: 100, ending: 99 },
    });
    expect(bulkChangeOf(draft, 3, true)).toMatchObject({ rounding: { step: 1000, ending: 990 } });
    expect(roundedExample('ending-99', 2)).toBe(999);
    expect(roundedExample('half', 2)).toBe(1050);
    expect(roundedExample('whole', 0)).toBe(1000);
  });

  it('sets, takes away and archives', () => {
    expect(bulkChangeOf({ ...emptyBulkDraft, what: 'category', category: 'none' }, 2, true)).toEqual({
      kind: 'category',
      categoryId: null,
    });
    expect(bulkChangeOf({ ...emptyBulkDraft, what: 'amount', amount: money(50) }, 2, true)).toEqual({
      kind: 'price-amount',
      amount: 50,
      rounding: null,
    });
    expect(bulkChangeOf({ ...emptyBulkDraft, what: 'archive' }, 2, false)).toEqual({
      kind: 'archive',
      archived: false,
    });
  });
});

describe('choosing products', () => {
  const rows = ['1', '2', '3'];

  it('leaves rows out of all that fit, also those that are read later', () => {
    const left = changedSelection(everythingChosen, rows, new Set(['1', '3']));
    expect(chosenKeys(left, [...rows, '4'])).toEqual(new Set(['1', '3', '4']));
    expect(chosenCount(left, 50_000)).toBe(49_999);
    expect(bulkSelectionOf(left, noFilter)).toEqual({ kind: 'filter', filter: noFilter, except: [2] });
    expect(changedSelection(left, rows, new Set())).toBe(nothingChosen);
  });

  it('names the rows one by one', () => {
    const some = changedSelection(nothingChosen, rows, new Set(['2']));
    expect(bulkSelectionOf(some, noFilter)).toEqual({ kind: 'products', productIds: [2] });
    expect(bulkSelectionOf(nothingChosen, noFilter)).toBe(null);
  });
});

describe('columns and order in the address', () => {
  it('reads back what it wrote', () => {
    const chosen = new Set(['price', 'created'] as const);
    expect(productColumnChoice.read(productColumnChoice.write(chosen))).toEqual(chosen);
    expect(productColumnChoice.read(productColumnChoice.write(new Set()))).toEqual(new Set());
    expect(productColumnChoice.write(productColumnChoice.read(undefined))).toBe(undefined);
    expect(isShown(new Set(), 'product')).toBe(true);
    expect(isShown(new Set(), 'price')).toBe(false);
    const order = { sort: 'available', descending: true } as const;
    expect(readProductSort(productSortQuery(order))).toEqual(order);
    expect(sortOfHeader(headerSort(order))).toEqual(order);
    expect(readProductSort({ sort: 'constructor' })).toEqual({ sort: 'name', descending: false });
  });
});
