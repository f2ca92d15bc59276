import { type KeyboardEvent, useId, useRef, useState } from 'react';
import { useText } from './app-context.tsx';
import { Button } from './button.tsx';
import styles from './chart.module.css';
import { ChartLegend } from './chart-legend.tsx';
import { ChartTable } from './chart-table.tsx';
import { useChart } from './use-chart.ts';
import { VisuallyHidden } from './visually-hidden.tsx';

export type ChartSeries = {
  readonly name: string;
  readonly values: readonly number[];
  /** One strong series; what it is compared with is grey. */
  readonly role: 'strong' | 'compare';
};

export type ChartProps = {
  /** Bars for amounts over time, a line for an average, a doughnut for at most six parts of a whole. */
  readonly kind: 'bar' | 'line' | 'doughnut';
  /** What it shows, in a sentence: it is read out instead of the picture. */
  readonly label: string;
  /** What the labels are: "Day", "Tender". Heads the table. */
  readonly labelName: string;
  /** As a shopkeeper says them: "Mon 3". */
  readonly labels: readonly string[];
  readonly series: readonly ChartSeries[];
  /** The exact figure, on hover, on focus and in the table. */
  readonly formatValue: (value: number) => string;
  /** Short, for the axis: "1.2 k". */
  readonly formatAxis: (value: number) => string;
  /** Height in rem. */
  readonly height?: number;
  /** Leads to what a figure is made of: by a press on it, by Enter on the one that is read, by a button in the table. */
  readonly onOpen?: (index: number) => void;
  /** What that button says: "Orders of Mar 2026". */
  readonly openLabel?: (label: string) => string;
};

/** A chart, its words, and its table one key away. Keep its data the same objects between renders. */
export function Chart(props: ChartProps) {
  const { label, labels, series, formatValue, height = 16 } = props;
  const text = useText();
  const keysId = useId();
  const canvas = useRef<HTMLCanvasElement>(null);
  const [asTable, setAsTable] = useState(false);
  const [point, setPoint] = useState<number | null>(null);
  const showPoint = useChart(canvas, props, asTable);

  const go = (index: number | null) => {
    setPoint(index);
    showPoint(index);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const step = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0;
    if (step !== 0)
      go(Math.max(0, Math.min(labels.length - 1, (point ?? (step > 0 ? -1 : labels.length)) + step)));
    else if (event.key.toLowerCase() === 't') setAsTable(true);
    else if (event.key === 'Enter' && point !== null && props.onOpen) props.onOpen(point);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  const spoken =
    point === null
      ? ''
      : `${labels[point] ?? ''}: ${series.map((one) => `${one.name} ${formatValue(one.values[point] ?? 0)}`).join(', ')}`;

  return (
    <div className={styles.chart}>
      <div className={styles.head}>
        <ChartLegend {...props} />
        <Button variant="quiet" size="small" onPress={() => setAsTable(!asTable)}>
          {text(asTable ? 'ui.show-chart' : 'ui.show-table')}
        </Button>
      </div>
      {asTable ? (
        <ChartTable {...props} />
      ) : (
        <div
          role="img"
          aria-label={label}
          aria-describedby={keysId}
          // biome-ignore lint/a11y/noNoninteractiveTabindex: the figures are read with the arrow keys
          tabIndex={0}
          className={styles.picture}
          style={{ blockSize: `${height}rem` }}
          onKeyDown={onKeyDown}
          onBlur={() => go(null)}
        >
          <canvas ref={canvas} />
        </div>
      )}
      <VisuallyHidden id={keysId}>
        {text(props.onOpen ? 'ui.chart-keys-open' : 'ui.chart-keys')}
      </VisuallyHidden>
      <span role="status">
        <VisuallyHidden>{spoken}</VisuallyHidden>
      </span>
    </div>
  );
}
