import { type RefObject, useMemo, useRef } from 'react';
import { useMay, useShop } from '../../bridge/use-session.ts';
import { useApp } from '../../ui/app-context.tsx';
import { useFittingColumns } from '../../ui/fitting-columns.ts';
import { useHotkeys } from '../../ui/hotkeys.ts';
import { focusTable, ListScreen } from '../../ui/list-screen.tsx';
import { Table } from '../../ui/table.tsx';
import { useScanner } from '../../ui/use-scanner.ts';
import { VisuallyHidden } from '../../ui/visually-hidden.tsx';
import { BulkBar } from './bulk-bar.tsx';
import { InlineEditProvider } from './inline-edit.tsx';
import { NoProducts } from './no-products.tsx';
import { productColumns } from './product-columns.tsx';
import { ProductFilters } from './product-filters.tsx';
import { ProductPanel } from './product-panel.tsx';
import { headerSort, sortOfHeader } from './product-sort.ts';
import styles from './product-table.module.css';
import { productName } from './product-words.ts';
import { ProductsHeader } from './products-header.tsx';
import { type ProductList, productKey, useProductList } from './use-product-list.ts';
import { useProductSelection } from './use-product-selection.ts';
import { useTableEdit } from './use-table-edit.ts';

/** The catalogue in the back office: whatever is sold with its price and stock, sorted, narrowed, changed in place. */
export function ProductTable() {
  const { text } = useApp();
  const list = useProductList();
  const listRef = useRef<HTMLDivElement>(null);
  const searchRef = useRef<HTMLInputElement>(null);
  const mayEdit = useMay('edit-catalogue');
  const edit = useTableEdit(listRef, list.rows, mayEdit);
  const selection = useProductSelection(list);
  const columns = useColumns(list, listRef);
  useTableKeys(searchRef, edit.beginByKey);
  // An empty catalogue offers the import itself.
  const isEmpty = list.rows.length === 0 && !list.isLoading && !list.isFiltered && list.error === null;
  const openFirst = () => {
    const [first] = list.rows;
    if (!first) return;
    list.open(first.id);
    focusTable(listRef.current);
  };
  return (
    <ListScreen
      header={<ProductsHeader list={list} isEmpty={isEmpty} />}
      filters={
        <ProductFilters
          list={list}
          searchRef={searchRef}
          onCommit={openFirst}
          onIntoList={() => focusTable(listRef.current)}
        />
      }
      panel={list.openId === null ? null : <ProductPanel list={list} productId={list.openId} />}
      bar={mayEdit && <BulkBar list={list} selection={selection} />}
    >
      <InlineEditProvider value={edit.inline}>
        {/* biome-ignore lint/a11y/noStaticElementInteractions: hears the keys that the grid leaves alone */}
        <div ref={listRef} className={styles.table} onKeyDown={edit.onKeyDown}>
          <Table
            label={text('catalog.title')}
            columns={columns}
            rows={list.rows}
            rowKey={productKey}
            rowName={(row) => productName(row, text)}
            onOpen={(row) => list.open(row.id)}
            openKey={list.openId === null ? null : String(list.openId)}
            onWalk={edit.walkTo}
            sort={headerSort(list.order)}
            onSort={(sort) => list.sortBy(sortOfHeader(sort))}
            selection={mayEdit ? selection.keys : undefined}
            onSelectionChange={mayEdit ? selection.change : undefined}
            loading={list.isLoading}
            hasMore={list.hasMore}
            loadingMore={list.isLoadingMore}
            onLoadMore={list.loadMore}
            empty={<NoProducts list={list} />}
          />
          <SortWords list={list} columns={columns} />
        </div>
      </InlineEditProvider>
      <ScanEndsEdit isEditing={edit.inline.cell !== null} list={list} onScan={edit.cancel} />
    </ListScreen>
  );
}

/** F2 changes the price of the row where the focus is; anywhere else it leads to the search, as everywhere. */
function useTableKeys(searchRef: RefObject<HTMLInputElement | null>, beginEdit: () => boolean): void {
  const { text } = useApp();
  const focusSearch = () => searchRef.current?.focus();
  const run = () => {
    if (!beginEdit()) focusSearch();
  };
  useHotkeys([
    { keys: 'F2', label: text('catalog.search'), run },
    { keys: '/', label: text('catalog.search'), run: focusSearch },
  ]);
}

function useColumns(list: ProductList, listRef: RefObject<HTMLDivElement | null>) {
  const { text, format } = useApp();
  const shop = useShop();
  const withCost = useMay('see-profit');
  const all = useMemo(
    () => productColumns({ text, format, shop }, withCost, list.columns),
    [text, format, shop, withCost, list.columns],
  );
  return useFittingColumns(listRef, all);
}

type SortWordsProps = {
  readonly list: ProductList;
  readonly columns: ReturnType<typeof productColumns>;
};

/** The order of the rows, read out when it changes. */
function SortWords({ list: { order }, columns }: SortWordsProps) {
  const { text } = useApp();
  const { column: key } = headerSort(order);
  const column = columns.find((one) => one.key === key)?.label ?? '';
  return (
    <VisuallyHidden>
      <span role="status">
        {column !== '' && text(order.descending ? 'catalog.sorted-down' : 'catalog.sorted-up', { column })}
      </span>
    </VisuallyHidden>
  );
}

type ScanEndsEditProps = {
  readonly isEditing: boolean;
  readonly list: ProductList;
  readonly onScan: () => void;
};

/** A scan into the table begins like typing a price: it is a scan all the same. */
function ScanEndsEdit({ isEditing, list, onScan }: ScanEndsEditProps) {
  useScanner((code) => {
    onScan();
    list.scan(code);
  }, isEditing);
  return null;
}
