import { type PageItem, useApiPages } from '../../bridge/api-query.ts';

export type LowRow = PageItem<'stock.listLow'>;

const page = { limit: 80 } as const;

export function lowKey(row: LowRow): string {
  return String(row.productId);
}

/** What runs low, oversold first, read on by keyset as the list is scrolled. */
export function useLowStock() {
  const pages = useApiPages('stock.listLow', page);
  const { items, hasNextPage, isFetchingNextPage, fetchNextPage, refetch } = pages;
  return {
    rows: items,
    hasMore: hasNextPage,
    isLoading: pages.isPending,
    isLoadingMore: isFetchingNextPage,
    error: items.length === 0 ? pages.error : null,
    retry: () => void refetch(),
    loadMore: () => {
      if (!isFetchingNextPage) void fetchNextPage();
    },
  };
}
