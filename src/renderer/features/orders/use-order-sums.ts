import { useMemo } from 'react';
import type { Input, Output } from '../../../shared/contract/index.ts';
import { sumMoney } from '../../../shared/domain/money.ts';
import { useApiQuery } from '../../bridge/api-query.ts';
import type { OrderRow } from './use-order-list.ts';

type Sums = Output<'orders.sums'>;
type Read = { readonly rows: readonly OrderRow[]; readonly hasMore: boolean };

/**
 * How many orders fit a filter and what they come to. Rows that are all there are added up here; else main counts, once
 * the list has its rows, so that the list never waits for it. Null until it is known.
 */
export function useOrderSums(filter: Input<'orders.sums'>, read: Read | null): Sums | null {
  const isCounted = read?.hasMore === true;
  const { data, isPlaceholderData } = useApiQuery('orders.sums', filter, { enabled: isCounted });
  return useMemo(() => {
    if (read === null) return null;
    if (!read.hasMore)
      return { count: read.rows.length, total: sumMoney(read.rows.map(({ total }) => total)) };
    return isPlaceholderData ? null : (data ?? null);
  }, [read, data, isPlaceholderData]);
}
