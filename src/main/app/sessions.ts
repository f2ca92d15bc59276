import type { CalendarDate } from '../../shared/domain/calendar.ts';
import type { ReadDb } from '../database/connection.ts';
import { personAccess } from '../database/person-access.ts';
import { preparedRead } from '../database/prepared.ts';
import { query } from '../database/query.ts';
import type { Actor } from './context.ts';

const openSession = preparedRead<{ sessionId: number }, { staffId: number }>((slot) =>
  query
    .selectFrom('sessions')
    .select('staffId')
    .where('id', '=', slot('sessionId'))
    .where('endedAt', 'is', null),
);

/** For so long a password that was given need not be given again for what asks for one. */
const passwordHolds = 5 * 60_000;

/**
 * Who is signed in at which window. Which session a window has lives in main's memory only: a window never says who
 * it is, and a restart signs everybody out. The session itself is a row of the shop file: once that is ended, by
 * whomever, it opens nothing any more.
 */
export type Sessions = {
  actor(db: ReadDb, windowId: number): Actor;
  /** The window has this session from now on. */
  open(windowId: number, sessionId: number): void;
  /** The window has none from now on. Answers the one it had. */
  close(windowId: number): number | null;
  passwordGiven(staffId: number, date: CalendarDate): boolean;
  rememberPassword(staffId: number, date: CalendarDate): void;
  /** The password was given in this session just now. */
  confirm(sessionId: number, now: number): void;
  /** Whether it was given in the last five minutes. */
  isConfirmed(sessionId: number, now: number): boolean;
};

export function createSessions(): Sessions {
  const sessionOfWindow = new Map<number, number>();
  const passwordDays = new Map<number, CalendarDate>();
  const confirmedAt = new Map<number, number>();
  return {
    actor(db, windowId) {
      const sessionId = sessionOfWindow.get(windowId);
      const session = sessionId === undefined ? undefined : openSession.get(db, { sessionId });
      const person = session ? personAccess(db, session.staffId) : null;
      if (sessionId === undefined || !person) return { kind: 'nobody', windowId };
      return { kind: 'staff', windowId, sessionId, ...person, approval: null };
    },
    open: (windowId, sessionId) => void sessionOfWindow.set(windowId, sessionId),
    close(windowId) {
      const sessionId = sessionOfWindow.get(windowId) ?? null;
      sessionOfWindow.delete(windowId);
      if (sessionId !== null) confirmedAt.delete(sessionId);
      return sessionId;
    },
    passwordGiven: (staffId, date) => passwordDays.get(staffId) === date,
    rememberPassword: (staffId, date) => void passwordDays.set(staffId, date),
    confirm: (sessionId, now) => void confirmedAt.set(sessionId, now),
    isConfirmed(sessionId, now) {
      const at = confirmedAt.get(sessionId);
      // A clock that was set back makes nothing hold for longer.
      return at !== undefined && at <= now && now - at <= passwordHolds;
    },
  };
}
