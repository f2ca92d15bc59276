import type { AnyEntry } from '../../shared/contract/define.ts';
import { AppError, type CallError, type Reply } from '../../shared/contract/errors.ts';
import { type CallName, contract } from '../../shared/contract/index.ts';
import { appendAudit } from './audit.ts';
import { auditDetails } from './audit-details.ts';
import { createContext } from './call-context.ts';
import type { Actor, Context } from './context.ts';
import type { Caller } from './create-app.ts';
import { handlers } from './handlers.ts';
import { isPlainInput } from './plain-input.ts';
import { isAbort, isListed, refusal } from './refusal.ts';
import { runCommand, runLongCommand } from './run-command.ts';
import { runTask } from './run-task.ts';
import { type AnyHandler, type DoorParts, secretsOf, type Visit, windowOf } from './visit.ts';

export type Door = {
  call(caller: Caller, name: string, input: unknown, requestId?: string): Promise<Reply>;
  /** Stops the window's running long command, if there is one. */
  cancelLong(windowId: number): void;
  /** Takes no more calls, stops every long command and waits until nothing writes. */
  settle(): Promise<void>;
};

type LongRun = { readonly windowId: number; readonly controller: AbortController };

/** The one door: who asks, may they, is the input valid, run, audit, publish. */
export function createDoor(parts: DoorParts): Door {
  const longRuns = new Set<LongRun>();
  /** Queries and commands on their way. A task may wait for a person at a dialog, so nobody waits for it. */
  const onTheirWay = new Set<Promise<Reply>>();
  let isClosing = false;
  let failures = 0;

  function call(caller: Caller, name: string, input: unknown, requestId?: string): Promise<Reply> {
    const reply = answer(caller, name, input, requestId);
    if (findEntry(name)?.kind === 'task') return reply;
    onTheirWay.add(reply);
    const isBack = (): void => void onTheirWay.delete(reply);
    reply.then(isBack, isBack);
    return reply;
  }

  async function answer(caller: Caller, name: string, input: unknown, requestId?: string): Promise<Reply> {
    const entry = findEntry(name);
    let ctx: Context | undefined;
    try {
      if (isClosing) throw new AppError('cancelled');
      ctx = contextOf(parts, caller);
      if (!entry) throw new AppError('not-found');
      requireRight(entry, ctx.actor);
      const value = await run({ name, entry, ctx, input: parse(entry, input), requestId });
      return { ok: true, value: parts.strict ? entry.output.parse(value) : value };
    } catch (thrown) {
      failures += 1;
      if (parts.strict && thrown instanceof AppError && !isListed(thrown.code, entry)) throw thrown;
      const error = refusal(thrown, entry, parts.log, () => `${parts.clock().toString(36)}-${failures}`);
      if (entry && ctx) await auditRefusal(parts, { name, entry, ctx, input, requestId }, error);
      return { ok: false, error };
    }
  }

  async function run(visit: Visit): Promise<unknown> {
    const handler = handlers[visit.name as CallName] as AnyHandler;
    const { entry, ctx, input } = visit;
    switch (entry.kind) {
      case 'query':
        return handler(ctx, input);
      case 'command':
        return entry.long ? runLong(visit, handler) : runCommand(parts, visit, handler);
      case 'task':
        return runTask(parts, visit, handler, () => cancelLong(windowOf(ctx)));
    }
  }

  async function runLong(visit: Visit, handler: AnyHandler): Promise<unknown> {
    const longRun = { windowId: windowOf(visit.ctx), controller: new AbortController() };
    longRuns.add(longRun);
    try {
      return await runLongCommand(parts, visit, handler, longRun.controller.signal);
    } finally {
      longRuns.delete(longRun);
    }
  }

  /** A window may have sent one more while the first still ran: all of them stop. */
  function cancelLong(windowId: number): void {
    for (const longRun of longRuns) if (longRun.windowId === windowId) longRun.controller.abort();
  }

  async function settle(): Promise<void> {
    isClosing = true;
    for (const { controller } of longRuns) controller.abort();
    await Promise.allSettled(onTheirWay);
    await parts.turns.close();
  }

  return { call, cancelLong, settle };
}

function findEntry(name: string): AnyEntry | undefined {
  return Object.hasOwn(contract, name) ? (contract[name as CallName] as AnyEntry) : undefined;
}

function contextOf(parts: DoorParts, caller: Caller): Context {
  const { file, sessions, shops, till } = parts;
  const actor: Actor =
    caller.kind === 'system' ? { kind: 'system' } : sessions.actor(file.read, caller.windowId);
  return createContext({ db: file.read, now: parts.clock(), actor, shops, sessions, till });
}

/** @throws AppError `not-signed-in` or `forbidden`. */
function requireRight(entry: AnyEntry, actor: Actor): void {
  if (entry.needs === 'public' || actor.kind === 'system') return;
  if (actor.kind === 'nobody') throw new AppError('not-signed-in');
  if (entry.needs === 'signed-in') return;
  if (!actor.rights.has(entry.needs)) throw new AppError('forbidden', { needs: entry.needs });
}

/** @throws AppError `invalid-input` naming the first field that does not fit. */
function parse(entry: AnyEntry, input: unknown): unknown {
  if (!isPlainInput(input)) throw new AppError('invalid-input', { field: '', reason: 'not plain data' });
  const parsed = entry.input.safeParse(input);
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0];
  const field = issue?.path.join('.').slice(0, 80).toWellFormed() ?? '';
  throw new AppError('invalid-input', { field, reason: issue?.message.slice(0, 120).toWellFormed() ?? '' });
}

/** A refused command or task leaves a trace, after its rollback and in a transaction of its own. */
async function auditRefusal(parts: DoorParts, visit: Visit, error: CallError): Promise<void> {
  const { entry, ctx, name, input } = visit;
  const isQuiet = entry.kind === 'query' || (entry.kind === 'command' && entry.unaudited !== undefined);
  if (isQuiet || !ctx.shopOrNull) return;
  const { now: at, today: businessDate, actor } = ctx;
  // What does not fit the schema may hold a PIN under another name: of that only the field is noted.
  const parsed = isPlainInput(input) ? entry.input.safeParse(input) : null;
  const details = parsed?.success ? auditDetails(parsed.data, secretsOf(entry)) : (error.details ?? {});
  const row = { at, businessDate, actor, call: name, outcome: error.code, subject: null, details };
  try {
    await parts.turns.take(() => parts.file.transaction((db) => appendAudit(db, parts.keys.audit, row)));
  } catch (thrown) {
    // A task that ended after the file was closed has nowhere to be recorded.
    if (isAbort(thrown)) return;
    parts.log.error('A refusal could not be recorded', { call: name, error: String(thrown) });
  }
}
