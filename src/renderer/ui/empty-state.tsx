import type { ReactNode } from 'react';
import { Drawing, type DrawingName } from './drawing.tsx';
import styles from './empty-state.module.css';

type EmptyStateProps = {
  readonly drawing: DrawingName;
  /** What is so: "No orders yet". */
  readonly title: string;
  /** One sentence: what will stand here, or what to try. */
  readonly children?: ReactNode;
  /** The one action. */
  readonly action?: ReactNode;
};

/** A drawing, a sentence, the one thing to do. */
export function EmptyState({ drawing, title, children, action }: EmptyStateProps) {
  return (
    <div className={styles.state}>
      <Drawing name={drawing} />
      <h2 className={styles.title}>{title}</h2>
      {children !== undefined && <p className={styles.sentence}>{children}</p>}
      {action !== undefined && <div className={styles.action}>{action}</div>}
    </div>
  );
}
