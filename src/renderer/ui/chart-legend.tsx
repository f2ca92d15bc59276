import styles from './chart.module.css';
import type { ChartProps } from './chart.tsx';
import { doughnutTokens } from './chart-colours.ts';

/** Names of the series, or of the parts with their figures. One series alone needs none. */
export function ChartLegend({ kind, labels, series, formatValue }: ChartProps) {
  if (kind === 'doughnut') {
    const values = series[0]?.values ?? [];
    return (
      <ul className={styles.legend}>
        {labels.map((label, index) => (
          <li key={label} className={styles.entry}>
            <span className={styles.swatch} style={{ background: `var(${doughnutTokens[index] ?? ''})` }} />
            {label} <span className={styles.figure}>{formatValue(values[index] ?? 0)}</span>
          </li>
        ))}
      </ul>
    );
  }
  if (series.length < 2) return <span />;
  return (
    <ul className={styles.legend}>
      {series.map(({ name, role }) => (
        <li key={name} className={styles.entry}>
          <span className={styles.swatch} style={{ background: `var(--chart-${role})` }} />
          {name}
        </li>
      ))}
    </ul>
  );
}
