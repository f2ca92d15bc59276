import { useMemo, useReducer, useState } from 'react';
import type { OrderDetail } from '../../../shared/contract/order-views.ts';
import { quantity } from '../../../shared/domain/quantity.ts';
import { cartLineOf } from '../../bridge/cart-line-of.ts';
import type { ApiError } from '../../bridge/client.ts';
import { useClient } from '../../bridge/client-context.tsx';
import { useCommand } from '../../bridge/use-command.ts';
import { useShop } from '../../bridge/use-session.ts';
import { useText } from '../../ui/app-context.tsx';
import { focusRefused } from '../../ui/focus-refused.ts';
import type { TakenTender } from '../../ui/pay/pay-figures.ts';
import { toast } from '../../ui/toast-queue.ts';
import { beginEdit, editReducer } from './edit-draft.ts';
import { editFigures } from './edit-figures.ts';
import { editInput } from './edit-input.ts';
import { useMoneyBackWords } from './use-money-back-words.ts';

const noProducts: readonly number[] = [];

/** An order while it is changed: what stays, what comes on top, what that costs, and the saving of it. */
export function useOrderEdit(order: OrderDetail, onSaved: () => void) {
  const text = useText();
  const client = useClient();
  const moneyBack = useMoneyBackWords();
  const { cashRounding } = useShop();
  const command = useCommand('orders.edit');
  const [draft, dispatch] = useReducer(editReducer, order, beginEdit);
  const [refusal, setRefusal] = useState<ApiError | null>(null);
  // Products that the person was warned about and orders all the same.
  const [accepted, setAccepted] = useState(noProducts);
  const figures = useMemo(() => editFigures(order, draft, cashRounding), [order, draft, cashRounding]);

  const save = (taken: readonly TakenTender[], oversellAccepted = accepted) => {
    if (command.isPending || figures.problem !== null || !figures.isChanged || focusRefused()) return;
    setRefusal(null);
    command.mutate(editInput(order, draft, figures, { taken, oversellAccepted }), {
      onSuccess: (standing) => {
        const { words, action } = moneyBack(standing);
        const saved = text('orders.edit-saved', { number: String(order.id) });
        toast([saved, words].filter(Boolean).join(' '), { tone: 'positive', action });
        onSaved();
      },
      onError: setRefusal,
    });
  };
  const takeNewPrices = async () => {
    const productIds = [...new Set(draft.added.flatMap((line) => line.productId ?? []))];
    const tiles = await client.ask('catalog.tiles', { productIds });
    const lines = tiles.map((tile) => cartLineOf(tile, String(tile.id), quantity(1000)));
    dispatch({ type: 'refresh', lines });
    setRefusal(null);
  };
  return {
    draft,
    dispatch,
    figures,
    isPending: command.isPending,
    refusal,
    forgive: () => setRefusal(null),
    save,
    /** The same, with the products that there are too few of. */
    saveAnyway: (taken: readonly TakenTender[], productIds: readonly number[]) => {
      const all = [...new Set([...accepted, ...productIds])];
      setAccepted(all);
      save(taken, all);
    },
    takeNewPrices: () => void takeNewPrices().catch(setRefusal),
  };
}
export type OrderEdit = ReturnType<typeof useOrderEdit>;
