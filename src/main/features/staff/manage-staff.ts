import { AppError } from '../../../shared/contract/errors.ts';
import type { TaskHandler } from '../../app/context.ts';
import { query } from '../../database/query.ts';
import { requireGoodPin } from './require-good-secret.ts';

/** How many avatar colours there are. */
const colours = 12;

/** Adds a person with a role and a PIN. Names tell people apart on the lock screen, so each is there once. */
export const addStaff: TaskHandler<'staff.add'> = async (ctx, { name, role, pin }) => {
  requireGoodPin(pin);
  const pinHash = await ctx.secrets.hash(pin);
  const staffId = await ctx.transaction((db, note) => {
    const names = db.all(query.selectFrom('staff').select(['name']).where('disabledAt', 'is', null));
    const key = nameKey(name);
    if (names.some((one) => nameKey(one.name) === key)) throw new AppError('name-taken', { name });
    const colour = names.length % colours;
    const row = { name, role, pinHash, colour, passwordHash: null, createdAt: ctx.now, disabledAt: null };
    const { lastId } = db.run(query.insertInto('staff').values(row));
    note(`staff ${lastId}`, { name, role });
    return lastId;
  });
  return { staffId };
};

/** Equal for names that look the same, on a computer of any language. */
function nameKey(name: string): string {
  return name.normalize('NFKC').toLowerCase();
}

/** Gives a person a new PIN. */
export const setPin: TaskHandler<'staff.setPin'> = async (ctx, { staffId, pin }) => {
  requireGoodPin(pin);
  const pinHash = await ctx.secrets.hash(pin);
  await ctx.transaction((db, note) => {
    const { changes } = db.run(query.updateTable('staff').set({ pinHash }).where('id', '=', staffId));
    if (changes === 0) throw new AppError('not-found');
    note(`staff ${staffId}`, {});
  });
  return {};
};
