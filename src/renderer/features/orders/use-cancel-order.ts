import { useState } from 'react';
import type { Output } from '../../../shared/contract/index.ts';
import type { OrderDetail } from '../../../shared/contract/order-views.ts';
import type { ApiError } from '../../bridge/client.ts';
import { useCommand } from '../../bridge/use-command.ts';
import { useText } from '../../ui/app-context.tsx';
import { toast } from '../../ui/toast-queue.ts';
import type { CancelForm } from './use-cancel-draft.ts';
import { useMoneyBackWords } from './use-money-back-words.ts';
import { useRefusalWords } from './use-refusal-words.ts';

/** Cancels what was chosen, and says afterwards what became of goods and money. */
export function useCancelOrder(order: OrderDetail, form: CancelForm, onDone: () => void) {
  const text = useText();
  const moneyBack = useMoneyBackWords();
  const refusalWords = useRefusalWords();
  const whole = useCommand('orders.cancel');
  const some = useCommand('orders.cancelLines');
  const [refusal, setRefusal] = useState<string | null>(null);
  const isPending = whole.isPending || some.isPending;
  const { draft, outcome, isWhole } = form;
  const cancel = () => {
    const { lineNos, reason } = draft;
    if (isPending || !form.check() || reason === null) return;
    setRefusal(null);
    const number = String(order.id);
    const ending = {
      onSuccess: (standing: Output<'orders.cancel'>) => {
        const done = isWhole
          ? text('orders.is-cancelled', { number })
          : text('orders.lines-cancelled', { number, count: lineNos?.size ?? 0 });
        const goods = outcome.items > 0 && text('orders.goods-went-back', { count: outcome.items });
        const { words, action } = moneyBack(standing);
        toast([done, goods, words].filter(Boolean).join(' '), { tone: 'positive', action });
        onDone();
      },
      onError: (error: ApiError) => setRefusal(refusalWords(error, order.id)),
    };
    const refundCashNow = draft.cashNow && outcome.cash > 0;
    const input = { orderId: order.id, reason, note: draft.note.trim(), refundCashNow };
    if (isWhole) whole.mutate(input, ending);
    else some.mutate({ ...input, revision: order.revision, lineNos: [...(lineNos ?? [])] }, ending);
  };
  return { cancel, isPending, refusal };
}
