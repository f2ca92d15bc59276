import { useText } from '../../ui/app-context.tsx';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ErrorState } from '../../ui/error-state.tsx';
import type { CustomerList } from './use-customer-list.ts';

type NoCustomersProps = { readonly list: CustomerList; readonly onAdd: (() => void) | null };

/** Why the directory shows nobody, and what to do. */
export function NoCustomers({ list, onAdd }: NoCustomersProps) {
  const text = useText();
  const words = list.filter.text.trim();
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
    <Button variant={list.isFiltered ? 'secondary' : 'primary'} onPress={onAdd}>
      {text('customers.new')}
    </Button>
  );
  if (words !== '') {
    return (
      <EmptyState drawing="search" title={text('customers.none-fits', { words })} action={action}>
        {text('customers.none-fits-help')}
      </EmptyState>
    );
  }
  return list.isFiltered ? (
    <EmptyState drawing="search" title={text('customers.none-shown')}>
      {text('customers.none-shown-help')}
    </EmptyState>
  ) : (
    <EmptyState drawing="welcome" title={text('customers.none')} action={action}>
      {text('customers.none-help')}
    </EmptyState>
  );
}
