import { UserPlus } from 'lucide-react';
import { type KeyboardEvent, useMemo, useRef, useState } from 'react';
import { useMay } from '../../bridge/use-session.ts';
import { useApp, useText } from '../../ui/app-context.tsx';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ErrorState } from '../../ui/error-state.tsx';
import { FilterBar } from '../../ui/filter-bar.tsx';
import { useFittingColumns } from '../../ui/fitting-columns.ts';
import { useHotkeys } from '../../ui/hotkeys.ts';
import { focusTable, ListScreen } from '../../ui/list-screen.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { SearchField } from '../../ui/search-field.tsx';
import { Table } from '../../ui/table.tsx';
import { customerColumns } from './customer-columns.tsx';
import { CustomerDialog } from './customer-dialog.tsx';
import { CustomerPanel } from './customer-panel.tsx';
import { type CustomerList, customerKey, useCustomerList } from './use-customer-list.ts';

/** The directory of customers. */
export function CustomersScreen() {
  const { text, format } = useApp();
  const list = useCustomerList();
  const mayEdit = useMay('edit-customers');
  const [isAdding, setAdding] = useState(false);
  const listRef = useRef<HTMLDivElement>(null);
  const allColumns = useMemo(() => customerColumns(text, format), [text, format]);
  const columns = useFittingColumns(listRef, allColumns);
  const add = () => setAdding(true);
  // An empty directory offers it itself.
  const isEmpty = list.rows.length === 0 && !list.isLoading && !list.isSearched;
  useHotkeys([{ keys: 'Alt+N', label: text('customers.new'), run: add, enabled: mayEdit }]);
  return (
    <>
      <ListScreen
        header={
          <PageHeader
            title={text('customers.title')}
            actions={
              mayEdit &&
              !isEmpty && (
                <Button variant="primary" icon={<UserPlus />} keys="Alt+N" onPress={add}>
                  {text('customers.new')}
                </Button>
              )
            }
          />
        }
        filters={<Search list={list} onIntoList={() => focusTable(listRef.current)} />}
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
          loading={list.isLoading}
          hasMore={list.hasMore}
          loadingMore={list.isLoadingMore}
          onLoadMore={list.loadMore}
          empty={<NoCustomers list={list} onAdd={mayEdit ? add : null} />}
        />
      </ListScreen>
      {isAdding && (
        <CustomerDialog
          customer={null}
          name={list.rows.length === 0 ? list.words.trim() : ''}
          onClose={() => setAdding(false)}
          onSaved={(customerId) => {
            setAdding(false);
            list.search('');
            list.open(customerId);
          }}
        />
      )}
    </>
  );
}

type SearchProps = { readonly list: CustomerList; readonly onIntoList: () => void };

function Search({ list, onIntoList }: SearchProps) {
  const text = useText();
  const input = useRef<HTMLInputElement>(null);
  const focus = () => input.current?.focus();
  useHotkeys([
    { keys: 'F2', label: text('customers.search'), run: focus },
    { keys: '/', label: text('customers.search'), run: focus },
  ]);
  const clear = () => list.search('');
  const words = list.words.trim();
  const count = list.rows.length;
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'ArrowDown') return;
    event.preventDefault();
    onIntoList();
  };
  const openFirst = () => {
    const [first] = list.rows;
    if (!first) return;
    list.open(first.id);
    onIntoList();
  };
  return (
    <FilterBar
      applied={
        words === '' ? [] : [{ key: 'text', label: text('customers.containing', { words }), onRemove: clear }]
      }
      onClear={clear}
      summary={
        list.isLoading ? '' : text(list.hasMore ? 'customers.count-and-more' : 'customers.count', { count })
      }
    >
      <SearchField
        label={text('customers.search')}
        placeholder={text('customers.search-hint')}
        keys="F2"
        value={list.words}
        inputRef={input}
        onChange={list.search}
        onCommit={openFirst}
        onKeyDown={onKeyDown}
      />
    </FilterBar>
  );
}

type NoCustomersProps = { readonly list: CustomerList; readonly onAdd: (() => void) | null };

function NoCustomers({ list, onAdd }: NoCustomersProps) {
  const text = useText();
  if (list.error) {
    return (
      <ErrorState
        happened={text('customers.unreadable')}
        safe={text('customers.unreadable-safe')}
        id={list.error.reference ?? undefined}
        onRetry={list.retry}
      />
    );
  }
  const action = onAdd && (
    <Button variant={list.isSearched ? 'secondary' : 'primary'} onPress={onAdd}>
      {text('customers.new')}
    </Button>
  );
  return list.isSearched ? (
    <EmptyState
      drawing="search"
      title={text('customers.none-fits', { words: list.words.trim() })}
      action={action}
    >
      {text('customers.none-fits-help')}
    </EmptyState>
  ) : (
    <EmptyState drawing="welcome" title={text('customers.none')} action={action}>
      {text('customers.none-help')}
    </EmptyState>
  );
}
