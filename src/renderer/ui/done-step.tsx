import type { ReactNode } from 'react';
import styles from './done-step.module.css';
import { Drawing } from './drawing.tsx';
import { StepTitle } from './step-title.tsx';

type DoneStepProps = {
  readonly title: string;
  readonly more: string;
  /** What came of it, in figures. */
  readonly children?: ReactNode;
  /** Buttons: where to go from here. */
  readonly actions: ReactNode;
};

/** The last step of a wizard: what it has done, and where to go from here. */
export function DoneStep({ title, more, children, actions }: DoneStepProps) {
  return (
    <div className={styles.done}>
      <Drawing name="done" size="large" />
      <StepTitle title={title} more={more} />
      {children}
      <div className={styles.actions}>{actions}</div>
    </div>
  );
}
