import { type KeyboardEvent, useState } from 'react';
import { useText } from './app-context.tsx';
import { Button } from './button.tsx';
import styles from './chart.module.css';
import { figureAt } from './chart-configuration.ts';
import type { ChartProps } from './chart-types.ts';

/** Rows at first, and how many more at a time. */
const slice = 400;

/** The same figures in rows. T leads back to the picture. */
export function ChartTable(props: ChartProps & { readonly onTurn: () => void }) {
  const { label, labelName, labels, series, onTurn } = props;
  const text = useText();
  const [most, setMost] = useState(slice);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key.toLowerCase() !== 't' || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    event.stopPropagation();
    onTurn();
  };
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls
    <section className={styles.tableFrame} aria-label={label} tabIndex={0} data-turned onKeyDown={onKeyDown}>
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
          {labels.slice(0, most).map((row, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: two days may be called the same
            <ChartRow key={index} {...props} row={row} index={index} />
          ))}
        </tbody>
      </table>
      {labels.length > most && (
        <Button variant="quiet" size="small" onPress={() => setMost(most + slice)}>
          {text('ui.chart-more-rows', { count: labels.length - most })}
        </Button>
      )}
    </section>
  );
}

function ChartRow(props: ChartProps & { readonly row: string; readonly index: number }) {
  const { series, row, index, onOpen, openLabel } = props;
  return (
    <tr>
      <th scope="row">
        {onOpen ? (
          <Button
            size="small"
            variant="quiet"
            label={openLabel?.(row) ?? row}
            onPress={() => onOpen(index, 0)}
          >
            {row}
          </Button>
        ) : (
          row
        )}
      </th>
      {series.map(({ name }, at) => (
        <td key={name} className={styles.number}>
          {figureAt(props, at, index)}
        </td>
      ))}
    </tr>
  );
}
