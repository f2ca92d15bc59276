import { AppError } from '../../shared/contract/errors.ts';
import type { WriteDb } from '../database/connection.ts';
import type { Actor, Note, Progress, TaskContext } from './context.ts';
import { findEntry } from './find-entry.ts';
import { parseInput } from './parse-input.ts';
import { quietTasks } from './quiet-tasks.ts';
import { isAbort } from './refusal.ts';
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
  stopping: Pick<TaskContext, 'signal' | 'cancelLong' | 'cancelRead' | 'read' | 'askOf'>,
): Promise<unknown> {
  const deeds: Deeds = { signedIn: null, entries: 0, afterwards: [] };
  const own = {
    desktop: parts.desktop,
    secrets: parts.secrets,
    proof: parts.proof,
    uploads: parts.uploads,
    log: parts.log,
    ...stopping,
    transaction: <T>(work: (db: WriteDb, note: Note) => T) => taskTransaction(parts, visit, deeds, work),
    quietTransaction: <T>(work: (db: WriteDb) => T) => parts.turns.take(() => parts.file.transaction(work)),
    session: sessionOf(parts, visit, deeds),
    customer: customerOf(parts, visit, deeds),
    approve: (...given: Parameters<TaskContext['approve']>) => approve(parts, visit, ...given),
    progress: (progress: Progress) => {
      const { requestId = '' } = visit;
      parts.publish({ kind: 'progress', windowId: windowOf(visit.ctx), requestId, progress });
    },
  };
  const ctx: TaskContext = Object.assign(Object.create(visit.ctx), own);
  const value = await handler(ctx, visit.input);
  await Promise.all(deeds.afterwards);
  if (deeds.entries === 0 && leavesEntry(visit, value)) await auditAlone(parts, visit);
  if (visit.entry.kind === 'task' && visit.entry.changes?.includes('machine'))
    publishChanges(parts, visit.entry);
  return value;
}

/** What a task did beside its transactions. */
type Deeds = {
  /** Who was signed in by it. */
  signedIn: number | null;
  /** Entries that it has left in the log. */
  entries: number;
  /** What is being written down. */
  readonly afterwards: Promise<unknown>[];
};

/** What was done without writing anything else. A dialog that was closed again, and nothing before a shop, is no deed. */
function leavesEntry({ name, ctx }: Visit, value: unknown): boolean {
  if (ctx.shopOrNull === null || Object.hasOwn(quietTasks, name)) return false;
  return !(typeof value === 'object' && value !== null && 'saved' in value && value.saved === false);
}

async function auditAlone(parts: DoorParts, visit: Visit): Promise<void> {
  const nothingNoted = { subject: null, details: {}, approvedBy: null };
  try {
    await parts.turns.take(() => parts.file.transaction((db) => auditDone(parts, visit, db, nothingNoted)));
    parts.publish({ kind: 'changed', topics: ['audit'] });
  } catch (thrown) {
    // It closed the shop file: there is nowhere left to write it down.
    if (!isAbort(thrown)) throw thrown;
  }
}

function taskTransaction<T>(
  parts: DoorParts,
  visit: Visit,
  deeds: Deeds,
  work: (db: WriteDb, note: Note) => T,
): Promise<T> {
  return parts.turns.take(() => {
    const value = parts.file.transaction((db) => {
      const { ctx, noted } = commandContext(parts, visit, db);
      const result = work(db, ctx.note);
      auditDone(parts, visit, db, { ...noted, signedIn: deeds.signedIn });
      return result;
    });
    deeds.entries += 1;
    publishChanges(parts, visit.entry);
    return value;
  });
}

function sessionOf(parts: DoorParts, visit: Visit, deeds: Deeds): TaskContext['session'] {
  const { ctx } = visit;
  const windowId = windowOf(ctx);
  const { sessions, approvals, publish, till } = parts;
  const tell = (): void => publish({ kind: 'changed', topics: ['session'] });
  return {
    begin(db, staffId, openedBy) {
      deeds.signedIn = staffId;
      return beginSession(db, { staffId, till, windowId, openedBy, startedAt: ctx.now });
    },
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
        parts.file.transaction((db) => {
          endSessionRow(db, sessionId, ctx.now, 'locked');
          // Turning the till over locks it too, and has an entry of its own.
          if (visit.name === 'session.lock') auditDone(parts, visit, db, ownSession(ctx.actor));
        }),
      );
      publish({ kind: 'changed', topics: ['session', 'audit'] });
    },
    rememberPassword: (staffId) => sessions.rememberPassword(staffId, ctx.today),
    confirm: (sessionId) => sessions.confirm(sessionId, ctx.now),
  };
}

/** What the entry of who signs out is about. */
function ownSession(actor: Actor) {
  const subject =
    actor.kind === 'staff'
      ? `staff ${actor.staffId}`
      : actor.kind === 'customer'
        ? `customer ${actor.customerId}`
        : null;
  return { subject, details: {}, approvedBy: null };
}

function customerOf(parts: DoorParts, visit: Visit, deeds: Deeds): TaskContext['customer'] {
  const { kioskSessions, publish } = parts;
  const { ctx } = visit;
  const windowId = windowOf(ctx);
  const tell = (): void => publish({ kind: 'changed', topics: ['session'] });
  return {
    signIn(customerId) {
      kioskSessions.signIn(windowId, customerId, ctx.now);
      tell();
    },
    signOut() {
      kioskSessions.signOut(windowId);
      if (visit.name === 'kiosk.signOut' && ctx.actor.kind === 'customer') {
        const written = parts.turns.take(() =>
          parts.file.transaction((db) => auditDone(parts, visit, db, ownSession(ctx.actor))),
        );
        deeds.afterwards.push(written.then(() => publishChanges(parts, visit.entry)));
      }
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
