import type { WriteDb } from '../database/connection.ts';
import { appendAudit } from './audit.ts';
import { createContext, type ShopReader } from './call-context.ts';
import type { Actor } from './context.ts';
import type { AppOptions } from './create-app.ts';
import { isAbort } from './refusal.ts';
import { endLeftSessions, endSessionRow, hasOpenSessions } from './session-rows.ts';
import type { Sessions } from './sessions.ts';
import type { Turns } from './turns.ts';

type Parts = Pick<AppOptions, 'file' | 'clock' | 'keys' | 'till' | 'log'> & {
  readonly shops: ShopReader;
  readonly sessions: Sessions;
  readonly turns: Turns;
};

/** Writes down who was signed out without asking for it. Nobody waits for it, and nothing fails for it. */
export type SignOuts = {
  /** An earlier run left sessions open: it fell, or was closed with windows open. */
  endLeft(): void;
  /** The window is gone, and the session that it had with it. */
  windowClosed(windowId: number): void;
};

export function createSignOuts({ file, clock, keys, till, log, shops, sessions, turns }: Parts): SignOuts {
  const inPassing = (work: (db: WriteDb) => void): void => {
    turns
      .take(() => file.transaction(work))
      .catch((error: unknown) => {
        if (!isAbort(error)) log.error('A session could not be written down', { error: String(error) });
      });
  };
  const audit = (db: WriteDb, actor: Actor, staffId: number, reason: 'stopped' | 'window-closed'): void => {
    const { now: at, today: businessDate } = createContext({
      ...{ db: file.read, now: clock(), actor, shops, sessions, till },
    });
    const what = { call: 'session.lock', outcome: 'ok', approvedBy: null, requestId: null, till };
    const subject = `staff ${staffId}`;
    appendAudit(db, keys.audit, { ...what, at, businessDate, actor, staffId, subject, details: { reason } });
  };
  return {
    endLeft() {
      if (!hasOpenSessions(file.read)) return;
      inPassing((db) => {
        for (const staffId of endLeftSessions(db)) audit(db, { kind: 'system' }, staffId, 'stopped');
      });
    },
    windowClosed(windowId) {
      const actor = sessions.actor(file.read, windowId);
      const sessionId = sessions.close(windowId);
      if (sessionId === null) return;
      inPassing((db) => {
        endSessionRow(db, sessionId, clock(), 'window-closed');
        if (actor.kind === 'staff') audit(db, actor, actor.staffId, 'window-closed');
      });
    },
  };
}
