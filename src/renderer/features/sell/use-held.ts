import { useState } from 'react';
import type { Output } from '../../../shared/contract/index.ts';
import { parseCart } from '../../../shared/domain/parse-cart.ts';
import { useCommand } from '../../bridge/use-command.ts';
import { useText } from '../../ui/app-context.tsx';
import { useErrorText } from '../../ui/error-text.ts';
import { toast } from '../../ui/toast-queue.ts';
import { isBare } from './cart-journal.ts';
import { useSell } from './sell-context.ts';
import { useJournal } from './use-cart-journal.ts';
import { useHold } from './use-hold.ts';

type Held = Output<'carts.listHeld'>[number];

/** What can be done with carts on hold. A cart that is open makes room by being held itself. */
export function useHeld() {
  const text = useText();
  const errorText = useErrorText();
  const { state, dispatch } = useSell();
  const journal = useJournal();
  const { hold } = useHold();
  const resume = useCommand('carts.resume');
  const discardCart = useCommand('carts.discard');
  const holdAgain = useCommand('carts.hold');
  const [busyWith, setBusyWith] = useState<string | null>(null);
  const [error, setError] = useState<unknown>(null);

  const run = async (cartId: string, work: () => Promise<void>): Promise<void> => {
    setBusyWith(cartId);
    setError(null);
    try {
      await work();
    } catch (thrown) {
      setError(thrown);
    } finally {
      setBusyWith(null);
    }
  };
  const makeRoom = async (): Promise<void> => {
    await journal.flush();
    if (isBare(state.cart)) return;
    const label = (state.cart.lines[0]?.name ?? text('sell.cart')).slice(0, 80);
    await hold(label);
    toast(text('sell.cart-swapped', { label }));
  };
  return {
    busyWith,
    error,
    takeBack: (cartId: string) =>
      run(cartId, async () => {
        await makeRoom();
        const cart = parseCart((await resume.mutateAsync({ cartId })).content);
        if (cart) dispatch({ type: 'replace', kept: { cartId, cart } });
      }),
    discard: (held: Held, label: string) =>
      run(held.cartId, async () => {
        await discardCart.mutateAsync({ cartId: held.cartId });
        const content = held.content as Record<string, unknown>;
        const undo = () =>
          holdAgain
            .mutateAsync({ cartId: held.cartId, label: held.label, content })
            .catch((thrown: unknown) => toast(errorText(thrown), { tone: 'danger' }));
        const action = { label: text('sell.undo'), run: () => void undo() };
        toast(text('sell.cart-discarded', { label }), { action });
      }),
  };
}
