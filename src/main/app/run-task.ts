import type { WriteDb } from '../database/connection.ts';
import type { Note, Progress, TaskContext } from './context.ts';
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
  cancelLong: () => void,
): Promise<unknown> {
  const own = {
    desktop: parts.desktop,
    secrets: parts.secrets,
    uploads: parts.uploads,
    log: parts.log,
    cancelLong,
    transaction: <T>(work: (db: WriteDb, note: Note) => T) => taskTransaction(parts, visit, work),
    quietTransaction: <T>(work: (db: WriteDb) => T) => parts.turns.take(() => parts.file.transaction(work)),
    session: sessionOf(parts, visit),
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
  const { sessions, publish } = parts;
  return {
    open(staffId) {
      sessions.open(windowId, staffId);
      publish({ kind: 'changed', topics: ['session'] });
    },
    close() {
      sessions.close(windowId);
      publish({ kind: 'changed', topics: ['session'] });
    },
    rememberPassword: (staffId) => sessions.rememberPassword(staffId, ctx.today),
  };
}
