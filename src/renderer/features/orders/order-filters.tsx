import { SlidersHorizontal } from 'lucide-react';
import { type KeyboardEvent, type Ref, useState } from 'react';
import type { CalendarDate } from '../../../shared/domain/calendar.ts';
import type { AppText } from '../../../shared/text/english.ts';
import type { Format } from '../../../shared/text/format.ts';
import { useApp, useText } from '../../ui/app-context.tsx';
import { Button } from '../../ui/button.tsx';
import { DaySpan } from '../../ui/day-span.tsx';
import { FilterBar } from '../../ui/filter-bar.tsx';
import { useHotkeys } from '../../ui/hotkeys.ts';
import { SearchField } from '../../ui/search-field.tsx';
import { Select } from '../../ui/select.tsx';
import { appliedFilters, appliedParts, paymentLabel, statusLabel } from './applied-filters.ts';
import { useFilterNames } from './filter-names.ts';
import { MoreFilters, moreFiltersApplied } from './more-filters.tsx';
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
  const names = useFilterNames(filter);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'ArrowDown') return;
    event.preventDefault();
    onIntoList();
  };
  return (
    <FilterBar
      applied={appliedFilters(appliedParts(filter, { text, format, names }), change)}
      onClear={list.clear}
      summary={summaryOf(list, text, format)}
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
      <Narrowing list={list} />
      {filter.days === 'custom' && <CustomDays list={list} />}
      <MoreButton list={list} />
    </FilterBar>
  );
}

/** What a list is narrowed by every day. */
function Narrowing({ list }: { readonly list: OrderList }) {
  const text = useText();
  const { filter, change } = list;
  return (
    <>
      <div className={styles.choice}>
        <Select
          label={text('orders.status')}
          hideLabel
          choices={statusFilters.map((key) => ({ key, label: statusLabel(key, text) }))}
          value={filter.status}
          onChange={(status) => change({ status })}
        />
      </div>
      <div className={styles.kind}>
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
          choices={paymentFilters.map((key) => ({ key, label: paymentLabel(key, text) }))}
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
    </>
  );
}

const moreKeys = 'Alt+F';

/** The filters that are seldom used, and how many of them narrow the list. */
function MoreButton({ list }: { readonly list: OrderList }) {
  const { text, format } = useApp();
  const [isOpen, setOpen] = useState(false);
  const count = moreFiltersApplied(list.filter);
  useHotkeys([{ keys: moreKeys, label: text('orders.more-filters'), run: () => setOpen(true) }]);
  return (
    <>
      <Button icon={<SlidersHorizontal />} onPress={() => setOpen(true)}>
        <span className={styles.moreWords}>{text('orders.more-filters')}</span>
        {count > 0 && <span className={styles.count}>{format.number(count)}</span>}
      </Button>
      {isOpen && <MoreFilters list={list} onClose={() => setOpen(false)} />}
    </>
  );
}

/** "128 orders, 4,210.00"; what they come to is there once it was counted. */
function summaryOf({ rows, sums, hasMore, isLoading }: OrderList, text: AppText, format: Format): string {
  if (isLoading) return '';
  if (sums === null) return hasMore ? text('orders.count-and-more', { count: rows.length }) : '';
  const { count, total } = sums;
  if (count === 0) return text('orders.count', { count });
  return text('orders.count-and-total', { count, total: format.money(total) });
}

function CustomDays({ list }: { readonly list: OrderList }) {
  const text = useText();
  const { filter, change, today } = list;
  return (
    <DaySpan
      fromLabel={text('orders.from')}
      toLabel={text('orders.to')}
      from={filter.from}
      to={filter.to}
      around={today}
      onChange={change}
    />
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
