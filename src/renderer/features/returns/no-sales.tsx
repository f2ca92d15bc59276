import type { ApiQueryResult } from '../../bridge/api-query.ts';
import { useText } from '../../ui/app-context.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ErrorState } from '../../ui/error-state.tsx';
import { useErrorText } from '../../ui/error-text.ts';
import { Skeleton } from '../../ui/skeleton.tsx';
import styles from './no-sales.module.css';

type NoSalesProps = {
  readonly answer: ApiQueryResult<'returns.findSales'>;
  readonly words: string;
  /** As many as are asked for at once. */
  readonly most: number;
};

/** What is said over the sales: how many there are, that none fits, or why they cannot be read. */
export function NoSales({ answer, words, most }: NoSalesProps) {
  const text = useText();
  const errorText = useErrorText();
  const typed = words.trim();
  if (answer.error) {
    return (
      <ErrorState
        happened={text('returns.sales-unreadable')}
        safe={text('returns.unreadable-safe')}
        advice={errorText(answer.error)}
        id={answer.error.reference ?? undefined}
        onRetry={() => void answer.refetch()}
      />
    );
  }
  if (answer.isPending) {
    return (
      <div role="status" aria-label={text('ui.loading')} className={styles.waiting}>
        <Skeleton height="3rem" />
        <Skeleton height="3rem" />
        <Skeleton height="3rem" />
      </div>
    );
  }
  const count = answer.data.length;
  if (count > 0) {
    return (
      <p role="status" className={styles.count}>
        {typed === ''
          ? text('returns.latest-sales')
          : text(count < most ? 'returns.found-sales' : 'returns.found-and-more', { count })}
      </p>
    );
  }
  return typed === '' ? (
    <EmptyState drawing="orders" title={text('returns.no-sales')}>
      {text('returns.no-sales-help')}
    </EmptyState>
  ) : (
    <EmptyState drawing="search" title={text('returns.none-found', { words: typed })}>
      {text('returns.none-found-help')}
    </EmptyState>
  );
}
