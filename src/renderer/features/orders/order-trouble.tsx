import { type ApiError, isRefusal } from '../../bridge/client.ts';
import { useText } from '../../ui/app-context.tsx';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ErrorState } from '../../ui/error-state.tsx';
import { useErrorText } from '../../ui/error-text.ts';
import { navigate } from '../../ui/router.ts';
import { Skeleton } from '../../ui/skeleton.tsx';
import styles from './order-trouble.module.css';

type OrderTroubleProps = {
  readonly error: ApiError;
  readonly number: string;
  readonly onRetry: () => void;
};

/** Why an order cannot be shown: there is none of that number, or it could not be read. */
export function OrderTrouble({ error, number, onRetry }: OrderTroubleProps) {
  const text = useText();
  const errorText = useErrorText();
  if (isRefusal(error, 'not-found') || isRefusal(error, 'invalid-input')) return <NoOrder number={number} />;
  return (
    <ErrorState
      happened={text('orders.one-unreadable')}
      safe={text('orders.unreadable-safe')}
      advice={errorText(error)}
      id={error.reference ?? undefined}
      onRetry={onRetry}
    />
  );
}

/** No order has this number. */
export function NoOrder({ number }: { readonly number: string }) {
  const text = useText();
  return (
    <EmptyState
      drawing="search"
      title={text('orders.not-there', { number })}
      action={<Button onPress={() => navigate('/orders')}>{text('orders.all-orders')}</Button>}
    >
      {text('orders.not-there-help')}
    </EmptyState>
  );
}

/** Holds the place of an order that is on its way. */
export function OrderWaiting() {
  const text = useText();
  return (
    <div role="status" aria-label={text('ui.loading')} className={styles.waiting}>
      <Skeleton width="60%" height="1.5rem" />
      <Skeleton height="6rem" />
      <Skeleton height="10rem" />
    </div>
  );
}
