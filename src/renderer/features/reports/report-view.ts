import type { ReportInput, ReportKey } from '../../../shared/contract/reports.ts';
import { type CalendarDate, isoDate, parseIsoDate } from '../../../shared/domain/calendar.ts';
import {
  presetSpan,
  previousOf,
  type RangePreset,
  rangePresets,
  type Shifted,
  shiftRange,
} from '../../../shared/domain/report-range.ts';
import { daysIn, longestSpan, type Span, type StepSize } from '../../../shared/domain/report-span.ts';
import { defaultStep, reportOf, rowLimits, stepsFor } from './report-of.ts';

/** What a range can be compared with, as a person says it. */
export const comparisonChoices = ['none', 'previous', 'last-week', 'last-year'] as const;
export type ComparisonChoice = (typeof comparisonChoices)[number];

/** What a report is looked at by, as it stands in the window's address; null where the address says nothing. */
export type ReportView = {
  /** A named range, which moves with the day; null are days that somebody chose. */
  readonly range: RangePreset | null;
  readonly from: CalendarDate | null;
  readonly to: CalendarDate | null;
  readonly by: StepSize | null;
  readonly compare: ComparisonChoice | null;
  readonly sort: string | null;
  readonly rows: number | null;
  /** Every column, also where they are wider than the window; else those that fit. */
  readonly hasAllColumns: boolean;
};

type Query = Readonly<Record<string, string | undefined>>;

export function readReportView(report: ReportKey, query: Query): ReportView {
  const [from, to] = [dayIn(query.from), dayIn(query.to)];
  const isCustom = query.range === undefined && (from !== null || to !== null);
  const usual = reportOf[report].range;
  return {
    range: isCustom ? null : (rangePresets.find((one) => one === query.range) ?? usual ?? 'today'),
    from: isCustom ? from : null,
    to: isCustom ? to : null,
    by: reportOf[report].steps.find((step) => step === query.by) ?? null,
    compare: comparisonChoices.find((one) => one === query.compare) ?? null,
    sort: query.sort !== undefined && /^-?\w{1,59}$/u.test(query.sort) ? query.sort : null,
    rows: rowLimits.find((limit) => String(limit) === query.rows) ?? null,
    hasAllColumns: query.columns === 'all',
  };
}

function dayIn(written: string | undefined): CalendarDate | null {
  return written === undefined ? null : parseIsoDate(written);
}

export function reportQuery(view: ReportView): Query {
  return {
    range: view.range ?? undefined,
    from: view.from === null ? undefined : isoDate(view.from),
    to: view.to === null ? undefined : isoDate(view.to),
    by: view.by ?? undefined,
    compare: view.compare ?? undefined,
    sort: view.sort ?? undefined,
    rows: view.rows === null ? undefined : String(view.rows),
    columns: view.hasAllColumns ? 'all' : undefined,
  };
}

/** What goes along to another report: the days and what they are compared with, where it asks for them too. */
export function queryForOther(view: ReportView, other: ReportKey): Query {
  if (reportOf[other].range === null) return {};
  return reportQuery({ ...view, by: null, sort: null, rows: null, hasAllColumns: false });
}

/** Days that somebody chose: an open end is today, the other end of a later day. */
export function spanOf(view: ReportView, today: CalendarDate, firstDay: CalendarDate | null): Span {
  if (view.range !== null) return presetSpan(view.range, today, firstDay);
  const to = view.to ?? (view.from !== null && view.from > today ? view.from : today);
  return { from: view.from ?? to, to };
}

/** Why these days cannot be asked for. */
export type RangeProblem = 'upside-down' | 'too-long';

export function problemOf(span: Span): RangeProblem | null {
  if (span.from > span.to) return 'upside-down';
  return daysIn(span) > longestSpan ? 'too-long' : null;
}

/** With what the days may be compared; the last year, and the week before, are named once where they are the period before. */
export function comparisonsFor(
  report: ReportKey,
  range: RangePreset | null,
  span: Span,
): readonly ComparisonChoice[] {
  const before = reportOf[report].compares ? previousOf(range) : null;
  if (before === null) return ['none'];
  if (before === 'last-year') return ['none', 'previous'];
  const hasWeek = before !== 'last-week' && daysIn(span) < 7;
  return comparisonChoices.filter((choice) => hasWeek || choice !== 'last-week');
}

/** A single day stands beside the same weekday where nobody has said: a Saturday beside a Friday says little. */
export function comparisonOf(report: ReportKey, view: ReportView, span: Span): ComparisonChoice {
  const choices = comparisonsFor(report, view.range, span);
  const wished =
    view.compare ?? (daysIn(span) === 1 && choices.includes('last-week') ? 'last-week' : 'previous');
  if (choices.includes(wished)) return wished;
  if (wished === 'last-week' && choices.includes('previous')) return 'previous';
  return wished === 'last-year' && choices.includes('previous') ? 'previous' : 'none';
}

/** How the time line is cut: as somebody wishes where it makes sense for these days. */
export function stepOf(report: ReportKey, view: ReportView, span: Span): StepSize {
  const steps = stepsFor(report, span);
  return view.by !== null && steps.includes(view.by) ? view.by : defaultStep(report, span);
}

/** Rows of a table at first: of a list what is looked at; of a week's hours all, which are one picture. */
export function firstRows(report: ReportKey): number {
  return report === 'hours' ? 250 : 50;
}

/** What main is asked for. */
export function inputOf(report: ReportKey, view: ReportView, span: Span): ReportInput {
  const choice = comparisonOf(report, view, span);
  const compare = choice === 'previous' ? (previousOf(view.range) ?? 'none') : choice;
  return {
    report,
    ...span,
    by: stepOf(report, view, span),
    compare,
    sort: view.sort ?? reportOf[report].sort,
    limit: view.rows ?? firstRows(report),
  };
}

/** The view one period on or back; null where there is none. */
export function shiftedView(
  view: ReportView,
  span: Span,
  way: -1 | 1,
  today: CalendarDate,
): ReportView | null {
  if (problemOf(span) !== null) return null;
  const shifted = shiftRange(view.range, span, way, today);
  return shifted && viewOf(view, shifted);
}

function viewOf(view: ReportView, { span, preset }: Shifted): ReportView {
  const days = preset === null ? span : { from: null, to: null };
  return { ...view, range: preset, ...days };
}
