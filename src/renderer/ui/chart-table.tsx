import { Button } from './button.tsx';
import styles from './chart.module.css';
import type { ChartProps } from './chart.tsx';

/** The same figures in rows. */
export function ChartTable(props: ChartProps) {
  const { label, labelName, labels, series, formatValue, onOpen, openLabel } = props;
  return (
    <div className={styles.tableFrame}>
      <table className={styles.table}>
        <caption className={styles.caption}>{label}</caption>
        <thead>
          <tr>
            <th scope="col">{labelName}</th>
            {series.map(({ name }) => (
              <th key={name} scope="col" className={styles.number}>
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {labels.map((row, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: two days may be called the same
            <tr key={index}>
              <th scope="row">
                {onOpen ? (
                  <Button
                    size="small"
                    variant="quiet"
                    label={openLabel?.(row) ?? row}
                    onPress={() => onOpen(index)}
                  >
                    {row}
                  </Button>
                ) : (
                  row
                )}
              </th>
              {series.map(({ name, values }) => (
                <td key={name} className={styles.number}>
                  {formatValue(values[index] ?? 0)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
