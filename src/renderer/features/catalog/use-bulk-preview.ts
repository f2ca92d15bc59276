import { useMemo } from 'react';
import { money } from '../../../shared/domain/money.ts';
import { type PageItem, useApiPages } from '../../bridge/api-query.ts';
import type { BulkChange, BulkSelection } from './bulk-draft.ts';

export type BulkRow = PageItem<'catalog.previewBulk'>;

/** Stands in while nothing is asked. */
const noChange: BulkChange = { kind: 'price-amount', amount: money(1), rounding: null };

/** How each chosen product would be, page by page, and the figures of them all; asked anew when products change. */
export function useBulkPreview(selection: BulkSelection, change: BulkChange | null) {
  const input = useMemo(() => ({ selection, change: change ?? noChange, limit: 100 }), [selection, change]);
  const pages = useApiPages('catalog.previewBulk', input, { enabled: change !== null, keepPrevious: false });
  return {
    rows: pages.items,
    summary: pages.data?.pages[0]?.summary ?? null,
    isLoading: pages.isPending,
    error: pages.items.length === 0 ? pages.error : null,
    retry: () => void pages.refetch(),
    hasMore: pages.hasNextPage,
    isLoadingMore: pages.isFetchingNextPage,
    loadMore: () => {
      if (!pages.isFetchingNextPage) void pages.fetchNextPage();
    },
  };
}
export type BulkPreviewPages = ReturnType<typeof useBulkPreview>;
