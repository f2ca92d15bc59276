import { AppError } from '../../shared/contract/errors.ts';
import type { WriteDb } from '../database/connection.ts';
import type { Note, Progress, TaskContext } from './context.ts';
import { findEntry } from './find-entry.ts';
import { parseInput } from './parse-input.ts';
import { mayBeApproved } from './require-need.ts';
import { beginSession, endSessionRow } from './session-rows.ts';
import {
  type AnyHandler,
  auditDone,
  commandContext,
  type DoorParts,
  publishChanges,
  type Visit,
  windowOf,
} from './visit.ts';

/** Runs a task: it may wait for printers, dialogs and slow hashes, and writes through `ctx.transaction` only. */
export async function runTask(
  parts: DoorParts,
  visit: Visit,
  handler: AnyHandler,
  stops: Pick<TaskContext, 'cancelLong' | 'cancelRead'>,
): Promise<unknown> {
  const own = {
    desktop: parts.desktop,
    secrets: parts.secrets,
    uploads: parts.uploads,
    log: parts.log,
    ...stops,
    transaction: <T>(work: (db: WriteDb, note: Note) => T) => taskTransaction(parts, visit, work),
    quietTransaction: <T>(work: (db: WriteDb) => T) => parts.turns.take(() => parts.file.transaction(work)),
    session: sessionOf(parts, visit),
    customer: customerOf(parts, visit),
    approve: (...given: Parameters<TaskContext['approve']>) => approve(parts, visit, ...given),
    progress: (progress: Progress) => {
      const { requestId = '' } = visit;
      parts.publish({ kind: 'progress', windowId: windowOf(visit.ctx), requestId, progress });
    },
  };
  const ctx: TaskContext = Object.assign(Object.create(visit.ctx), own);
  const value = await handler(ctx, visit.input);
  if (visit.entry.kind === 'task' && visit.entry.changes?.includes('machine'))
    publishChanges(parts, visit.entry);
  return value;
}

function taskTransaction<T>(
  parts: DoorParts,
  visit: Visit,
  work: (db: WriteDb, note: Note) => T,
): Promise<T> {
  return parts.turns.take(() => {
    const value = parts.file.transaction((db) => {
      const { ctx, noted } = commandContext(parts, visit, db);
      const result = work(db, ctx.note);
      auditDone(parts, visit, db, noted);
      return result;
    });
    publishChanges(parts, visit.entry);
    return value;
  });
}

function sessionOf(parts: DoorParts, { ctx }: Visit): TaskContext['session'] {
  const windowId = windowOf(ctx);
  const { sessions, approvals, publish, till } = parts;
  const tell = (): void => publish({ kind: 'changed', topics: ['session'] });
  return {
    begin: (db, staffId, openedBy) =>
      beginSession(db, { staffId, till, windowId, openedBy, startedAt: ctx.now }),
    open(sessionId) {
      approvals.forgetWindow(windowId);
      sessions.open(windowId, sessionId);
      tell();
    },
    async lock() {
      approvals.forgetWindow(windowId);
      const sessionId = sessions.close(windowId);
      tell();
      if (sessionId === null) return;
      await parts.turns.take(() =>
        parts.file.transaction((db) => endSessionRow(db, sessionId, ctx.now, 'locked')),
      );
      tell();
    },
    rememberPassword: (staffId) => sessions.rememberPassword(staffId, ctx.today),
    confirm: (sessionId) => sessions.confirm(sessionId, ctx.now),
  };
}

function customerOf({ kioskSessions, publish }: DoorParts, { ctx }: Visit): TaskContext['customer'] {
  const windowId = windowOf(ctx);
  const tell = (): void => publish({ kind: 'changed', topics: ['session'] });
  return {
    signIn(customerId) {
      kioskSessions.signIn(windowId, customerId, ctx.now);
      tell();
    },
    signOut() {
      kioskSessions.signOut(windowId);
      tell();
    },
    touch: () => kioskSessions.touch(windowId, ctx.now),
  };
}

function approve(
  { approvals }: DoorParts,
  { ctx }: Visit,
  ...[{ call, input }, grant, earlierId]: Parameters<TaskContext['approve']>
): string {
  const entry = findEntry(call);
  if (!entry || ctx.actor.kind !== 'staff') throw new AppError('not-found');
  if (!mayBeApproved(entry)) throw new AppError('not-approvable');
  return approvals.give(ctx.actor, { call, input: parseInput(entry, input) }, grant, ctx.now, earlierId);
}
