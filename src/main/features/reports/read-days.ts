import { type RawBuilder, sql } from 'kysely';
import { addDays, type CalendarDate, dayNumber, lastOfMonth } from '../../../shared/domain/calendar.ts';
import type { Span, StepSize } from '../../../shared/domain/report-span.ts';
import type { ReadDb } from '../../database/connection.ts';
import { type DayColumn, type DayKind, dayColumns, dayRows } from './day-kinds.ts';
import type { Closed } from './rollups.ts';

/** Where figures are read from: roll-ups up to `closed`, rows after it. */
export type Reading = Closed & { readonly db: ReadDb; readonly timeZone: string };

export type DaySums = Readonly<Record<DayColumn, number>>;
/** What a kind came to under a key, in one bucket of time (`bucketOf`). */
export type DayFigure = DaySums & { readonly key: string; readonly bucket: number };

/** How days are gathered: `all` is one bucket. Weeks are days, which `bucketOf` then gathers. */
export type Bucket = Exclude<StepSize, 'hour'> | 'all';

/** SQLite reckons a bucket from the date yyyymmdd; a week needs a calendar, so it stays days. */
const bucketSql: Readonly<Record<Bucket, RawBuilder<number>>> = {
  all: sql<number>`0`,
  day: sql<number>`date`,
  week: sql<number>`date`,
  month: sql<number>`date / 100`,
  quarter: sql<number>`date / 10000 * 10 + (date / 100 % 100 - 1) / 3`,
  year: sql<number>`date / 10000`,
};

/** The bucket that a date lies in, the same as SQL has it; a week's is the number of its Monday. */
export function bucketOf(date: CalendarDate, by: Bucket): number {
  const month = Math.floor(date / 100);
  const year = Math.floor(month / 100);
  switch (by) {
    case 'all':
      return 0;
    case 'day':
      return date;
    case 'week':
      return Math.floor((dayNumber(date) + 3) / 7);
    case 'month':
      return month;
    case 'quarter':
      return year * 10 + Math.floor(((month % 100) - 1) / 3);
    case 'year':
      return year;
  }
}

const sums = sql.join(dayColumns.map((name) => sql`sum(${sql.ref(name)}) AS ${sql.ref(name)}`));

/** The part of a span that is folded, and the part that is not. */
export function partsOf({ closed }: Pick<Reading, 'closed'>, { from, to }: Span) {
  if (closed === null || closed < from) return { folded: null, open: { from, to } };
  if (closed >= to) return { folded: { from, to }, open: null };
  return { folded: { from, to: closed }, open: { from: addDays(closed, 1), to } };
}

/** Cuts a span at the ends of its months, so that a long one is read in turns. */
export function monthsOf({ from, to }: Span): Span[] {
  const spans: Span[] = [];
  for (let at = from; at <= to; ) {
    const end = lastOfMonth(at);
    spans.push({ from: at, to: end < to ? end : to });
    at = addDays(end, 1);
  }
  return spans;
}

type Known = { readonly by: Bucket; readonly figures: readonly DayFigure[] };

/** What one reading has read: a report asks for the same days by time, by key and together. */
const known = new WeakMap<Reading, Map<string, Known>>();

/** What a kind came to in a span: one figure for each key and bucket in which there was anything. */
export function readDays(reading: Reading, kind: DayKind, span: Span, by: Bucket): readonly DayFigure[] {
  const mine = known.get(reading) ?? new Map<string, Known>();
  known.set(reading, mine);
  const at = `${kind} ${span.from} ${span.to}`;
  const before = mine.get(at);
  if (before?.by === by) return before.figures;
  if (before && by === 'all') {
    const gathered = new Map<string, DayFigure>();
    gather(
      gathered,
      by,
      before.figures.map((figure) => ({ ...figure, bucket: 0 })),
    );
    return [...gathered.values()];
  }
  const figures = readAnew(reading, kind, span, by);
  mine.set(at, { by, figures });
  return figures;
}

function readAnew(reading: Reading, kind: DayKind, span: Span, by: Bucket): readonly DayFigure[] {
  const { folded, open } = partsOf(reading, span);
  const gathered = new Map<string, DayFigure>();
  if (folded) gather(gathered, by, foldedFigures(reading, kind, folded, by));
  if (open) for (const month of monthsOf(open)) gather(gathered, by, openFigures(reading, kind, month, by));
  return [...gathered.values()];
}

function foldedFigures({ db }: Reading, kind: DayKind, { from, to }: Span, by: Bucket): readonly DayFigure[] {
  return db.all(sql<DayFigure>`SELECT key, ${bucketSql[by]} AS bucket, ${sums} FROM dayFigures
    WHERE kind = ${kind} AND date BETWEEN ${from} AND ${to} GROUP BY key, bucket`);
}

function openFigures({ db, timeZone }: Reading, kind: DayKind, span: Span, by: Bucket): readonly DayFigure[] {
  return db.all(sql<DayFigure>`SELECT CAST(key AS TEXT) AS key, ${bucketSql[by]} AS bucket, ${sums}
    FROM (${dayRows(kind, span, timeZone)}) GROUP BY 1, bucket`);
}

function gather(into: Map<string, DayFigure>, by: Bucket, found: readonly DayFigure[]): void {
  for (const one of found) {
    const bucket = by === 'week' ? bucketOf(one.bucket as CalendarDate, 'week') : one.bucket;
    const at = `${bucket} ${one.key}`;
    const before = into.get(at);
    into.set(at, { ...addSums(before, one), key: one.key, bucket });
  }
}

export function addSums(a: DaySums | undefined, b: DaySums): DaySums {
  if (a === undefined) return b;
  return Object.fromEntries(dayColumns.map((name) => [name, a[name] + b[name]])) as DaySums;
}
