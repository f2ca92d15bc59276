import { type KeyboardEvent, useEffect, useId, useMemo, useRef, useState } from 'react';
import { useApp } from './app-context.tsx';
import { Button } from './button.tsx';
import styles from './chart.module.css';
import { figureAt } from './chart-configuration.ts';
import { ChartLegend } from './chart-legend.tsx';
import { chartSummary } from './chart-summary.ts';
import { ChartTable } from './chart-table.tsx';
import type { ChartProps } from './chart-types.ts';
import { type ChartPlace, walkChart } from './chart-walk.ts';
import { useChart } from './use-chart.ts';
import { VisuallyHidden } from './visually-hidden.tsx';

export type { ChartProps, ChartSeries } from './chart-types.ts';

/** Rem that a lying bar takes. */
const rankedRow = 2;

/**
 * A chart, its words, and its table one key away. It is one stop of the Tab key: the arrows walk its points, each is
 * said aloud, Enter opens it. Keep its data the same objects between renders.
 */
export function Chart(props: ChartProps) {
  const { kind, label, labels, height = kind === 'ranked' ? labels.length * rankedRow + 0.5 : 16 } = props;
  const { text } = useApp();
  const [asTable, setAsTable] = useState(false);
  const frame = useRef<HTMLDivElement>(null);
  const isTurned = useRef(false);
  const turn = () => {
    isTurned.current = true;
    setAsTable((before) => !before);
  };
  // Whoever turns it round by key goes on reading where they were.
  // biome-ignore lint/correctness/useExhaustiveDependencies: after each turn
  useEffect(() => {
    if (isTurned.current) frame.current?.querySelector<HTMLElement>('[data-turned]')?.focus();
    isTurned.current = false;
  }, [asTable]);

  return (
    <div className={styles.chart} data-kind={asTable ? 'table' : kind} ref={frame}>
      <div className={styles.head}>
        <div className={styles.words}>
          {props.heading}
          {kind !== 'doughnut' && <ChartLegend {...props} />}
        </div>
        <Button variant="quiet" size="small" onPress={() => setAsTable(!asTable)}>
          {text(asTable ? 'ui.show-chart' : 'ui.show-table')}
        </Button>
      </div>
      {asTable ? (
        <ChartTable {...props} onTurn={turn} />
      ) : (
        <div className={styles.body}>
          <ChartPicture {...props} label={label} height={height} onTurn={turn} />
          {kind === 'doughnut' && <ChartLegend {...props} />}
        </div>
      )}
    </div>
  );
}

type ChartPictureProps = ChartProps & { readonly height: number; readonly onTurn: () => void };

function ChartPicture(props: ChartPictureProps) {
  const { kind, label, labels, series, height, onOpen, onTurn } = props;
  const { text, direction } = useApp();
  const keysId = useId();
  const canvas = useRef<HTMLCanvasElement>(null);
  const [place, setPlace] = useState<ChartPlace | null>(null);
  const show = useChart(canvas, props, false);
  const summary = useMemo(() => chartSummary(props, text), [props, text]);

  const go = (to: ChartPlace | null) => {
    setPlace(to);
    show(to);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const walked = { count: labels.length, seriesCount: series.length, direction };
    const to = walkChart(event.key, place, { ...walked, isRanked: kind === 'ranked' });
    if (to) go(to);
    else if (event.key.toLowerCase() === 't') onTurn();
    else if (event.key === 'Enter' && place && onOpen) onOpen(place.index, place.series ?? 0);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };

  return (
    <>
      <div
        role="application"
        aria-roledescription={text('ui.chart')}
        aria-label={label}
        aria-describedby={keysId}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: the figures are read with the arrow keys
        tabIndex={0}
        data-turned
        className={styles.picture}
        style={{ blockSize: `${height}rem` }}
        onKeyDown={onKeyDown}
        onBlur={() => go(null)}
      >
        <canvas ref={canvas} role="img" aria-label={label} />
      </div>
      <VisuallyHidden id={keysId}>
        {summary} {text(onOpen ? 'ui.chart-keys-open' : 'ui.chart-keys')}
      </VisuallyHidden>
      <span role="status">
        <VisuallyHidden>{place ? spoken(props, place) : ''}</VisuallyHidden>
      </span>
    </>
  );
}

/** What is read of a place: its name, then the figure of each series, or of the one that was chosen. */
function spoken(props: ChartProps, { index, series: chosen }: ChartPlace): string {
  const figures = props.series
    .map(({ name }, at) => ({ at, words: `${name} ${figureAt(props, at, index)}` }))
    .filter(({ at }) => chosen === null || at === chosen)
    .map(({ words }) => words);
  const share = props.formatShare ? `, ${props.formatShare(index)}` : '';
  return `${props.labels[index] ?? ''}: ${figures.join(', ')}${share}`;
}
