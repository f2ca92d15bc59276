import { emptyCart } from '../../../shared/domain/cart.ts';
import { createRequestId } from '../../bridge/request-id.ts';
import { useCommand } from '../../bridge/use-command.ts';
import { useSell } from './sell-context.ts';
import { useJournal } from './use-cart-journal.ts';

/** Puts the open cart on hold and begins an empty one. Rejects when main refuses; the cart then stays open. */
export function useHold() {
  const { state, dispatch } = useSell();
  const journal = useJournal();
  const hold = useCommand('carts.hold');
  return {
    isPending: hold.isPending,
    error: hold.error,
    hold: async (label: string): Promise<void> => {
      const { cartId, cart } = state;
      await journal.flush();
      const content = cart as unknown as Record<string, unknown>;
      await hold.mutateAsync({ cartId, label, content });
      journal.forget(cartId);
      dispatch({ type: 'replace', kept: { cartId: createRequestId(), cart: emptyCart } });
    },
  };
}
