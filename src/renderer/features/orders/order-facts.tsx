import type { ReactNode } from 'react';
import type { OrderDetail } from '../../../shared/contract/order-views.ts';
import type { AppText } from '../../../shared/text/english.ts';
import { useMay } from '../../bridge/use-session.ts';
import { useApp, useText } from '../../ui/app-context.tsx';
import { DescriptionList } from '../../ui/description-list.tsx';
import { Link } from '../../ui/link.tsx';
import styles from './order-facts.module.css';

/** Who ordered what kind of order when, and where it goes. */
export function OrderFacts({ order }: { readonly order: OrderDetail }) {
  const { text, format } = useApp();
  const isCounter = order.kind === 'counter';
  const isDelivery = order.kind === 'delivery';
  const facts: readonly (readonly [term: string, detail: ReactNode | null])[] = [
    [text('orders.placed'), <bdi key="placed">{format.dateTime(order.placedAt)}</bdi>],
    [text('orders.served-by'), words(order.staffName)],
    [text('orders.kind-of-order'), text(`orders.kind-${order.kind}`)],
    [text('orders.channel'), order.channel === 'till' ? null : text(`orders.channel-${order.channel}`)],
    [text('orders.customer'), <Customer key="customer" order={order} />],
    [
      text(isDelivery ? 'orders.delivery-date' : 'orders.pickup-date'),
      order.deliveryDate === null ? null : <bdi key="date">{format.weekdayDate(order.deliveryDate)}</bdi>,
    ],
    [text(isDelivery ? 'orders.deliver-to' : 'orders.picked-up-by'), words(order.deliveryName)],
    [text('orders.phone'), words(order.deliveryPhone)],
    [text('orders.address'), words(order.deliveryAddress)],
    [
      text('orders.delivered'),
      isCounter || order.deliveredAt === null ? null : (
        <bdi key="delivered">{format.dateTime(order.deliveredAt)}</bdi>
      ),
    ],
    [
      text('orders.cancelled'),
      order.cancelledAt === null ? null : <bdi key="cancelled">{format.dateTime(order.cancelledAt)}</bdi>,
    ],
    [
      text('orders.invoice-number'),
      order.invoiceNumber === null ? null : <bdi key="invoice">{order.invoiceNumber}</bdi>,
    ],
    [text('orders.exchange-of'), exchangeOf(order, text)],
    [text('orders.note'), words(order.note)],
  ];
  const items = facts.flatMap(([term, detail]) => (detail === null ? [] : [{ term, detail }]));
  return <DescriptionList items={items} />;
}

/** The goods that came back and paid for this order, on the same ticket. */
function exchangeOf({ exchangeOf: exchange }: OrderDetail, text: AppText): ReactNode | null {
  if (exchange === null) return null;
  if (exchange.orderId === null) return text('orders.exchange-no-receipt');
  const number = String(exchange.orderId);
  return <Link to={`/orders/${number}`}>{text('orders.order', { number })}</Link>;
}

function Customer({ order }: { readonly order: OrderDetail }) {
  const text = useText();
  const maySee = useMay('see-customers');
  if (order.customerName === null) return text('orders.walk-in');
  if (order.customerId === null || !maySee) return <bdi>{order.customerName}</bdi>;
  return (
    <Link to="/customers" query={{ customer: String(order.customerId) }}>
      <bdi>{order.customerName}</bdi>
    </Link>
  );
}

/** Text as it was typed, lines and writing direction kept; null for none. */
function words(typed: string | null): ReactNode | null {
  if (typed === null || typed.trim() === '') return null;
  return (
    <span className={styles.typed}>
      <bdi>{typed}</bdi>
    </span>
  );
}
