import type { Rate } from './rate.ts';
import { discountCeiling, type Right, roleRights, type StaffRole } from './rights.ts';

/** One right that a person has beside their role (`granted`), or lacks in spite of it. */
export type RightOverride = { readonly right: Right; readonly granted: boolean };

/**
 * What a person may do: their role's rights, each overridden where there is an override. An owner has every right of
 * the shop whatever is written, so that nobody can lock the owner out; and what is the customer's own is nobody's
 * here.
 */
export function effectiveRights(role: StaffRole, overrides: readonly RightOverride[]): ReadonlySet<Right> {
  const preset = roleRights[role];
  if (role === 'owner' || overrides.length === 0) return preset;
  const rights = new Set(preset);
  for (const { right, granted } of overrides) {
    if (granted && roleRights.owner.has(right)) rights.add(right);
    else rights.delete(right);
  }
  return rights;
}

/** The largest discount of a person, parts per million: their own ceiling where there is one, else the role's. */
export function effectiveCeiling(role: StaffRole, own: Rate | null): Rate {
  return role === 'owner' ? discountCeiling.owner : (own ?? discountCeiling[role]);
}
