import { useState } from 'react';
import { useCommand } from '../../bridge/use-command.ts';
import { useText } from '../../ui/app-context.tsx';
import { NewPassword, newPasswordProblem } from '../../ui/new-password.tsx';
import { toast } from '../../ui/toast-queue.ts';
import type { PersonDialogProps } from './person.ts';
import { StaffForm } from './staff-form.tsx';

/** A password for somebody, or a new one. */
export function NewPasswordFor({ person: { id, name }, onClose }: PersonDialogProps) {
  const text = useText();
  const setPassword = useCommand('staff.setPassword');
  const [password, change] = useState('');
  const [isJudged, setJudged] = useState(false);
  const submit = () => {
    setJudged(true);
    if (newPasswordProblem(password, text) !== null) return;
    setPassword.mutate(
      { staffId: id, password },
      {
        onSuccess: () => {
          toast(text('staff.password-set', { name }), { tone: 'positive' });
          onClose();
        },
      },
    );
  };
  return (
    <StaffForm
      title={text('staff.password-title', { name })}
      action={text('staff.set-password')}
      pending={setPassword.isPending}
      error={setPassword.error}
      onSubmit={submit}
      onClose={onClose}
    >
      <NewPassword value={password} onChange={change} judged={isJudged} autoFocus />
    </StaffForm>
  );
}
