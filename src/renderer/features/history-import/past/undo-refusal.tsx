import { isRefusal } from '../../../bridge/client.ts';
import { useText } from '../../../ui/app-context.tsx';
import { useErrorText } from '../../../ui/error-text.ts';
import { Link } from '../../../ui/link.tsx';
import { ProblemNote } from '../../../ui/problem-note.tsx';
import styles from './undo-dialog.module.css';
import type { Undo } from './use-undo.ts';

/** Why an import was not taken back; orders that stand in the way are a press away. */
export function UndoRefusal({ error }: Pick<Undo, 'error'>) {
  const text = useText();
  const errorText = useErrorText();
  if (error === null) return null;
  if (!isRefusal(error, 'history-touched')) return <ProblemNote>{errorText(error)}</ProblemNote>;
  const { count, list } = error.details;
  const orders = String(list).match(/\d+/g) ?? [];
  return (
    <ProblemNote title={text('history-past.touched-title')}>
      <p>{text('history-past.touched', { count: Number(count) })}</p>
      <p className={styles.orders}>
        {orders.map((order) => (
          <Link key={order} to={`/orders/${order}`}>
            {text('history-past.touched-order', { order })}
          </Link>
        ))}
        {Number(count) > orders.length && <span>{text('history-past.touched-more')}</span>}
      </p>
    </ProblemNote>
  );
}
