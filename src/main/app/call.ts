import type { AnyEntry } from '../../shared/contract/define.ts';
import { AppError, type Reply } from '../../shared/contract/errors.ts';
import { type CallName, contract } from '../../shared/contract/index.ts';
import { appendAudit } from './audit.ts';
import { auditDetails } from './audit-details.ts';
import { createContext } from './call-context.ts';
import type { Actor, Context } from './context.ts';
import type { Caller } from './create-app.ts';
import { handlers } from './handlers.ts';
import { isListed, refusal } from './refusal.ts';
import { runCommand, runLongCommand } from './run-command.ts';
import { runTask } from './run-task.ts';
import { type AnyHandler, type DoorParts, secretsOf, type Visit, windowOf } from './visit.ts';

export type Door = {
  call(caller: Caller, name: string, input: unknown, requestId?: string): Promise<Reply>;
  /** Stops the window's running long command, if there is one. */
  cancelLong(windowId: number): void;
  /** Stops every long command and waits until nothing writes. */
  settle(): Promise<void>;
};

/** The one door: who asks, may they, is the input valid, run, audit, publish. */
export function createDoor(parts: DoorParts): Door {
  const longRuns = new Map<number, AbortController>();
  let failures = 0;

  async function call(caller: Caller, name: string, input: unknown, requestId?: string): Promise<Reply> {
    const entry = findEntry(name);
    const ctx = contextOf(parts, caller);
    try {
      if (!entry) throw new AppError('not-found');
      requireRight(entry, ctx.actor);
      const value = await run({ name, entry, ctx, input: parse(entry, input), requestId });
      return { ok: true, value: parts.strict ? entry.output.parse(value) : value };
    } catch (thrown) {
      failures += 1;
      if (parts.strict && thrown instanceof AppError && !isListed(thrown.code, entry)) throw thrown;
      const error = refusal(thrown, entry, parts.log, () => `${ctx.now.toString(36)}-${failures}`);
      if (entry) await auditRefusal(parts, { name, entry, ctx, input, requestId }, error.code);
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
    const windowId = windowOf(visit.ctx);
    const controller = new AbortController();
    longRuns.set(windowId, controller);
    try {
      return await runLongCommand(parts, visit, handler, controller.signal);
    } finally {
      longRuns.delete(windowId);
    }
  }

  function cancelLong(windowId: number): void {
    longRuns.get(windowId)?.abort();
  }

  async function settle(): Promise<void> {
    for (const longRun of longRuns.values()) longRun.abort();
    await parts.turns.idle();
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
  const parsed = entry.input.safeParse(input);
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0];
  throw new AppError('invalid-input', { field: issue?.path.join('.') ?? '', reason: issue?.message ?? '' });
}

/** A refused command or task leaves a trace, after its rollback and in a transaction of its own. */
async function auditRefusal(parts: DoorParts, visit: Visit, outcome: string): Promise<void> {
  const { entry, ctx, name, input } = visit;
  const isQuiet = entry.kind === 'query' || (entry.kind === 'command' && entry.unaudited !== undefined);
  if (isQuiet || !ctx.shopOrNull) return;
  const { now: at, today: businessDate, actor } = ctx;
  const details = auditDetails(input, secretsOf(entry));
  const row = { at, businessDate, actor, call: name, outcome, subject: null, details };
  try {
    await parts.turns.take(() => parts.file.transaction((db) => appendAudit(db, parts.keys.audit, row)));
  } catch (error) {
    parts.log.error('A refusal could not be recorded', { call: name, error: String(error) });
  }
}
