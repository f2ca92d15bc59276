import { sql } from 'kysely';
import type { CalendarDate } from '../../../shared/domain/calendar.ts';
import type { Span } from '../../../shared/domain/report-span.ts';
import type { ReadDb, WriteDb } from '../../database/connection.ts';
import { closedDays } from './rollups.ts';

/**
 * Puts the orders of closed days where the list finds them by their total. Not when they are placed: a random page more
 * for each sale, for an order that nobody asks for on its day.
 */
export function fileOrders(db: WriteDb, { from, to }: Span): void {
  db.run(sql`UPDATE orders SET isFiled = 1 WHERE businessDate BETWEEN ${from} AND ${to} AND isFiled = 0`);
}

/** Every order up to this day is filed; after it, some may be. Zero where nothing is. */
export function filedThrough(db: ReadDb): CalendarDate | 0 {
  return closedDays(db, null).closed ?? 0;
}
