import type { ReportInput, ReportResult } from '../../../../shared/contract/reports.ts';
import { calendarDate } from '../../../../shared/domain/calendar.ts';
import { type Span, type Step, stepsOf } from '../../../../shared/domain/report-span.ts';

export type StepSize = ReportInput['by'];

/** A point of a time line as it is drawn: one step, or several in a row put together. */
export type Column = Step & {
  readonly values: readonly (number | null)[];
  /** The same of the range before; null where nothing is compared. */
  readonly before: readonly (number | null)[] | null;
  /** The days of the range before that it is compared with; null where that has none. */
  readonly spanBefore: Step | null;
};

export type TimeLine = {
  readonly by: StepSize;
  readonly columns: readonly Column[];
  /** Whether steps were put together. */
  readonly isMerged: boolean;
  /** Days of the range before that have nothing beside them, as it is longer; null where all have. */
  readonly beyond: Span | null;
};

/** More columns than this are narrower than one can point at. A year of days still fits. */
export const mostColumns = 370;
/** With a second line over them, half as many are as many as one can read. */
const mostCompared = 190;

const coarser: Readonly<Record<StepSize, StepSize | null>> = {
  ...{ hour: 'day', day: 'week', week: 'month', month: 'quarter', quarter: 'year', year: null },
};

/**
 * The time line of a report as columns. Where there would be too many and the figures add up, whole weeks, months … of
 * the calendar are added up, so that each column is a true sum of its days; figures that do not add up keep their steps.
 */
export function timeLineOf(result: ReportResult, by: StepSize, adds: boolean): TimeLine {
  const { series } = result;
  const steps = by === 'hour' && series[0]?.hour === null ? 'day' : by;
  const before = stepsBefore(result, steps);
  const columns = series.map((step, index): Column => {
    const { from, to } = { from: calendarDate(step.from), to: calendarDate(step.to) };
    return { ...step, from, to, spanBefore: before[index] ?? null };
  });
  let line: TimeLine = { by: steps, columns, isMerged: false, beyond: beyondOf(before, series.length) };
  const most = result.before === null ? mostColumns : mostCompared;
  while (adds && line.columns.length > most) {
    const next = coarser[line.by];
    if (next === null) break;
    line = { ...line, by: next, columns: merged(columns, spanOf(result), next), isMerged: true };
  }
  return line;
}

function spanOf({ from, to }: { readonly from: number; readonly to: number }): Span {
  return { from: calendarDate(from), to: calendarDate(to) };
}

function stepsBefore({ before, firstHour }: ReportResult, by: StepSize): readonly Step[] {
  return before === null ? [] : (stepsOf(spanOf(before), by, firstHour) ?? []);
}

function beyondOf(before: readonly Step[], count: number): Span | null {
  const [first, last] = [before[count], before.at(-1)];
  return count > 0 && first && last ? { from: first.from, to: last.to } : null;
}

function merged(columns: readonly Column[], span: Span, by: StepSize): readonly Column[] {
  const steps = stepsOf(span, by) ?? [];
  let at = 0;
  return steps.flatMap((step): readonly Column[] => {
    const first = at;
    while (at < columns.length && (columns[at]?.from ?? 0) <= step.to) at += 1;
    const own = columns.slice(first, at);
    return own.length === 0 ? [] : [sumOf(step, own)];
  });
}

function sumOf(step: Step, own: readonly Column[]): Column {
  const spans = own.flatMap(({ spanBefore }) => spanBefore ?? []);
  const [first, last] = [spans[0], spans.at(-1)];
  return {
    ...step,
    values: addUp(own.map(({ values }) => values)),
    before: own.every(({ before }) => before === null) ? null : addUp(own.map(({ before }) => before ?? [])),
    spanBefore: first && last ? { from: first.from, to: last.to, hour: null } : null,
  };
}

/** Sums by place; null only where all are. */
function addUp(rows: readonly (readonly (number | null)[])[]): readonly (number | null)[] {
  const width = Math.max(0, ...rows.map((row) => row.length));
  return Array.from({ length: width }, (_, at) =>
    rows.reduce<number | null>((sum, row) => {
      const value = row[at] ?? null;
      return value === null ? sum : (sum ?? 0) + value;
    }, null),
  );
}
