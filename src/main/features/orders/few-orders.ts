import { type RawBuilder, sql } from 'kysely';
import { type Money, money } from '../../../shared/domain/money.ts';
import type { ReadDb } from '../../database/connection.ts';
import { filedThrough } from '../reports/file-orders.ts';

/** Numbers that are gathered and put in order in a few milliseconds; more are walked instead. */
export const fewAtMost = 5000;

/** Beyond any total. */
export const mostTotal = money(Number.MAX_SAFE_INTEGER);

/** Whether a list of numbers is longer than `most`, by its beginning alone. */
export function isLonger(db: ReadDb, ids: RawBuilder<unknown>, most: number): boolean {
  const found = db.get(sql<{ count: number }>`
    SELECT count(*) AS count FROM (SELECT 1 FROM (${ids}) LIMIT ${most + 1})`);
  return (found?.count ?? 0) > most;
}

/** The numbers of the orders whose total lies between two, both included; null where they are not few. */
export function fewOfTotal(db: ReadDb, from: Money, to: Money): RawBuilder<unknown> | null {
  const ids = idsOfTotal(db, from, to);
  return isLonger(db, ids, fewAtMost) ? null : ids;
}

/** Filed orders through their index, those of days that are not closed by looking at each. */
export function idsOfTotal(db: ReadDb, from: Money, to: Money): RawBuilder<unknown> {
  return sql`SELECT id FROM orders WHERE isFiled = 1 AND total BETWEEN ${from} AND ${to}
    UNION ALL SELECT id FROM orders WHERE businessDate > ${filedThrough(db)} AND +isFiled = 0
      AND +total BETWEEN ${from} AND ${to}`;
}
