import type { Metric } from '../../../shared/domain/kpi.ts';
import type { Step } from '../../../shared/domain/report-span.ts';
import type { Progress } from '../../app/context.ts';
import { customersByStep } from './customers-read.ts';
import { type DayMetric, figureOf, isDayMetric } from './formulas.ts';
import { hourSums } from './hours.ts';
import type { Asked } from './report-parts.ts';
import { bucketBy, readTimeLine, stepValues } from './time-line.ts';

/** The figures of a report step by step, each step with every one of them. */
export function* seriesOf(
  asked: Asked,
  wanted: readonly Metric[],
  steps: readonly Step[],
): Generator<Progress, (number | null)[][]> {
  if (wanted.length === 0) return [];
  if (wanted.includes('newCustomers')) return yield* customersByStep(asked, steps);
  const days = wanted.filter((metric): metric is DayMetric => isDayMetric(metric));
  const { reading, span, input } = asked;
  if (input.by === 'hour') {
    const hours = hourSums(reading, span);
    return steps.map(({ from, hour }) =>
      days.map((metric) => figureOf(metric, hours.get(`${from} ${hour}`) ?? {})),
    );
  }
  return stepValues(yield* readTimeLine(reading, days, span, bucketBy(input.by)), steps, input.by, days);
}
