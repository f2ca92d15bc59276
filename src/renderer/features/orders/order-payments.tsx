import { Banknote, CreditCard, type LucideIcon, Smartphone, Wallet } from 'lucide-react';
import type { OrderDetail } from '../../../shared/contract/order-views.ts';
import { addMoney } from '../../../shared/domain/money.ts';
import type { AppText } from '../../../shared/text/english.ts';
import { useApp } from '../../ui/app-context.tsx';
import { MoneyText } from '../../ui/money-text.tsx';
import styles from './order-payments.module.css';

type Payment = OrderDetail['payments'][number];

const icons: Readonly<Record<Payment['tenderKind'], LucideIcon>> = {
  cash: Banknote,
  card: CreditCard,
  upi: Smartphone,
  other: Wallet,
};

/** How the order was paid: tender, reference, what was handed over and given back. */
export function OrderPayments({ order }: { readonly order: OrderDetail }) {
  const { text } = useApp();
  const awaited = awaitedWords(order, text);
  if (order.payments.length === 0) {
    return <p className={styles.none}>{awaited ?? text('orders.no-payments')}</p>;
  }
  return (
    <ul className={styles.payments}>
      {awaited !== null && <li className={styles.none}>{awaited}</li>}
      {order.payments.map((payment) => (
        <PaymentRow key={payment.paymentNo} payment={payment} />
      ))}
    </ul>
  );
}

/** What a customer of the kiosk means to pay with, while it is open: staff confirm it with its reference. */
function awaitedWords({ awaited, open, kind }: OrderDetail, text: AppText): string | null {
  if (awaited === null || open <= 0) return null;
  if (awaited.tenderKind !== 'cash') return text('kiosk.awaited', { tender: awaited.tenderName });
  return text(kind === 'pickup' ? 'kiosk.pay-cash-pickup' : 'kiosk.awaited-cash');
}

function PaymentRow({ payment }: { readonly payment: Payment }) {
  const { text, format } = useApp();
  const Icon = icons[payment.tenderKind];
  const { amount, change, reference, staffName } = payment;
  return (
    <li className={styles.payment}>
      <Icon aria-hidden="true" className={styles.icon} />
      <div className={styles.words}>
        <span>
          <bdi>{payment.tenderName}</bdi>
        </span>
        {reference !== null && reference !== '' && (
          <span className={styles.detail}>{text('orders.reference', { reference })}</span>
        )}
        {change !== 0 && (
          <span className={styles.detail}>
            {text('orders.given-and-change', {
              given: format.amount(addMoney(amount, change)),
              change: format.amount(change),
            })}
          </span>
        )}
        <span className={styles.detail}>
          <bdi>{format.dateTime(payment.at)}</bdi>
          {staffName !== null && ` ${text('orders.taken-by', { name: staffName })}`}
        </span>
      </div>
      <MoneyText amount={amount} currencySign={false} />
    </li>
  );
}
