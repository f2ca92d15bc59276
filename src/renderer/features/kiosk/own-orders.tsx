import type { KioskOrderRow } from '../../../shared/contract/kiosk-views.ts';
import { useApiPages } from '../../bridge/api-query.ts';
import { useFormat, useText } from '../../ui/app-context.tsx';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { useKiosk } from './kiosk-context.tsx';
import formStyles from './kiosk-form.module.css';
import { KioskSheet } from './kiosk-sheet.tsx';
import { KioskWaiting } from './kiosk-waiting.tsx';
import { OrderProgress } from './order-progress.tsx';
import styles from './own-orders.module.css';
import { useDateLine } from './use-date-line.ts';

/** The customer's own orders, newest first, each where it stands now. */
export function OwnOrders() {
  const text = useText();
  const { dispatch } = useKiosk();
  const orders = useApiPages('kiosk.orders', { limit: 20 });
  return (
    <KioskSheet
      title={text('kiosk.orders')}
      onBack={() => dispatch({ kind: 'show', view: { name: 'choose' } })}
    >
      {!orders.isSuccess && <KioskWaiting query={orders} />}
      {orders.isSuccess && orders.items.length === 0 && (
        <EmptyState drawing="orders" title={text('kiosk.orders-empty')}>
          {text('kiosk.orders-empty-hint')}
        </EmptyState>
      )}
      <ul className={styles.list}>
        {orders.items.map((order) => (
          <OrderCard key={order.orderId} order={order} />
        ))}
      </ul>
      {orders.hasNextPage && (
        <Button
          size="touch"
          wide
          pending={orders.isFetchingNextPage}
          onPress={() => void orders.fetchNextPage()}
        >
          {text('kiosk.more')}
        </Button>
      )}
    </KioskSheet>
  );
}

function OrderCard({ order }: { readonly order: KioskOrderRow }) {
  const text = useText();
  const format = useFormat();
  const { dispatch } = useKiosk();
  const dateLine = useDateLine(order);
  const { orderId } = order;
  return (
    <li>
      <button
        type="button"
        className={`${formStyles.card} ${styles.order}`}
        onClick={() => dispatch({ kind: 'show', view: { name: 'order', orderId } })}
      >
        <span className={styles.head}>
          <span className={styles.number}>{text('kiosk.order', { number: String(orderId) })}</span>
          <span>{format.money(order.total)}</span>
        </span>
        <span className={styles.note}>
          {text('kiosk.order-of', { date: format.dateTime(order.placedAt) })} ·{' '}
          {text('kiosk.order-items', { count: order.lineCount })}
        </span>
        <OrderProgress kind={order.kind} status={order.status} />
        <span className={styles.note}>{dateLine}</span>
      </button>
    </li>
  );
}
