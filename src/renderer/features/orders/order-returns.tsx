import type { OrderDetail } from '../../../shared/contract/order-views.ts';
import { useApp } from '../../ui/app-context.tsx';
import { Link } from '../../ui/link.tsx';
import { MoneyText } from '../../ui/money-text.tsx';
import styles from './order-refunds.module.css';

type Returned = OrderDetail['returns'][number];

/** Goods that came back: what, why, and where they went. */
export function OrderReturns({ order }: { readonly order: OrderDetail }) {
  return (
    <ul className={styles.refunds}>
      {order.returns.map((one) => (
        <ReturnRow key={one.returnId} returned={one} />
      ))}
    </ul>
  );
}

function ReturnRow({ returned }: { readonly returned: Returned }) {
  const { text, format } = useApp();
  const { returnId, note, staffName, exchangeOrderId } = returned;
  return (
    <li className={styles.refund}>
      <div className={styles.words}>
        <span className={styles.first}>
          <span>{text('orders.return', { number: String(returnId) })}</span>
          {exchangeOrderId !== null && (
            <Link to={`/orders/${exchangeOrderId}`}>
              {text('orders.exchanged-for', { number: String(exchangeOrderId) })}
            </Link>
          )}
        </span>
        {returned.lines.map((line) => (
          <span key={line.lineNo}>
            <bdi>
              {text('orders.quantity-of', {
                quantity: format.quantity(line.quantity, line.unit),
                name: line.name,
              })}
            </bdi>
            <span className={styles.detail}>
              {' '}
              {text(`orders.return-${line.reason}`)}, {text(`orders.goods-${line.disposition}`)}
            </span>
          </span>
        ))}
        {note !== null && note !== '' && (
          <span className={styles.detail}>
            <bdi>{note}</bdi>
          </span>
        )}
        <span className={styles.detail}>
          <bdi>{format.dateTime(returned.at)}</bdi>
          {staffName !== null && ` ${text('orders.taken-by', { name: staffName })}`}
        </span>
      </div>
      <MoneyText amount={returned.total} currencySign={false} />
    </li>
  );
}
