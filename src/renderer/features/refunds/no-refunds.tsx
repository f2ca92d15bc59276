import { useText } from '../../ui/app-context.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ErrorState } from '../../ui/error-state.tsx';
import type { RefundList } from './use-refund-list.ts';

/** Why there is no row: a fault, or nothing that somebody must do anything about. */
export function NoRefunds({ list }: { readonly list: RefundList }) {
  const text = useText();
  if (list.error) {
    return (
      <ErrorState
        happened={text('refunds.unreadable')}
        safe={text('refunds.unreadable-safe')}
        id={list.error.reference ?? undefined}
        onRetry={list.retry}
      />
    );
  }
  const { state } = list;
  const isHistory = state === 'settled' || state === 'voided';
  return (
    <EmptyState drawing={isHistory ? 'orders' : 'done'} title={text(`refunds.none-${state}`)}>
      {text(`refunds.none-${state}-help`)}
    </EmptyState>
  );
}
