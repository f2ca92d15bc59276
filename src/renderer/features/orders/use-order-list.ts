import { useCallback, useEffect, useMemo } from 'react';
import { type ApiPages, type PageItem, useApiPages } from '../../bridge/api-query.ts';
import { useToday } from '../../bridge/use-session.ts';
import { addressId } from '../../ui/address-id.ts';
import { changeQuery, navigate, usePlace } from '../../ui/router.ts';
import { useOpeningView } from '../../ui/views/use-opening-view.ts';
import { type OrderColumnKey, orderColumnChoice } from './order-columns.tsx';
import {
  isFiltered,
  noFilter,
  type OrderFilter,
  orderFilterInput,
  orderFilterQuery,
  readOrderFilter,
} from './order-filter.ts';
import { type OrderSort, orderSortQuery, readOrderSort } from './order-sort.ts';
import { useOrderSums } from './use-order-sums.ts';
import { useOrderViews } from './use-order-views.ts';

export type OrderRow = PageItem<'orders.list'>;

const pageSize = 60;

export function orderKey(row: OrderRow): string {
  return String(row.id);
}

/** What the list shows, as its address says it, and what main is asked for it. */
function useOrderPlace() {
  const { query } = usePlace();
  const today = useToday();
  const filter = useMemo(() => readOrderFilter(query), [query]);
  const order = useMemo(() => readOrderSort(query), [query]);
  const chosenColumns = useMemo(
    () => (query.columns === undefined ? null : orderColumnChoice.read(query.columns)),
    [query.columns],
  );
  const asked = useMemo(() => orderFilterInput(filter, today), [filter, today]);
  const withLines = chosenColumns !== null && (chosenColumns.has('items') || chosenColumns.has('tenders'));
  const input = useMemo(
    () => ({ ...asked, ...order, withLines, limit: pageSize }),
    [asked, order, withLines],
  );
  /** `chosenColumns` are null for those that the filters make useful; `asked` is the filter for main. */
  return { query, today, filter, order, chosenColumns, asked, input };
}

/** The list of orders: filter, order, columns and open row live in the window's address, its rows come by keyset. */
export function useOrderList() {
  const { query, input, ...place } = useOrderPlace();
  const { filter, asked } = place;
  const views = useOrderViews();
  const isKnown = useOpeningView(views.model, views.builtIn);
  const pages = useApiPages('orders.list', input, { enabled: isKnown });
  const { items, hasNextPage, isFetchingNextPage, fetchNextPage, refetch } = pages;
  useFilledPages(pages);
  const isSettled = !pages.isPending && !pages.isPlaceholderData;
  const sums = useOrderSums(asked, isSettled ? { rows: items, hasMore: hasNextPage } : null);

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
    ...place,
    sortBy: (next: OrderSort) => changeQuery(orderSortQuery(next)),
    chooseColumns: (next: ReadonlySet<OrderColumnKey>) =>
      changeQuery({ columns: orderColumnChoice.write(next) }),
    views,
    /** Filter, order and columns as a view keeps them. */
    shown: views.clean(query),
    isFiltered: isFiltered(filter),
    rows: items,
    /** How many fit and what they come to; null until that was counted. */
    sums,
    hasMore: hasNextPage,
    // Nothing found yet is not nothing there.
    isLoading: pages.isPending || (items.length === 0 && hasNextPage),
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

/** Main looks at so many orders at a time and may have found few: then it is asked to go on until a page is full. */
function useFilledPages({ data, hasNextPage, isFetching, fetchNextPage }: ApiPages<'orders.list'>): void {
  const count = data?.pages.reduce((sum, page) => sum + page.items.length, 0) ?? 0;
  const isShort = data !== undefined && hasNextPage && (data.pages.at(-1)?.items.length ?? 0) < pageSize;
  const pageCount = data?.pages.length ?? 0;
  // biome-ignore lint/correctness/useExhaustiveDependencies: each page that came short asks for the next one, once
  useEffect(() => {
    if (isShort && !isFetching) void fetchNextPage();
  }, [isShort, isFetching, pageCount, count]);
}
