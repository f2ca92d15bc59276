import { type RawBuilder, sql } from 'kysely';
import { addDays, type CalendarDate } from '../../../shared/domain/calendar.ts';
import type { ReadDb } from '../../database/connection.ts';
import { type PreparedRead, preparedRead, type SlotOf } from '../../database/prepared.ts';
import { type DayColumn, type DayKind, dayRows, type Scope } from '../reports/day-kinds.ts';
import { type DayMetric, figureOf, kindsFor, type Sums } from '../reports/formulas.ts';
import { closedDays } from '../reports/rollups.ts';

/**
 * The dictionary's figures of days, read by statements that are built once: the reports' own rows and formulas, of the
 * columns alone that the dashboard needs, so that today's orders are read from an index.
 */

/** What the dashboard shows of days. */
const shown: readonly DayMetric[] = ['netSales', 'orders', 'averageOrder'];
const columns: readonly DayColumn[] = ['count', 'amount'];
const kinds = kindsFor(shown);
/** Averages go back to last month, everything else a few days. */
const longKinds = kindsFor(['averageOrder']);
const shortKinds = kinds.filter((kind) => !longKinds.includes(kind));

type Found = { readonly kind: DayKind; readonly date: CalendarDate; count: number; amount: number };
type Days = { from: CalendarDate; longFrom: CalendarDate; to: CalendarDate };

function rowsOf(list: readonly DayKind[], scope: Scope): RawBuilder<Found> {
  const parts = list.map(
    (kind) =>
      sql`SELECT ${sql.lit(kind)} AS kind, date, count, amount FROM (${dayRows(kind, scope, '', columns)})`,
  );
  return sql<Found>`${sql.join(parts, sql` UNION ALL `)}`;
}

function foldedOf(list: readonly DayKind[], from: CalendarDate, to: CalendarDate): RawBuilder<Found> {
  return sql<Found>`SELECT kind, date, count, amount FROM dayFigures
    WHERE kind IN (${sql.join(list.map((kind) => sql.lit(kind)))}) AND key = '' AND date BETWEEN ${from} AND ${to}`;
}

const both = (
  build: (list: readonly DayKind[], from: CalendarDate, to: CalendarDate) => RawBuilder<Found>,
): PreparedRead<Days, Found> =>
  preparedRead<Days, Found>(
    (slot: SlotOf<Days>) => sql<Found>`${build(shortKinds, slot('from'), slot('to'))}
      UNION ALL ${build(longKinds, slot('longFrom'), slot('to'))}`,
  );

const folded = both(foldedOf);
const open = both((list, from, to) => rowsOf(list, { from, to }));

const until = preparedRead<{ date: CalendarDate; until: number }, Found>((slot) =>
  rowsOf(kinds, { from: slot('date'), to: slot('date'), until: slot('until') }),
);

const latest = (a: CalendarDate, b: CalendarDate): CalendarDate => (a > b ? a : b);
const put = (into: Record<string, number>, { kind, count, amount }: Found): void => {
  into[`${kind}.count`] = (into[`${kind}.count`] ?? 0) + count;
  into[`${kind}.amount`] = (into[`${kind}.amount`] ?? 0) + amount;
};

export type DaySums = ReadonlyMap<CalendarDate, Sums>;

/** What each day came to, from `longFrom` for averages and from `from` for all else; a day with nothing is absent. */
export function readDaySums(db: ReadDb, timeZone: string, days: Days): DaySums {
  const { closed } = closedDays(db, timeZone);
  const found = closed === null || closed < days.longFrom ? [] : folded.all(db, { ...days, to: closed });
  const next = closed === null ? days.longFrom : addDays(closed, 1);
  const rest = { from: latest(days.from, next), longFrom: latest(days.longFrom, next), to: days.to };
  const sums = new Map<CalendarDate, Record<string, number>>();
  for (const row of [...found, ...open.all(db, rest)]) {
    const ofDay = sums.get(row.date) ?? {};
    sums.set(row.date, ofDay);
    put(ofDay, row);
  }
  return sums;
}

/** What one day came to up to an instant: cancellations, returns and goodwill of later are left out. */
export function readDayUntil(db: ReadDb, date: CalendarDate, instant: number): Sums {
  const sums: Record<string, number> = {};
  for (const row of until.all(db, { date, until: instant })) put(sums, row);
  return sums;
}

/** A figure over some of the days. */
export function figureOfDays(
  metric: DayMetric,
  days: DaySums,
  from: CalendarDate,
  to: CalendarDate,
): number | null {
  const total: Record<string, number> = {};
  for (const [date, sums] of days) {
    if (date < from || date > to) continue;
    for (const name in sums) total[name] = (total[name] ?? 0) + (sums[name] ?? 0);
  }
  return figureOf(metric, total);
}
