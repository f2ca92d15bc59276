import type { KioskOrder } from '../../../shared/contract/kiosk-views.ts';
import { addMoney } from '../../../shared/domain/money.ts';
import { useFormat, useText } from '../../ui/app-context.tsx';
import styles from './own-orders.module.css';
import { useDateLine } from './use-date-line.ts';

/** Dates, place and money of an order, in the customer's words. */
export function OrderFacts({ order }: { readonly order: KioskOrder }) {
  const text = useText();
  const format = useFormat();
  const dateLine = useDateLine(order);
  const { payment, refund } = order;
  const amount = format.money(addMoney(order.refunded, order.refundPending));
  const isAwaiting = payment !== null && payment.kind !== 'cash' && order.open > 0;
  const cash = text(order.kind === 'pickup' ? 'kiosk.pay-cash-pickup' : 'kiosk.pay-cash-delivery');
  const by = payment?.kind === 'cash' ? cash : payment?.name;
  return (
    <>
      <p className={styles.note}>
        {text('kiosk.order-of', { date: format.dateTime(order.placedAt) })}
        {dateLine !== '' && ` · ${dateLine}`}
      </p>
      <dl className={styles.facts}>
        <dt>{text('kiosk.total')}</dt>
        <dd>{format.money(order.total)}</dd>
        {payment && (
          <>
            <dt>{text('kiosk.payment')}</dt>
            <dd>{isAwaiting ? text('kiosk.awaiting', { tender: payment.name }) : by}</dd>
          </>
        )}
        {order.paid > 0 && (
          <>
            <dt>{text('kiosk.paid')}</dt>
            <dd>{format.money(order.paid)}</dd>
          </>
        )}
        {order.open > 0 && (
          <>
            <dt>{text('kiosk.open')}</dt>
            <dd>{format.money(order.open)}</dd>
          </>
        )}
        {refund !== 'none' && (
          <>
            <dt>{text('kiosk.refund')}</dt>
            <dd>{text(`kiosk.refund-${refund}`, { amount })}</dd>
          </>
        )}
        {order.deliveryAddress !== null && (
          <>
            <dt>{text('kiosk.to')}</dt>
            <dd>{`${order.deliveryName ?? ''}\n${order.deliveryAddress}`}</dd>
          </>
        )}
      </dl>
    </>
  );
}
