import { useFormat, useText } from '../../ui/app-context.tsx';
import { Button } from '../../ui/button.tsx';
import styles from './pay-footer.module.css';
import { useSell } from './sell-context.ts';
import type { Pay } from './use-pay.ts';

type PayFooterProps = { readonly pay: Pay; readonly isPending: boolean; readonly onClose: () => void };

/** Back, later where the goods leave later, or done. */
export function PayFooter({ pay, isPending, onClose }: PayFooterProps) {
  const text = useText();
  const format = useFormat();
  const { kind } = useSell().state.cart;
  const { isSettled, open } = pay.figures;
  const hasTaken = pay.state.taken.length > 0;
  const later = () => {
    if (kind === 'counter') return '';
    if (!hasTaken) return text(`sell.pay-later-${kind}`);
    return text(`sell.pay-rest-later-${kind}`, { amount: format.money(open) });
  };
  return (
    <footer className={styles.footer}>
      <Button size="touch" onPress={onClose} disabled={isPending} keys="Escape">
        {text('sell.back-to-cart')}
      </Button>
      <span className={styles.space} />
      {kind !== 'counter' && !isSettled && (
        <Button size="touch" onPress={pay.place} pending={isPending}>
          {later()}
        </Button>
      )}
      <Button
        size="touch"
        variant="primary"
        keys="Enter"
        onPress={pay.place}
        pending={isPending}
        disabled={!isSettled}
      >
        {text(kind === 'counter' ? 'sell.finish' : 'sell.finish-order')}
      </Button>
    </footer>
  );
}
