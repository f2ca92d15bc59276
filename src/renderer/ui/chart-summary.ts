import type { AppText } from '../../shared/text/english.ts';
import type { DrawnChart } from './chart-types.ts';

/** What a chart shows, in words, of its first series: highest, lowest and total; '' where it shows nothing. */
export function chartSummary(drawn: DrawnChart, text: AppText): string {
  const { labels, series, formatValue, kind, adds = kind !== 'line' } = drawn;
  const first = series[0];
  if (!first) return '';
  let [highest, lowest] = [-1, -1];
  let total = 0;
  for (const [index, value] of first.values.entries()) {
    if (value === null) continue;
    total += value;
    if (highest === -1 || value > (first.values[highest] ?? 0)) highest = index;
    if (lowest === -1 || value < (first.values[lowest] ?? 0)) lowest = index;
  }
  if (highest === -1) return text('ui.chart-nothing');
  const words = (index: number) => ({
    label: labels[index] ?? '',
    value: formatValue(first.values[index] ?? 0),
  });
  const parts = [text('ui.chart-highest', words(highest)), text('ui.chart-lowest', words(lowest))];
  if (adds) parts.push(text('ui.chart-total', { value: formatValue(total) }));
  return [first.name, ...parts].join(' ');
}
