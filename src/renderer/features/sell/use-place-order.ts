import { useRef, useState } from 'react';
import { ApiError } from '../../bridge/client.ts';
import { useClient } from '../../bridge/client-context.tsx';
import { createRequestId } from '../../bridge/request-id.ts';
import { useCommand } from '../../bridge/use-command.ts';
import type { TakenTender } from '../../ui/pay/pay-figures.ts';
import { freshCart } from './fresh-cart.ts';
import { placeInput } from './place-input.ts';
import { useSell } from './sell-context.ts';
import { useJournal } from './use-cart-journal.ts';

export type Placing = {
  readonly isPending: boolean;
  /** Why the order was not placed, until the next try. */
  readonly refusal: ApiError | null;
  readonly place: (taken: readonly TakenTender[], oversellAccepted: readonly number[]) => Promise<void>;
  /** Takes prices, names and taxes as main has them now. */
  readonly takeNewPrices: () => Promise<void>;
  readonly forgive: () => void;
};

/**
 * Places the cart as an order, once: a second press while the first is on its way, or after it was answered,
 * does nothing, and a retry after a lost answer carries the same request id.
 */
export function usePlaceOrder(): Placing {
  const { state, dispatch, pricing } = useSell();
  const { cartId, cart } = state;
  const client = useClient();
  const journal = useJournal();
  const command = useCommand('orders.place');
  const [refusal, setRefusal] = useState<ApiError | null>(null);
  const [isPending, setPending] = useState(false);
  // The press comes before the render that would disable the button.
  const busy = useRef(false);
  const sold = useRef<string | null>(null);

  const once = async (work: () => Promise<void>): Promise<void> => {
    if (busy.current || sold.current === cartId) return;
    busy.current = true;
    setPending(true);
    try {
      await work();
      setRefusal(null);
    } catch (error) {
      setRefusal(
        error instanceof ApiError ? error : new ApiError({ code: 'internal', message: String(error) }),
      );
    } finally {
      busy.current = false;
      setPending(false);
    }
  };
  return {
    isPending,
    refusal,
    forgive: () => setRefusal(null),
    place: (taken, oversellAccepted) =>
      once(async () => {
        await journal.flush();
        const input = placeInput(cart, { cartId, total: pricing.total, taken, oversellAccepted });
        const sale = await command.mutateAsync(input);
        sold.current = cartId;
        journal.forget(cartId);
        dispatch({ type: 'sold', sale, cartId: createRequestId() });
      }),
    takeNewPrices: () =>
      once(async () => {
        const productIds = [...new Set(cart.lines.flatMap(({ productId }) => productId ?? []))];
        const [tiles, classes] = await Promise.all([
          client.ask('catalog.tiles', { productIds }),
          client.ask('shop.taxClasses', {}),
        ]);
        dispatch({ type: 'cart', action: { type: 'load', cart: freshCart(cart, tiles, classes) } });
      }),
  };
}
