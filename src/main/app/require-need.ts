import type { AnyEntry } from '../../shared/contract/define.ts';
import { AppError } from '../../shared/contract/errors.ts';
import type { Actor } from './context.ts';
import type { Sessions } from './sessions.ts';

/**
 * Whether who asks may: by the right that the entry needs, and with a password given just now where it asks for one.
 * @throws AppError `not-signed-in`, `forbidden` or `password-again`.
 */
export function requireNeed(
  entry: AnyEntry,
  actor: Actor,
  sessions: Pick<Sessions, 'isConfirmed'>,
  now: number,
): void {
  requireRight(entry, actor);
  if (entry.kind === 'query' || !entry.asksPassword || actor.kind !== 'staff') return;
  if (!sessions.isConfirmed(actor.sessionId, now)) throw new AppError('password-again');
}

function requireRight(entry: AnyEntry, actor: Actor): void {
  if (actor.kind === 'system') return;
  // A window that belongs to customers may ask for nothing else, not even what anybody may.
  if (actor.kind === 'kiosk' || actor.kind === 'customer') {
    if (entry.needs !== 'kiosk') throw new AppError('forbidden', { needs: entry.needs });
    return;
  }
  if (entry.needs === 'public') return;
  if (actor.kind === 'nobody') throw new AppError('not-signed-in');
  if (entry.needs === 'kiosk') throw new AppError('forbidden', { needs: entry.needs });
  if (entry.needs === 'signed-in') return;
  if (!actor.rights.has(entry.needs)) throw new AppError('forbidden', { needs: entry.needs });
}

/** Whether a manager may approve it in place: no question, nothing that asks for a password, no work of the system. */
export function mayBeApproved(entry: AnyEntry): boolean {
  if (entry.kind === 'query' || entry.needs === 'public' || entry.needs === 'kiosk' || entry.asksPassword)
    return false;
  return entry.kind === 'task' || entry.unaudited === undefined;
}
