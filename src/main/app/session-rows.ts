import type { ReadDb, WriteDb } from '../database/connection.ts';
import { preparedRead } from '../database/prepared.ts';
import { query } from '../database/query.ts';
import type { SessionsTable } from '../database/staff-tables.ts';

type NewSession = Pick<SessionsTable, 'staffId' | 'till' | 'windowId' | 'openedBy' | 'startedAt'>;

/** Writes a new session and ends the one that its window had. Answers its id. */
export function beginSession(db: WriteDb, session: NewSession): number {
  const { till, windowId, startedAt } = session;
  db.run(
    query
      .updateTable('sessions')
      .set({ endedAt: startedAt, endReason: 'next-person', endedBy: null })
      .where('till', '=', till)
      .where('windowId', '=', windowId)
      .where('endedAt', 'is', null),
  );
  const row = { ...session, endedAt: null, endReason: null, endedBy: null };
  return db.run(query.insertInto('sessions').values(row)).lastId;
}

/** Ends one session, where it has not ended before. */
export function endSessionRow(
  db: WriteDb,
  sessionId: number,
  endedAt: number,
  endReason: 'locked' | 'window-closed',
): void {
  db.run(
    query
      .updateTable('sessions')
      .set({ endedAt, endReason })
      .where('id', '=', sessionId)
      .where('endedAt', 'is', null),
  );
}

const endReasonOf = preparedRead<{ sessionId: number }, Pick<SessionsTable, 'endReason'>>((slot) =>
  query.selectFrom('sessions').select('endReason').where('id', '=', slot('sessionId')),
);

/** Whether somebody else ended the session. */
export function wasTakenAway(db: ReadDb, sessionId: number): boolean {
  const reason = endReasonOf.get(db, { sessionId })?.endReason;
  return reason === 'ended' || reason === 'disabled' || reason === 'new-secret';
}

/** Whether an earlier run of the application left sessions open: it fell, or was closed with windows open. */
export function hasOpenSessions(db: ReadDb): boolean {
  return (
    db.get(query.selectFrom('sessions').select('id').where('endedAt', 'is', null).limit(1)) !== undefined
  );
}

/**
 * Ends what an earlier run left open, at the last moment of which the shop file has a trace. Answers who they were.
 */
export function endLeftSessions(db: WriteDb): readonly number[] {
  const last = db.get(query.selectFrom('auditEntries').select('at').orderBy('id', 'desc').limit(1));
  const open = db.all(
    query.selectFrom('sessions').select(['id', 'staffId', 'startedAt']).where('endedAt', 'is', null),
  );
  for (const { id, startedAt } of open) {
    const endedAt = Math.max(startedAt, last?.at ?? startedAt);
    db.run(query.updateTable('sessions').set({ endedAt, endReason: 'stopped' }).where('id', '=', id));
  }
  return open.map(({ staffId }) => staffId);
}
