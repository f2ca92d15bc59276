import { type Dispatch, useCallback, useEffect, useRef } from 'react';
import { useText } from '../../ui/app-context.tsx';
import { dismissToast, toast } from '../../ui/toast-queue.ts';
import type { SellAction, SellState } from './sell-reducer.ts';

/** Says what was taken out of the cart, and offers to put those lines back. */
export type OfferUndo = (message: string, lineIds: readonly string[]) => void;

/**
 * The notice that offers to undo. There is one at most, about the last removal. It goes when its cart is paid for or
 * gives way to another one, and with the screen: what is being paid must not change under the payment, and one
 * customer's goods are no other's.
 */
export function useUndoNotice(state: SellState, dispatch: Dispatch<SellAction>): OfferUndo {
  const text = useText();
  const { cartId, cart, dialog } = state;
  const notice = useRef<number | null>(null);
  const dismiss = useCallback(() => {
    if (notice.current !== null) dismissToast(notice.current);
    notice.current = null;
  }, []);
  const isPaying = dialog?.kind === 'pay';
  // biome-ignore lint/correctness/useExhaustiveDependencies: another cart, or the payment, ends what was offered
  useEffect(() => dismiss, [dismiss, cartId, isPaying]);
  return (message, lineIds) => {
    dismiss();
    const run = () => dispatch({ type: 'put-back', cartId, before: cart, lineIds });
    notice.current = toast(message, { action: { label: text('sell.undo'), run } });
  };
}
