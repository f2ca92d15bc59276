import { useCallback, useEffect, useMemo, useRef } from 'react';
import { parseOrderCode } from '../../../shared/domain/order-code.ts';
import { type PageItem, useApiPages, useApiQuery } from '../../bridge/api-query.ts';
import { addressId } from '../../ui/address-id.ts';
import { changeQuery, navigate, usePlace } from '../../ui/router.ts';
import { useScanner } from '../../ui/use-scanner.ts';
import { type ColumnKey, productColumnChoice } from './column-choice.ts';
import {
  isFiltered,
  noFilter,
  type ProductFilter,
  productFilterQuery,
  readProductFilter,
} from './product-filter.ts';
import { type ProductSort, productSortQuery, readProductSort } from './product-sort.ts';
import { useProductViews } from './use-product-views.ts';

export type ProductRow = PageItem<'catalog.table'>;

const pageSize = 120;

export function productKey(row: ProductRow): string {
  return String(row.id);
}

/** The table of products: filter, order, columns and open row live in the window's address, its rows come by keyset. */
export function useProductList() {
  const { query } = usePlace();
  const filter = useMemo(() => readProductFilter(query), [query]);
  const order = useMemo(() => readProductSort(query), [query]);
  const columns = useMemo(() => productColumnChoice.read(query.columns), [query.columns]);
  const asked = useMemo(() => ({ ...filter, text: filter.text.trim() }), [filter]);
  const { isKnown, ...views } = useProductViews();
  const pages = useApiPages(
    'catalog.table',
    { filter: asked, ...order, limit: pageSize },
    { enabled: isKnown },
  );
  const count = useApiQuery('catalog.tableCount', { filter: asked }, { keepPrevious: true }).data;
  const { items, hasNextPage, isFetchingNextPage, fetchNextPage, refetch } = pages;

  const opened = useOpenProduct(addressId(query.product), items);
  const { open } = opened;
  const change = (changed: Partial<ProductFilter>) =>
    changeQuery({ ...productFilterQuery({ ...filter, ...changed }), product: undefined });

  const scan = useScannedProduct({
    show: (code) => change({ ...noFilter, text: code }),
    words: pages.isPlaceholderData || pages.isPending ? null : filter.text,
    rows: items,
    open,
  });
  return {
    filter,
    /** The filter as main is asked for it. */
    asked,
    order,
    sortBy: (next: ProductSort) => changeQuery(productSortQuery(next)),
    columns,
    chooseColumns: (next: ReadonlySet<ColumnKey>) =>
      changeQuery({ columns: productColumnChoice.write(next) }),
    views,
    /** Filter, order and columns as a view keeps them. */
    shown: views.clean(query),
    isFiltered: isFiltered(filter),
    rows: items,
    /** How many fit, also those that were not read yet; null until that was counted. */
    count: count ?? null,
    hasMore: hasNextPage,
    isLoading: pages.isPending,
    isLoadingMore: isFetchingNextPage,
    error: items.length === 0 ? pages.error : null,
    retry: () => void refetch(),
    loadMore: () => {
      if (!isFetchingNextPage) void fetchNextPage();
    },
    ...opened,
    change,
    clear: () => change(noFilter),
    /** What a scan does here. */
    scan,
  };
}
export type ProductList = ReturnType<typeof useProductList>;

/** The product whose panel is open, and the ways to the rows beside it. */
function useOpenProduct(openId: number | null, rows: readonly ProductRow[]) {
  const openIndex = openId === null ? -1 : rows.findIndex((row) => row.id === openId);
  const open = useCallback((productId: number | null) => {
    changeQuery({ product: productId === null ? undefined : String(productId) });
  }, []);
  const step = (by: number) => {
    const row = openIndex < 0 ? undefined : rows[openIndex + by];
    return row === undefined ? undefined : () => open(row.id);
  };
  return { openId, open, openPrevious: step(-1), openNext: step(1) };
}

type Scanned = {
  readonly show: (code: string) => void;
  /** What the rows were found by; null while they are still those of another search. */
  readonly words: string | null;
  readonly rows: readonly ProductRow[];
  readonly open: (productId: number) => void;
};

/** A scan here means: show me this one. The code of a receipt still leads to its order. */
function useScannedProduct({ show, words, rows, open }: Scanned): (code: string) => void {
  const scanned = useRef<string | null>(null);
  const scan = (code: string) => {
    const orderNumber = parseOrderCode(code);
    if (orderNumber !== null) navigate(`/orders/${orderNumber}`);
    else {
      scanned.current = code;
      show(code);
    }
  };
  useScanner(scan);
  useEffect(() => {
    if (scanned.current === null || scanned.current !== words) return;
    scanned.current = null;
    const [found, another] = rows.filter((row) => row.kind !== 'parent');
    if (found && !another) open(found.id);
  }, [words, rows, open]);
  return scan;
}
