import { AppError } from '../../../shared/contract/errors.ts';
import type { CommandHandler, Context } from '../../app/context.ts';
import type { WriteDb } from '../../database/connection.ts';
import { query } from '../../database/query.ts';
import { isSelf, personToChange } from './person-to-change.ts';

/** Ends every open session of a person: their windows are locked at once. */
export function endSessionsOf(
  { db, now, actor }: Pick<Context, 'now' | 'actor'> & { readonly db: WriteDb },
  staffId: number,
  endReason: 'disabled' | 'new-secret',
): void {
  const endedBy = actor.kind === 'staff' ? actor.staffId : null;
  db.run(
    query
      .updateTable('sessions')
      .set({ endedAt: now, endReason, endedBy })
      .where('staffId', '=', staffId)
      .where('endedAt', 'is', null),
  );
}

/** Ends one session, wherever its window is. */
export const endSession: CommandHandler<'staff.endSession'> = ({ db, actor, now, note }, { sessionId }) => {
  const session = db.get(
    query.selectFrom('sessions').select(['staffId', 'till', 'endedAt']).where('id', '=', sessionId),
  );
  if (!session) throw new AppError('not-found');
  if (session.endedAt !== null) throw new AppError('session-over');
  if (!isSelf(actor, session.staffId)) personToChange(db, actor, session.staffId);
  const endedBy = actor.kind === 'staff' ? actor.staffId : null;
  db.run(
    query
      .updateTable('sessions')
      .set({ endedAt: now, endReason: 'ended', endedBy })
      .where('id', '=', sessionId),
  );
  note(`staff ${session.staffId}`, { sessionId, till: session.till });
  return {};
};
