import { discountReach } from '../../../shared/domain/approval.ts';
import { effectiveCeiling, effectiveRights } from '../../../shared/domain/effective-rights.ts';
import type { Rate } from '../../../shared/domain/rate.ts';
import { discountCeiling, type Right, roleRights } from '../../../shared/domain/rights.ts';
import type { AppText } from '../../../shared/text/english.ts';
import type { Person } from './person.ts';
import { staffRoles } from './role-cards.ts';

/** Somebody, or a role, as a column of the matrix. */
export type RightsColumn = {
  readonly key: string;
  readonly title: string;
  readonly subtitle: string | null;
  readonly rights: ReadonlySet<Right>;
  /** Rights that differ from the role's. */
  readonly own: ReadonlySet<Right>;
  /** How much of a price they may take off. */
  readonly reach: Rate;
  /** The person whose rights can be changed; null for roles and for who may not be changed. */
  readonly openId: number | null;
};

const none: ReadonlySet<Right> = new Set();

/** A column for each role. */
export function roleColumns(text: AppText): readonly RightsColumn[] {
  return staffRoles.map((role) => ({
    key: role,
    title: text(`session.role-${role}`),
    subtitle: null,
    rights: roleRights[role],
    own: none,
    reach: discountReach({ rights: roleRights[role], discountCeiling: discountCeiling[role] }),
    openId: null,
  }));
}

/** A column for each person. */
export function staffColumns(people: readonly Person[], text: AppText): readonly RightsColumn[] {
  return people.map((person) => {
    const { id, name, role, overrides } = person;
    const rights = effectiveRights(role, overrides);
    return {
      key: String(id),
      title: name,
      subtitle: text(`session.role-${role}`),
      rights,
      own: new Set<Right>(overrides.map((one) => one.right)),
      reach: discountReach({ rights, discountCeiling: effectiveCeiling(role, person.discountCeiling) }),
      openId: person.mayChange && role !== 'owner' ? id : null,
    };
  });
}
