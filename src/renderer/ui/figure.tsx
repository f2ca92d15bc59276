import { ArrowDown, ArrowRight, ArrowUp } from 'lucide-react';
import type { ReactNode } from 'react';
import { useText } from './app-context.tsx';
import styles from './figure.module.css';
import { joinClasses } from './join-classes.ts';
import { Skeleton } from './skeleton.tsx';
import { Sparkline } from './sparkline.tsx';

export type Comparison = {
  readonly direction: 'up' | 'down' | 'same';
  /** How much: "12 %". Empty where it is the same. */
  readonly change: string;
  /** With what: "on last Sunday". */
  readonly comparedWith: string;
  /** Whether that is welcome; more refunds are not. Neutral when absent. */
  readonly welcome?: boolean;
};

type FigureProps = {
  readonly label: string;
  /** The figure as it is read: "€1,234". Null while it is on its way. */
  readonly value: ReactNode | null;
  readonly comparison?: Comparison | undefined;
  /** Words under a figure that has nothing to be compared with. */
  readonly note?: string | undefined;
  readonly trend?: { readonly values: readonly number[]; readonly label: string } | undefined;
  /** A small chart of another kind, in place of the trend. */
  readonly chart?: ReactNode;
  /** Leads to what the figure is made of. */
  readonly href?: string | undefined;
  /** Never compared with anything: holds no place for it. */
  readonly plain?: boolean;
  /** Less room around it, none kept for a chart: where several stand above something larger. */
  readonly dense?: boolean;
};

/** One figure: what it is, how much, against what, which way it goes. */
export function Figure(props: FigureProps) {
  const { label, value, comparison, note, trend, chart, href, plain = false, dense = false } = props;
  return (
    <div className={joinClasses(styles.figure, dense && styles.dense)}>
      <p className={styles.label}>
        {href === undefined ? (
          label
        ) : (
          <a href={href} className={styles.link}>
            {label}
          </a>
        )}
      </p>
      <p className={styles.value}>{value ?? <Skeleton width="60%" height="1em" />}</p>
      {!plain && (
        <div className={styles.foot}>
          {comparison ? (
            <ComparisonWords comparison={comparison} />
          ) : (
            <p className={styles.comparison}>{note}</p>
          )}
          {trend ? <Sparkline {...trend} /> : chart}
        </div>
      )}
    </div>
  );
}

const arrows = { up: ArrowUp, down: ArrowDown, same: ArrowRight } as const;

/** An arrow, and in words which way a figure went and by how much. */
export function ComparisonWords({ comparison }: { readonly comparison: Comparison }) {
  const text = useText();
  const { direction, change, comparedWith, welcome } = comparison;
  const Arrow = arrows[direction];
  const tone = direction === 'same' || welcome === undefined ? undefined : welcome ? styles.good : styles.bad;
  return (
    <p className={joinClasses(styles.comparison, tone)}>
      <Arrow aria-hidden="true" />
      <span>
        {direction === 'same'
          ? text('ui.figure-same', { comparedWith })
          : text(direction === 'up' ? 'ui.figure-up' : 'ui.figure-down', { change, comparedWith })}
      </span>
    </p>
  );
}
