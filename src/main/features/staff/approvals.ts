import { AppError } from '../../../shared/contract/errors.ts';
import { approvableRights, approvalTime, discountReach } from '../../../shared/domain/approval.ts';
import type { Right } from '../../../shared/domain/rights.ts';
import type { QueryHandler, TaskHandler } from '../../app/context.ts';
import { accessOf, type PersonAccess, personAccess } from '../../database/person-access.ts';
import { query } from '../../database/query.ts';
import { activePeople, personTile } from './people.ts';
import { isSelf } from './person-to-change.ts';
import { proveIdentity } from './prove-identity.ts';
import { forgetGuesses } from './throttle.ts';

/** Who could lend a right to whoever asks. */
export const approvalPeople: QueryHandler<'approvals.people'> = (ctx, { right, above }) =>
  activePeople(ctx.db)
    .filter((row) => !isSelf(ctx.actor, row.id) && (row.pinHash !== null || row.passwordHash !== null))
    .filter((row) => hasRight(accessOf(ctx.db, row), right, above))
    .map((row) => personTile(ctx, row));

/** Somebody else's word, by PIN, for one action of whoever is signed in. */
export const giveApproval: TaskHandler<'approvals.give'> = async (ctx, given) => {
  const { call, input, right, staffId, pin, password, earlierId } = given;
  if (!approvableRights.has(right)) throw new AppError('not-approvable');
  if (isSelf(ctx.actor, staffId)) throw new AppError('own-approval');
  const approver = ctx.db.get(
    query.selectFrom('staff').selectAll().where('id', '=', staffId).where('disabledAt', 'is', null),
  );
  if (!approver) throw new AppError('not-found');
  const mayLend = (access: PersonAccess | null): boolean => access !== null && hasRight(access, right, null);
  if (!mayLend(accessOf(ctx.db, approver)))
    throw new AppError('approver-lacks-right', { name: approver.name });
  const { by, subjects } = await proveIdentity(ctx, approver, { pin, password });
  const approvalId = await ctx.transaction((db, note) => {
    // They may have lost it while the hash was made.
    if (!mayLend(personAccess(db, staffId)))
      throw new AppError('approver-lacks-right', { name: approver.name });
    forgetGuesses(db, subjects);
    note(call, { call, right, by, approver: staffId }, staffId);
    return ctx.approve({ call, input }, { right, staffId }, earlierId);
  });
  if (by === 'password') ctx.session.rememberPassword(staffId);
  return { approvalId, expiresAt: ctx.now + approvalTime };
};

/** For a discount it is how far it reaches that counts, whichever right it comes from. */
function hasRight(access: PersonAccess, right: Right, above: number | null): boolean {
  return right === 'discount' ? discountReach(access) > (above ?? 0) : access.rights.has(right);
}
