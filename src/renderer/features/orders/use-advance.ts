import type { OrderStatus } from '../../../shared/domain/order-status.ts';
import { isRefusal } from '../../bridge/client.ts';
import { useCommand } from '../../bridge/use-command.ts';
import { useText } from '../../ui/app-context.tsx';
import { toast } from '../../ui/toast-queue.ts';
import { movedWords } from './order-steps.ts';
import type { OrderRow } from './use-order-list.ts';
import { useRefusalWords } from './use-refusal-words.ts';

/** What must be known of an order to move it on. */
export type Movable = Pick<OrderRow, 'id' | 'kind' | 'status' | 'open'>;

type AdvanceUse = {
  /** It would be handed over and is not paid: the person says how it is paid, or that it is not. */
  readonly onUnpaid: (orderId: number) => void;
  readonly onRefused: (orderId: number, words: string) => void;
};

/** One press, one step. What is not paid is never handed over without a word about the money. */
export function useAdvance({ onUnpaid, onRefused }: AdvanceUse) {
  const text = useText();
  const refusalWords = useRefusalWords();
  const command = useCommand('orders.advance');
  const advance = (order: Movable, to: OrderStatus) => {
    if (command.isPending) return;
    if (to === 'delivered' && order.open > 0) return onUnpaid(order.id);
    command.mutate(
      { orderId: order.id, from: order.status, to, tenders: [], leaveUnpaid: false },
      {
        onSuccess: ({ status }) => toast(movedWords(status, order, text), { tone: 'positive' }),
        onError: (error) => {
          if (isRefusal(error, 'not-fully-paid')) onUnpaid(order.id);
          else onRefused(order.id, refusalWords(error, order.id));
        },
      },
    );
  };
  return { advance, busyId: command.isPending ? command.variables.orderId : null };
}
