import { useRef } from 'react';
import { factsOf } from '../../bridge/cart-line-of.ts';
import type { ApiError } from '../../bridge/client.ts';
import { useClient } from '../../bridge/client-context.tsx';
import { useCommand } from '../../bridge/use-command.ts';
import { useErrorText } from '../../ui/error-text.ts';
import type { TakenTender } from '../../ui/pay/pay-figures.ts';
import { toast } from '../../ui/toast-queue.ts';
import { type DoneReturn, itemsByDisposition } from './done-return.ts';
import type { GiveBackPart } from './give-back-plan.ts';
import type { ReturnWork } from './return-context.ts';
import { chosenLines } from './return-figures.ts';
import { returnInput } from './return-input.ts';

type Choice = {
  readonly taken: readonly TakenTender[];
  readonly parts: readonly GiveBackPart[];
  readonly cashNow: boolean;
};

export type Settling = {
  readonly isPending: boolean;
  /** Why the return was not booked, until the next try. */
  readonly refusal: ApiError | null;
  readonly settle: (choice: Choice) => void;
  /** Settles again as before, with products that there are too few of. */
  readonly settleAnyway: (productIds: readonly number[]) => void;
  /** Takes prices, names and taxes of the new goods as main has them now. */
  readonly takeNewPrices: () => void;
  readonly forgive: () => void;
};

type SettleUse = {
  readonly work: ReturnWork;
  /** Reads the sale again: somebody may have taken goods back meanwhile. */
  readonly reload: () => void;
  readonly onDone: (done: DoneReturn) => void;
};

/** Books the return once: a second press while it is on its way does nothing, a retry carries the same request. */
export function useSettleReturn({ work, reload, onDone }: SettleUse): Settling {
  const { sale, draft, dispatch } = work;
  const client = useClient();
  const errorText = useErrorText();
  const command = useCommand('returns.create');
  const send = (choice: Choice, oversellAccepted: readonly number[]) => {
    if (command.isPending) return;
    const input = returnInput(sale, draft, { ...choice, figures: work.figures, oversellAccepted });
    command.mutate(input, {
      onSuccess: (outcome) => onDone(doneOf(work, outcome)),
      onError: reload,
    });
  };
  const asked = useRef<Choice | null>(null);
  const freshen = async () => {
    const productIds = draft.fresh.lines.flatMap(({ productId }) => productId ?? []);
    const tiles = await client.ask('catalog.tiles', { productIds });
    dispatch({ type: 'fresh', action: { type: 'refresh-products', products: tiles.map(factsOf) } });
    command.reset();
  };
  return {
    isPending: command.isPending,
    refusal: command.error,
    forgive: command.reset,
    settle: (choice) => {
      asked.current = choice;
      send(choice, draft.oversellAccepted);
    },
    settleAnyway: (productIds) => {
      dispatch({ type: 'accept-oversell', productIds });
      if (asked.current) send(asked.current, [...draft.oversellAccepted, ...productIds]);
    },
    takeNewPrices: () => {
      freshen().catch((error: unknown) => toast(errorText(error), { tone: 'danger' }));
    },
  };
}

function doneOf({ sale, draft, figures }: ReturnWork, outcome: DoneReturn['outcome']): DoneReturn {
  const goods = chosenLines(sale, draft).map(({ line, back }) => {
    const { disposition, quantity } = back;
    return { unit: line.unit, quantity: quantity ?? line.sold, disposition };
  });
  return { outcome, orderId: sale.orderId, items: itemsByDisposition(goods), lowered: figures.unpaid };
}
