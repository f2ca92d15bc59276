import { useId } from 'react';
import styles from './progress-bar.module.css';

type ProgressBarProps = {
  readonly label: string;
  /** Null while it cannot be told how far it is. */
  readonly value: number | null;
  readonly most?: number;
  /** How far in words: "1,200 of 4,000 rows". */
  readonly words?: string | undefined;
};

/** How far something is, or a share of a whole. */
export function ProgressBar({ label, value, most = 1, words }: ProgressBarProps) {
  const id = useId();
  const share = value === null || most <= 0 ? 0 : Math.max(0, Math.min(1, value / most));
  return (
    <div className={styles.frame}>
      <div className={styles.words}>
        <span id={id}>{label}</span>
        {words !== undefined && <span className={styles.figures}>{words}</span>}
      </div>
      <div
        role="progressbar"
        aria-labelledby={id}
        aria-valuemin={0}
        aria-valuemax={most}
        aria-valuenow={value ?? undefined}
        aria-valuetext={words}
        className={styles.track}
      >
        <div
          className={styles.fill}
          data-unknown={value === null || undefined}
          style={value === null ? undefined : { inlineSize: `${share * 100}%` }}
        />
      </div>
    </div>
  );
}
