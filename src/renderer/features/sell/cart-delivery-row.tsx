import { useFormat, useText } from '../../ui/app-context.tsx';
import { Button } from '../../ui/button.tsx';
import { joinClasses } from '../../ui/join-classes.ts';
import styles from './cart-delivery-row.module.css';
import { isDeliveryComplete } from './place-input.ts';
import { useSell } from './sell-context.ts';
import { useCartActions } from './use-cart-actions.ts';

/** To whom, where and when a pickup or delivery order goes; nothing at the counter. */
export function CartDeliveryRow() {
  const text = useText();
  const format = useFormat();
  const { cart } = useSell().state;
  const { open } = useCartActions();
  if (cart.kind === 'counter') return null;
  const { delivery, kind } = cart;
  const isComplete = isDeliveryComplete(cart);
  const where = kind === 'delivery' ? (delivery?.address ?? '').replaceAll(/\s*\n\s*/gu, ', ') : '';
  const words = [delivery?.name ?? '', where].filter((part) => part.trim() !== '').join(' · ');
  return (
    <div className={joinClasses(styles.row, !isComplete && styles.missing)}>
      <span className={styles.words}>
        <span className={styles.what} title={words}>
          <bdi>
            {isComplete ? words : text(kind === 'delivery' ? 'sell.delivery-missing' : 'sell.pickup-missing')}
          </bdi>
        </span>
        {delivery !== null && <span className={styles.when}>{format.weekdayDate(delivery.date)}</span>}
      </span>
      <Button size="small" onPress={() => open({ kind: 'delivery', thenPay: false })}>
        {text(isComplete ? 'sell.delivery-change' : 'sell.delivery-fill')}
      </Button>
    </div>
  );
}
