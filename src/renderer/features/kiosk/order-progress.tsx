import { Check, X } from 'lucide-react';
import type { OrderKind, OrderStatus } from '../../../shared/domain/order-status.ts';
import { useText } from '../../ui/app-context.tsx';
import { joinClasses } from '../../ui/join-classes.ts';
import styles from './order-progress.module.css';

type OrderProgressProps = { readonly kind: OrderKind; readonly status: OrderStatus };

const ways = {
  delivery: ['received', 'shipped', 'in-transit', 'delivered'],
  pickup: ['received', 'delivered'],
  counter: ['delivered'],
} as const;

/** How far an order has come, from Order Received to Delivered. */
export function OrderProgress({ kind, status }: OrderProgressProps) {
  const text = useText();
  if (status === 'cancelled') {
    return (
      <span className={styles.way}>
        <span className={joinClasses(styles.step, styles.cancelled)}>
          <X aria-hidden="true" />
          {text('kiosk.status-cancelled')}
        </span>
      </span>
    );
  }
  const way: readonly OrderStatus[] = ways[kind];
  const at = way.indexOf(status);
  return (
    <span className={styles.way}>
      {way.map((step, index) => (
        <span
          key={step}
          className={joinClasses(styles.step, index <= at && styles.reached)}
          aria-current={index === at ? 'step' : undefined}
        >
          <span className={styles.dot}>{index <= at && <Check aria-hidden="true" />}</span>
          {text(
            step === 'delivered' && kind === 'pickup' ? 'kiosk.status-picked-up' : `kiosk.status-${step}`,
          )}
        </span>
      ))}
    </span>
  );
}
