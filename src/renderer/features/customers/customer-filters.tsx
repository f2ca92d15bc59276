import { type KeyboardEvent, useRef } from 'react';
import { useText } from '../../ui/app-context.tsx';
import { type AppliedFilter, FilterBar } from '../../ui/filter-bar.tsx';
import { useHotkeys } from '../../ui/hotkeys.ts';
import { SearchField } from '../../ui/search-field.tsx';
import { Select } from '../../ui/select.tsx';
import { shows } from './customer-filter.ts';
import styles from './customer-filters.module.css';
import type { CustomerList } from './use-customer-list.ts';

type CustomerFiltersProps = { readonly list: CustomerList; readonly onIntoList: () => void };

/** The search box and whom the directory shows; under them what is applied, and how many fit. */
export function CustomerFilters({ list, onIntoList }: CustomerFiltersProps) {
  const text = useText();
  const input = useRef<HTMLInputElement>(null);
  const focus = () => input.current?.focus();
  useHotkeys([
    { keys: 'F2', label: text('customers.search'), run: focus },
    { keys: '/', label: text('customers.search'), run: focus },
  ]);
  const { filter, change } = list;
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
  const isWaiting = list.isLoading || list.count === null;
  return (
    <FilterBar
      applied={useApplied(list)}
      onClear={list.clear}
      summary={isWaiting ? '' : text('customers.count', { count: list.count ?? 0 })}
    >
      <SearchField
        label={text('customers.search')}
        placeholder={text('customers.search-hint')}
        keys="F2"
        value={filter.text}
        inputRef={input}
        onChange={(typed) => change({ text: typed })}
        onCommit={openFirst}
        onKeyDown={onKeyDown}
      />
      <div className={styles.choice}>
        <Select
          label={text('customers.show')}
          hideLabel
          choices={shows.map((key) => ({ key, label: text(`customers.show-${key}`) }))}
          value={filter.show}
          onChange={(show) => change({ show })}
        />
      </div>
      <Order list={list} />
    </FilterBar>
  );
}

const orders = ['name', 'number', 'orders', 'spent', 'owed', 'last', 'created'] as const;

/** The same orders as the heads of the columns, and the newest first, for which there is no column. */
function Order({ list }: { readonly list: CustomerList }) {
  const text = useText();
  return (
    <div className={styles.order}>
      <Select
        label={text('customers.order-by')}
        hideLabel
        choices={orders.map((key) => ({ key, label: text(`customers.by-${key}`) }))}
        value={list.filter.sort}
        onChange={(sort) => list.sortBy({ sort, descending: sort !== 'name' && sort !== 'number' })}
      />
    </div>
  );
}

function useApplied({ filter, change }: CustomerList): readonly AppliedFilter[] {
  const text = useText();
  const words = filter.text.trim();
  const applied: AppliedFilter[] = [];
  if (words !== '')
    applied.push({
      key: 'text',
      label: text('customers.containing', { words }),
      onRemove: () => change({ text: '' }),
    });
  if (filter.show !== 'all')
    applied.push({
      key: 'show',
      label: text(`customers.show-${filter.show}`),
      onRemove: () => change({ show: 'all' }),
    });
  return applied;
}
