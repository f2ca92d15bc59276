import { useFormat, useText } from '../../ui/app-context.tsx';
import { Button } from '../../ui/button.tsx';
import { useSell } from './sell-context.ts';
import type { Checkout } from './use-checkout.ts';

type CheckoutFooterProps = {
  readonly checkout: Checkout;
  readonly isPending: boolean;
  readonly onClose: () => void;
};

/** Back, later where the goods leave later, or done. */
export function CheckoutFooter({ checkout, isPending, onClose }: CheckoutFooterProps) {
  const text = useText();
  const format = useFormat();
  const { kind } = useSell().state.cart;
  const { pay, place } = checkout;
  const { isSettled, open } = pay.figures;
  const hasTaken = pay.state.taken.length > 0;
  const later = () => {
    if (kind === 'counter') return '';
    if (!hasTaken) return text(`sell.pay-later-${kind}`);
    return text(`sell.pay-rest-later-${kind}`, { amount: format.money(open) });
  };
  return (
    <>
      <Button size="touch" onPress={onClose} disabled={isPending} keys="Escape">
        {text('sell.back-to-cart')}
      </Button>
      {kind !== 'counter' && !isSettled && (
        <Button size="touch" onPress={place} pending={isPending}>
          {later()}
        </Button>
      )}
      <Button
        size="touch"
        variant="primary"
        keys="Enter"
        onPress={place}
        pending={isPending}
        disabled={!isSettled}
      >
        {text(kind === 'counter' ? 'sell.finish' : 'sell.finish-order')}
      </Button>
    </>
  );
}
