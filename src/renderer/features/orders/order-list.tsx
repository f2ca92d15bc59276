import { useMemo, useRef } from 'react';
import { useMay } from '../../bridge/use-session.ts';
import { useApp } from '../../ui/app-context.tsx';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ErrorState } from '../../ui/error-state.tsx';
import { useFittingColumns } from '../../ui/fitting-columns.ts';
import { useHotkeys } from '../../ui/hotkeys.ts';
import { focusTable, ListScreen } from '../../ui/list-screen.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { navigate } from '../../ui/router.ts';
import { Table } from '../../ui/table.tsx';
import { orderColumns } from './order-columns.tsx';
import { OrderFilters } from './order-filters.tsx';
import { OrderPanel } from './order-panel.tsx';
import { typedOrderNumber } from './typed-order-number.ts';
import { type OrderList as List, orderKey, useOrderList } from './use-order-list.ts';

/** All orders, newest first; the one that is open stands beside them. */
export function OrderList() {
  const { text, format } = useApp();
  const list = useOrderList();
  const listRef = useRef<HTMLDivElement>(null);
  const searchRef = useRef<HTMLInputElement>(null);
  const focusSearch = () => searchRef.current?.focus();
  useHotkeys([
    { keys: 'F2', label: text('orders.search'), run: focusSearch },
    { keys: '/', label: text('orders.search'), run: focusSearch },
  ]);
  const allColumns = useMemo(() => orderColumns(text, format, list.today), [text, format, list.today]);
  const columns = useFittingColumns(listRef, allColumns);

  const commit = (typed: string) => {
    const number = typedOrderNumber(typed);
    const [first] = list.rows;
    if (number !== null) list.openPage(number);
    else if (first) {
      list.open(first);
      focusTable(listRef.current);
    }
  };
  return (
    <ListScreen
      header={<PageHeader title={text('orders.title')} />}
      filters={
        <OrderFilters
          list={list}
          searchRef={searchRef}
          onCommit={commit}
          onIntoList={() => focusTable(listRef.current)}
        />
      }
      listRef={listRef}
      panel={list.openId === null ? null : <OrderPanel list={list} orderId={list.openId} />}
    >
      <Table
        label={text('orders.title')}
        columns={columns}
        rows={list.rows}
        rowKey={orderKey}
        rowName={(row) => text('orders.order', { number: String(row.id) })}
        onOpen={list.open}
        openKey={list.openId === null ? null : String(list.openId)}
        loading={list.isLoading}
        hasMore={list.hasMore}
        loadingMore={list.isLoadingMore}
        onLoadMore={list.loadMore}
        empty={<NoRows list={list} />}
      />
    </ListScreen>
  );
}

/** Why there is no row: a fault, a filter that nothing fits, or a shop that has not sold yet. */
function NoRows({ list }: { readonly list: List }) {
  const { text } = useApp();
  const maySell = useMay('sell');
  if (list.error) {
    return (
      <ErrorState
        happened={text('orders.unreadable')}
        safe={text('orders.unreadable-safe')}
        id={list.error.reference ?? undefined}
        onRetry={list.retry}
      />
    );
  }
  if (list.isFiltered) {
    return (
      <EmptyState
        drawing="search"
        title={text('orders.none-fits')}
        action={<Button onPress={list.clear}>{text('orders.clear-filters')}</Button>}
      >
        {text('orders.none-fits-help')}
      </EmptyState>
    );
  }
  return (
    <EmptyState
      drawing="orders"
      title={text('orders.none')}
      action={
        maySell && (
          <Button variant="primary" onPress={() => navigate('/sell')}>
            {text('orders.go-selling')}
          </Button>
        )
      }
    >
      {text('orders.none-help')}
    </EmptyState>
  );
}
