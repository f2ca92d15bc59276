import type { ApiError } from '../../bridge/client.ts';
import { useText } from '../../ui/app-context.tsx';
import { Button } from '../../ui/button.tsx';
import { useErrorText } from '../../ui/error-text.ts';
import { ProblemNote } from '../../ui/problem-note.tsx';
import type { LeaveGuard } from '../../ui/router.ts';
import { RefusedPrices } from './refused-prices.tsx';
import { RefusedStock } from './refused-stock.tsx';
import { useSell } from './sell-context.ts';
import type { Checkout } from './use-checkout.ts';
import type { Placing } from './use-place-order.ts';

type PayRefusalProps = {
  readonly refusal: ApiError;
  readonly placing: Placing;
  readonly checkout: Checkout;
  readonly leave: LeaveGuard;
  /** Back to the cart, as the footer goes there. */
  readonly onClose: () => void;
};

/** Why main did not place the order, with what mends it. What was taken and typed stays below. */
export function PayRefusal({ refusal, placing, checkout, leave, onClose }: PayRefusalProps) {
  const text = useText();
  const errorText = useErrorText();
  switch (refusal.code) {
    case 'price-changed':
      return <RefusedPrices details={refusal.details} onTake={() => void placing.takeNewPrices()} />;
    case 'out-of-stock':
      return <RefusedStock details={refusal.details} onClose={onClose} />;
    case 'stock-warning':
      return <RefusedStock details={refusal.details} onClose={onClose} onSellAnyway={checkout.placeAnyway} />;
    case 'product-gone':
      return <RefusedProduct details={refusal.details} leave={leave} onRemoved={placing.forgive} />;
    default:
      return (
        <ProblemNote title={text('sell.refused-title')}>
          <p>{errorText(refusal)}</p>
          {refusal.code === 'internal' && <p>{text('sell.refused-safe')}</p>}
        </ProblemNote>
      );
  }
}

type RefusedProductProps = {
  readonly details: ApiError['details'];
  readonly leave: LeaveGuard;
  readonly onRemoved: () => void;
};

/** What is no longer sold. Without its last line a cart is not paid: that leaves the payment. */
function RefusedProduct({ details, leave, onRemoved }: RefusedProductProps) {
  const text = useText();
  const { state, dispatch } = useSell();
  const line = state.cart.lines[Number(details.index)];
  const remove = () => {
    if (line) dispatch({ type: 'cart', action: { type: 'remove', lineId: line.id } });
    onRemoved();
  };
  const removeLast = () => {
    remove();
    dispatch({ type: 'close' });
  };
  const isLast = state.cart.lines.length <= 1;
  return (
    <ProblemNote
      title={text('sell.refused-gone-title', { name: String(details.name) })}
      action={<Button onPress={isLast ? () => leave(removeLast) : remove}>{text('sell.remove-it')}</Button>}
    />
  );
}
