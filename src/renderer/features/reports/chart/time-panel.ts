import type { ReportResult } from '../../../../shared/contract/reports.ts';
import { dayOfWeek } from '../../../../shared/domain/calendar.ts';
import type { Metric } from '../../../../shared/domain/kpi.ts';
import { spanWords } from '../../../../shared/text/report-words.ts';
import type { Picked } from '../../../explain/picked.ts';
import type { ChartRole, ChartSeries } from '../../../ui/chart-types.ts';
import { formatsOfMetric } from './figure-words.ts';
import { type Column, mostColumns, type StepSize, type TimeLine, timeLineOf } from './merge-steps.ts';
import { everything, type Panel } from './panel.ts';
import { axisWords, stepWords, type Words } from './step-words.ts';

/** Bars beside bars up to here; beyond, the range before is a line over them. */
export const mostPairs = 45;

/** Customers who came again are others each day: their numbers do not add up to those of a week. */
const doesNotAdd: ReadonlySet<Metric> = new Set([
  'averageOrder',
  'returningCustomers',
  'newCustomers',
  'customers',
]);

type Shown = {
  readonly metric: Metric;
  readonly role: ChartRole;
  /** What goes the other way is drawn below zero. */
  readonly isBelow?: boolean;
};

/** One figure over time as bars, an average as a line; what it is compared with is grey. */
export function timePanel(result: ReportResult, by: StepSize, metric: Metric, words: Words): Panel | null {
  return timeOf(result, by, [{ metric, role: 'strong' }], words);
}

/** Two figures over time on top of each other, or one up and the other down. */
export function stackedTimePanel(
  result: ReportResult,
  by: StepSize,
  [first, second]: readonly [Metric, Shown],
  words: Words,
): Panel | null {
  return timeOf(result, by, [{ metric: first, role: 'strong' }, second], words);
}

function timeOf(result: ReportResult, by: StepSize, shown: readonly Shown[], words: Words): Panel | null {
  const { text, format } = words;
  const [first] = shown;
  const known = shown.filter(({ metric }) => result.seriesMetrics.includes(metric));
  if (!first || known.length < shown.length) return null;
  const adds = shown.every(({ metric }) => !doesNotAdd.has(metric));
  const line = timeLineOf(result, by, adds);
  const series = seriesOf(result, line, shown, words);
  const figure =
    shown.length > 1
      ? text(first.metric === 'paid' ? 'report-chart.pair-money' : 'report-chart.pair-customers')
      : text(`metric.name-${first.metric}`);
  const title = text(`report-chart.by-${line.by}`, { figure });
  const isCompared = series.some(({ role }) => role === 'compare');
  const base = { key: `time-${first.metric}`, title, note: noteOf(line, isCompared, words) };
  if (series.every(({ values }) => values.every((value) => value === null || value === 0))) {
    return { ...base, as: 'nothing', sentence: text('report-chart.nothing') };
  }
  const { columns } = line;
  const isLine = first.metric === 'averageOrder';
  return {
    ...base,
    as: 'chart',
    chart: {
      kind: isLine ? 'line' : 'bar',
      label: text('report-chart.label', { title, span: spanWords(words, result) }),
      labelName: text(`report-chart.step-${line.by}`),
      labels: columns.map((column) => stepWords(column, line.by, words)),
      axisLabels: axisWords(columns, line.by, words),
      series,
      isStacked: shown.length > 1 && !isLine,
      ...formatsOfMetric(first.metric, format),
      adds,
    },
    pick: (index, at) => pickOf(columns[index], { shown, at, by: line.by, words }),
  };
}

/** Where steps were put together, are too many and do not add up, or are left away, it is said. */
export function noteOf(
  { by, isMerged, columns, beyond }: TimeLine,
  isCompared: boolean,
  words: Words,
): string | null {
  const { text } = words;
  const notes: string[] = [];
  if (isMerged && by !== 'hour') notes.push(text(`report-chart.merged-${by}`));
  else if (columns.length > mostColumns) notes.push(text('report-chart.crowded'));
  if (isCompared && beyond) notes.push(text('report-chart.beyond', { span: spanWords(words, beyond) }));
  return notes.length === 0 ? null : notes.join(' ');
}

function seriesOf(
  result: ReportResult,
  { columns }: TimeLine,
  shown: readonly Shown[],
  words: Words,
): readonly ChartSeries[] {
  const at = (metric: Metric) => result.seriesMetrics.indexOf(metric);
  const isAverage = shown[0]?.metric === 'averageOrder';
  const filled = (value: number | null) => (isAverage ? value : (value ?? 0));
  const name = (metric: Metric) => words.text(`metric.name-${metric}`);
  const now = shown.map(({ metric, role, isBelow }): ChartSeries => {
    const values = columns.map(({ values: own }) => filled(own[at(metric)] ?? null));
    return { name: name(metric), role, values: isBelow ? values.map((value) => 0 - (value ?? 0)) : values };
  });
  // Two lines of thousands of points each would hide each other.
  if (result.before === null || columns.length > mostColumns) return now;
  const ups = shown.filter(({ isBelow }) => !isBelow);
  const before: ChartSeries = {
    name: words.text('report-chart.compared', {
      span: spanWords(words, result.before),
    }),
    role: 'compare',
    asLine: !isAverage && columns.length > mostPairs,
    values: columns.map(({ before: own }) => {
      if (own === null) return null;
      if (isAverage) return own[at('averageOrder')] ?? null;
      return ups.reduce((sum, { metric }) => sum + (own[at(metric)] ?? 0), 0);
    }),
  };
  // Where nothing was before, nothing is beside: the figures above say so.
  return before.values.some((value) => (value ?? 0) !== 0) ? [...now, before] : now;
}

type Picking = {
  readonly shown: readonly Shown[];
  readonly at: number;
  readonly by: StepSize;
  readonly words: Words;
};

/** What a bar stands for: its figure and its days; of the grey one, those that it is compared with. */
function pickOf(column: Column | undefined, { shown, at, by, words }: Picking): Picked | null {
  const isBefore = at >= shown.length;
  const step = isBefore ? column?.spanBefore : column;
  const metric = shown[isBefore ? 0 : at]?.metric;
  if (!step || metric === undefined) return null;
  const part =
    step.hour === null
      ? everything
      : ({ kind: 'hour', key: `${dayOfWeek(step.from)}-${step.hour}` } as const);
  return { metric, part, from: step.from, to: step.to, label: stepWords(step, by, words) };
}
