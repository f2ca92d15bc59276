import type { OrderDetail } from '../../../shared/contract/order-views.ts';
import { daysBetween } from '../../../shared/domain/calendar.ts';
import { isOpenStatus } from '../../../shared/domain/order-status.ts';
import { useToday } from '../../bridge/use-session.ts';
import { useText } from '../../ui/app-context.tsx';
import { Badge, PaymentPill, StatusPill } from '../../ui/status-pill.tsx';
import styles from './order-pills.module.css';

/** How an order stands: its status, its money, and whether it waits for a person. */
export function OrderPills({ order }: { readonly order: OrderDetail }) {
  const text = useText();
  const today = useToday();
  const { status, deliveryDate } = order;
  const late = deliveryDate === null || !isOpenStatus(status) ? null : daysBetween(deliveryDate, today);
  return (
    <div className={styles.pills}>
      <StatusPill status={status} />
      <PaymentPill status={order.paymentStatus} />
      {order.awaited !== null && order.open > 0 && (
        <Badge tone="info">{text('orders.awaits-by', { tender: order.awaited.tenderName })}</Badge>
      )}
      {late === 0 && <Badge tone="warning">{text('orders.is-due')}</Badge>}
      {late !== null && late > 0 && <Badge tone="danger">{text('orders.is-overdue', { count: late })}</Badge>}
    </div>
  );
}
