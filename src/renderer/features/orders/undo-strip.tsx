import { Undo2 } from 'lucide-react';
import type { OrderDetail } from '../../../shared/contract/order-views.ts';
import { useText } from '../../ui/app-context.tsx';
import { Button } from '../../ui/button.tsx';
import { useHotkeys } from '../../ui/hotkeys.ts';
import { orderKeys } from './order-keys.ts';
import { useOrderWork } from './order-work.ts';
import { UndoLeft } from './undo-left.tsx';
import styles from './undo-strip.module.css';
import { useOrderAbilities } from './use-order-abilities.ts';
import { useTimeLeft } from './use-time-left.ts';

/** A delivery that may still be taken back, and for how long; gone once the time is over. */
export function UndoStrip({ order }: { readonly order: OrderDetail }) {
  const { undo } = useOrderAbilities(order);
  if (order.undoUntil === null || undo.kind === 'absent') return null;
  return <Strip order={order} until={order.undoUntil} asks={undo.kind === 'ask'} />;
}

type StripProps = { readonly order: OrderDetail; readonly until: number; readonly asks: boolean };

/** Where the right is missing, somebody else approves it once the reason is given. */
function Strip({ order, until, asks }: StripProps) {
  const text = useText();
  const { open } = useOrderWork();
  const left = useTimeLeft(until);
  const isOver = left === null || left === 0;
  const undo = () => open({ kind: 'undo', orderId: order.id });
  useHotkeys([
    {
      ...{ keys: orderKeys.undo, label: text('orders.undo'), run: undo },
      ...{ enabled: !isOver, asksManager: asks },
    },
  ]);
  if (isOver) return null;
  return (
    <div className={styles.strip}>
      <span className={styles.words}>
        {text('orders.undo-ask')}
        <UndoLeft left={left} />
        {asks && <span>{text('orders.needs-approval')}</span>}
      </span>
      <Button icon={<Undo2 />} keys={orderKeys.undo} onPress={undo}>
        {text('orders.undo')}
      </Button>
    </div>
  );
}
