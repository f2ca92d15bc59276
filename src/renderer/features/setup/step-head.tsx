import styles from './step-head.module.css';

type StepHeadProps = { readonly title: string; readonly intro: string };

/** Title and one sentence of a step. */
export function StepHead({ title, intro }: StepHeadProps) {
  return (
    <header className={styles.head}>
      <h1 className={styles.title}>{title}</h1>
      <p className={styles.intro}>{intro}</p>
    </header>
  );
}
