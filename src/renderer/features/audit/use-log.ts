import { useCallback, useMemo } from 'react';
import { type PageItem, useApiPages } from '../../bridge/api-query.ts';
import { useToday } from '../../bridge/use-session.ts';
import { addressId } from '../../ui/address-id.ts';
import { changeQuery, usePlace } from '../../ui/router.ts';
import {
  isFiltered,
  type LogFilter,
  logFilterQuery,
  logInput,
  noFilter,
  readLogFilter,
} from './log-filter.ts';

export type LogEntry = PageItem<'audit.list'>;

const pageSize = 60;

export function entryKey(entry: Pick<LogEntry, 'entryId'>): string {
  return String(entry.entryId);
}

/** The log: its filter and open entry live in the window's address, its rows come by keyset. */
export function useLog() {
  const { query } = usePlace();
  const today = useToday();
  const filter = useMemo(() => readLogFilter(query), [query]);
  const input = useMemo(() => logInput(filter, today), [filter, today]);
  const pages = useApiPages('audit.list', { ...input, limit: pageSize });
  const { items, hasNextPage, isFetchingNextPage, fetchNextPage, refetch } = pages;
  const openId = addressId(query.entry);
  const openIndex = openId === null ? -1 : items.findIndex((row) => row.entryId === openId);
  const openEntry = useCallback((entryId: number | null) => {
    changeQuery({ entry: entryId === null ? undefined : String(entryId) });
  }, []);
  const open = useCallback((row: LogEntry) => openEntry(row.entryId), [openEntry]);
  const step = (by: number) => {
    const row = openIndex < 0 ? undefined : items[openIndex + by];
    return row === undefined ? undefined : () => open(row);
  };
  const change = (changed: Partial<LogFilter>) =>
    changeQuery({ ...logFilterQuery({ ...filter, ...changed }), entry: undefined });
  return {
    filter,
    input,
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
    close: () => openEntry(null),
    openPrevious: step(-1),
    openNext: step(1),
    change,
    clear: () => change(noFilter),
    /** Narrows to nothing but this. */
    only: (filter: Partial<LogFilter>) => change({ ...noFilter, ...filter }),
  };
}
export type Log = ReturnType<typeof useLog>;
