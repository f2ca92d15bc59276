import { type Dispatch, useEffect, useMemo, useRef } from 'react';
import { useClient } from '../../bridge/client-context.tsx';
import { useText } from '../../ui/app-context.tsx';
import { useErrorText } from '../../ui/error-text.ts';
import { toast } from '../../ui/toast-queue.ts';
import { type CartJournal, isBare, journalOf } from './cart-journal.ts';
import type { SellAction, SellState } from './sell-reducer.ts';

/** The journal of this window's cart. */
export function useJournal(): CartJournal {
  const client = useClient();
  return useMemo(() => journalOf(client), [client]);
}

/** Brings the cart back when the screen opens, then writes it down as it changes and before it is left. */
export function useCartJournal(state: SellState, dispatch: Dispatch<SellAction>): void {
  const { cartId, cart, isRestored } = state;
  const journal = useJournal();
  const text = useText();
  const errorText = useErrorText();
  const say = useRef({ text, errorText });
  say.current = { text, errorText };

  useEffect(() => {
    let isHere = true;
    const trouble = (error: unknown) => {
      const { text: words, errorText: reasonOf } = say.current;
      toast(words('sell.cart-not-kept', { reason: reasonOf(error) }), { tone: 'danger' });
    };
    journal.onTrouble = trouble;
    const restore = async () => {
      const kept = await journal.open().catch(trouble);
      if (isHere) dispatch({ type: 'restore', kept: kept ?? null });
    };
    void restore();
    return () => {
      isHere = false;
    };
  }, [journal, dispatch]);

  const last = useRef(cart);
  useEffect(() => {
    if (!isRestored || last.current === cart) return;
    // An empty cart in place of another is news; one in place of nothing is not.
    const isNews = !isBare(cart) || !isBare(last.current);
    last.current = cart;
    if (isNews) journal.save({ cartId, cart });
  }, [journal, cartId, cart, isRestored]);

  useEffect(() => {
    const leave = () => void journal.flush();
    const hide = () => {
      if (document.visibilityState === 'hidden') leave();
    };
    window.addEventListener('pagehide', leave);
    document.addEventListener('visibilitychange', hide);
    return () => {
      window.removeEventListener('pagehide', leave);
      document.removeEventListener('visibilitychange', hide);
      leave();
    };
  }, [journal]);
}
