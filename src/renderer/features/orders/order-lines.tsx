import type { OrderDetail } from '../../../shared/contract/order-views.ts';
import { pictureUrl } from '../../bridge/picture-url.ts';
import { useApp } from '../../ui/app-context.tsx';
import { MoneyText } from '../../ui/money-text.tsx';
import { Picture } from '../../ui/picture.tsx';
import styles from './order-lines.module.css';

type Line = OrderDetail['lines'][number];

/** What was sold, line by line, and how each line comes to its total. */
export function OrderLines({ order }: { readonly order: OrderDetail }) {
  return (
    <ol className={styles.lines}>
      {order.lines.map((line) => (
        <OrderLine key={line.lineNo} line={line} pricesIncludeTax={order.pricesIncludeTax} />
      ))}
    </ol>
  );
}

function OrderLine({ line, pricesIncludeTax }: { readonly line: Line; readonly pricesIncludeTax: boolean }) {
  const { text, format } = useApp();
  const quantity = format.quantity(line.quantity, line.unit);
  const discount = { amount: format.amount(line.discount) };
  return (
    <li className={styles.line}>
      <Picture
        src={line.pictureId === null ? null : pictureUrl(line.pictureId)}
        name={line.name}
        size="small"
      />
      <div className={styles.words}>
        <span className={styles.name}>
          <bdi>{line.name}</bdi>
        </span>
        <span className={styles.detail}>
          <bdi className={styles.figures}>
            {text('orders.quantity-by-price', { quantity, price: format.amount(line.unitPrice) })}
          </bdi>
          {line.listPrice !== line.unitPrice && (
            <span>{text('orders.list-price', { price: format.amount(line.listPrice) })}</span>
          )}
          {line.sku !== null && <bdi>{line.sku}</bdi>}
        </span>
        {line.discount !== 0 && (
          <span className={styles.discount}>
            {line.discountRate === null
              ? text('orders.line-discount', discount)
              : text('orders.line-discount-percent', {
                  ...discount,
                  percent: format.percent(line.discountRate),
                })}
          </span>
        )}
        {line.orderDiscount !== 0 && (
          <span className={styles.discount}>
            {text('orders.line-order-discount', { amount: format.amount(line.orderDiscount) })}
          </span>
        )}
        {line.note !== null && line.note !== '' && (
          <span className={styles.note}>
            <bdi>{line.note}</bdi>
          </span>
        )}
      </div>
      <div className={styles.amounts}>
        <MoneyText amount={line.total} currencySign={false} />
        {line.tax !== 0 && (
          <span className={styles.tax}>
            {text(pricesIncludeTax ? 'orders.line-tax-included' : 'orders.line-tax-added', {
              amount: format.amount(line.tax),
            })}
          </span>
        )}
      </div>
    </li>
  );
}
