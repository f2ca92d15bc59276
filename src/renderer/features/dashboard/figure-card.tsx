import type { CSSProperties, ReactNode } from 'react';
import { type Comparison, ComparisonWords } from '../../ui/figure.tsx';
import { hrefOf } from '../../ui/router.ts';
import { Skeleton } from '../../ui/skeleton.tsx';
import styles from './figure-card.module.css';

type FigureCardProps = {
  readonly label: string;
  /** What it leads to: its report, or the list of what it counts. */
  readonly to: { readonly path: string; readonly query?: Readonly<Record<string, string>> };
  /** Null while it is on its way. */
  readonly value: ReactNode | null;
  /** How many letters the figure has, so that a long one is written as large as it fits. */
  readonly letters?: number;
  readonly comparisons?: readonly Comparison[];
  /** Words under a figure: what of it is urgent, what it leaves out. */
  readonly note?: string | undefined;
  /** A second line of such words. */
  readonly detail?: string | undefined;
  /** How it came here, or what it is made of. */
  readonly picture?: ReactNode;
  /** Explains the figure. */
  readonly action?: ReactNode;
};

/** One figure of the day: what it is, how much, against what, which way it goes. All of a row are of one height. */
export function FigureCard({
  label,
  to,
  value,
  letters = 0,
  comparisons = [],
  note,
  detail,
  picture,
  action,
}: FigureCardProps) {
  return (
    <div className={styles.card}>
      <div className={styles.head}>
        <h2 className={styles.label}>
          <a href={hrefOf(to.path, to.query)} className={styles.link}>
            {label}
          </a>
        </h2>
        {action !== undefined && <span className={styles.action}>{action}</span>}
      </div>
      <div className={styles.main}>
        <p
          className={styles.value}
          style={letters > 0 ? ({ '--letters': letters } as CSSProperties) : undefined}
        >
          {value ?? <Skeleton width="7rem" height="1em" />}
        </p>
        <div className={styles.picture}>{picture}</div>
      </div>
      <div className={styles.words}>
        {comparisons.map((comparison) => (
          <ComparisonWords key={comparison.comparedWith} comparison={comparison} />
        ))}
        {note !== undefined && <p className={styles.note}>{note}</p>}
        {detail !== undefined && <p className={styles.note}>{detail}</p>}
      </div>
    </div>
  );
}
