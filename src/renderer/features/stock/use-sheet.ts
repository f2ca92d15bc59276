import { useMemo } from 'react';
import { type PageItem, useApiPages } from '../../bridge/api-query.ts';
import { changeQuery, usePlace } from '../../ui/router.ts';

export type SheetLine = PageItem<'stockCounts.listLines'>;

export const sheetParts = ['uncounted', 'counted', 'different', 'all'] as const;
type SheetPart = (typeof sheetParts)[number];

const pageSize = 100;
/** Longer search texts are no search. */
const longestText = 200;

export function lineKey(line: SheetLine): string {
  return String(line.productId);
}

/**
 * The lines of a stock-take by name, read on by keyset. What is shown and searched lives in the address; a search
 * looks through the whole sheet.
 */
export function useSheet(countId: number, first: SheetPart) {
  const { query } = usePlace();
  const words = (query.text ?? '').slice(0, longestText);
  const text = words.trim();
  const part = text === '' ? (sheetParts.find((one) => one === query.show) ?? first) : 'all';
  const input = useMemo(() => ({ countId, show: part, text, limit: pageSize }), [countId, part, text]);
  const pages = useApiPages('stockCounts.listLines', input);
  const { items, isFetchingNextPage, fetchNextPage } = pages;
  return {
    words,
    text,
    part,
    lines: items,
    /** Whether the lines are those of what is asked for now. */
    isCurrent: !pages.isPlaceholderData && !pages.isPending,
    hasMore: pages.hasNextPage,
    isLoading: pages.isPending,
    isLoadingMore: isFetchingNextPage,
    error: items.length === 0 ? pages.error : null,
    retry: () => void pages.refetch(),
    loadMore: () => {
      if (!isFetchingNextPage) void fetchNextPage();
    },
    search: (typed: string) => changeQuery({ text: typed.slice(0, longestText) }),
    show: (next: SheetPart) => changeQuery({ show: next, text: undefined }),
  };
}
export type Sheet = ReturnType<typeof useSheet>;
