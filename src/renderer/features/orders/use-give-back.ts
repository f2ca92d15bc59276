import { useState } from 'react';
import type { OrderDetail } from '../../../shared/contract/order-views.ts';
import { looksLikeCardNumber } from '../../../shared/domain/card-number.ts';
import { type Money, money } from '../../../shared/domain/money.ts';
import { useCommand } from '../../bridge/use-command.ts';
import { useShop } from '../../bridge/use-session.ts';
import { useApp } from '../../ui/app-context.tsx';
import { toast } from '../../ui/toast-queue.ts';
import { handedOut } from './money-back.ts';

type Draft = {
  readonly paymentNo: number;
  readonly goodwill: boolean;
  readonly amount: Money | null;
  readonly reason: string;
  readonly cashNow: boolean;
};

/** Money that is given back by hand: what of it, from which payment, why, and what would come of it. */
export function useGiveBack(order: OrderDetail, onDone: () => void) {
  const { text, format } = useApp();
  const { cashRounding } = useShop();
  const command = useCommand('refunds.open');
  const [draft, setDraft] = useState(() => firstDraft(order));
  const [isAsked, setAsked] = useState(false);
  const payments = order.payments.filter((payment) => payment.refundable > 0);
  const payment = payments.find((one) => one.paymentNo === draft.paymentNo) ?? payments[0];
  const { goodwill, amount, reason } = draft;
  const most = mostOf(order, payment, goodwill);
  const isAmount = amount !== null && amount > 0 && amount <= most;
  const isCard = looksLikeCardNumber(reason);
  const isCash = payment?.backBy.tenderKind === 'cash';
  const cashNow = draft.cashNow && isCash;
  const give = () => {
    setAsked(true);
    if (command.isPending || !payment || !isAmount || reason.trim() === '' || isCard) return;
    const { paymentNo } = payment;
    const input = { orderId: order.id, paymentNo, tenderId: null, amount, goodwill, cashNow };
    command.mutate(
      { ...input, reason: reason.trim() },
      {
        onSuccess: ({ state, rounding }) => {
          const isHandedOut = state === 'settled';
          const coins = money(amount + (isHandedOut ? rounding : 0));
          const words = { amount: format.money(coins), number: String(order.id) };
          toast(text(isHandedOut ? 'orders.gave-back-cash' : 'orders.gave-back', words), {
            tone: 'positive',
          });
          onDone();
        },
      },
    );
  };
  return {
    draft,
    set: (change: Partial<Draft>) => setDraft({ ...draft, ...change }),
    payments,
    payment,
    most,
    isAmount,
    /** What would be handed out; null where it does not go back in cash. */
    cash: isCash && isAmount ? handedOut([amount], order.refunds, cashRounding) : null,
    missing: { amount: isAsked && !isAmount, reason: isAsked && reason.trim() === '' },
    isCard,
    give,
    isPending: command.isPending,
    error: command.error,
  };
}
export type GiveBack = ReturnType<typeof useGiveBack>;

function firstDraft(order: OrderDetail): Draft {
  const payment = order.payments.findLast((one) => one.refundable > 0);
  const goodwill = order.dueBack === 0;
  return {
    paymentNo: payment?.paymentNo ?? 0,
    goodwill,
    amount: goodwill ? null : mostOf(order, payment, false),
    reason: '',
    cashNow: false,
  };
}

/** No more than the payment holds; as goodwill what the order costs and was paid, else what is due back. */
function mostOf(
  order: OrderDetail,
  payment: OrderDetail['payments'][number] | undefined,
  goodwill: boolean,
): Money {
  const within = goodwill ? order.total - order.credited : order.dueBack;
  return money(Math.max(0, Math.min(payment?.refundable ?? 0, within)));
}
