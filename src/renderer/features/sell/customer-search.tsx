import { UserRoundPlus } from 'lucide-react';
import { type KeyboardEvent, useId, useState } from 'react';
import type { Output } from '../../../shared/contract/index.ts';
import { type ApiPages, useApiPages } from '../../bridge/api-query.ts';
import { useText } from '../../ui/app-context.tsx';
import { Button } from '../../ui/button.tsx';
import { ErrorState } from '../../ui/error-state.tsx';
import { useErrorText } from '../../ui/error-text.ts';
import { SearchField } from '../../ui/search-field.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import styles from './customer-search.module.css';
import { walkGrid } from './walk-grid.ts';

type Found = Output<'customers.search'>['items'][number];

type CustomerSearchProps = {
  readonly words: string;
  readonly onType: (words: string) => void;
  readonly onChoose: (customerId: number) => void;
  /** Absent for whoever may not create customers. */
  readonly onCreate: (() => void) | undefined;
};

/** Customers by name, phone, e-mail or address; arrows walk, Enter takes the chosen or the first. */
export function CustomerSearch({ words, onType, onChoose, onCreate }: CustomerSearchProps) {
  const text = useText();
  const listId = useId();
  const [active, setActive] = useState<number | null>(null);
  const pages = useApiPages('customers.search', { text: words.trim().slice(0, 200), limit: 50 });
  const { items } = pages;
  const at = active !== null && active < items.length ? active : null;
  const onKeyDown = (event: KeyboardEvent) => {
    const to = walkGrid(event.key, at, items.length, { columns: 1, direction: 'ltr' });
    if (to === null) return;
    event.preventDefault();
    setActive(to === 'leave' ? null : to);
  };
  const commit = () => {
    const chosen = items[at ?? 0];
    if (pages.isPlaceholderData) return;
    if (chosen) onChoose(chosen.id);
    else onCreate?.();
  };
  const typed = words.trim();
  return (
    <div className={styles.search}>
      <SearchField
        label={text('sell.customer')}
        placeholder={text('sell.customer-search')}
        size="touch"
        autoFocus
        value={words}
        onChange={(next) => {
          setActive(null);
          onType(next);
        }}
        onCommit={commit}
        onKeyDown={onKeyDown}
        controls={listId}
        activeDescendant={at === null ? undefined : `${listId}-${at}`}
      />
      <div
        id={listId}
        role="listbox"
        tabIndex={-1}
        aria-label={text('sell.customers')}
        className={styles.list}
        onScroll={(event) => readOn(event.currentTarget, pages)}
      >
        {pages.isPending && <Skeleton height="3rem" />}
        {items.map((customer, index) => (
          <CustomerOption
            key={customer.id}
            id={`${listId}-${index}`}
            customer={customer}
            active={index === at}
            onChoose={onChoose}
          />
        ))}
      </div>
      <NobodyFound pages={pages} typed={typed} />
      {onCreate && (
        <Button icon={<UserRoundPlus />} onPress={onCreate}>
          {typed === '' ? text('sell.new-customer') : text('sell.new-customer-called', { name: typed })}
        </Button>
      )}
    </div>
  );
}

type NobodyFoundProps = {
  readonly pages: ApiPages<'customers.search'>;
  readonly typed: string;
};

function NobodyFound({ pages, typed }: NobodyFoundProps) {
  const text = useText();
  const errorText = useErrorText();
  return (
    <>
      {pages.error && (
        <ErrorState
          happened={text('sell.customers-unreadable')}
          safe={text('sell.cart-is-safe')}
          advice={errorText(pages.error)}
          onRetry={() => void pages.refetch()}
        />
      )}
      {!pages.isPending && !pages.error && pages.items.length === 0 && (
        <p className={styles.none}>
          {typed === '' ? text('sell.no-customers') : text('sell.no-customer-found', { words: typed })}
        </p>
      )}
    </>
  );
}

type Readable = {
  readonly hasNextPage: boolean;
  readonly isFetchingNextPage: boolean;
  readonly fetchNextPage: () => unknown;
};

/** Reads the next page before the end of the list is reached. */
function readOn(list: HTMLElement, { hasNextPage, isFetchingNextPage, fetchNextPage }: Readable): void {
  const left = list.scrollHeight - list.scrollTop - list.clientHeight;
  if (hasNextPage && !isFetchingNextPage && left < 200) fetchNextPage();
}

type CustomerOptionProps = {
  readonly id: string;
  readonly customer: Found;
  readonly active: boolean;
  readonly onChoose: (customerId: number) => void;
};

function CustomerOption({ id, customer, active, onChoose }: CustomerOptionProps) {
  const text = useText();
  const detail = [customer.phone, customer.email, customer.address.replaceAll(/\s*\n\s*/gu, ', ')];
  return (
    <button
      type="button"
      id={id}
      role="option"
      tabIndex={-1}
      aria-selected={active}
      className={styles.option}
      data-active={active || undefined}
      onMouseDown={(event) => event.preventDefault()}
      onClick={() => onChoose(customer.id)}
    >
      <span className={styles.words}>
        <span className={styles.name}>
          <bdi>{customer.name}</bdi>
        </span>
        <span className={styles.detail}>
          <bdi>{detail.filter((part) => part !== '').join(' · ')}</bdi>
        </span>
      </span>
      <span className={styles.orders}>{text('sell.customer-orders', { count: customer.orderCount })}</span>
    </button>
  );
}
