import { useState } from 'react';
import type { StaffRole } from '../../../shared/domain/rights.ts';
import { useCommand } from '../../bridge/use-command.ts';
import { useSession } from '../../bridge/use-session.ts';
import { useText } from '../../ui/app-context.tsx';
import { RadioCards } from '../../ui/radio-cards.tsx';
import { toast } from '../../ui/toast-queue.ts';
import type { PersonDialogProps } from './person.ts';
import { roleCards } from './role-cards.ts';
import styles from './staff-form.module.css';
import { StaffForm } from './staff-form.tsx';

/** Another role for a person; what was theirs beside the old one goes. */
export function RoleDialog({ person, onClose }: PersonDialogProps) {
  const text = useText();
  const rights = useSession()?.rights ?? [];
  const setRole = useCommand('staff.setRole');
  const [role, choose] = useState<StaffRole>(person.role);
  const own = person.overrides.length + (person.discountCeiling === null ? 0 : 1);
  const needsPassword = role === 'owner' && !person.hasPassword;
  const submit = () => {
    if (role === person.role) return onClose();
    setRole.mutate(
      { staffId: person.id, role },
      {
        onSuccess: () => {
          const words = { name: person.name, role: text(`session.role-${role}`) };
          toast(text('staff.role-set', words), { tone: 'positive' });
          onClose();
        },
      },
    );
  };
  return (
    <StaffForm
      title={text('staff.role-title', { name: person.name })}
      action={text('staff.set-role')}
      pending={setRole.isPending}
      error={setRole.error}
      disabledReason={needsPassword ? text('staff.role-needs-password', { name: person.name }) : undefined}
      onSubmit={submit}
      onClose={onClose}
    >
      <RadioCards
        label={text('staff.role')}
        layout="column"
        cards={roleCards(text, rights)}
        value={role}
        onChange={choose}
      />
      {own > 0 && role !== person.role && (
        <p className={styles.note}>{text('staff.role-loses', { count: own })}</p>
      )}
      {needsPassword && (
        <p className={styles.note}>{text('staff.role-needs-password', { name: person.name })}</p>
      )}
    </StaffForm>
  );
}
