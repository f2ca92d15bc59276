import type { ReadDb } from '../../database/connection.ts';
import { query } from '../../database/query.ts';

/** Groups of calls that change nothing of what a shop is made of: who signs in, looks through it or keeps it safe. */
const quiet = ['session.', 'audit.', 'backups.', 'condition.', 'disk.', 'machine.', 'maintenance.'] as const;

/**
 * The hash of the last entry of the log about something that a shop saved as CSV would show, the hours of the timer
 * that delivered nothing left aside; null where there is none.
 */
export function lastDeedOf(db: ReadDb): string | null {
  const nothingDelivered = '%"delivered":0%';
  let entries = query
    .selectFrom('auditEntries')
    .select('hash')
    .where('outcome', '=', 'ok')
    .where((is) => is.or([is('call', '!=', 'timer.run'), is('details', 'not like', nothingDelivered)]))
    .orderBy('id', 'desc')
    .limit(1);
  for (const group of quiet) entries = entries.where('call', 'not like', `${group}%`);
  return db.get(entries)?.hash ?? null;
}
