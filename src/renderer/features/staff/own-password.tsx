import { useState } from 'react';
import { useCommand } from '../../bridge/use-command.ts';
import { useText } from '../../ui/app-context.tsx';
import { NewPassword, newPasswordProblem } from '../../ui/new-password.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { toast } from '../../ui/toast-queue.ts';
import { OwnForm } from './own-form.tsx';

/** A new password of one's own, with the one so far. */
export function OwnPassword() {
  const text = useText();
  const changePassword = useCommand('staff.changeOwnPassword');
  const [current, setCurrent] = useState('');
  const [password, setPassword] = useState('');
  const [isJudged, setJudged] = useState(false);
  const submit = () => {
    setJudged(true);
    if (current === '' || newPasswordProblem(password, text) !== null) return;
    const changed = () => {
      toast(text('staff.own-password-changed'), { tone: 'positive' });
      setCurrent('');
      setPassword('');
      setJudged(false);
    };
    changePassword.mutate({ current, password }, { onSuccess: changed });
  };
  return (
    <OwnForm
      action={text('staff.change-password')}
      pending={changePassword.isPending}
      error={changePassword.error}
      onSubmit={submit}
    >
      <TextField
        type="password"
        autoComplete="current-password"
        label={text('staff.own-password-now')}
        value={current}
        onChange={setCurrent}
        error={isJudged && current === '' ? text('staff.own-current-missing') : undefined}
      />
      <NewPassword
        label={text('staff.own-password-new')}
        value={password}
        onChange={setPassword}
        judged={isJudged}
      />
    </OwnForm>
  );
}
