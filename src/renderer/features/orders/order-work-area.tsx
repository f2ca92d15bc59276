import { type ReactNode, useState } from 'react';
import { toast } from '../../ui/toast-queue.ts';
import { OrderDialogs } from './order-dialogs.tsx';
import { type OrderDialog, type OrderWork, OrderWorkContext } from './order-work.ts';
import { useAdvance } from './use-advance.ts';

type OrderWorkAreaProps = {
  /** The order that is shown in full and says itself why a step was refused; others are told in a notice. */
  readonly shownId: number | null;
  /** Several orders are chosen in the list. */
  readonly hasChosen?: boolean;
  readonly children: ReactNode;
};

/** Around the list or the page: the steps of orders, and one dialog at a time. */
export function OrderWorkArea({ shownId, hasChosen = false, children }: OrderWorkAreaProps) {
  const [dialog, open] = useState<OrderDialog | null>(null);
  const [trouble, setTrouble] = useState<OrderWork['trouble']>(null);
  const { advance, busyId } = useAdvance({
    onUnpaid: (orderId) => open({ kind: 'hand-over', orderId }),
    onRefused: (orderId, words) => {
      if (orderId === shownId) setTrouble({ orderId, words });
      else toast(words, { tone: 'danger' });
    },
  });
  const work: OrderWork = {
    advance: (order, to) => {
      setTrouble(null);
      advance(order, to);
    },
    busyId,
    open,
    trouble,
    hasChosen,
  };
  return (
    <OrderWorkContext value={work}>
      {children}
      {dialog && <OrderDialogs dialog={dialog} onClose={() => open(null)} />}
    </OrderWorkContext>
  );
}
