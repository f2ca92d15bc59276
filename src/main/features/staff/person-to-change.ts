import { AppError } from '../../../shared/contract/errors.ts';
import { discountReach } from '../../../shared/domain/approval.ts';
import type { Actor, Context } from '../../app/context.ts';
import type { ReadDb } from '../../database/connection.ts';
import { accessOf, type PersonAccess } from '../../database/person-access.ts';
import { query } from '../../database/query.ts';

type May = Pick<PersonAccess, 'rights' | 'discountCeiling'>;

/**
 * The person that who asks wants to change. Nobody changes somebody who may do more: with their PIN or their rights
 * they would have what was not given to them.
 * @throws AppError `not-found`, `person-may-more`.
 */
export function personToChange(db: ReadDb, actor: Actor, staffId: number) {
  const row = db.get(query.selectFrom('staff').selectAll().where('id', '=', staffId));
  if (!row) throw new AppError('not-found');
  if (!mayLend(actor, accessOf(db, row))) throw new AppError('person-may-more', { name: row.name });
  return row;
}

/** The same for what nobody does to their own account. @throws AppError `not-your-own-account` too. */
export function anotherToChange(db: ReadDb, actor: Actor, staffId: number) {
  if (isSelf(actor, staffId)) throw new AppError('not-your-own-account');
  return personToChange(db, actor, staffId);
}

/** Whether it is who asks. */
export function isSelf(actor: Actor, staffId: number): boolean {
  return actor.kind === 'staff' && actor.staffId === staffId;
}

/** Whether all of these rights are among those of who asks, so that they may be given or taken by them. */
export function mayLend(actor: Actor, { rights, discountCeiling }: May): boolean {
  if (actor.kind !== 'staff') return actor.kind === 'system';
  const hasAll = [...rights].every((right) => actor.rights.has(right));
  return hasAll && discountReach({ rights, discountCeiling }) <= discountReach(actor);
}

/** Somebody must be left who can do everything. @throws AppError `last-owner`. */
export function requireAnOwner({ db }: Pick<Context, 'db'>): void {
  const left = db.get(
    query
      .selectFrom('staff')
      .select('id')
      .where('role', '=', 'owner')
      .where('disabledAt', 'is', null)
      .limit(1),
  );
  if (!left) throw new AppError('last-owner');
}
