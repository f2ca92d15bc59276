import type { ReportInput, ReportKey, ReportResult } from '../../../../shared/contract/reports.ts';
import { metrics } from '../../../../shared/domain/kpi.ts';
import type { Span } from '../../../../shared/domain/report-span.ts';
import { isNaming } from '../../../../shared/text/report-words.ts';
import type { Progress, QueryContext } from '../../../app/context.ts';
import type { Cell } from '../report-parts.ts';
import { runReport } from '../run-report.ts';

/** Which report goes out: as it is run, whatever the screen's limit of rows. */
export type ReportWish = Omit<ReportInput, 'limit'>;
type Column = ReportResult['columns'][number];
type Row = ReportResult['rows'][number];

/** A row, and the one of the compared range that stands beside it. A step that only the latter has is of no day. */
export type SheetRow = Row & { readonly before: Row | null };

/** The whole table of a report, beside that of the compared range. */
export type Sheet = {
  readonly report: ReportKey;
  readonly by: ReportInput['by'];
  readonly span: Span;
  /** The compared range; null where nothing is compared, or nothing can be. */
  readonly before: Span | null;
  readonly columns: readonly Column[];
  readonly rows: readonly SheetRow[];
  readonly totals: readonly Cell[];
  readonly totalsBefore: readonly Cell[];
};

/** More rows than any report has. */
const everyRow = Number.MAX_SAFE_INTEGER;
/** What lies on the shelves now was never anything else that one could look up. */
const nowReports: ReadonlySet<ReportKey> = new Set(['stock-value', 'low-stock', 'dead-stock']);

/** Runs a report by the very handler that the screen asks, with every row; and once more for the compared range. */
export function* reportSheet(ctx: QueryContext, wish: ReportWish): Generator<Progress, Sheet> {
  const input = { ...wish, limit: everyRow };
  const now = yield* runReport(ctx, input);
  const { report, columns, totals } = now;
  const before = nowReports.has(report) ? null : now.before;
  const then = before && (yield* runReport(ctx, { ...input, ...before, compare: 'none' }));
  return {
    ...{ report, by: wish.by, columns, totals, before },
    span: { from: now.from, to: now.to },
    rows: then === null ? now.rows.map((row) => ({ ...row, before: null })) : joined(now, then),
    totalsBefore: then?.totals ?? [],
  };
}

/**
 * Each row beside the same thing in the compared range; steps of time beside the step that comes as late in it. What
 * only the compared range has follows, with nothing in the range itself.
 */
function joined(now: ReportResult, then: ReportResult): SheetRow[] {
  const inSteps = isInSteps(now) || isInSteps(then);
  const keyOf = (rows: readonly Row[]) => (inSteps ? placeInTime(rows, now.firstHour) : partKey(rows));
  const [keys, keysThen] = [keyOf(now.rows), keyOf(then.rows)];
  const others = new Map(then.rows.map((row, at) => [keysThen[at], row]));
  const rows: SheetRow[] = now.rows.map((row, at) => ({ ...row, before: others.get(keys[at]) ?? null }));
  const known = new Set(keys);
  for (const [key, row] of others) {
    if (key === undefined || known.has(key)) continue;
    const cells = now.columns.map((column, at) =>
      isNaming(column) ? (row.cells[at] ?? null) : nothingIn(column),
    );
    rows.push({ part: row.part, span: null, cells, before: row });
  }
  return rows;
}

function isInSteps({ rows }: ReportResult): boolean {
  return rows.some(({ span }) => span !== null);
}

function partKey(rows: readonly Row[]): readonly string[] {
  return rows.map(({ part }) => `${part.kind} ${part.key}`);
}

/** The how many-th step of its range a row is, whatever the rows are sorted by. */
function placeInTime(rows: readonly Row[], firstHour: number): readonly string[] {
  const timeOf = ({ span, cells }: Row): number =>
    (span?.from ?? 0) * 100 + ((hourIn(cells) - firstHour + 24) % 24);
  const order = rows.map((row, at) => ({ at, time: timeOf(row) })).toSorted((a, b) => a.time - b.time);
  const places: string[] = [];
  for (const [place, { at }] of order.entries()) places[at] = String(place);
  return places;
}

/** Steps of hours have theirs after the day; in other tables a small figure there changes no order of days. */
function hourIn([, hour]: readonly Cell[]): number {
  return typeof hour === 'number' && hour >= 0 && hour < 24 ? hour : 0;
}

/** What a row that is not there has in a column of figures: no sum, and no average or share at all. */
export function nothingIn(column: Column): Cell {
  const isAverage = column.unit === 'share' || column.metric === 'averageOrder';
  return isAverage ? null : 0;
}

/** Whether a column has a figure of the compared range beside it. */
export function isCompared(column: Column): boolean {
  return !isNaming(column) && (column.metric === null || metrics[column.metric].countedBy !== 'now');
}
