import { useMemo } from 'react';
import { useApiPages } from '../../bridge/api-query.ts';
import { useClient } from '../../bridge/client-context.tsx';
import type { ProductRow } from './product-row.ts';

const mostShown = 12;
/** Longer search texts are no search. */
const longestText = 200;

/** Products that can be in stock, by their words: no parents, a few. */
export function useFoundProducts(words: string) {
  const client = useClient();
  const text = words.trim().slice(0, longestText);
  const input = useMemo(() => ({ text, categoryId: null, stock: 'all', limit: 30 }) as const, [text]);
  const pages = useApiPages('catalog.list', input, { enabled: text !== '' });
  const rows = useMemo(() => stocked(pages.items).slice(0, mostShown), [pages.items]);
  return {
    rows,
    /** Whether the rows are those of what is typed now. */
    isCurrent: !pages.isPlaceholderData && !pages.isPending,
    isPending: pages.isPending,
    /** The best hit for what is typed now, even where its rows are still on their way. */
    first: async (): Promise<ProductRow | null> => {
      if (text === '') return null;
      const { items } = await client.ask('catalog.list', { ...input, cursor: null });
      return stocked(items)[0] ?? null;
    },
  };
}

/** What is counted comes first: stock is looked for. */
function stocked(rows: readonly ProductRow[]): readonly ProductRow[] {
  const products = rows.filter((row) => row.kind !== 'parent');
  return products.toSorted((a, b) => Number(b.tracked) - Number(a.tracked));
}
