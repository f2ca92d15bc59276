import { useState } from 'react';
import type { Output } from '../../../shared/contract/index.ts';
import type { OrderDetail } from '../../../shared/contract/order-views.ts';
import { type Money, money } from '../../../shared/domain/money.ts';
import type { ApiError } from '../../bridge/client.ts';
import { useCommand } from '../../bridge/use-command.ts';
import { useApp } from '../../ui/app-context.tsx';
import type { TakenTender } from '../../ui/pay/pay-figures.ts';
import { toast } from '../../ui/toast-queue.ts';
import { movedWords } from './order-steps.ts';
import { useRefusalWords } from './use-refusal-words.ts';

type SettleUse = {
  readonly order: OrderDetail;
  /** What the person saw as open. */
  readonly due: Money;
  readonly handOver: boolean;
  readonly onDone: () => void;
};

export type Settling = {
  /** `partly`: the rest stays open, and is not paid when the order is handed over. */
  readonly settle: (taken: readonly TakenTender[], partly: boolean) => void;
  readonly isPending: boolean;
  readonly refusal: string | null;
};

/** Takes money for an order, and delivers it in the same step where that is what was asked. */
export function useSettleOrder({ order, due, handOver, onDone }: SettleUse): Settling {
  const take = useCommand('payments.take');
  const advance = useCommand('orders.advance');
  const refusalWords = useRefusalWords();
  const doneWords = useDoneWords(order);
  const [refusal, setRefusal] = useState<string | null>(null);
  const isPending = take.isPending || advance.isPending;
  const orderId = order.id;
  return {
    isPending,
    refusal,
    settle: (taken, partly) => {
      if (isPending) return;
      setRefusal(null);
      const tenders = taken.map(({ tenderId, amount, reference }) => ({ tenderId, amount, reference }));
      const ending = {
        onSuccess: (standing: Output<'payments.take'>) => {
          toast(doneWords(standing, { handOver, taken }), { tone: 'positive' });
          onDone();
        },
        onError: (error: ApiError) => setRefusal(refusalWords(error, orderId)),
      };
      if (!handOver) return take.mutate({ orderId, tenders, expectedOpen: due }, ending);
      const step = { orderId, from: order.status, to: 'delivered', tenders } as const;
      advance.mutate({ ...step, leaveUnpaid: partly }, ending);
    },
  };
}

type Done = { readonly handOver: boolean; readonly taken: readonly TakenTender[] };

/** "Order 1042 is delivered. Change 2.50. 4.00 is still to pay." */
function useDoneWords(order: OrderDetail) {
  const { text, format } = useApp();
  return ({ change, open }: Output<'payments.take'>, { handOver, taken }: Done): string => {
    const handed = taken.reduce((sum, one) => sum + one.amount, 0);
    const amount = format.money(money(handed - change));
    const words = [
      handOver && movedWords('delivered', order, text),
      taken.length > 0 && text('orders.payment-taken', { amount, number: String(order.id) }),
      change > 0 && text('orders.change-back', { amount: format.money(change) }),
      open > 0 && text('orders.stays-open', { amount: format.money(open) }),
    ];
    return words.filter(Boolean).join(' ');
  };
}
