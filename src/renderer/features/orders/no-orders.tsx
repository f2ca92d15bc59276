import { useApiQuery } from '../../bridge/api-query.ts';
import { useMay } from '../../bridge/use-session.ts';
import { useApp, useText } from '../../ui/app-context.tsx';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ErrorState } from '../../ui/error-state.tsx';
import { navigate } from '../../ui/router.ts';
import { appliedParts } from './applied-filters.ts';
import { useFilterNames } from './filter-names.ts';
import styles from './no-orders.module.css';
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
  if (list.isFiltered) return <NoneFits list={list} />;
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

/** A queue that is worked off, or filters that leave nothing: then which of them to lift, with what that would show. */
function NoneFits({ list }: { readonly list: OrderList }) {
  const { text, format } = useApp();
  const { filter, asked, change } = list;
  const queue = queueOf(filter);
  const names = useFilterNames(filter);
  const { data } = useApiQuery('orders.withoutEach', asked, { enabled: queue === null });
  const parts = appliedParts(filter, { text, format, names });
  const found = parts.length < 2 ? [] : (data ?? []);
  const lifts = found.flatMap(({ part, count }) => {
    const lifted = parts.filter((one) => one.part === part);
    const without = part === 'has' ? { has: [] } : lifted[0]?.without;
    const label = format.list(lifted.map((one) => one.label));
    return without === undefined ? [] : [{ part, label, without, count }];
  });
  const help = lifts.length > 0 ? 'orders.none-fits-lift' : 'orders.none-fits-help';
  return (
    <EmptyState
      drawing={queue === null ? 'search' : 'orders'}
      title={text(queue === null ? 'orders.none-fits' : `orders.none-${queue}`)}
      action={
        <div className={styles.lifts}>
          {lifts.map(({ part, label, without, count }) => (
            <Button key={part} onPress={() => change(without)}>
              {count >= mostCounted
                ? text('orders.lift-many', { filter: label, count })
                : text('orders.lift', { filter: label, count })}
            </Button>
          ))}
          <Button variant={lifts.length > 0 ? 'quiet' : 'secondary'} onPress={list.clear}>
            {text('orders.clear-filters')}
          </Button>
        </div>
      }
    >
      {text(queue === null ? help : 'orders.none-queue-help')}
    </EmptyState>
  );
}

/** Main counts no further. */
const mostCounted = 100;
