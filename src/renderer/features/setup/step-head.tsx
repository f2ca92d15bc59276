import { useEffect, useRef } from 'react';
import styles from './step-head.module.css';

type StepHeadProps = { readonly title: string; readonly intro: string };

/** Title and one sentence of a step. Takes the focus when no field of the step does, so that it is read out. */
export function StepHead({ title, intro }: StepHeadProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (document.activeElement === document.body) heading.current?.focus();
  }, []);
  return (
    <header className={styles.head}>
      <h1 ref={heading} tabIndex={-1} className={styles.title}>
        {title}
      </h1>
      <p className={styles.intro}>{intro}</p>
    </header>
  );
}
