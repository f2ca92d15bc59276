import { AppError } from '../../../shared/contract/errors.ts';
import { discountReach } from '../../../shared/domain/approval.ts';
import { roleRights } from '../../../shared/domain/rights.ts';
import type { CommandHandler } from '../../app/context.ts';
import { query } from '../../database/query.ts';
import { anotherToChange } from './person-to-change.ts';

/** What a person may do beside their role or short of it. Nobody gives what they have not themselves. */
export const setRights: CommandHandler<'staff.setRights'> = ({ db, actor, note }, input) => {
  const { staffId, discountCeiling } = input;
  const person = anotherToChange(db, actor, staffId);
  if (person.role === 'owner') throw new AppError('owner-has-every-right', { name: person.name });
  // What the role says anyway is no override.
  const overrides = input.overrides.filter(
    ({ right, granted }) => roleRights[person.role].has(right) !== granted,
  );
  if (actor.kind === 'staff') {
    const beyond = overrides.find(({ right, granted }) => granted && !actor.rights.has(right));
    if (beyond) throw new AppError('right-not-yours', { right: beyond.right });
    if ((discountCeiling ?? 0) > discountReach(actor))
      throw new AppError('right-not-yours', { right: 'discount' });
  }
  const before = db.all(
    query.selectFrom('staffRights').select(['right', 'granted']).where('staffId', '=', staffId),
  );
  db.run(query.deleteFrom('staffRights').where('staffId', '=', staffId));
  for (const { right, granted } of overrides) {
    db.run(query.insertInto('staffRights').values({ staffId, right, granted: granted ? 1 : 0 }));
  }
  db.run(query.updateTable('staff').set({ discountCeiling }).where('id', '=', staffId));
  note(`staff ${staffId}`, {
    name: person.name,
    before: words(before.map(({ right, granted }) => ({ right, granted: granted === 1 }))),
    after: words(overrides),
    ceilingBefore: person.discountCeiling,
    ceilingAfter: discountCeiling,
  });
  return {};
};

/** `+refund -sell`: short enough for the audit log to keep whole. */
function words(overrides: readonly { readonly right: string; readonly granted: boolean }[]): string {
  return overrides.map(({ right, granted }) => `${granted ? '+' : '-'}${right}`).join(' ');
}
