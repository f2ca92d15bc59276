import { useCallback, useMemo } from 'react';
import { type PageItem, useApiPages, useApiQuery } from '../../bridge/api-query.ts';
import { addressId } from '../../ui/address-id.ts';
import { changeQuery, usePlace } from '../../ui/router.ts';
import {
  type CustomerFilter,
  customerFilterQuery,
  isFiltered,
  noFilter,
  readCustomerFilter,
} from './customer-filter.ts';
import { useCustomerViews } from './use-customer-views.ts';

export type CustomerRow = PageItem<'customers.directory'>;

const pageSize = 100;

export function customerKey(row: CustomerRow): string {
  return String(row.id);
}

/** The directory: filter, order and open row live in the window's address, its rows come by keyset. */
export function useCustomerList() {
  const { query } = usePlace();
  const filter = useMemo(() => readCustomerFilter(query), [query]);
  const { show } = filter;
  const text = filter.text.trim();
  const input = useMemo(() => ({ ...filter, text, limit: pageSize }), [filter, text]);
  const { isKnown, ...views } = useCustomerViews();
  const pages = useApiPages('customers.directory', input, { enabled: isKnown });
  const count = useApiQuery('customers.count', { text, show }, { keepPrevious: true }).data;
  const { items, hasNextPage, isFetchingNextPage, fetchNextPage, refetch } = pages;

  const openId = addressId(query.customer);
  const openIndex = openId === null ? -1 : items.findIndex((row) => row.id === openId);
  const open = useCallback((customerId: number | null) => {
    changeQuery({ customer: customerId === null ? undefined : String(customerId) });
  }, []);
  const step = (by: number) => {
    const row = openIndex < 0 ? undefined : items[openIndex + by];
    return row === undefined ? undefined : () => open(row.id);
  };
  const change = (changed: Partial<CustomerFilter>) =>
    changeQuery({ ...customerFilterQuery({ ...filter, ...changed }), customer: undefined });
  return {
    filter,
    views,
    /** Filter and order as a view keeps them. */
    shown: views.clean(query),
    isFiltered: isFiltered(filter),
    rows: items,
    /** How many fit, also those that were not read yet; null until that was counted. */
    count: count?.count ?? null,
    hasMore: hasNextPage,
    isLoading: pages.isPending,
    isLoadingMore: isFetchingNextPage,
    error: items.length === 0 ? pages.error : null,
    retry: () => void refetch(),
    loadMore: () => {
      if (!isFetchingNextPage) void fetchNextPage();
    },
    openId,
    open,
    openPrevious: step(-1),
    openNext: step(1),
    change,
    /** The panel stays open while rows change their order. */
    sortBy: (sorted: Pick<CustomerFilter, 'sort' | 'descending'>) =>
      changeQuery(customerFilterQuery({ ...filter, ...sorted })),
    clear: () => change(noFilter),
  };
}
export type CustomerList = ReturnType<typeof useCustomerList>;
