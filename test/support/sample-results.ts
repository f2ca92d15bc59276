import type { ReportInput, ReportKey, ReportResult } from '../../src/shared/contract/reports.ts';
import { calendarDate } from '../../src/shared/domain/calendar.ts';
import type { Metric } from '../../src/shared/domain/kpi.ts';
import { comparedSpan, stepsOf } from '../../src/shared/domain/report-span.ts';

/** For tests: a report's answer with a time line of its own; `value` says what a metric is at a step. */
export function sampleResult(
  report: ReportKey,
  {
    from,
    to,
    by,
    compare = 'none',
  }: Pick<ReportInput, 'by'> & {
    readonly from: number;
    readonly to: number;
    readonly compare?: ReportInput['compare'];
  },
  seriesMetrics: readonly Metric[] = [],
  value: (index: number, metric: Metric, isBefore: boolean) => number | null = () => 0,
): ReportResult {
  const span = { from: calendarDate(from), to: calendarDate(to) };
  const before = comparedSpan(span, compare);
  const steps = seriesMetrics.length === 0 ? [] : (stepsOf(span, by) ?? []);
  const values = (index: number, isBefore: boolean) =>
    seriesMetrics.map((metric) => value(index, metric, isBefore));
  return {
    ...{ report, ...span, before, figures: [], seriesMetrics: [...seriesMetrics] },
    series: steps.map((step, index) => ({
      ...step,
      values: values(index, false),
      before: before ? values(index, true) : null,
    })),
    ...{ columns: [], rows: [], others: null, totals: [], split: null, firstHour: 0, closedThrough: null },
  };
}

type Columns = Readonly<Record<string, ReportResult['columns'][number]['unit']>>;

/** Puts a table into an answer: columns by key and unit, rows by part and cells. */
export function withRows(
  result: ReportResult,
  columns: Columns,
  rows: readonly (readonly [
    kind: ReportResult['rows'][number]['part']['kind'],
    key: string,
    ...cells: (string | number | null)[],
  ])[],
): ReportResult {
  return {
    ...result,
    columns: Object.entries(columns).map(([key, unit]) => ({ key, unit, metric: null })),
    rows: rows.map(([kind, key, ...cells]) => ({ part: { kind, key }, span: null, cells })),
  };
}
