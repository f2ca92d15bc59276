import { AppError, type CallError, type Reply } from '../../shared/contract/errors.ts';
import type { CallName } from '../../shared/contract/index.ts';
import { ShopFileError } from '../database/migrate.ts';
import { OutOfOrderError } from '../database/walk.ts';
import { askOf } from './ask-of.ts';
import { appendAudit } from './audit.ts';
import { auditDetails } from './audit-details.ts';
import { subjectOfInput } from './audit-subject.ts';
import { createContext } from './call-context.ts';
import type { Actor, Context } from './context.ts';
import type { Caller } from './create-app.ts';
import { findEntry } from './find-entry.ts';
import { handlers } from './handlers.ts';
import { createLocalReader } from './long-read.ts';
import { createLongReads, type LongReads } from './long-reads.ts';
import { createLongRuns, type LongRuns } from './long-runs.ts';
import { parseInput } from './parse-input.ts';
import { isPlainInput } from './plain-input.ts';
import { isAbort, isListed, isShopDiskFull, refusal } from './refusal.ts';
import { mayBeApproved, requireNeed } from './require-need.ts';
import { runCommand } from './run-command.ts';
import { runTask } from './run-task.ts';
import {
  type AnyHandler,
  approvalOf,
  type DoorParts,
  entryOf,
  secretsOf,
  type Visit,
  windowOf,
} from './visit.ts';

/** What comes with a question: its request id, and the approval it was given. */
type Ids = { readonly requestId: string | undefined; readonly approvalId: string | undefined };

export type Door = {
  call(caller: Caller, name: string, input: unknown, requestId?: string, approvalId?: string): Promise<Reply>;
  /** Stops what of the window's runs long: commands and reads. */
  cancelLong(windowId: number): void;
  /** Takes no more calls, stops every long command and waits until nothing writes. */
  settle(): Promise<void>;
};

/** The one door: who asks, may they, is the input valid, run, audit, publish. */
export function createDoor(parts: DoorParts): Door {
  const long = {
    runs: createLongRuns(),
    reads: createLongReads(parts.reader ?? createLocalReader(parts.file.read)),
  };
  /** Queries and commands on their way. A task may wait for a person at a dialog, so nobody waits for it. */
  const onTheirWay = new Set<Promise<Reply>>();
  let isClosing = false;
  let failures = 0;

  const call: Door['call'] = (caller, name, input, requestId, approvalId) => {
    const reply = answer(caller, name, input, { requestId, approvalId });
    if (findEntry(name)?.kind === 'task') return reply;
    onTheirWay.add(reply);
    const isBack = (): void => void onTheirWay.delete(reply);
    reply.then(isBack, isBack);
    return reply;
  };

  async function answer(caller: Caller, name: string, input: unknown, ids: Ids): Promise<Reply> {
    const { requestId, approvalId } = ids;
    const entry = findEntry(name);
    let ctx: Context | undefined;
    try {
      if (isClosing) throw new AppError('cancelled');
      if (parts.file.isFrozen()) throw new ShopFileError('damaged', 'The shop file is frozen as it is');
      ctx = contextOf(parts, caller);
      if (!entry) throw new AppError('not-found');
      if (approvalId !== undefined) ctx = approvedContext(parts, { name, entry, ctx, input, ...ids });
      requireNeed(entry, ctx.actor, parts.sessions, ctx.now);
      const value = await runVisit(
        parts,
        { name, entry, ctx, input: parseInput(entry, input), requestId },
        long,
      );
      if (approvalId !== undefined) parts.approvals.spend(approvalId, requestId);
      return { ok: true, value: parts.strict ? entry.output.parse(value) : value };
    } catch (thrown) {
      failures += 1;
      // Only who got past `approvedContext` holds it.
      if (approvalId !== undefined && ctx && isApproved(ctx)) parts.approvals.giveBack(approvalId);
      if (parts.strict && thrown instanceof AppError && !isListed(thrown.code, entry)) throw thrown;
      tellOfFile(parts, thrown);
      const error = refusal(thrown, entry, parts.log, () => `${parts.clock().toString(36)}-${failures}`);
      // What could not be written a moment ago is not tried again to say so.
      const isOfFile = thrown instanceof ShopFileError;
      if (entry && ctx && !isOfFile) await auditRefusal(parts, { name, entry, ctx, input, requestId }, error);
      return { ok: false, error };
    }
  }

  async function settle(): Promise<void> {
    isClosing = true;
    long.runs.cancelAll();
    long.reads.close();
    await Promise.allSettled(onTheirWay);
    await parts.turns.close();
  }

  return {
    call,
    cancelLong(windowId) {
      long.runs.cancel(windowId);
      long.reads.cancel(windowId, null);
    },
    settle,
  };
}

type Long = { readonly runs: LongRuns; readonly reads: LongReads };

