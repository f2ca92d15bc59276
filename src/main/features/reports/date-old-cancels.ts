import { sql } from 'kysely';
import { businessDateOf } from '../../../shared/domain/calendar.ts';
import type { Shop } from '../../app/context.ts';
import type { ReadDb, WriteDb } from '../../database/connection.ts';
import { query } from '../../database/query.ts';

const undated = sql<{ id: number; cancelledAt: number }>`SELECT id, cancelledAt FROM orders
  WHERE status = 'cancelled' AND cancelledDate IS NULL`;

/** Whether a file of before reports has cancellations without their business date. An index of its own tells at once. */
export function hasUndatedCancels(db: ReadDb): boolean {
  return db.get(sql`${undated} LIMIT 1`) !== undefined;
}

/**
 * A file of before has the instants of its cancellations only: here they get the business date that they had. Until then
 * no figure knows of them.
 */
export function dateOldCancels(db: WriteDb, { timeZone, dayStartMinutes }: Shop): void {
  for (const { id, cancelledAt } of db.all(undated)) {
    const cancelledDate = businessDateOf(cancelledAt, timeZone, dayStartMinutes);
    db.run(query.updateTable('orders').set({ cancelledDate }).where('id', '=', id));
  }
}
