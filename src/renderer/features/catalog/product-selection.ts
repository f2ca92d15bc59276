import type { BulkSelection } from './bulk-draft.ts';

type TableFilter = Extract<BulkSelection, { kind: 'filter' }>['filter'];

/** Rows that are chosen: one by one, or all that the filter shows, less some. */
export type ProductSelection =
  | { readonly kind: 'rows'; readonly keys: ReadonlySet<string> }
  | { readonly kind: 'filter'; readonly except: ReadonlySet<string> };

export const nothingChosen: ProductSelection = { kind: 'rows', keys: new Set() };
export const everythingChosen: ProductSelection = { kind: 'filter', except: new Set() };

/** Which of the rows that were read are chosen. */
export function chosenKeys(selection: ProductSelection, rows: readonly string[]): ReadonlySet<string> {
  return selection.kind === 'rows'
    ? selection.keys
    : new Set(rows.filter((key) => !selection.except.has(key)));
}

/** The choice after the table changed which of its rows are: with all chosen, rows are left out of it. */
export function changedSelection(
  selection: ProductSelection,
  rows: readonly string[],
  chosen: ReadonlySet<string>,
): ProductSelection {
  if (selection.kind === 'rows') return { kind: 'rows', keys: chosen };
  if (chosen.size === 0) return nothingChosen;
  const others = [...selection.except].filter((key) => !rows.includes(key));
  return { kind: 'filter', except: new Set([...others, ...rows.filter((key) => !chosen.has(key))]) };
}

/** How many are chosen, of `total` that the filter shows. */
export function chosenCount(selection: ProductSelection, total: number): number {
  return selection.kind === 'rows' ? selection.keys.size : Math.max(0, total - selection.except.size);
}

/** The same as a bulk edit is asked for; null where nothing is chosen. */
export function bulkSelectionOf(selection: ProductSelection, filter: TableFilter): BulkSelection | null {
  if (selection.kind === 'filter')
    return { kind: 'filter', filter, except: [...selection.except].map(Number) };
  return selection.keys.size === 0 ? null : { kind: 'products', productIds: [...selection.keys].map(Number) };
}
