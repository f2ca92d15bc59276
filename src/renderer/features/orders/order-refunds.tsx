import type { OrderDetail } from '../../../shared/contract/order-views.ts';
import { addMoney } from '../../../shared/domain/money.ts';
import { nextRefundStates } from '../../../shared/domain/refund-state.ts';
import { useMay } from '../../bridge/use-session.ts';
import { useApp } from '../../ui/app-context.tsx';
import { Link } from '../../ui/link.tsx';
import { MoneyText } from '../../ui/money-text.tsx';
import { Badge, type Tone } from '../../ui/status-pill.tsx';
import styles from './order-refunds.module.css';

type Refund = OrderDetail['refunds'][number];

const tones: Readonly<Record<Refund['state'], Tone>> = {
  awaiting: 'warning',
  initiated: 'info',
  settled: 'positive',
  failed: 'danger',
  voided: 'neutral',
};

/** Money that goes back: where each part of it is, and the way to do something about it. */
export function OrderRefunds({ order }: { readonly order: OrderDetail }) {
  return (
    <ul className={styles.refunds}>
      {order.refunds.map((refund) => (
        <RefundRow key={refund.refundId} refund={refund} />
      ))}
    </ul>
  );
}

function RefundRow({ refund }: { readonly refund: Refund }) {
  const { text, format } = useApp();
  const mayRefund = useMay('refund');
  const { state, reference, reason, staffName } = refund;
  const isOpen = nextRefundStates(state).length > 0;
  return (
    <li className={styles.refund}>
      <div className={styles.words}>
        <span className={styles.first}>
          <bdi>{refund.tenderName}</bdi>
          <Badge tone={tones[state]}>{text(`orders.refund-${state}`)}</Badge>
        </span>
        {reference !== null && reference !== '' && (
          <span className={styles.detail}>{text('orders.reference', { reference })}</span>
        )}
        {reason !== '' && (
          <span className={styles.detail}>
            <bdi>{reason}</bdi>
          </span>
        )}
        <span className={styles.detail}>
          <bdi>{format.dateTime(refund.settledAt ?? refund.initiatedAt ?? refund.openedAt)}</bdi>
          {staffName !== null && ` ${text('orders.taken-by', { name: staffName })}`}
        </span>
        {isOpen && mayRefund && (
          <Link to="/refunds" query={{ state, refund: String(refund.refundId) }}>
            {text(`orders.go-on-${state === 'initiated' ? 'settle' : 'initiate'}`)}
          </Link>
        )}
      </div>
      <MoneyText amount={addMoney(refund.amount, refund.rounding)} currencySign={false} />
    </li>
  );
}
