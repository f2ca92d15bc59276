import { AppError } from '../../../shared/contract/errors.ts';
import type { ReportInput } from '../../../shared/contract/reports.ts';
import { type Metric, metrics } from '../../../shared/domain/kpi.ts';
import {
  comparedSpan,
  daysIn,
  longestSpan,
  mostSteps,
  type Span,
  stepsOf,
} from '../../../shared/domain/report-span.ts';
import type { LongQueryHandler, QueryContext } from '../../app/context.ts';
import { metricValues } from './metric-values.ts';
import type { Asked, Result } from './report-parts.ts';
import { finishTable } from './report-parts.ts';
import { reports, seriesFor } from './reports.ts';
import { closedDays } from './rollups.ts';
import { seriesOf } from './series.ts';

/** A report: its figures, its time line and its table, each beside the range that it is compared with. */
export const runReport: LongQueryHandler<'reports.run'> = function* (ctx, input) {
  const span = spanOf(input);
  const by = stepSizeOf(input);
  const asked: Asked = {
    ctx,
    input: { ...input, by },
    span,
    reading: readingOf(ctx),
    seesProfit: seesProfit(ctx),
  };
  const report = reports[input.report];
  const before = comparedSpan(span, input.compare);
  const mine = (list: readonly Metric[]): Metric[] =>
    list.filter((metric) => asked.seesProfit || !metrics[metric].isProfit);
  const [figures, series] = [mine(report.figures), mine(seriesFor(input.report, by))];
  const firstHour = firstHourOf(ctx);
  const steps = series.length === 0 ? [] : stepsOf(span, by, firstHour);
  const stepsBefore = before && series.length > 0 ? stepsOf(before, by, firstHour) : [];
  if (steps === null || stepsBefore === null) throw new AppError('too-many-steps', { most: mostSteps });
  const values = yield* seriesOf(asked, series, steps);
  const valuesBefore = before ? yield* seriesOf({ ...asked, span: before }, series, stepsBefore) : null;
  const split = report.split ? yield* report.split(asked, steps) : null;
  // After the time line: together they are added up from what was read for it.
  const now = yield* metricValues(asked, figures);
  const then = before ? yield* metricValues({ ...asked, span: before }, figures) : null;
  const table = finishTable(yield* report.table(asked), asked);
  return {
    report: input.report,
    ...span,
    before,
    figures: figures.map((metric) => ({
      metric,
      value: now.get(metric) ?? null,
      before: isNow(metric) ? null : (then?.get(metric) ?? null),
    })),
    seriesMetrics: series,
    series: steps.map((step, index) => ({
      ...step,
      values: values[index] ?? [],
      before: valuesBefore?.[index] ?? null,
    })),
    ...table,
    ...{ split, firstHour },
    closedThrough: asked.reading.closed,
  } satisfies Result;
};

/** The hour of the shop's clock in which its business day begins. */
export function firstHourOf({ shop }: Pick<QueryContext, 'shop'>): number {
  return Math.floor(shop.dayStartMinutes / 60);
}

/** What is counted as it stands at this moment was never anything else. */
function isNow(metric: Metric): boolean {
  return metrics[metric].countedBy === 'now';
}

/** Only what has a time can be cut by the hour. */
function stepSizeOf({ report, by }: ReportInput): ReportInput['by'] {
  return by === 'hour' && report !== 'sales' && report !== 'hours' ? 'day' : by;
}

/** The range asked for. @throws AppError `range-upside-down`, `range-too-long`. */
export function spanOf({ from, to }: Span): Span {
  if (from > to) throw new AppError('range-upside-down');
  if (daysIn({ from, to }) > longestSpan) throw new AppError('range-too-long');
  return { from, to };
}

export function readingOf({ db, shop }: QueryContext): Asked['reading'] {
  return { db, timeZone: shop.timeZone, ...closedDays(db, shop.timeZone) };
}

export function seesProfit({ actor }: QueryContext): boolean {
  return actor.kind === 'system' || (actor.kind === 'staff' && actor.rights.has('see-profit'));
}
