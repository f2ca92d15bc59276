import { useEffect, useRef } from 'react';
import styles from './step-title.module.css';
import { VisuallyHidden } from './visually-hidden.tsx';

type StepTitleProps = {
  readonly title: string;
  readonly more?: string;
  /** Read out only: the stepper above shows it already. */
  readonly hidden?: boolean;
};

/** What a step is about. Takes the focus as the step begins, so that it is read out and Tab goes on from here. */
export function StepTitle({ title, more, hidden = false }: StepTitleProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    heading.current?.focus({ preventScroll: true });
    heading.current?.closest('main')?.scrollTo({ top: 0 });
  }, []);
  const words = (
    <h2 ref={heading} tabIndex={-1} className={styles.title} dir="auto">
      {title}
    </h2>
  );
  if (hidden) return <VisuallyHidden>{words}</VisuallyHidden>;
  return (
    <header>
      {words}
      {more !== undefined && <p className={styles.more}>{more}</p>}
    </header>
  );
}
