import {
  ArcElement,
  BarController,
  BarElement,
  CategoryScale,
  Chart,
  DoughnutController,
  LinearScale,
  LineController,
  LineElement,
  PointElement,
  Tooltip,
} from 'chart.js';
import { type RefObject, useCallback, useEffect, useRef } from 'react';
import { useApp } from './app-context.tsx';
import { screenPaint } from './chart-colours.ts';
import { chartConfiguration } from './chart-configuration.ts';
import type { ChartProps } from './chart-types.ts';
import type { ChartPlace } from './chart-walk.ts';

Chart.register(
  ArcElement,
  BarController,
  BarElement,
  CategoryScale,
  DoughnutController,
  LinearScale,
  LineController,
  LineElement,
  PointElement,
  Tooltip,
);

/**
 * Draws a chart on a canvas, anew when its data, the theme or the text size change. Gives a function that
 * shows the exact figures of one point, or of none.
 */
export function useChart(
  canvas: RefObject<HTMLCanvasElement | null>,
  props: ChartProps,
  hidden: boolean,
): (place: ChartPlace | null) => void {
  const chart = useRef<Chart | null>(null);
  const { theme, textSize, direction } = useApp();
  const { kind, labels, axisLabels, series, isStacked, inks, ends, formatShare, formatValue } = props;
  const { formatAxis, axisStep, onOpen } = props;
  const opened = useRef(onOpen);
  opened.current = onOpen;
  const opens = onOpen !== undefined;

  // biome-ignore lint/correctness/useExhaustiveDependencies: theme and text size change what the canvas reads from CSS
  useEffect(() => {
    const element = canvas.current;
    if (!element || hidden || !element.getContext('2d')) return;
    const drawn = {
      ...props,
      ...(opens ? { onOpen: (index: number, at: number) => opened.current?.(index, at) } : {}),
    };
    const made = new Chart(element, chartConfiguration(drawn, screenPaint(element, direction)));
    chart.current = made;
    // A canvas does not wait for its letters as the page does.
    void document.fonts?.ready.then(() => {
      if (chart.current === made) made.update('none');
    });
    return () => {
      chart.current = null;
      made.destroy();
    };
  }, [
    ...[canvas, hidden, kind, labels, axisLabels, series, isStacked, inks, ends, formatShare],
    ...[formatValue, formatAxis, axisStep, opens, theme, textSize, direction],
  ]);

  return useCallback((place) => {
    const shown = chart.current;
    if (!shown) return;
    const sets = shown.data.datasets.map((_, datasetIndex) => datasetIndex);
    const active =
      place === null
        ? []
        : sets
            .filter((at) => place.series === null || at === place.series)
            .map((datasetIndex) => ({ datasetIndex, index: place.index }));
    shown.setActiveElements(active);
    const first = shown.getDatasetMeta(place?.series ?? 0).data[place?.index ?? 0];
    const middle = first?.tooltipPosition(true);
    shown.tooltip?.setActiveElements(active, { x: middle?.x ?? 0, y: middle?.y ?? 0 });
    // Drawn, not laid out anew: of ten years of days each step would take its time.
    shown.render();
  }, []);
}
