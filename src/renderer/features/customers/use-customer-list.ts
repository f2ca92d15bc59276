import { useCallback, useMemo } from 'react';
import { type PageItem, useApiPages } from '../../bridge/api-query.ts';
import { addressId } from '../../ui/address-id.ts';
import { changeQuery, usePlace } from '../../ui/router.ts';

export type CustomerRow = PageItem<'customers.search'>;

const pageSize = 80;
/** Longer search texts are no search. */
const longestText = 200;

export function customerKey(row: CustomerRow): string {
  return String(row.id);
}

/** The directory: its words and open row live in the window's address, its rows come by keyset. */
export function useCustomerList() {
  const { query } = usePlace();
  const words = (query.text ?? '').slice(0, longestText);
  const searched = words.trim();
  const input = useMemo(() => ({ text: searched, limit: pageSize }), [searched]);
  const pages = useApiPages('customers.search', input);
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
  return {
    words,
    isSearched: searched !== '',
    rows: items,
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
    search: (typed: string) => changeQuery({ text: typed.slice(0, longestText), customer: undefined }),
  };
}
export type CustomerList = ReturnType<typeof useCustomerList>;
