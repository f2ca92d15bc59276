import { useMay } from '../../bridge/use-session.ts';
import { useText } from '../../ui/app-context.tsx';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ErrorState } from '../../ui/error-state.tsx';
import { navigate } from '../../ui/router.ts';
import { queueOf } from './order-filter.ts';
import type { OrderList } from './use-order-list.ts';

/** Why there is no row: a fault, a queue that is worked off, a filter that nothing fits, or a shop that has not sold yet. */
export function NoOrders({ list }: { readonly list: OrderList }) {
  const text = useText();
  const maySell = useMay('sell');
  if (list.error) {
    return (
      <ErrorState
        happened={text('orders.unreadable')}
        safe={text('orders.unreadable-safe')}
        id={list.error.reference ?? undefined}
        onRetry={list.retry}
      />
    );
  }
  if (list.isFiltered) {
    const queue = queueOf(list.filter);
    return (
      <EmptyState
        drawing={queue === null ? 'search' : 'orders'}
        title={text(queue === null ? 'orders.none-fits' : `orders.none-${queue}`)}
        action={<Button onPress={list.clear}>{text('orders.clear-filters')}</Button>}
      >
        {text(queue === null ? 'orders.none-fits-help' : 'orders.none-queue-help')}
      </EmptyState>
    );
  }
  return (
    <EmptyState
      drawing="orders"
      title={text('orders.none')}
      action={
        maySell && (
          <Button variant="primary" onPress={() => navigate('/sell')}>
            {text('orders.go-selling')}
          </Button>
        )
      }
    >
      {text('orders.none-help')}
    </EmptyState>
  );
}
