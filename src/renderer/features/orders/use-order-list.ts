import { useCallback, useMemo } from 'react';
import { type PageItem, useApiPages } from '../../bridge/api-query.ts';
import { useToday } from '../../bridge/use-session.ts';
import { addressId } from '../../ui/address-id.ts';
import { changeQuery, navigate, usePlace } from '../../ui/router.ts';
import {
  isFiltered,
  noFilter,
  type OrderFilter,
  orderFilterQuery,
  orderListInput,
  readOrderFilter,
} from './order-filter.ts';

export type OrderRow = PageItem<'orders.list'>;

const pageSize = 60;

export function orderKey(row: OrderRow): string {
  return String(row.id);
}

/** The list of orders: its filter and open row live in the window's address, its rows come by keyset. */
export function useOrderList() {
  const { query } = usePlace();
  const today = useToday();
  const filter = useMemo(() => readOrderFilter(query), [query]);
  const input = useMemo(() => ({ ...orderListInput(filter, today), limit: pageSize }), [filter, today]);
  const pages = useApiPages('orders.list', input);
  const { items, hasNextPage, isFetchingNextPage, fetchNextPage, refetch } = pages;

  const openId = addressId(query.order);
  const openIndex = openId === null ? -1 : items.findIndex((row) => row.id === openId);
  const open = useCallback((row: OrderRow | null) => {
    changeQuery({ order: row === null ? undefined : orderKey(row) });
  }, []);
  const step = (by: number) => {
    const row = openIndex < 0 ? undefined : items[openIndex + by];
    return row === undefined ? undefined : () => open(row);
  };
  const change = (changed: Partial<OrderFilter>) =>
    changeQuery({ ...orderFilterQuery({ ...filter, ...changed }), order: undefined });

  return {
    filter,
    isFiltered: isFiltered(filter),
    today,
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
    change,
    clear: () => change(noFilter),
    openPage: (orderId: number) => navigate(`/orders/${orderId}`),
  };
}
export type OrderList = ReturnType<typeof useOrderList>;
