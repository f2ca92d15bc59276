import { useMemo, useState } from 'react';
import { type OrderRow, orderKey } from './use-order-list.ts';

const nothing: ReadonlySet<string> = new Set();

/** The orders that are chosen in the list. What a filter takes out of sight is no longer chosen. */
export function useChosenOrders(rows: readonly OrderRow[]) {
  const [keys, choose] = useState<ReadonlySet<string>>(nothing);
  const chosen = useMemo(
    () => (keys.size === 0 ? [] : rows.filter((row) => keys.has(orderKey(row)))),
    [rows, keys],
  );
  const selection = useMemo(() => (chosen.length === 0 ? nothing : new Set(chosen.map(orderKey))), [chosen]);
  return { rows: chosen, selection, choose };
}
export type ChosenOrders = ReturnType<typeof useChosenOrders>;
