import { useMemo, useRef, useState } from 'react';
import { useMay } from '../../bridge/use-session.ts';
import { useApp } from '../../ui/app-context.tsx';
import { useFittingColumns } from '../../ui/fitting-columns.ts';
import { focusTable, ListScreen } from '../../ui/list-screen.tsx';
import { Table } from '../../ui/table.tsx';
import { VisuallyHidden } from '../../ui/visually-hidden.tsx';
import { customerColumns } from './customer-columns.tsx';
import { CustomerDialog } from './customer-dialog.tsx';
import { headerSort, noFilter, sortOfHeader } from './customer-filter.ts';
import { CustomerFilters } from './customer-filters.tsx';
import { CustomerPanel } from './customer-panel.tsx';
import { CustomersHeader } from './customers-header.tsx';
import { NoCustomers } from './no-customers.tsx';
import { type CustomerList, customerKey, useCustomerList } from './use-customer-list.ts';

/** The directory of customers. */
export function DirectoryScreen() {
  const { text, format } = useApp();
  const list = useCustomerList();
  const mayEdit = useMay('edit-customers');
  const [isAdding, setAdding] = useState(false);
  const listRef = useRef<HTMLDivElement>(null);
  const allColumns = useMemo(() => customerColumns(text, format), [text, format]);
  const columns = useFittingColumns(listRef, allColumns);
  const add = () => setAdding(true);
  // An empty directory offers it itself.
  const isEmpty = list.rows.length === 0 && !list.isLoading && !list.isFiltered;
  return (
    <>
      <ListScreen
        header={<CustomersHeader list={list} isEmpty={isEmpty} onAdd={add} />}
        filters={<CustomerFilters list={list} onIntoList={() => focusTable(listRef.current)} />}
        listRef={listRef}
        panel={list.openId === null ? null : <CustomerPanel list={list} customerId={list.openId} />}
      >
        <Table
          label={text('customers.title')}
          columns={columns}
          rows={list.rows}
          rowKey={customerKey}
          rowName={(row) => row.name}
          onOpen={(row) => list.open(row.id)}
          openKey={list.openId === null ? null : String(list.openId)}
          sort={headerSort(list.filter)}
          onSort={(sort) => list.sortBy(sortOfHeader(sort, list.filter))}
          loading={list.isLoading}
          hasMore={list.hasMore}
          loadingMore={list.isLoadingMore}
          onLoadMore={list.loadMore}
          empty={<NoCustomers list={list} onAdd={mayEdit ? add : null} />}
        />
        <SortWords list={list} columns={allColumns} />
      </ListScreen>
      {isAdding && (
        <CustomerDialog
          customer={null}
          name={list.rows.length === 0 ? list.filter.text.trim() : ''}
          onClose={() => setAdding(false)}
          onSaved={(customerId) => {
            setAdding(false);
            list.change(noFilter);
            list.open(customerId);
          }}
        />
      )}
    </>
  );
}

type SortWordsProps = {
  readonly list: CustomerList;
  readonly columns: ReturnType<typeof customerColumns>;
};

/** The order of the rows, read out when it changes. */
function SortWords({ list: { filter }, columns }: SortWordsProps) {
  const { text } = useApp();
  const column = columns.find((one) => one.key === filter.sort)?.label ?? text('customers.since');
  return (
    <VisuallyHidden>
      <span role="status">
        {text(filter.descending ? 'customers.sorted-down' : 'customers.sorted-up', { column })}
      </span>
    </VisuallyHidden>
  );
}
