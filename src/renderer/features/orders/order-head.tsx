import type { OrderDetail } from '../../../shared/contract/order-views.ts';
import { ProblemNote } from '../../ui/problem-note.tsx';
import styles from './order-head.module.css';
import { OrderPills } from './order-pills.tsx';
import { useOrderWork } from './order-work.ts';
import { UndoStrip } from './undo-strip.tsx';

type OrderHeadProps = {
  readonly order: OrderDetail;
  /** The page says in its title how the order stands. */
  readonly isPage?: boolean;
};

/** How an order stands, why the last step was refused, and what may still be taken back. */
export function OrderHead({ order, isPage = false }: OrderHeadProps) {
  const { trouble } = useOrderWork();
  return (
    <div className={styles.head}>
      {!isPage && <OrderPills order={order} />}
      {trouble?.orderId === order.id && <ProblemNote>{trouble.words}</ProblemNote>}
      <UndoStrip order={order} />
    </div>
  );
}
