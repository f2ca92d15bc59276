import {
  Ban,
  Banknote,
  CircleCheck,
  type LucideIcon,
  NotebookPen,
  PackageMinus,
  Pencil,
  Printer,
  Undo2,
} from 'lucide-react';
import type { OrderDetail } from '../../../shared/contract/order-views.ts';
import { useApp } from '../../ui/app-context.tsx';
import { byWords, eventWords } from './event-words.ts';
import styles from './order-timeline.module.css';

type OrderEvent = OrderDetail['events'][number];

const icons: Readonly<Record<OrderEvent['kind'], LucideIcon>> = {
  placed: CircleCheck,
  paid: Banknote,
  status: CircleCheck,
  note: NotebookPen,
  printed: Printer,
  refund: Undo2,
  return: Undo2,
  edited: Pencil,
  oversold: PackageMinus,
};

/** Everything that happened to an order, oldest first, in words. */
export function OrderTimeline({ order }: { readonly order: OrderDetail }) {
  const { text, format } = useApp();
  return (
    <ol className={styles.timeline}>
      {order.events.map((event) => {
        const Icon = event.details.to === 'cancelled' ? Ban : icons[event.kind];
        const { title, more } = eventWords(event, { order, text, format });
        const by = byWords(event, { order, text });
        return (
          <li key={event.eventNo} className={styles.event}>
            <span className={styles.mark}>
              <Icon aria-hidden="true" />
            </span>
            <div className={styles.words}>
              <span>
                <bdi>{title}</bdi>
              </span>
              {more.map((words) => (
                <span key={words} className={styles.more}>
                  <bdi>{words}</bdi>
                </span>
              ))}
              <span className={styles.detail}>
                <bdi>{format.dateTime(event.at)}</bdi>
                {by !== null && ` ${by}`}
              </span>
            </div>
          </li>
        );
      })}
    </ol>
  );
}
