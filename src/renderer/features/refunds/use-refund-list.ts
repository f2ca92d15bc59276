import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { type RefundState, refundStates } from '../../../shared/domain/refund-state.ts';
import { type PageItem, useApiPages, useApiQuery } from '../../bridge/api-query.ts';
import { addressId } from '../../ui/address-id.ts';
import { changeQuery, usePlace } from '../../ui/router.ts';

export type RefundRow = PageItem<'refunds.list'>;

const pageSize = 60;
const nothingSelected: ReadonlySet<string> = new Set();

export function refundKey(row: RefundRow): string {
  return String(row.refundId);
}

/**
 * The queue: its state and open row live in the window's address, its rows come by keyset. What was selected and
 * has left the list since, is selected no longer; what was open stays open, so that one sees what became of it.
 */
export function useRefundList() {
  const { query } = usePlace();
  const state = refundStates.find((one) => one === query.state) ?? 'awaiting';
  const input = useMemo(() => ({ state, limit: pageSize }), [state]);
  // A tab shows its own rows or none: those of another state would be taken for these.
  const pages = useApiPages('refunds.list', input, { keepPrevious: false });
  const { items, hasNextPage, isFetchingNextPage, fetchNextPage, refetch } = pages;
  const [chosen, setChosen] = useState(nothingSelected);
  const walked = useRef<string | null>(null);

  const openId = addressId(query.refund);
  const opened = useOpened(items, openId);
  const isQueue = state !== 'settled' && state !== 'voided';
  const isMissing = openId !== null && opened === null && isQueue && !pages.isFetchNextPageError;
  // A link names one of the queue, which may stand further down than what was read so far.
  useEffect(() => {
    if (isMissing && hasNextPage && !isFetchingNextPage) void fetchNextPage();
  }, [isMissing, hasNextPage, isFetchingNextPage, fetchNextPage]);
  const openIndex = items.findIndex((row) => row.refundId === openId);
  const open = useCallback((row: RefundRow | null) => {
    changeQuery({ refund: row === null ? undefined : refundKey(row) });
  }, []);
  const step = (by: number) => {
    const row = openIndex < 0 ? undefined : items[openIndex + by];
    return row === undefined ? undefined : () => open(row);
  };
  const selected = useMemo(() => items.filter((row) => chosen.has(refundKey(row))), [items, chosen]);

  return {
    state,
    showState: (next: RefundState) => {
      setChosen(nothingSelected);
      changeQuery({ state: next === 'awaiting' ? undefined : next, refund: undefined });
    },
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
    opened,
    open,
    openPrevious: step(-1),
    openNext: step(1),
    selected,
    selection: useMemo(() => new Set(selected.map(refundKey)), [selected]),
    select: setChosen,
    clearSelection: () => setChosen(nothingSelected),
    /** The row that the arrows are at, without drawing anything anew. */
    walkTo: useCallback((key: string) => {
      walked.current = key;
    }, []),
    walkedRow: () => items.find((row) => refundKey(row) === walked.current) ?? null,
  };
}
export type RefundList = ReturnType<typeof useRefundList>;

/** The refund of the open panel as it is now, also once it has left this state's list. */
function useOpened(rows: readonly RefundRow[], openId: number | null): RefundRow | null {
  const last = useRef<RefundRow | null>(null);
  const listed = rows.find((row) => row.refundId === openId);
  if (listed) last.current = listed;
  const row = last.current?.refundId === openId ? last.current : null;
  const { orderId = null, returnId = null } = row ?? {};
  const order = useApiQuery('orders.get', { orderId: orderId ?? 1 }, { enabled: orderId !== null });
  const goods = useApiQuery(
    'returns.get',
    { returnId: returnId ?? 1 },
    { enabled: row !== null && orderId === null && returnId !== null },
  );
  const refunds = order.data?.refunds ?? goods.data?.refunds;
  const now = refunds?.find((one) => one.refundId === openId);
  return useMemo(() => (row && now ? { ...row, ...now } : row), [row, now]);
}
