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
import type { ChartProps } from './chart.tsx';
import { chartConfiguration } from './chart-configuration.ts';

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
): (index: number | null) => void {
  const chart = useRef<Chart | null>(null);
  const { theme, textSize, direction } = useApp();
  const { kind, labels, series, formatValue, formatAxis, onOpen } = props;
  const opened = useRef(onOpen);
  opened.current = onOpen;
  const opens = onOpen !== undefined;

  // biome-ignore lint/correctness/useExhaustiveDependencies: theme and text size change what the canvas reads from CSS
  useEffect(() => {
    const element = canvas.current;
    if (!element || hidden || !element.getContext('2d')) return;
    const made = new Chart(
      element,
      chartConfiguration(
        {
          kind,
          labels,
          series,
          formatValue,
          formatAxis,
          ...(opens ? { onOpen: (index) => opened.current?.(index) } : {}),
        },
        element,
        direction,
      ),
    );
    chart.current = made;
    // A canvas does not wait for its letters as the page does.
    void document.fonts?.ready.then(() => {
      if (chart.current === made) made.update('none');
    });
    return () => {
      chart.current = null;
      made.destroy();
    };
  }, [canvas, hidden, kind, labels, series, formatValue, formatAxis, opens, theme, textSize, direction]);

  return useCallback((index) => {
    const shown = chart.current;
    if (!shown) return;
    const active =
      index === null ? [] : shown.data.datasets.map((_, datasetIndex) => ({ datasetIndex, index }));
    shown.setActiveElements(active);
    const middle = shown.getDatasetMeta(0).data[index ?? 0]?.tooltipPosition(true);
    shown.tooltip?.setActiveElements(active, { x: middle?.x ?? 0, y: middle?.y ?? 0 });
    shown.update('none');
  }, []);
}
