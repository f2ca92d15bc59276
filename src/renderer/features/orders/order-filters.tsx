import type { KeyboardEvent, Ref } from 'react';
import type { CalendarDate } from '../../../shared/domain/calendar.ts';
import type { AppText } from '../../../shared/text/english.ts';
import type { Format } from '../../../shared/text/format.ts';
import { useApp, useText } from '../../ui/app-context.tsx';
import { DateField } from '../../ui/date-field.tsx';
import { type AppliedFilter, FilterBar } from '../../ui/filter-bar.tsx';
import { SearchField } from '../../ui/search-field.tsx';
import { Select } from '../../ui/select.tsx';
import {
  daysFilters,
  daysSpan,
  kindFilters,
  type OrderFilter,
  paymentFilters,
  statusFilters,
} from './order-filter.ts';
import styles from './order-filters.module.css';
import type { OrderList } from './use-order-list.ts';

type OrderFiltersProps = {
  readonly list: OrderList;
  readonly searchRef: Ref<HTMLInputElement>;
  readonly onCommit: (typed: string) => void;
  readonly onIntoList: () => void;
};

/** The search box and what narrows the list; under them what is applied, each gone with one press. */
export function OrderFilters({ list, searchRef, onCommit, onIntoList }: OrderFiltersProps) {
  const { text, format } = useApp();
  const { filter, change } = list;
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'ArrowDown') return;
    event.preventDefault();
    onIntoList();
  };
  const count = list.rows.length;
  return (
    <FilterBar
      applied={appliedFilters(filter, change, text, format)}
      onClear={list.clear}
      summary={list.isLoading ? '' : text(list.hasMore ? 'orders.count-and-more' : 'orders.count', { count })}
    >
      <SearchField
        label={text('orders.search')}
        placeholder={text('orders.search-hint')}
        keys="F2"
        value={filter.text}
        inputRef={searchRef}
        onChange={(typed) => change({ text: typed })}
        onCommit={onCommit}
        onKeyDown={onKeyDown}
      />
      <div className={styles.choice}>
        <Select
          label={text('orders.status')}
          hideLabel
          choices={statusFilters.map((key) => ({ key, label: statusLabel(key, text) }))}
          value={filter.status}
          onChange={(status) => change({ status })}
        />
      </div>
      <div className={styles.choice}>
        <Select
          label={text('orders.kind')}
          hideLabel
          choices={kindFilters.map((key) => ({ key, label: text(`orders.kind-${key}`) }))}
          value={filter.kind}
          onChange={(kind) => change({ kind })}
        />
      </div>
      <div className={styles.choice}>
        <Select
          label={text('orders.payment')}
          hideLabel
          choices={paymentFilters.map((key) => ({ key, label: text(`orders.payment-${key}`) }))}
          value={filter.payment}
          onChange={(payment) => change({ payment })}
        />
      </div>
      <div className={styles.choice}>
        <Select
          label={text('orders.days')}
          hideLabel
          choices={daysFilters.map((key) => ({ key, label: text(`orders.days-${key}`) }))}
          value={filter.days}
          onChange={(days) => change({ ...customStart(days, filter, list.today), days })}
        />
      </div>
      {filter.days === 'custom' && <CustomDays list={list} />}
    </FilterBar>
  );
}

function CustomDays({ list }: { readonly list: OrderList }) {
  const text = useText();
  const { filter, change, today } = list;
  return (
    <div className={styles.days}>
      <DateField
        label={text('orders.from')}
        hideLabel
        value={filter.from}
        around={today}
        onChange={(from) => change({ from })}
      />
      <span aria-hidden="true">–</span>
      <DateField
        label={text('orders.to')}
        hideLabel
        value={filter.to}
        around={today}
        onChange={(to) => change({ to })}
      />
    </div>
  );
}

/** Chosen days begin with those that were shown, so that nothing jumps away. */
function customStart(
  days: OrderFilter['days'],
  filter: OrderFilter,
  today: CalendarDate,
): Partial<OrderFilter> {
  if (days !== 'custom' || filter.days === 'custom') return {};
  const { fromDate, toDate } = daysSpan(filter, today);
  return { from: fromDate ?? today, to: toDate ?? today };
}

function statusLabel(status: OrderFilter['status'], text: AppText): string {
  switch (status) {
    case 'all':
    case 'open':
    case 'due':
    case 'overdue':
      return text(`orders.status-${status}`);
    default:
      return text(`ui.status-${status}`);
  }
}

/** What is applied, in words; pressing one takes it away. */
export function appliedFilters(
  filter: OrderFilter,
  change: (changed: Partial<OrderFilter>) => void,
  text: AppText,
  format: Format,
): readonly AppliedFilter[] {
  const { status, kind, payment, days } = filter;
  const words = filter.text.trim();
  return [
    ...(words === ''
      ? []
      : [
          {
            key: 'text',
            label: text('orders.containing', { words }),
            onRemove: () => change({ text: '' }),
          },
        ]),
    ...(status === 'all'
      ? []
      : [{ key: 'status', label: statusLabel(status, text), onRemove: () => change({ status: 'all' }) }]),
    ...(kind === 'all'
      ? []
      : [{ key: 'kind', label: text(`orders.kind-${kind}`), onRemove: () => change({ kind: 'all' }) }]),
    ...(payment === 'all'
      ? []
      : [
          {
            key: 'payment',
            label: text(`orders.payment-${payment}`),
            onRemove: () => change({ payment: 'all' }),
          },
        ]),
    ...(days === 'all'
      ? []
      : [{ key: 'days', label: daysLabel(filter, text, format), onRemove: () => change({ days: 'all' }) }]),
  ];
}

function daysLabel({ days, from, to }: OrderFilter, text: AppText, format: Format): string {
  if (days !== 'custom') return text(`orders.days-${days}`);
  if (from === null && to === null) return text('orders.days-all');
  if (to === null && from !== null) return text('orders.days-from', { from: format.dateShort(from) });
  if (from === null && to !== null) return text('orders.days-to', { to: format.dateShort(to) });
  const [first, last] = [from, to].filter((date) => date !== null).toSorted((a, b) => a - b);
  if (first === undefined || last === undefined) return text('orders.days-all');
  return text('orders.days-span', { from: format.dateShort(first), to: format.dateShort(last) });
}