async function runVisit(parts: DoorParts, visit: Visit, long: Long): Promise<unknown> {
  const handler = handlers[visit.name as CallName] as AnyHandler;
  const { entry, ctx, input } = visit;
  switch (entry.kind) {
    case 'query':
      return entry.long ? long.reads.run(parts, visit) : handler(ctx, input);
    case 'command':
      return entry.long ? long.runs.run(parts, visit, handler) : runCommand(parts, visit, handler);
    case 'task':
      return long.runs.watch(windowOf(ctx), (signal) =>
        runTask(parts, visit, handler, {
          signal,
          cancelLong: () => long.runs.cancel(windowOf(ctx)),
          askOf: (question) => askOf(parts, visit, question),
          cancelRead: (requestId) => long.reads.cancel(windowOf(ctx), requestId),
          read: ({ name }, asked) => long.reads.work(parts, visit, { name, input: asked, signal }),
        }),
      );
  }
}

function isApproved({ actor }: Context): boolean {
  return actor.kind === 'staff' && actor.approval !== null;
}

function contextOf(parts: DoorParts, caller: Caller): Context {
  const { file, sessions, shops, till } = parts;
  const now = parts.clock();
  const actor: Actor = caller.kind === 'system' ? { kind: 'system' } : actorAt(parts, caller.windowId, now);
  return createContext({ db: file.read, now, actor, shops, sessions, till });
}

/** Who is at a window: a till that was turned over to customers has no staff, whatever session it had. */
function actorAt(
  { file, sessions, kioskSessions, shops, till }: DoorParts,
  windowId: number,
  now: number,
): Actor {
  const idleSeconds = shops.get()?.kioskIdleSeconds ?? 0;
  return (
    kioskSessions.actor(file.read, { till, windowId, now, idleSeconds }) ??
    sessions.actor(file.read, windowId)
  );
}

/**
 * The context of a call that a manager approved: whoever asks, with what was lent for this very input.
 * @throws AppError `not-signed-in`, `invalid-input`, `approval-not-valid`, `approval-expired`.
 */
function approvedContext(
  parts: DoorParts,
  visit: Visit & { readonly approvalId: string | undefined },
): Context {
  const { entry, ctx, name, approvalId = '' } = visit;
  if (ctx.actor.kind === 'nobody') throw new AppError('not-signed-in');
  if (!mayBeApproved(entry)) throw new AppError('approval-not-valid');
  const action = { call: name, input: parseInput(entry, visit.input) };
  // Only a command's answer is remembered, so only a command may come again.
  const requestId = entry.kind === 'command' ? visit.requestId : undefined;
  const use = { approvalId, requestId, now: ctx.now };
  const actor = parts.approvals.take(parts.file.read, ctx.actor, action, use);
  return createContext({ ...parts, db: parts.file.read, now: ctx.now, actor });
}

/** What no connection of the shop file has told already. */
function tellOfFile({ desktop, file }: DoorParts, thrown: unknown): void {
  if (isShopDiskFull(thrown)) desktop.disk.refused();
  if (thrown instanceof OutOfOrderError) file.met(thrown.problem);
}

/** A refusal leaves a trace, after its rollback and in a transaction of its own. */
async function auditRefusal(parts: DoorParts, visit: Visit, error: CallError): Promise<void> {
  const { entry, ctx, name, input } = visit;
  if (!ctx.shopOrNull || isQuiet(visit, error)) return;
  // What does not fit the schema may hold a PIN under another name: of that only the field is noted.
  const parsed = isPlainInput(input) ? entry.input.safeParse(input) : null;
  const details = parsed?.success ? auditDetails(parsed.data, secretsOf(entry)) : (error.details ?? {});
  const lent = approvalOf(ctx.actor);
  const row = {
    ...entryOf(parts, visit),
    outcome: error.code,
    approvedBy: lent.approvedBy,
    subject: parsed?.success ? subjectOfInput(parsed.data) : null,
    details: { ...details, ...lent.details },
  };
  try {
    await parts.turns.take(() => parts.file.transaction((db) => appendAudit(db, parts.keys.audit, row)));
    parts.publish({ kind: 'changed', topics: ['audit'] });
  } catch (thrown) {
    // A task that ended after the file was closed has nowhere to be recorded.
    if (isAbort(thrown)) return;
    parts.log.error('A refusal could not be recorded', { call: name, error: String(thrown) });
  }
}

/** Refusals by which somebody asked for what is not theirs; a question is recorded for nothing else. */
const denials: readonly string[] = ['forbidden', 'password-again', 'approval-not-valid', 'approval-expired'];

/**
 * A question that finds nothing, or is asked of a till that was locked meanwhile, is no deed; neither is a draft. That
 * somebody asked for what they may not see, or do, is written down whatever it was.
 */
function isQuiet({ entry }: Visit, error: CallError): boolean {
  const isQuestion = entry.kind === 'query' || (entry.kind === 'command' && entry.unaudited !== undefined);
  return isQuestion && !denials.includes(error.code);
}
