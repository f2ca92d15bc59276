import { useApp } from '../../ui/app-context.tsx';
import styles from './stock-dialog.module.css';
import type { ProductStock } from './stock-dialog-frame.tsx';

/** What is on hand as main says it, live. */
export function OnHandNow({ stock }: { readonly stock: ProductStock }) {
  const { text, format } = useApp();
  return (
    <p className={styles.now}>
      <span>{text('stock.now')}</span>
      <bdi className={styles.nowFigure}>{format.quantity(stock.onHand, stock.unit)}</bdi>
      {stock.reserved !== 0 && (
        <span className={styles.quiet}>
          {text('stock.now-reserved', { quantity: format.quantity(stock.reserved, stock.unit) })}
        </span>
      )}
    </p>
  );
}
