import type { AppText } from '../../shared/text/english.ts';
import type { DrawnChart } from './chart-types.ts';

/** What a chart shows, in words, of its first series: highest, lowest and total; '' where it shows nothing. */
export function chartSummary(drawn: DrawnChart, text: AppText): string {
  const { labels, series, formatValue, kind, adds = kind !== 'line' } = drawn;
  const first = series[0];
  if (!first) return '';
  const points = first.values.map((value, index) => ({
    ...{ label: labels[index] ?? '', value },
    words: value === null ? '' : formatValue(value),
  }));
  const found = extremes(points, text);
  if (found === null) return text('ui.chart-nothing');
  const total = first.values.reduce<number>((sum, value) => sum + (value ?? 0), 0);
  const parts = adds ? [...found, text('ui.chart-total', { value: formatValue(total) })] : found;
  return [first.name, ...parts].join(' ');
}

/** A figure that a picture shows, and how it is written; null where there is none. */
export type Point = { readonly label: string; readonly value: number | null; readonly words: string };

/** The highest and the lowest of them in words; null where there is no figure. */
export function extremes(points: readonly Point[], text: AppText): readonly string[] | null {
  let [highest, lowest]: [Point | null, Point | null] = [null, null];
  for (const point of points) {
    if (point.value === null) continue;
    if (highest === null || point.value > (highest.value ?? 0)) highest = point;
    if (lowest === null || point.value < (lowest.value ?? 0)) lowest = point;
  }
  if (highest === null || lowest === null) return null;
  return [
    text('ui.chart-highest', { label: highest.label, value: highest.words }),
    text('ui.chart-lowest', { label: lowest.label, value: lowest.words }),
  ];
}
