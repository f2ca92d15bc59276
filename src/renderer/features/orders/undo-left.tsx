import { Timer } from 'lucide-react';
import { useText } from '../../ui/app-context.tsx';
import styles from './undo-left.module.css';

/** How long a delivery may still be undone, in seconds. */
export function UndoLeft({ left }: { readonly left: number }) {
  const text = useText();
  const clock = `${Math.floor(left / 60)}:${String(left % 60).padStart(2, '0')}`;
  return (
    <span className={styles.left} role="timer">
      <Timer aria-hidden="true" />
      <bdi dir="ltr">{left > 0 ? text('orders.undo-left', { clock }) : text('orders.undo-over')}</bdi>
    </span>
  );
}
