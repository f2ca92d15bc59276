import { X } from 'lucide-react';
import { useText } from '../../ui/app-context.tsx';
import { Button } from '../../ui/button.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { Link } from '../../ui/link.tsx';
import { ProblemNote } from '../../ui/problem-note.tsx';
import styles from './bulk-outcome.module.css';
import type { Bulk, BulkOrder, BulkOutcome as Outcome } from './use-bulk.ts';
import { useRefusalWords } from './use-refusal-words.ts';

type BulkOutcomeProps = {
  readonly outcome: Outcome;
  /** The orders that stayed, as they stand now. */
  readonly stayed: readonly BulkOrder[];
  readonly bulk: Bulk;
};

/** Which orders stayed as they were, each with why and the way to it. */
export function BulkOutcome({ outcome, stayed, bulk }: BulkOutcomeProps) {
  const text = useText();
  const refusalWords = useRefusalWords();
  const { refused, advanced, to } = outcome;
  const unpaid = refused.filter((one) => one.code === 'not-fully-paid').map((one) => one.orderId);
  const again = stayed.filter((order) => unpaid.includes(order.id));
  const went = advanced.length > 0 && text('orders.bulk-went', { count: advanced.length });
  const kinds = new Map(stayed.map(({ id, kind }) => [id, kind]));
  return (
    <ProblemNote
      tone="warning"
      title={[went, text('orders.bulk-stayed', { count: refused.length })].filter(Boolean).join(' ')}
      action={
        <div className={styles.actions}>
          {again.length > 0 && (
            <Button onPress={() => bulk.advance(again, { to, leaveUnpaid: true })} pending={bulk.isBusy}>
              {text('orders.bulk-unpaid', { count: again.length })}
            </Button>
          )}
          <IconButton label={text('orders.bulk-dismiss')} icon={<X />} onPress={bulk.dismiss} />
        </div>
      }
    >
      <ul className={styles.list}>
        {refused.map((one) => (
          <li key={one.orderId}>
            <Link to={`/orders/${one.orderId}`}>{text('orders.order', { number: String(one.orderId) })}</Link>
            {': '}
            {isSentPickup(one, kinds.get(one.orderId))
              ? text('orders.pickup-not-sent')
              : refusalWords(one, one.orderId)}
          </li>
        ))}
      </ul>
    </ProblemNote>
  );
}

/** A pickup is handed over; somebody wanted to send it with the others. */
function isSentPickup({ code, details }: Outcome['refused'][number], kind: BulkOrder['kind'] | undefined) {
  return kind === 'pickup' && code === 'status-move-not-allowed' && details.to !== 'delivered';
}
