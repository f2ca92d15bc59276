import { useState } from 'react';
import { effectiveRights } from '../../../shared/domain/effective-rights.ts';
import type { Rate } from '../../../shared/domain/rate.ts';
import { rightGroups, type StaffRight } from '../../../shared/domain/right-groups.ts';
import { type Right, roleRights, type StaffRole } from '../../../shared/domain/rights.ts';
import { useCommand } from '../../bridge/use-command.ts';
import { useText } from '../../ui/app-context.tsx';
import { toast } from '../../ui/toast-queue.ts';
import type { Person } from './person.ts';

/** The rights of a person as they are being changed. */
export type RightsDraft = {
  readonly role: StaffRole;
  readonly rights: ReadonlySet<Right>;
  /** Their own largest discount; null is the role's. */
  readonly ceiling: Rate | null;
  readonly set: (right: StaffRight, may: boolean) => void;
  /** Changes when all is as the role says again, whatever is typed. */
  readonly round: number;
  readonly setCeiling: (ceiling: Rate | null) => void;
  readonly asRole: () => void;
  readonly save: () => void;
  readonly pending: boolean;
  readonly error: unknown;
};

export function useRightsDraft(person: Person, onSaved: () => void): RightsDraft {
  const { id, name, role } = person;
  const text = useText();
  const setRights = useCommand('staff.setRights');
  const [rights, change] = useState<ReadonlySet<Right>>(() => effectiveRights(role, person.overrides));
  const [ceiling, setCeiling] = useState<Rate | null>(person.discountCeiling);
  const [round, setRound] = useState(0);
  const saved = () => {
    toast(text('staff.rights-saved', { name }), { tone: 'positive' });
    onSaved();
  };
  return {
    role,
    rights,
    ceiling,
    set(right, may) {
      const next = new Set(rights);
      if (may) next.add(right);
      else next.delete(right);
      change(next);
    },
    round,
    setCeiling,
    asRole() {
      change(roleRights[role]);
      setCeiling(null);
      setRound(round + 1);
    },
    save() {
      const input = { staffId: id, overrides: overridesOf(role, rights), discountCeiling: ceiling };
      setRights.mutate(input, { onSuccess: saved });
    },
    pending: setRights.isPending,
    error: setRights.error,
  };
}

/** What differs from the role. */
function overridesOf(role: StaffRole, rights: ReadonlySet<Right>) {
  return rightGroups
    .flatMap((group) => group.rights)
    .filter((right) => rights.has(right) !== roleRights[role].has(right))
    .map((right) => ({ right, granted: rights.has(right) }));
}
