import { useMemo, useState } from 'react';
import {
  bulkSelectionOf,
  changedSelection,
  chosenCount,
  chosenKeys,
  everythingChosen,
  nothingChosen,
  type ProductSelection,
} from './product-selection.ts';
import { type ProductList, productKey } from './use-product-list.ts';

/** Which products are chosen, as long as the table is narrowed in the same way. */
export function useProductSelection({ rows, asked, count }: ProductList) {
  const scope = JSON.stringify(asked);
  const [chosen, setChosen] = useState<{ readonly scope: string; readonly selection: ProductSelection }>({
    scope,
    selection: nothingChosen,
  });
  const selection = chosen.scope === scope ? chosen.selection : nothingChosen;
  const set = (next: ProductSelection) => setChosen({ scope, selection: next });
  const rowKeys = useMemo(() => rows.map(productKey), [rows]);
  const keys = useMemo(() => chosenKeys(selection, rowKeys), [selection, rowKeys]);
  return {
    keys,
    change: (next: ReadonlySet<string>) => set(changedSelection(selection, rowKeys, next)),
    chooseAll: () => set(everythingChosen),
    clear: () => set(nothingChosen),
    isEverything: selection.kind === 'filter',
    /** How many; at least so many where not all that fit were counted. */
    count: chosenCount(selection, count?.count ?? rows.length),
    atLeast: selection.kind === 'filter' && (count?.atLeast ?? true),
    bulk: bulkSelectionOf(selection, asked),
  };
}
export type TableSelection = ReturnType<typeof useProductSelection>;
