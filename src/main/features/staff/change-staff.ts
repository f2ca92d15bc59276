import { AppError } from '../../../shared/contract/errors.ts';
import { discountCeiling, roleRights } from '../../../shared/domain/rights.ts';
import type { CommandHandler } from '../../app/context.ts';
import { query } from '../../database/query.ts';
import { endSessionsOf } from './end-sessions.ts';
import { anotherToChange, mayLend, personToChange, requireAnOwner } from './person-to-change.ts';
import { requireFreeName } from './require-free-name.ts';

/** Gives a person another name. */
export const renameStaff: CommandHandler<'staff.rename'> = ({ db, actor, note }, { staffId, name }) => {
  const before = personToChange(db, actor, staffId);
  if (before.disabledAt === null) requireFreeName(db, name, staffId);
  db.run(query.updateTable('staff').set({ name }).where('id', '=', staffId));
  note(`staff ${staffId}`, { before: before.name, after: name });
  return {};
};

/** Gives a person another role; what was theirs beside the old one goes, so that the new one says what they may do. */
export const setRole: CommandHandler<'staff.setRole'> = (ctx, { staffId, role }) => {
  const { db, actor, note } = ctx;
  const before = anotherToChange(db, actor, staffId);
  if (!mayLend(actor, { rights: roleRights[role], discountCeiling: discountCeiling[role] })) {
    throw new AppError('person-may-more', { name: before.name });
  }
  if (role === 'owner' && before.passwordHash === null) throw new AppError('password-not-set');
  db.run(query.updateTable('staff').set({ role, discountCeiling: null }).where('id', '=', staffId));
  db.run(query.deleteFrom('staffRights').where('staffId', '=', staffId));
  requireAnOwner(ctx);
  note(`staff ${staffId}`, { name: before.name, before: before.role, after: role });
  return {};
};

/** Takes a person off the lock screen and ends their sessions, or lets them back. */
export const setDisabled: CommandHandler<'staff.setDisabled'> = (ctx, { staffId, disabled }) => {
  const { db, actor, note, now } = ctx;
  const before = anotherToChange(db, actor, staffId);
  if (!disabled) requireFreeName(db, before.name, staffId);
  const disabledAt = disabled ? (before.disabledAt ?? now) : null;
  db.run(query.updateTable('staff').set({ disabledAt }).where('id', '=', staffId));
  requireAnOwner(ctx);
  if (disabled) endSessionsOf(ctx, staffId, 'disabled');
  note(`staff ${staffId}`, { name: before.name, disabled });
  return {};
};
