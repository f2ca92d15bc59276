import type { ReactNode } from 'react';
import { ProgressBar } from './progress-bar.tsx';
import styles from './step-footer.module.css';

type StepFooterProps = {
  /** Ways back and aside; stand at the start. */
  readonly aside?: ReactNode;
  /** What is under way behind the step, 0 to 1, as the file is read anew; null while nothing is. */
  readonly busy?: { readonly label: string; readonly value: number; readonly words: string } | null;
  /** The one thing to do next; stands at the end. */
  readonly children: ReactNode;
};

/** The buttons of a step, always in sight; while something is under way behind it, how far that is. */
export function StepFooter({ aside, busy = null, children }: StepFooterProps) {
  return (
    <footer className={styles.footer}>
      <div className={styles.aside}>{aside}</div>
      {busy !== null && (
        <div className={styles.progress}>
          <ProgressBar {...busy} />
        </div>
      )}
      {children}
    </footer>
  );
}
