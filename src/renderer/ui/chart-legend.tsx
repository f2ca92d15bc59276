import styles from './chart.module.css';
import { doughnutTokens } from './chart-colours.ts';
import { figureAt } from './chart-configuration.ts';
import type { DrawnChart } from './chart-types.ts';

/** A line of the legend: the mark as it is drawn, a name, and a part's figure and share. */
export type LegendEntry = {
  readonly token: string;
  readonly mark: 'block' | 'line' | 'dashes';
  readonly name: string;
  readonly figure: string;
  readonly share: string;
};

/** Names of the series, or of the parts with their figures. One series alone needs none. */
export function legendOf(drawn: DrawnChart): readonly LegendEntry[] {
  const { kind, labels, series, inks = doughnutTokens, formatShare } = drawn;
  if (kind === 'doughnut') {
    return labels.map((name, index) => ({
      ...{ token: inks[index] ?? '', mark: 'block', name },
      figure: figureAt(drawn, 0, index),
      share: formatShare?.(index) ?? '',
    }));
  }
  if (series.length < 2) return [];
  return series.map(({ name, role, asLine }) => ({
    ...{ token: `--chart-${role}`, name, figure: '', share: '' },
    mark: kind === 'line' && role === 'compare' ? 'dashes' : kind === 'line' || asLine ? 'line' : 'block',
  }));
}

export function ChartLegend(props: DrawnChart) {
  const entries = legendOf(props);
  if (entries.length === 0) return null;
  return (
    <ul className={styles.legend}>
      {entries.map(({ token, mark, name, figure, share }, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: two parts may be called the same
        <li key={index} className={styles.entry}>
          <span className={styles.swatch} data-mark={mark} style={{ color: `var(${token})` }} />
          <span className={styles.name}>{name}</span>
          {figure !== '' && <span className={styles.figure}>{figure}</span>}
          {share !== '' && <span className={styles.share}>{share}</span>}
        </li>
      ))}
    </ul>
  );
}
