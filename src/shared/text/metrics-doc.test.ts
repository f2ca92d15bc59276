import { join } from 'node:path';
import { expect, it } from 'vitest';
import { type Metric, metricKeys, metrics } from '../domain/kpi.ts';
import { metricsText } from './en/metric.ts';
import { metricsMoreText } from './en/metric-more.ts';

const words: Readonly<Record<string, string>> = { ...metricsText, ...metricsMoreText };
const unit = { money: 'money', count: 'number', quantity: 'units', share: 'percent' } as const;

function section(metric: Metric): string {
  const { unit: kind, countedBy, isProfit } = metrics[metric];
  const said = (what: string): string => words[`metric.${what}-${metric}`] ?? '';
  const only = isProfit ? ' Only for who may see profit.' : '';
  return [
    `## ${said('name')}`,
    `\`${metric}\`, ${unit[kind]}.${only}`,
    `- Formula: ${said('formula')}`,
    `- Counts by: ${words[`metric.counts-${countedBy}`]}`,
    `- ${said('leaves-out')}`,
  ]
    .join('\n\n')
    .replaceAll('\n\n-', '\n-')
    .replace('\n-', '\n\n-');
}

const head = `# What each figure means

Written from \`src/shared/domain/kpi.ts\` and its texts by \`vitest run src/shared/text/metrics-doc.test.ts -u\`; the test
compares it. Dashboard, reports and exports know no other figures.`;

it('docs/metrics.md says of every figure what the application says', async () => {
  const text = [head, ...metricKeys.map(section)].join('\n\n');
  await expect(`${text}\n`).toMatchFileSnapshot(join(import.meta.dirname, '../../../docs/metrics.md'));
});

it('every figure has a name, a formula and what it leaves out, and no text is of a figure that is gone', () => {
  const parts = ['name', 'formula', 'leaves-out'];
  const wanted = metricKeys.flatMap((metric) => parts.map((part) => `metric.${part}-${metric}`));
  const said = Object.keys(words).filter((key) => !key.startsWith('metric.counts-'));
  expect(said.toSorted()).toEqual(wanted.toSorted());
  expect(metricKeys.length).toBeGreaterThan(40);
});
