import type { Output } from '../../../shared/contract/index.ts';
import { nextOnTheWay, type OrderStatus } from '../../../shared/domain/order-status.ts';
import { useCommand } from '../../bridge/use-command.ts';
import { useMay } from '../../bridge/use-session.ts';
import { useText } from '../../ui/app-context.tsx';
import { useErrorText } from '../../ui/error-text.ts';
import { navigate } from '../../ui/router.ts';
import { toast } from '../../ui/toast-queue.ts';

export type Order = Output<'orders.list'>['items'][number];

/** One press, one step of an order. What is not paid is never handed over here: its page asks about the money. */
export function useStep() {
  const text = useText();
  const errorText = useErrorText();
  const mayAdvance = useMay('advance-order');
  const command = useCommand('orders.advance');
  const advance = (order: Order, to: OrderStatus) => {
    if (to === 'delivered' && order.open > 0) return navigate(`/orders/${order.id}`);
    if (command.isPending) return;
    const number = String(order.id);
    command.mutate(
      { orderId: order.id, from: order.status, to, tenders: [], leaveUnpaid: false },
      {
        onSuccess: ({ status }) => {
          const done =
            status === 'shipped' || status === 'in-transit'
              ? text(`orders.is-${status}`, { number })
              : text(order.kind === 'pickup' ? 'orders.is-handed-over' : 'orders.is-delivered', { number });
          toast(done, { tone: 'positive' });
        },
        onError: (error) => toast(errorText(error), { tone: 'danger' }),
      },
    );
  };
  return { mayAdvance, advance, busyId: command.isPending ? command.variables.orderId : null };
}

/** What one press does next; null where nothing is left to do. */
export function stepOf({ kind, status }: Order): OrderStatus | null {
  return nextOnTheWay(kind, status);
}
