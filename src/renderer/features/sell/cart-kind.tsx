import { Package, ShoppingBag, Truck } from 'lucide-react';
import type { OrderKind } from '../../../shared/domain/order-status.ts';
import { useText } from '../../ui/app-context.tsx';
import { Segmented } from '../../ui/segmented.tsx';
import styles from './cart-kind.module.css';
import { useSell } from './sell-context.ts';
import { useCartActions } from './use-cart-actions.ts';

/** Handed over now, picked up later, or sent. The last two ask to whom and when at once. */
export function CartKind() {
  const text = useText();
  const { state } = useSell();
  const { change, open } = useCartActions();
  const choose = (kind: OrderKind) => {
    change({ type: 'set-kind', kind });
    if (kind !== 'counter' && state.cart.delivery === null) open({ kind: 'delivery', thenPay: false });
  };
  return (
    <div className={styles.kind}>
      <Segmented
        label={text('sell.kind')}
        choices={[
          { key: 'counter', label: text('sell.kind-counter'), icon: <ShoppingBag aria-hidden="true" /> },
          { key: 'pickup', label: text('sell.kind-pickup'), icon: <Package aria-hidden="true" /> },
          { key: 'delivery', label: text('sell.kind-delivery'), icon: <Truck aria-hidden="true" /> },
        ]}
        value={state.cart.kind}
        onChange={choose}
      />
    </div>
  );
}
