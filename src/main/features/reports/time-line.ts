import type { Span, Step, StepSize } from '../../../shared/domain/report-span.ts';
import type { Progress } from '../../app/context.ts';
import { type DayKind, dayColumns } from './day-kinds.ts';
import { addUp, type DayMetric, figureOf, kindsFor, type Sums } from './formulas.ts';
import { type Bucket, bucketOf, type DayFigure, type Reading, readDays } from './read-days.ts';

/** A span's sums, together and by bucket of time. */
export type TimeLine = { readonly all: Sums; readonly buckets: ReadonlyMap<number, Sums> };

/** Reads what some figures take, kind by kind, with a turn between two. */
export function* readTimeLine(
  reading: Reading,
  wanted: readonly DayMetric[],
  span: Span,
  by: Bucket,
): Generator<Progress, TimeLine> {
  const kinds = kindsFor(wanted);
  const buckets = new Map<number, Record<string, number>>();
  for (const [index, kind] of kinds.entries()) {
    yield { done: index, total: kinds.length };
    for (const figure of readDays(reading, kind, span, by)) putIn(buckets, figure.bucket, kind, figure);
  }
  return { all: addUp(buckets.values()), buckets };
}

function putIn(
  into: Map<number, Record<string, number>>,
  at: number,
  kind: DayKind,
  figure: DayFigure,
): void {
  const sums = into.get(at) ?? {};
  into.set(at, sums);
  for (const column of dayColumns) {
    if (figure[column] !== 0) sums[`${kind}.${column}`] = (sums[`${kind}.${column}`] ?? 0) + figure[column];
  }
}

/** The same by key instead of by time, under the names of the kinds that the figures know: `tax` of `sale-tax`. */
export function readKeys(
  reading: Reading,
  kinds: Readonly<Partial<Record<DayKind, DayKind>>>,
  span: Span,
): ReadonlyMap<string, Sums> {
  const keys = new Map<string, Record<string, number>>();
  for (const [kind, known] of Object.entries(kinds) as [DayKind, DayKind][]) {
    for (const figure of readDays(reading, kind, span, 'all')) {
      const sums = keys.get(figure.key) ?? {};
      keys.set(figure.key, sums);
      for (const column of dayColumns) {
        const name = `${known}.${column}`;
        if (figure[column] !== 0) sums[name] = (sums[name] ?? 0) + figure[column];
      }
    }
  }
  return keys;
}

export function bucketBy(by: StepSize): Bucket {
  return by === 'hour' ? 'day' : by;
}

/** The figures of each step; a step in which nothing happened has sums of nothing. */
export function stepValues(
  line: TimeLine,
  steps: readonly Step[],
  by: StepSize,
  wanted: readonly DayMetric[],
): (number | null)[][] {
  return steps.map((step) => {
    const sums = line.buckets.get(bucketOf(step.from, bucketBy(by))) ?? {};
    return wanted.map((metric) => figureOf(metric, sums));
  });
}
