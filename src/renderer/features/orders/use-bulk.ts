import { useState } from 'react';
import type { Output } from '../../../shared/contract/index.ts';
import type { OrderStatus } from '../../../shared/domain/order-status.ts';
import { useCommand } from '../../bridge/use-command.ts';
import { useMay } from '../../bridge/use-session.ts';
import { useText } from '../../ui/app-context.tsx';
import { useErrorText } from '../../ui/error-text.ts';
import { toast } from '../../ui/toast-queue.ts';
import type { OrderRow } from './use-order-list.ts';

/** What became of several orders. */
export type BulkOutcome = Output<'orders.advanceMany'> & {
  /** The step that was asked for; null took each order's own. */
  readonly to: OrderStatus | null;
};

export type BulkOrder = Pick<OrderRow, 'id' | 'status' | 'kind'>;

type Advance = {
  readonly to: OrderStatus | null;
  readonly leaveUnpaid: boolean;
};

/** As many as main takes at once. */
const mostAtOnce = 200;

/**
 * Moves several orders on together; those that cannot go stay, and are named until they were looked at. Deliveries may
 * be taken back together, while there is time and by who may.
 */
export function useBulk(onDone: (refusedIds: readonly number[]) => void) {
  const text = useText();
  const mayUndo = useMay('undo-delivered');
  const [undoing, setUndoing] = useState<readonly number[] | null>(null);
  const errorText = useErrorText();
  const command = useCommand('orders.advanceMany');
  const [outcome, setOutcome] = useState<BulkOutcome | null>(null);
  const [isBusy, setBusy] = useState(false);

  const moveAll = async (orders: readonly BulkOrder[], { to, leaveUnpaid }: Advance) => {
    const all: BulkOutcome = { to, advanced: [], refused: [] };
    for (let at = 0; at < orders.length; at += mostAtOnce) {
      const some = orders.slice(at, at + mostAtOnce).map(({ id, status }) => ({ orderId: id, from: status }));
      const { advanced, refused } = await command.mutateAsync({ orders: some, to, leaveUnpaid });
      all.advanced.push(...advanced);
      all.refused.push(...refused);
    }
    return all;
  };
  const advance = async (orders: readonly BulkOrder[], how: Advance) => {
    if (isBusy || orders.length === 0) return;
    setBusy(true);
    try {
      const all = await moveAll(orders, how);
      const count = all.advanced.length;
      const delivered = all.advanced
        .filter(({ status }) => status === 'delivered')
        .map(({ orderId }) => orderId);
      const undo =
        mayUndo && delivered.length > 0
          ? { label: text('orders.bulk-undo', { count: delivered.length }), run: () => setUndoing(delivered) }
          : null;
      if (count > 0) toast(text('orders.bulk-moved', { count }), { tone: 'positive', action: undo });
      setOutcome(all.refused.length === 0 ? null : all);
      onDone(all.refused.map((one) => one.orderId));
    } catch (error) {
      toast(errorText(error), { tone: 'danger' });
    } finally {
      setBusy(false);
    }
  };
  return {
    isBusy,
    /** Set while some of the orders stayed as they were. */
    outcome,
    dismiss: () => setOutcome(null),
    /** Orders whose delivery is about to be taken back; null for none. */
    undoing,
    undoDone: () => setUndoing(null),
    advance: (orders: readonly BulkOrder[], how: Advance) => void advance(orders, how),
  };
}
export type Bulk = ReturnType<typeof useBulk>;
