import { CalendarCheck, CalendarClock, HandCoins, type LucideIcon, Smartphone, Undo2 } from 'lucide-react';
import type { Output } from '../../../shared/contract/index.ts';
import { useApiQuery } from '../../bridge/api-query.ts';
import { useApp } from '../../ui/app-context.tsx';
import { Link } from '../../ui/link.tsx';
import { isInQueue, noFilter, type Queue, queueFilter } from './order-filter.ts';
import styles from './queue-chips.module.css';
import type { OrderList } from './use-order-list.ts';

type Queues = Output<'orders.queues'>;

const icons: Readonly<Record<Queue, LucideIcon>> = {
  due: CalendarCheck,
  overdue: CalendarClock,
  owing: HandCoins,
  awaiting: Smartphone,
};

/** What waits for somebody, counted: a press narrows the list to it, another one takes that away. */
export function QueueChips({ list }: { readonly list: OrderList }) {
  const { text, format } = useApp();
  const { data } = useApiQuery('orders.queues', {});
  const { filter, change } = list;
  const chips: readonly Chip[] = [
    { queue: 'due', count: data?.due, amount: null },
    { queue: 'overdue', count: data?.overdue, amount: null },
    { queue: 'owing', count: data?.owing.count, amount: data?.owing.amount ?? null },
    // Only a shop with a kiosk has any: where there are none, nobody looks for it.
    ...(data !== undefined && (data.awaiting.count > 0 || isInQueue(filter, 'awaiting'))
      ? [{ queue: 'awaiting' as const, count: data.awaiting.count, amount: data.awaiting.amount }]
      : []),
  ];
  return (
    <section className={styles.queues} aria-label={text('orders.queues')}>
      {chips.map(({ queue, count, amount }) => {
        const Icon = icons[queue];
        const isApplied = isInQueue(filter, queue);
        return (
          <button
            key={queue}
            type="button"
            className={styles.chip}
            data-queue={queue}
            data-none={count === 0 || undefined}
            aria-pressed={isApplied}
            onClick={() => change(isApplied ? noFilter : queueFilter(queue))}
          >
            <Icon aria-hidden="true" />
            <span className={styles.words}>{text(`orders.queue-${queue}`)}</span>
            <span className={styles.count}>{count === undefined ? '–' : format.number(count)}</span>
            {amount !== null && amount > 0 && <bdi className={styles.amount}>{format.money(amount)}</bdi>}
          </button>
        );
      })}
      <RefundsChip queues={data} />
    </section>
  );
}

type Chip = {
  readonly queue: Queue;
  readonly count: number | undefined;
  readonly amount: Queues['owing']['amount'] | null;
};

/** Refunds have a screen of their own. */
function RefundsChip({ queues }: { readonly queues: Queues | undefined }) {
  const { text, format } = useApp();
  const awaiting = queues?.refundsAwaiting;
  const failed = queues?.refundsFailed.count ?? 0;
  return (
    <Link to="/refunds" className={styles.chip}>
      <Undo2 aria-hidden="true" />
      <span className={styles.words}>{text('orders.queue-refunds')}</span>
      <span className={styles.count}>{awaiting === undefined ? '–' : format.number(awaiting.count)}</span>
      {awaiting !== undefined && awaiting.amount > 0 && (
        <bdi className={styles.amount}>{format.money(awaiting.amount)}</bdi>
      )}
      {failed > 0 && (
        <span className={styles.failed}>{text('orders.queue-refunds-failed', { count: failed })}</span>
      )}
    </Link>
  );
}
