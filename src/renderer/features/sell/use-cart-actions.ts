import { activeLine, type CartLine } from '../../../shared/domain/cart.ts';
import type { CartAction } from '../../../shared/domain/cart-reducer.ts';
import { quantity } from '../../../shared/domain/quantity.ts';
import { isMeasured } from '../../../shared/domain/unit.ts';
import { useText } from '../../ui/app-context.tsx';
import { toast } from '../../ui/toast-queue.ts';
import { useBlockerText } from './blocker-text.ts';
import { isDeliveryComplete } from './place-input.ts';
import { useSell } from './sell-context.ts';
import type { SellDialog } from './sell-reducer.ts';

/** What the buttons and the keys do to the cart. */
export type CartActions = {
  /** The line that the actions are for; null in an empty cart. */
  readonly line: CartLine | null;
  readonly change: (action: CartAction) => void;
  readonly open: (dialog: SellDialog) => void;
  readonly openForLine: (kind: 'line-quantity' | 'line-discount' | 'line-price' | 'line-note') => void;
  /** One piece more or less; the last one goes as a removal does, and can be undone. */
  readonly step: (by: 1 | -1) => void;
  readonly remove: () => void;
  readonly clear: () => void;
  /** Opens the payment, or says what stands against it. */
  readonly pay: () => void;
};

export function useCartActions(): CartActions {
  const text = useText();
  const blockerText = useBlockerText();
  const { state, dispatch, blocker, offerUndo } = useSell();
  const { cart } = state;
  const line = activeLine(cart);

  const change = (action: CartAction) => dispatch({ type: 'cart', action });
  const open = (dialog: SellDialog) => dispatch({ type: 'open', dialog });
  const remove = () => {
    if (!line) return;
    change({ type: 'remove', lineId: line.id });
    offerUndo(text('sell.line-removed', { name: line.name }), [line.id]);
  };
  return {
    line,
    change,
    open,
    remove,
    openForLine: (kind) => {
      if (line) open({ kind, lineId: line.id });
    },
    step: (by) => {
      if (!line) return;
      if (isMeasured(line.unit)) return open({ kind: 'line-quantity', lineId: line.id });
      const next = line.quantity + by * 1000;
      if (next <= 0) return remove();
      change({ type: 'set-quantity', lineId: line.id, quantity: quantity(next) });
    },
    clear: () => {
      if (cart.lines.length === 0) return;
      change({ type: 'clear' });
      const lineIds = cart.lines.map(({ id }) => id);
      offerUndo(text('sell.cart-cleared', { count: lineIds.length }), lineIds);
    },
    pay: () => {
      if (blocker) toast(blockerText(blocker));
      else if (!isDeliveryComplete(cart)) open({ kind: 'delivery', thenPay: true });
      else open({ kind: 'pay' });
    },
  };
}
