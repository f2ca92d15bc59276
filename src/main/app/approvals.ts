import { randomUUID } from 'node:crypto';
import { AppError } from '../../shared/contract/errors.ts';
import { approvalTime, discountReach } from '../../shared/domain/approval.ts';
import { type Rate, rate } from '../../shared/domain/rate.ts';
import type { ReadDb } from '../database/connection.ts';
import { personAccess } from '../database/person-access.ts';
import type { Action, Actor, Grant } from './context.ts';
import { inputHash } from './input-hash.ts';

type StaffActor = Extract<Actor, { kind: 'staff' }>;

type Approval = {
  readonly windowId: number;
  readonly sessionId: number;
  readonly call: string;
  readonly hash: string;
  readonly grants: readonly Grant[];
  readonly at: number;
  /** Being used, or used: by the request with this id, '' where there is none. */
  usedBy: string | null;
  /** What it was given for was done. */
  isSpent: boolean;
};

/** Approvals in place, in main's memory: gone with a restart, with the window and with the session. */
export type Approvals = {
  /**
   * Keeps an approval for 60 seconds and answers its id. `earlierId` is one that was given for the same action
   * before and turned out not to be enough: its grants hold on in the new one.
   */
  give(actor: StaffActor, action: Action, grant: Grant, now: number, earlierId: string | null): string;
  /**
   * Takes an approval for this action: it is used once. Answers who asks with what was lent to them.
   * @throws AppError `approval-not-valid`, `approval-expired`.
   */
  take(db: ReadDb, actor: Actor, action: Action, use: Use): StaffActor;
  /** What it was taken for was done. */
  spend(approvalId: string, requestId: string | undefined): void;
  /** The action was refused, so nothing was done: the approval may be used again while it holds. */
  giveBack(approvalId: string): void;
  forgetWindow(windowId: number): void;
};

type Use = { readonly approvalId: string; readonly requestId: string | undefined; readonly now: number };

/** For so long a lost answer to an approved request may be asked for again. */
const rememberedFor = 10 * 60_000;

export function createApprovals(): Approvals {
  const approvals = new Map<string, Approval>();

  function find(actor: Actor, { call, input }: Action, approvalId: string): Approval {
    const found = approvals.get(approvalId);
    const isTheirs =
      actor.kind === 'staff' &&
      found?.windowId === actor.windowId &&
      found.sessionId === actor.sessionId &&
      found.call === call &&
      found.hash === inputHash(input);
    if (!found || !isTheirs) throw new AppError('approval-not-valid');
    return found;
  }

  function forgetOld(now: number): void {
    for (const [id, { at }] of approvals) if (Math.abs(now - at) > rememberedFor) approvals.delete(id);
  }

  return {
    give(actor, action, grant, now, earlierId) {
      forgetOld(now);
      const earlier = earlierId === null ? null : find(actor, action, earlierId);
      if (earlier?.usedBy != null) throw new AppError('approval-not-valid');
      if (earlier && hasExpired(earlier, now)) throw new AppError('approval-expired');
      if (earlierId !== null) approvals.delete(earlierId);
      const approvalId = randomUUID();
      approvals.set(approvalId, {
        windowId: actor.windowId,
        sessionId: actor.sessionId,
        call: action.call,
        hash: inputHash(action.input),
        grants: [...(earlier?.grants ?? []), grant],
        at: now,
        usedBy: null,
        isSpent: false,
      });
      return approvalId;
    },
    take(db, actor, action, { approvalId, requestId, now }) {
      const approval = find(actor, action, approvalId);
      // The answer may have been lost on its way: the same request is answered as before and does nothing.
      const isAgain = approval.usedBy !== null && approval.usedBy === requestId;
      if (approval.usedBy !== null && !isAgain) throw new AppError('approval-not-valid');
      if (!isAgain && hasExpired(approval, now)) throw new AppError('approval-expired');
      const lent = withGrants(db, actor as StaffActor, approval.grants);
      approval.usedBy = requestId ?? '';
      return lent;
    },
    spend(approvalId, requestId) {
      const approval = approvals.get(approvalId);
      if (approval) Object.assign(approval, { usedBy: requestId ?? '', isSpent: true });
    },
    giveBack(approvalId) {
      const approval = approvals.get(approvalId);
      if (approval && !approval.isSpent) approval.usedBy = null;
    },
    forgetWindow(windowId) {
      for (const [id, approval] of approvals) if (approval.windowId === windowId) approvals.delete(id);
    },
  };
}

/** A clock that was set back makes nothing hold for longer. */
function hasExpired({ at }: Approval, now: number): boolean {
  return now < at || now - at > approvalTime;
}

/** Who lent a right must still have it. @throws AppError `approval-not-valid`. */
function withGrants(db: ReadDb, actor: StaffActor, grants: readonly Grant[]): StaffActor {
  const rights = new Set(actor.rights);
  let ceiling: number = actor.discountCeiling;
  for (const { right, staffId } of grants) {
    const approver = personAccess(db, staffId);
    const reach: Rate = approver ? discountReach(approver) : rate(0);
    const mayLend = right === 'discount' ? reach > 0 : approver?.rights.has(right);
    if (!mayLend) throw new AppError('approval-not-valid');
    rights.add(right);
    if (right === 'discount') ceiling = Math.max(ceiling, reach);
  }
  return { ...actor, rights, discountCeiling: rate(ceiling), approval: grants };
}
