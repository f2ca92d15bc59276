import { useState } from 'react';
import { useApiPages } from '../../bridge/api-query.ts';
import { useText } from '../../ui/app-context.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { ErrorState } from '../../ui/error-state.tsx';
import { SearchPick } from '../../ui/search-pick.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { showMerge } from './customer-places.ts';
import type { RecordDialogProps } from './customer-record-dialogs.tsx';
import styles from './merge-find-dialog.module.css';

/** Finds who else the same person was written down as. */
export function MergeFindDialog({ customer, onClose }: RecordDialogProps) {
  const text = useText();
  const [words, setWords] = useState('');
  const typed = words.trim().slice(0, 200);
  const pages = useApiPages('customers.search', { text: typed, limit: 20 });
  const found = pages.items.filter(({ id }) => id !== customer.id);
  const instead = pages.isError ? (
    <ErrorState
      happened={text('customers.unreadable')}
      safe={text('customers.unreadable-safe')}
      id={pages.error.reference ?? undefined}
      onRetry={() => void pages.refetch()}
    />
  ) : pages.isPending ? (
    <Skeleton height="10rem" />
  ) : found.length === 0 ? (
    <p className={styles.none}>
      {typed === '' ? text('customers.none') : text('customers.none-fits', { words: typed })}
    </p>
  ) : undefined;
  return (
    <Dialog open onClose={onClose} title={text('customers.merge-with')} closeOnOutside>
      <div className={styles.find}>
        <p className={styles.help}>{text('customers.merge-find-help', { name: customer.name })}</p>
        <SearchPick
          label={text('customers.merge-find')}
          placeholder={text('customers.search-hint')}
          listLabel={text('customers.title')}
          words={words}
          onType={setWords}
          items={found}
          itemKey={({ id }) => String(id)}
          onPick={({ id }) => {
            onClose();
            showMerge(customer.id, id);
          }}
          instead={instead}
          autoFocus
        >
          {({ id, name, phone, email, orderCount }) => (
            <span className={styles.row}>
              <span className={styles.name}>
                <bdi>{name}</bdi>
              </span>
              <span className={styles.facts}>
                <bdi dir="ltr">{[String(id), phone, email].filter(Boolean).join(' · ')}</bdi>
              </span>
              <span className={styles.facts}>{text('customers.group-orders', { count: orderCount })}</span>
            </span>
          )}
        </SearchPick>
      </div>
    </Dialog>
  );
}
