import { sql } from 'kysely';
import { addDays, type CalendarDate, firstOfMonth } from '../../../shared/domain/calendar.ts';
import type { ReadDb, WriteDb } from '../../database/connection.ts';
import { preparedRead } from '../../database/prepared.ts';
import { query } from '../../database/query.ts';
import type { RollupsTable } from '../../database/report-tables.ts';
import { productColumns } from './product-rows.ts';

export type Rollups = Omit<RollupsTable, 'id'>;

const row = preparedRead<object, Rollups>(() => query.selectFrom('rollups').selectAll());

/** How far the roll-ups reach; null in a file where nothing was folded yet. */
export function rollupsOf(db: ReadDb): Rollups | null {
  return row.get(db, {}) ?? null;
}

/** Up to which day they may be read, and whether that is all of them. */
export type Closed = { readonly closed: CalendarDate | null; readonly isCut: boolean };

/** Nothing where hours were folded by another clock (null: hours do not matter); up to the month before anything that came in since. */
export function closedDays(db: ReadDb, timeZone: string | null): Closed {
  const rollups = rollupsOf(db);
  if (rollups?.closedThrough == null || (timeZone !== null && rollups.timeZone !== timeZone))
    return { closed: null, isCut: false };
  const { closedThrough, staleFrom } = rollups;
  if (staleFrom === null) return { closed: closedThrough, isCut: false };
  return { closed: addDays(firstOfMonth(staleFrom), -1), isCut: true };
}

/** Lets go of what was folded from the month of a day on, so that no product's month is left half. */
export function reopenFrom(db: WriteDb, date: CalendarDate): void {
  const from = firstOfMonth(date);
  const [month, year] = [Math.floor(from / 100), Math.floor(from / 10_000)];
  const sums = productColumns.map((name) => sql`sum(${sql.ref(name)})`);
  db.run(sql`DELETE FROM dayFigures WHERE date >= ${from}`);
  db.run(sql`DELETE FROM productMonths WHERE month >= ${month}`);
  db.run(sql`DELETE FROM productYears WHERE year >= ${year}`);
  db.run(sql`INSERT INTO productYears SELECT CAST(${year} AS INTEGER), productId, ${sql.join(sums)} FROM productMonths
    WHERE month BETWEEN ${year * 100} AND ${year * 100 + 99} GROUP BY productId`);
  const nothing = { staleFrom: null, provenAt: null, provenThrough: null, differences: 0 };
  db.run(query.updateTable('rollups').set({ closedThrough: addDays(from, -1), ...nothing }));
}
