import { useFormat, useText } from '../../ui/app-context.tsx';
import { Button } from '../../ui/button.tsx';
import { useBlockerText } from './blocker-text.ts';
import styles from './cart-actions-bar.module.css';
import { useSell } from './sell-context.ts';
import { sellKeys } from './sell-keys.ts';
import { useCartActions } from './use-cart-actions.ts';

/** The one thing to do next, and holding the cart for somebody else's turn. */
export function CartActionsBar() {
  const text = useText();
  const format = useFormat();
  const blockerText = useBlockerText();
  const { state, pricing, blocker } = useSell();
  const { open, pay } = useCartActions();
  const isEmpty = state.cart.lines.length === 0;
  return (
    <div className={styles.bar}>
      <Button size="touch" keys={sellKeys.hold} disabled={isEmpty} onPress={() => open({ kind: 'hold' })}>
        {text('sell.hold')}
      </Button>
      <Button
        size="touch"
        variant="primary"
        wide
        keys={sellKeys.pay}
        disabled={isEmpty}
        disabledReason={blocker === null || isEmpty ? undefined : blockerText(blocker)}
        onPress={pay}
      >
        {text('sell.take-payment', { amount: format.money(pricing.total) })}
      </Button>
    </div>
  );
}
