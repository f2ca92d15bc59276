import { type RefObject, useRef } from 'react';
import { useMay } from '../../bridge/use-session.ts';
import { useText } from '../../ui/app-context.tsx';
import { focusTable, ListScreen } from '../../ui/list-screen.tsx';
import { Table } from '../../ui/table.tsx';
import { BulkBar } from './bulk-bar.tsx';
import { BulkOutcome } from './bulk-outcome.tsx';
import { NoOrders } from './no-orders.tsx';
import { OrderFilters } from './order-filters.tsx';
import { OrderPanel } from './order-panel.tsx';
import { headerSort, sortOfHeader } from './order-sort.ts';
import { OrderWorkArea } from './order-work-area.tsx';
import { OrdersHeader } from './orders-header.tsx';
import { QueueChips } from './queue-chips.tsx';
import { typedOrderNumber } from './typed-order-number.ts';
import { UndoManyDialog } from './undo-many-dialog.tsx';
import { useBulk } from './use-bulk.ts';
import { type ChosenOrders, useChosenOrders } from './use-chosen-orders.ts';
import { useOrderColumns } from './use-order-columns.ts';
import { type OrderList as List, orderKey, useOrderList } from './use-order-list.ts';
import { useRowKeys } from './use-row-keys.ts';

/** All orders, newest first; what waits is one press away, and the one that is open stands beside them. */
export function OrderList() {
  const list = useOrderList();
  const chosen = useChosenOrders(list.rows);
  const listRef = useRef<HTMLDivElement>(null);
  const searchRef = useRef<HTMLInputElement>(null);
  const columns = useOrderColumns(list, listRef);
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
    <OrderWorkArea shownId={list.openId} hasChosen={chosen.rows.length > 0}>
      <ListScreen
        header={<OrdersHeader list={list} />}
        filters={
          <>
            <QueueChips list={list} />
            <OrderFilters
              list={list}
              searchRef={searchRef}
              onCommit={commit}
              onIntoList={() => focusTable(listRef.current)}
            />
          </>
        }
        listRef={listRef}
        panel={list.openId === null ? null : <OrderPanel list={list} orderId={list.openId} />}
        bar={<Bulk list={list} chosen={chosen} />}
      >
        <OrderTable list={list} chosen={chosen} columns={columns} searchRef={searchRef} />
      </ListScreen>
    </OrderWorkArea>
  );
}

type ListProps = { readonly list: List; readonly chosen: ChosenOrders };

/** What can be done to the chosen orders, and what became of those that were. */
function Bulk({ list, chosen }: ListProps) {
  const bulk = useBulk((refusedIds) => chosen.choose(new Set(refusedIds.map(String))));
  return (
    <>
      {bulk.undoing && <UndoManyDialog orderIds={bulk.undoing} onClose={bulk.undoDone} />}
      {bulk.outcome && <BulkOutcome outcome={bulk.outcome} stayed={chosen.rows} bulk={bulk} />}
      {chosen.rows.length > 0 && (
        <BulkBar
          rows={chosen.rows}
          bulk={bulk}
          hasPanel={list.openId !== null}
          onClear={() => chosen.choose(new Set())}
        />
      )}
    </>
  );
}

type OrderTableProps = ListProps & {
  readonly columns: ReturnType<typeof useOrderColumns>;
  readonly searchRef: RefObject<HTMLInputElement | null>;
};

function OrderTable({ list, chosen, columns, searchRef }: OrderTableProps) {
  const text = useText();
  const mayAdvance = useMay('advance-order');
  const onWalk = useRowKeys(list, searchRef);
  return (
    <Table
      label={text('orders.title')}
      columns={columns}
      rows={list.rows}
      rowKey={orderKey}
      rowName={(row) => text('orders.order', { number: String(row.id) })}
      onOpen={list.open}
      openKey={list.openId === null ? null : String(list.openId)}
      onWalk={onWalk}
      sort={headerSort(list.order)}
      onSort={(sort) => list.sortBy(sortOfHeader(sort))}
      {...(mayAdvance ? { selection: chosen.selection, onSelectionChange: chosen.choose } : {})}
      loading={list.isLoading}
      hasMore={list.hasMore}
      loadingMore={list.isLoadingMore}
      onLoadMore={list.loadMore}
      empty={<NoOrders list={list} />}
    />
  );
}
