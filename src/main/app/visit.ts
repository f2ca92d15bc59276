import type { AnyEntry, Topic } from '../../shared/contract/define.ts';
import { AppError } from '../../shared/contract/errors.ts';
import type { WriteDb } from '../database/connection.ts';
import { personAccess } from '../database/person-access.ts';
import type { Approvals } from './approvals.ts';
import { appendAudit } from './audit.ts';
import { auditDetails } from './audit-details.ts';
import { createContext, type ShopReader } from './call-context.ts';
import type { Actor, CommandContext, Context, Note } from './context.ts';
import type { AppOptions, Change } from './create-app.ts';
import type { KioskSessions } from './kiosk-sessions.ts';
import type { Secrets } from './secrets.ts';
import { wasTakenAway } from './session-rows.ts';
import type { Sessions } from './sessions.ts';
import type { Turns } from './turns.ts';
import type { Uploads } from './uploads.ts';

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
export function auditDone(parts: DoorParts, visit: Visit, db: WriteDb, noted: Noted): void {
  const { now: at, today: businessDate, actor } = visit.ctx;
  const lent = approvalOf(actor);
  const details = { ...auditDetails(visit.input, secretsOf(visit.entry)), ...noted.details, ...lent.details };
  appendAudit(db, parts.keys.audit, {
    at,
    businessDate,
    actor,
    call: visit.name,
    outcome: 'ok',
    approvedBy: noted.approvedBy ?? lent.approvedBy,
    subject: noted.subject,
    details,
  });
}

/**
 * Who lent their right to a call, for its audit row: the last one asked, and each right with its person. A customer,
 * who has no column there, is named in the details.
 */
export function approvalOf(actor: Actor) {
  if (actor.kind === 'customer') return { approvedBy: null, details: { customerId: actor.customerId } };
  const grants = actor.kind === 'staff' ? actor.approval : null;
  if (grants === null) return { approvedBy: null, details: {} };
  const approvals = grants.map(({ right, staffId }) => ({ right, staffId }));
  return { approvedBy: grants.at(-1)?.staffId ?? null, details: { approvals } };
}

/** Tells the windows what a commit changed. */
export function publishChanges(parts: DoorParts, entry: AnyEntry): void {
  const topics: readonly Topic[] = (entry.kind === 'query' ? undefined : entry.changes) ?? [];
  if (topics.includes('shop')) parts.shops.forget();
  if (topics.length > 0) parts.publish({ kind: 'changed', topics });
}

/** Fields of the input that never reach the audit log. */
export function secretsOf(entry: AnyEntry): readonly string[] {
  return entry.kind === 'query' ? [] : (entry.secrets ?? []);
}
