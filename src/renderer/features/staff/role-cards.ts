import { roleRights, type StaffRole } from '../../../shared/domain/rights.ts';
import type { AppText } from '../../../shared/text/english.ts';
import type { RadioCard } from '../../ui/radio-cards.tsx';

export const staffRoles: readonly StaffRole[] = ['owner', 'manager', 'cashier', 'viewer'];

/** The roles that somebody with these rights may give, each with what it is for. */
export function roleCards(text: AppText, rights: readonly string[]): readonly RadioCard<StaffRole>[] {
  return staffRoles.map((key) => ({
    key,
    label: text(`session.role-${key}`),
    description: text(`staff.role-${key}-note`),
    disabled: ![...roleRights[key]].every((right) => rights.includes(right)),
  }));
}
