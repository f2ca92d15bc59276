import { useText } from '../../ui/app-context.tsx';
import { nextStep, stepWords } from './order-steps.ts';
import { useOrderWork } from './order-work.ts';
import styles from './row-step.module.css';
import type { OrderRow } from './use-order-list.ts';

/** The next step in the row itself. Keys do the same from the row, so that Tab does not stop at each of them. */
export function RowStep({ row }: { readonly row: OrderRow }) {
  const text = useText();
  const { advance, busyId } = useOrderWork();
  const next = nextStep(row);
  if (next === null) return null;
  const words = stepWords(next, row, text);
  return (
    <button
      type="button"
      tabIndex={-1}
      className={styles.step}
      title={words}
      disabled={busyId === row.id}
      onClick={(event) => {
        event.stopPropagation();
        advance(row, next);
      }}
    >
      <span className={styles.words}>
        {next === 'delivered' && row.kind === 'pickup' ? text('orders.hand-over-short') : words}
      </span>
    </button>
  );
}
