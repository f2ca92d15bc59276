import { AppError } from '../../../shared/contract/errors.ts';
import { discountCeiling, roleRights } from '../../../shared/domain/rights.ts';
import type { TaskHandler } from '../../app/context.ts';
import { query } from '../../database/query.ts';
import { mayLend } from './person-to-change.ts';
import { requireFreeName } from './require-free-name.ts';
import { requireGoodPassword, requireGoodPin } from './require-good-secret.ts';

/** How many avatar colours there are. */
const colours = 12;

/** Adds a person with a role and a PIN. An owner has a password too: a PIN alone is not enough for what owners do. */
export const addStaff: TaskHandler<'staff.add'> = async (ctx, { name, role, pin, password }) => {
  requireGoodPin(pin);
  if (password !== undefined) requireGoodPassword(password);
  else if (role === 'owner') throw new AppError('password-not-set');
  if (!mayLend(ctx.actor, { rights: roleRights[role], discountCeiling: discountCeiling[role] })) {
    throw new AppError('person-may-more', { name });
  }
  const pinHash = await ctx.secrets.hash(pin);
  const passwordHash = password === undefined ? null : await ctx.secrets.hash(password);
  const staffId = await ctx.transaction((db, note) => {
    requireFreeName(db, name, null);
    const colour = db.all(query.selectFrom('staff').select('id')).length % colours;
    const row = { name, role, pinHash, passwordHash, colour, createdAt: ctx.now, disabledAt: null };
    const { lastId } = db.run(query.insertInto('staff').values(row));
    note(`staff ${lastId}`, { name, role });
    return lastId;
  });
  return { staffId };
};
