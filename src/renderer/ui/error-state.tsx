import { useText } from './app-context.tsx';
import { Button } from './button.tsx';
import { Drawing } from './drawing.tsx';
import styles from './empty-state.module.css';

type ErrorStateProps = {
  /** What happened, in shop words: "The orders could not be read". */
  readonly happened: string;
  /** What is safe: "Nothing was lost; sales go on." */
  readonly safe: string;
  /** What to do. */
  readonly advice?: string | undefined;
  /** Number to quote when asking for help. */
  readonly id?: string | undefined;
  readonly onRetry?: (() => void) | undefined;
};

/** What happened, what is safe, what to do, and an id to quote. */
export function ErrorState({ happened, safe, advice, id, onRetry }: ErrorStateProps) {
  const text = useText();
  return (
    <div className={styles.state} role="alert">
      <Drawing name="problem" />
      <h2 className={styles.title}>{happened}</h2>
      <p className={styles.sentence}>{safe}</p>
      {advice !== undefined && <p className={styles.sentence}>{advice}</p>}
      {onRetry && (
        <div className={styles.action}>
          <Button onPress={onRetry}>{text('ui.try-again')}</Button>
        </div>
      )}
      {id !== undefined && (
        <p className={styles.problem}>
          <span className={styles.id}>{text('ui.problem-number', { id })}</span>
          {text('ui.problem-quote')}
        </p>
      )}
    </div>
  );
}
