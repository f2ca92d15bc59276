import { CircleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import styles from './problem-note.module.css';

type ProblemNoteProps = {
  readonly title?: string;
  readonly children?: ReactNode;
  /** What mends it. */
  readonly action?: ReactNode;
  readonly tone?: 'danger' | 'warning';
};

/** Why something was not done, read out at once, beside what was typed. */
export function ProblemNote({ title, children, action, tone = 'danger' }: ProblemNoteProps) {
  return (
    <div className={styles.problem} data-tone={tone} role="alert">
      <CircleAlert aria-hidden="true" className={styles.icon} />
      <div className={styles.words}>
        {title !== undefined && <p className={styles.title}>{title}</p>}
        {children}
      </div>
      {action !== undefined && <div className={styles.action}>{action}</div>}
    </div>
  );
}
