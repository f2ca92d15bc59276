import { FileUp } from 'lucide-react';
import { useMemo, useRef } from 'react';
import { useMay } from '../../bridge/use-session.ts';
import { useApp, useText } from '../../ui/app-context.tsx';
import { Button } from '../../ui/button.tsx';
import { useFittingColumns } from '../../ui/fitting-columns.ts';
import { useHotkeys } from '../../ui/hotkeys.ts';
import { focusTable, ListScreen } from '../../ui/list-screen.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { navigate } from '../../ui/router.ts';
import { Table } from '../../ui/table.tsx';
import { NoProducts } from './no-products.tsx';
import { productColumns } from './product-columns.tsx';
import { ProductFilters } from './product-filters.tsx';
import { ProductPanel } from './product-panel.tsx';
import { productName } from './product-words.ts';
import { productKey, useProductList } from './use-product-list.ts';

/** The catalogue in the back office: every product with its price and stock, variants under their parent. */
export function ProductsScreen() {
  const { text, format } = useApp();
  const list = useProductList();
  const listRef = useRef<HTMLDivElement>(null);
  const searchRef = useRef<HTMLInputElement>(null);
  const focusSearch = () => searchRef.current?.focus();
  useHotkeys([
    { keys: 'F2', label: text('catalog.search'), run: focusSearch },
    { keys: '/', label: text('catalog.search'), run: focusSearch },
  ]);
  // An empty catalogue offers the import itself.
  const isEmpty = list.rows.length === 0 && !list.isLoading && !list.isFiltered;
  const withCost = list.rows.some((row) => row.cost !== null);
  const allColumns = useMemo(() => productColumns(text, format, withCost), [text, format, withCost]);
  const columns = useFittingColumns(listRef, allColumns);
  const openFirst = () => {
    const [first] = list.rows;
    if (!first) return;
    list.open(first.id);
    focusTable(listRef.current);
  };
  return (
    <ListScreen
      header={<PageHeader title={text('catalog.title')} actions={isEmpty ? undefined : <LoadButton />} />}
      filters={
        <ProductFilters
          list={list}
          searchRef={searchRef}
          onCommit={openFirst}
          onIntoList={() => focusTable(listRef.current)}
        />
      }
      listRef={listRef}
      panel={list.openId === null ? null : <ProductPanel list={list} productId={list.openId} />}
    >
      <Table
        label={text('catalog.title')}
        columns={columns}
        rows={list.rows}
        rowKey={productKey}
        rowName={(row) => productName(row, text)}
        onOpen={(row) => list.open(row.id)}
        openKey={list.openId === null ? null : String(list.openId)}
        loading={list.isLoading}
        hasMore={list.hasMore}
        loadingMore={list.isLoadingMore}
        onLoadMore={list.loadMore}
        empty={<NoProducts list={list} />}
      />
    </ListScreen>
  );
}

/** The way to the import, for whoever may load products. */
function LoadButton() {
  const text = useText();
  const mayImport = useMay('import');
  if (!mayImport) return null;
  return (
    <Button icon={<FileUp />} onPress={() => navigate('/import')}>
      {text('catalog.load')}
    </Button>
  );
}
