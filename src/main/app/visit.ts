import type { AnyEntry, Topic } from '../../shared/contract/define.ts';
import { AppError } from '../../shared/contract/errors.ts';
import type { WriteDb } from '../database/connection.ts';
import { personAccess } from '../database/person-access.ts';
import type { Approvals } from './approvals.ts';
import { appendAudit } from './audit.ts';
import { auditDetails } from './audit-details.ts';
import type { Proof } from './audit-proof.ts';
import { subjectOfInput } from './audit-subject.ts';
import { createContext, type ShopReader } from './call-context.ts';
import type { Actor, CommandContext, Context, Note } from './context.ts';
import type { AppOptions, Change } from './create-app.ts';
import type { KioskSessions } from './kiosk-sessions.ts';
import type { Secrets } from './secrets.ts';
import { wasTakenAway } from './session-rows.ts';
import type { Sessions } from './sessions.ts';
import type { Turns } from './turns.ts';
import type { Uploads } from './uploads.ts';

/** Request ids rise with time (UUID version 7), so that they are appended and not scattered. */
export const requestIdForm = /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

/** One call on its way through the door. */
export type Visit = {
  readonly name: string;
  readonly entry: AnyEntry;
  readonly ctx: Context;
  readonly input: unknown;
  readonly requestId: string | undefined;
};

/** What the door works with. */
export type DoorParts = AppOptions & {
  readonly proof: Proof;
  readonly sessions: Sessions;
  readonly kioskSessions: KioskSessions;
  readonly approvals: Approvals;
  readonly secrets: Secrets;
  readonly uploads: Uploads;
  readonly shops: ShopReader;
  readonly turns: Turns;
  readonly publish: (change: Change) => void;
};

/** What a handler noted for the audit log. */
type Noted = {
  readonly subject: string | null;
  readonly details: Readonly<Record<string, unknown>>;
  readonly approvedBy: number | null;
};

export type AnyHandler = (ctx: Context, input: unknown) => unknown;

/** The number of the window that asks; 0 for the timer. */
export function windowOf(ctx: Context): number {
  return ctx.actor.kind === 'system' ? 0 : ctx.actor.windowId;
}

/** A command's context in its open transaction, and what it noted for the audit log. */
export function commandContext(parts: DoorParts, visit: Visit, db: WriteDb) {
  requireStillThere(visit, db);
  const noted: Noted = { subject: null, details: {}, approvedBy: null };
  const note: Note = (subject, details, approvedBy) =>
    Object.assign(noted, { subject, details, approvedBy: approvedBy ?? null });
  // Made anew: while the command waited for its turn, another may have changed the shop's settings.
  const fresh = createContext({ ...parts, now: visit.ctx.now, actor: visit.ctx.actor, db });
  const own = { db, note, uploads: parts.uploads, resource: parts.resource };
  const ctx: CommandContext = Object.assign(fresh, own);
  return { ctx, noted };
}

/**
 * While a command waited for its turn, who sent it may have been disabled or their session ended: what they asked
 * for is not done then. A till that they locked themselves stops nothing.
 * @throws AppError `not-signed-in`.
 */
function requireStillThere({ entry, ctx: { actor } }: Visit, db: WriteDb): void {
  if (entry.kind !== 'command' || actor.kind !== 'staff') return;
  if (personAccess(db, actor.staffId) === null || wasTakenAway(db, actor.sessionId)) {
    throw new AppError('not-signed-in');
  }
}

/** The audit row of what was done, in its own transaction. */
export function auditDone(
  parts: DoorParts,
  visit: Visit,
  db: WriteDb,
  noted: Noted & { readonly signedIn?: number | null },
): void {
  const { details: lentDetails, approvedBy } = approvalOf(visit.ctx.actor);
  appendAudit(db, parts.keys.audit, {
    ...entryOf(parts, visit),
    staffId: noted.signedIn ?? null,
    outcome: 'ok',
    approvedBy: noted.approvedBy ?? approvedBy,
    subject: noted.subject ?? subjectOfInput(visit.input),
    details: { ...auditDetails(visit.input, secretsOf(visit.entry)), ...noted.details, ...lentDetails },
  });
}

/** What an entry of the log says of a call whatever came of it. */
export function entryOf({ till }: DoorParts, { ctx, name, requestId }: Visit) {
  const { now: at, today: businessDate, actor } = ctx;
  // What is no request id of ours may be anything, of any length.
  const isOurs = requestId !== undefined && requestIdForm.test(requestId);
  return { at, businessDate, actor, call: name, till, requestId: isOurs ? requestId : null };
}

/** Who lent their right to a call, for its audit row: the last one asked, and each right with its person. */
export function approvalOf(actor: Actor) {
  const grants = actor.kind === 'staff' ? actor.approval : null;
  if (grants === null) return { approvedBy: null, details: {} };
  const approvals = grants.map(({ right, staffId }) => ({ right, staffId }));
  return { approvedBy: grants.at(-1)?.staffId ?? null, details: { approvals } };
}

/** Tells the windows what a commit changed. */
export function publishChanges(parts: DoorParts, entry: AnyEntry): void {
  const topics: Topic[] = [...((entry.kind === 'query' ? undefined : entry.changes) ?? [])];
  if (topics.includes('shop')) parts.shops.forget();
  const isAudited = entry.kind !== 'query' && (entry.kind === 'task' || entry.unaudited === undefined);
  if (isAudited && !topics.includes('audit')) topics.push('audit');
  if (topics.length > 0) parts.publish({ kind: 'changed', topics });
}

/** Fields of the input that never reach the audit log. */
export function secretsOf(entry: AnyEntry): readonly string[] {
  return entry.kind === 'query' ? [] : (entry.secrets ?? []);
}
