import { AppError } from '../../shared/contract/errors.ts';
import type { WriteDb } from '../database/connection.ts';
import type { Progress } from './context.ts';
import { earlierReply, type Request, rememberReply } from './requests.ts';
import {
  type AnyHandler,
  auditDone,
  commandContext,
  type DoorParts,
  publishChanges,
  requestIdForm,
  type Visit,
  windowOf,
} from './visit.ts';

/**
 * Runs a command: one transaction in which the handler's writes, the remembered answer and the audit row stand
 * or fall together. The same request id is answered as before and does nothing.
 */
export function runCommand(parts: DoorParts, visit: Visit, handler: AnyHandler): Promise<unknown> {
  const request = requestOf(visit);
  return parts.turns.take(() => {
    const value = parts.file.transaction((db) => {
      const earlier = request && earlierReply(db, request);
      if (earlier) return earlier.value;
      const { ctx, noted } = commandContext(parts, visit, db);
      const result = handler(ctx, visit.input);
      if (request) {
        rememberReply(db, request, result, visit.ctx.now);
        auditDone(parts, visit, db, noted);
      }
      return result;
    });
    publishChanges(parts, visit.entry);
    return value;
  });
}

/**
 * Runs a long command step by step, telling its window how far it is; every other writer waits. Still one
 * transaction: cancelled or failed, nothing of it stays.
 */
export function runLongCommand(
  parts: DoorParts,
  visit: Visit,
  handler: AnyHandler,
  signal: AbortSignal,
): Promise<unknown> {
  const request = requestOf(visit);
  const windowId = windowOf(visit.ctx);
  const report = (progress: unknown): void =>
    parts.publish({
      kind: 'progress',
      windowId,
      requestId: visit.requestId ?? '',
      progress: progress as Progress,
    });
  function* work(db: WriteDb): Generator<unknown, unknown> {
    const earlier = request && earlierReply(db, request);
    if (earlier) return earlier.value;
    const { ctx, noted } = commandContext(parts, visit, db);
    const result = yield* handler(ctx, visit.input) as Generator<Progress, unknown>;
    if (request) rememberReply(db, request, result, visit.ctx.now);
    auditDone(parts, visit, db, noted);
    return result;
  }
  return parts.turns.take(async () => {
    const value = await parts.file.longTransaction(work, report, signal);
    publishChanges(parts, visit.entry);
    return value;
  });
}

/** The request as it is remembered; null for a command that is not audited. @throws AppError `invalid-input`. */
function requestOf({ entry, requestId, name, input }: Visit): Request | null {
  if (entry.kind === 'command' && entry.unaudited) return null;
  if (!requestId || !requestIdForm.test(requestId))
    throw new AppError('invalid-input', { field: 'requestId' });
  return { requestId, call: name, input };
}
