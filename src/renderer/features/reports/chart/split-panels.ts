import type { ReportResult } from '../../../../shared/contract/reports.ts';
import { rate } from '../../../../shared/domain/rate.ts';
import { spanWords } from '../../../../shared/text/report-words.ts';
import type { Picked } from '../../../explain/picked.ts';
import { type ChartSeries, partRoles } from '../../../ui/chart-types.ts';
import { formatsOfMetric } from './figure-words.ts';
import { type Column, mostColumns, type StepSize, timeLineOf } from './merge-steps.ts';
import { everything, type Panel } from './panel.ts';
import { mostBars } from './ranked-panel.ts';
import { axisWords, stepWords, type Words } from './step-words.ts';
import { mostPairs, noteOf, timePanel } from './time-panel.ts';

type Split = NonNullable<ReportResult['split']>;
type SplitPart = Split['parts'][number];
/** A part of the stack; null stands for all those that have no colour of their own. */
type Layer = { readonly name: string; readonly part: SplitPart | null; readonly steps: readonly number[] };

/** Parts that can be told apart by their colours; what is more goes together. */
const mostLayers = partRoles.length + 1;

function layersOf({ parts }: Split, { text, format }: Words): readonly Layer[] {
  const nameOf = ({ name, rate: of }: SplitPart): string =>
    [name ?? '', of === null ? '' : format.percent(rate(of))].join(' ').trim();
  const layer = (part: SplitPart): Layer => ({ name: nameOf(part), part, steps: part.steps ?? [] });
  if (parts.length <= mostLayers) return parts.map(layer);
  const rest = parts.slice(mostLayers - 1);
  const together = (rest[0]?.steps ?? []).map((_, at) =>
    rest.reduce((sum, { steps }) => sum + (steps?.[at] ?? 0), 0),
  );
  const others: Layer = { name: text('report-chart.other-taxes'), part: null, steps: together };
  return [...parts.slice(0, mostLayers - 1).map(layer), others];
}

/** Tax step by step, each component at its rate on top of the other, and beside them all of the range before. */
export function taxTimePanel(result: ReportResult, by: StepSize, words: Words): Panel | null {
  const whole = timePanel(result, by, 'tax', words);
  const { split } = result;
  if (split === null || split.parts.length < 2 || whole?.as !== 'chart') return whole;
  const layers = layersOf(split, words);
  // The same time line, with the layers in place of their sum.
  const series = result.series.map((step, at) => ({
    ...step,
    values: layers.map(({ steps }) => steps[at] ?? 0),
  }));
  const line = timeLineOf({ ...result, series }, by, true);
  const before = beforeOf(result, line.columns, words);
  const { text, format } = words;
  return {
    ...{ key: whole.key, title: whole.title, note: noteOf(line, before !== null, words), as: 'chart' },
    chart: {
      ...{ kind: 'bar', label: whole.chart.label, labelName: text(`report-chart.step-${line.by}`) },
      ...{ isStacked: true, adds: true },
      labels: line.columns.map((column) => stepWords(column, line.by, words)),
      axisLabels: axisWords(line.columns, line.by, words),
      series: [
        ...layers.map(
          ({ name }, at): ChartSeries => ({
            name,
            role: at === 0 ? 'strong' : (partRoles[at - 1] ?? 'second'),
            values: line.columns.map(({ values }) => values[at] ?? 0),
          }),
        ),
        ...(before ? [before] : []),
      ],
      ...formatsOfMetric('tax', format),
    },
    pick: (index, at) => {
      const column = line.columns[index];
      return column ? pickLayer(column, at < layers.length ? layers[at] : undefined, line.by, words) : null;
    },
  };
}

function beforeOf(result: ReportResult, columns: readonly Column[], words: Words): ChartSeries | null {
  if (result.before === null || columns.length > mostColumns) return null;
  const values = columns.map(({ before }) => (before === null ? null : (before[0] ?? 0)));
  if (values.every((value) => (value ?? 0) === 0)) return null;
  const name = words.text('report-chart.compared', { span: spanWords(words, result.before) });
  return { name, role: 'compare', asLine: columns.length > mostPairs, values };
}

/** Without a layer: the range before. */
function pickLayer(column: Column, layer: Layer | undefined, by: StepSize, words: Words): Picked | null {
  const step = layer ? column : column.spanBefore;
  if (step === null) return null;
  const days = stepWords(step, by, words);
  const label = layer?.part ? words.text('report-chart.tax-at', { tax: layer.name, step: days }) : days;
  return { metric: 'tax', part: layer?.part?.part ?? everything, from: step.from, to: step.to, label };
}

/** What lies on the shelves by category, as lying bars. */
export function stockSplitPanel({ split, from, to }: ReportResult, words: Words): Panel | null {
  if (split === null) return null;
  const { text, format } = words;
  const { metric } = split;
  const parts = split.parts.slice(0, mostBars);
  const isWorth = metric === 'stockValue';
  const title = text(isWorth ? 'report-chart.of-stock-categories' : 'report-chart.of-units-categories');
  const count = split.parts.length;
  const note = count > mostBars ? text('report-chart.largest-parts', { most: mostBars, count }) : null;
  const base = { key: 'categories', title, note };
  if (parts.length === 0) return { ...base, as: 'nothing', sentence: text('report-chart.nothing') };
  const labels = parts.map(({ name }) => name ?? text('reports.no-category'));
  return {
    ...base,
    as: 'chart',
    chart: {
      ...{ kind: 'ranked', label: title, labelName: text('reports.name-categories'), labels },
      series: [
        { name: text(`metric.name-${metric}`), role: 'strong', values: parts.map(({ value }) => value) },
      ],
      ...formatsOfMetric(metric, format),
    },
    pick: (index) => {
      const part = parts[index];
      return part ? { metric, part: part.part, from, to, label: labels[index] ?? '' } : null;
    },
  };
}
