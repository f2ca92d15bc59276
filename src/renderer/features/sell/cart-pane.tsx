import { useText } from '../../ui/app-context.tsx';
import { CartActionsBar } from './cart-actions-bar.tsx';
import { CartLines } from './cart-lines.tsx';
import { CartOrder } from './cart-order.tsx';
import styles from './cart-pane.module.css';
import { CartTotals } from './cart-totals.tsx';
import { LineBar } from './line-bar.tsx';

/** The cart: for whom, what, what it comes to, and what to do next. */
export function CartPane() {
  const text = useText();
  return (
    <section className={styles.pane} aria-label={text('sell.cart')}>
      <CartOrder />
      <CartLines />
      <LineBar />
      <CartTotals />
      <CartActionsBar />
    </section>
  );
}
